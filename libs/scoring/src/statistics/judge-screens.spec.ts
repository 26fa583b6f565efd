import { describe, expect, it } from '@jest/globals';
import { discoveries, screenJudges, type Review } from './judge-screens.js';
import { SeededRandom } from './seeded-random.js';

const USUAL = { judges: 60, entries: 300, each: 5 };

/** Judges who differ in severity and in nothing else; those named in `odd` behave in their own way. */
function panel(seed: string, odd: Record<number, (review: Review, random: SeededRandom) => Review>, size = USUAL): Review[] {
  const random = new SeededRandom(seed);
  const severity = Array.from({ length: size.judges }, () => 4 * random.normal());
  const reviews: Review[] = [];
  for (let entry = 0; entry < size.entries; entry++) {
    const quality = 5 * random.normal();
    const judges = new Set<number>();
    while (judges.size < size.each) judges.add(random.below(size.judges));
    for (const judge of judges) {
      const y = 75 + quality + (severity[judge] as number) + 5 * random.normal();
      const plain: Review = { entry: `e${entry}`, judge: `j${judge}`, y, seconds: 600 + 200 * random.uniform(), order: entry, criteria: [0, 1, 2, 3].map(() => y / 4 + 3 * random.normal()) };
      reviews.push(odd[judge]?.(plain, random) ?? plain);
    }
  }
  return reviews;
}

describe('judge screens', () => {
  const reviews = panel('screens', {
    3: (review) => ({ ...review, y: 150 - review.y }),
    7: (review) => ({ ...review, y: 75 + (review.y - 75) * 0.1 }),
    11: (review) => ({ ...review, criteria: [15, 15, 15, 15] }),
    13: (review) => ({ ...review, seconds: 20 }),
    17: (review) => ({ ...review, y: review.y + 40 }),
    23: (review) => ({ ...review, y: review.y - 12 + ((review.order ?? 0) / 300) * 24 }),
  });
  const report = screenJudges(reviews);
  const flagged = (screen: string): string[] => report.judges.filter((judge) => judge.flags.some((flag) => flag === screen)).map((judge) => judge.judge);

  it('find the judge who scores against everybody, on a narrow scale, in one verdict, too fast, far too kindly', () => {
    expect(flagged('randomScores')).toEqual(['j3']);
    expect(flagged('narrowScale').length).toBeLessThanOrEqual(3);
    expect(flagged('narrowScale')).toContain('j7');
    expect(flagged('halo')).toEqual(['j11']);
    expect(flagged('sameAgain')).toEqual(['j11']);
    expect(flagged('tooFast')).toEqual(['j13']);
    expect(flagged('severity')).toEqual(['j17']);
    expect(flagged('drift')).toContain('j23');
    // One in twenty of those found may be an ordinary judge.
    expect(flagged('drift').length).toBeLessThanOrEqual(2);
    expect(report.judges.find((judge) => judge.judge === 'j23')?.drift).toBeGreaterThan(0.3);
    expect(report.judges.find((judge) => judge.judge === 'j13')?.seconds).toBeCloseTo(20, 6);
  });

  it('find two who copy from each other, by name, and no other pair', () => {
    const plain = panel('copied', {});
    const byEntry = new Map<string, Review[]>();
    for (const review of plain) byEntry.set(review.entry, [...(byEntry.get(review.entry) ?? []), review]);
    // j5 reads what j4 reads, and writes the same down.
    const copied = [...byEntry.values()].flatMap((reviews) => {
      const model = reviews.find((review) => review.judge === 'j4');
      return model ? [...reviews.filter((review) => review.judge !== 'j5'), { ...model, judge: 'j5', y: model.y + 0.5 }] : reviews.filter((review) => review.judge !== 'j5');
    });
    const found = screenJudges(copied);
    expect(found.alike.map((pair) => pair.judges)).toEqual([['j4', 'j5']]);
    expect(found.alike[0]).toMatchObject({ identical: 1 });
    expect(found.judges.filter((judge) => judge.flags.includes('copying')).map((judge) => judge.judge)).toEqual(['j4', 'j5']);
    expect(screenJudges(plain).alike).toEqual([]);
  });

  it('find nearly all who score at random, by their disagreement or by its size', () => {
    const found = Array.from({ length: 10 }, (_, season) => screenJudges(panel(`random ${season}`, { 3: (review, random) => ({ ...review, y: 75 + 8 * random.normal() }) })))
      .filter((one) => one.judges.find((judge) => judge.judge === 'j3')?.flags.some((flag) => flag === 'randomScores' || flag === 'erratic'));
    expect(found.length).toBeGreaterThanOrEqual(7);
  });

  it('leave ordinary judges alone: no screen asks more than one season in twenty about anybody, among few judges as among many', () => {
    const quiet = screenJudges(panel('quiet', {}));
    expect(quiet.judges.filter((judge) => judge.flags.length > 0)).toEqual([]);
    expect(quiet.judges.every((judge) => judge.low <= judge.severity && judge.severity <= judge.high && judge.low < judge.high)).toBe(true);
    expect(quiet.judges.reduce((sum, judge) => sum + judge.outfit, 0) / 60).toBeCloseTo(1, 0);
    const asked: Record<string, number> = {};
    const seasons = 120;
    for (let season = 0; season < seasons; season++) {
      const judges = [6, 12, 30][season % 3] as number;
      const report = screenJudges(panel(`ordinary ${season}`, {}, { judges, entries: judges * 4, each: 3 }));
      for (const flag of new Set(report.judges.flatMap((judge) => judge.flags))) asked[flag] = (asked[flag] ?? 0) + 1;
    }
    // 0.05 of 120 seasons are 6; more than 12 would happen by chance once in a hundred.
    for (const [screen, count] of Object.entries(asked)) expect([screen, count]).toEqual([screen, Math.min(count, 12)]);
  });

  it('point at the one score that does not fit', () => {
    const bent = panel('bent', {}).map((review, index) => (index === 700 ? { ...review, y: review.y + 35 } : review));
    const { outlying } = screenJudges(bent);
    expect(outlying[0]).toMatchObject({ judge: bent[700]?.judge, entry: bent[700]?.entry });
    expect(outlying[0]?.z).toBeGreaterThan(4);
  });

  it('say nothing where nothing can be said', () => {
    expect(screenJudges([]).judges).toEqual([]);
    const same = screenJudges([1, 2, 3].map((judge) => ({ entry: 'e', judge: `j${judge}`, y: 80 })));
    expect(same.judges.every((judge) => judge.flags.length === 0 && Number.isFinite(judge.severity))).toBe(true);
  });

  it('control the rate of false discoveries', () => {
    expect(discoveries([0.001, 0.9, 0.02, null, 0.5], 0.05)).toEqual([0, 2]);
    expect(discoveries([0.04, 0.9], 0.05)).toEqual([]);
  });
});
