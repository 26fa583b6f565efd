import { describe, expect, it } from '@jest/globals';
import { discoveries, screenJudges, type Review } from './judge-screens.js';
import { SeededRandom } from './seeded-random.js';

/** 300 entries, 60 judges, 5 reviews each; the judges named in `odd` behave in their own way. */
function panel(seed: string, odd: Record<number, (review: Review, random: SeededRandom) => Review>): Review[] {
  const random = new SeededRandom(seed);
  const severity = Array.from({ length: 60 }, () => 4 * random.normal());
  const seats = Array.from({ length: 1500 }, (_, index) => index % 60);
  const reviews: Review[] = [];
  for (let entry = 0; entry < 300; entry++) {
    const quality = 5 * random.normal();
    const judges = new Set<number>();
    while (judges.size < 5) judges.add(seats[random.below(1500)] as number);
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
    3: (review, random) => ({ ...review, y: 75 + 8 * random.normal() }),
    7: (review) => ({ ...review, y: 75 + (review.y - 75) * 0.1 }),
    11: (review) => ({ ...review, criteria: [15, 15, 15, 15] }),
    13: (review) => ({ ...review, seconds: 20 }),
    17: (review) => ({ ...review, y: review.y + 40 }),
    23: (review) => ({ ...review, y: review.y - 12 + ((review.order ?? 0) / 300) * 24 }),
  });
  const report = screenJudges(reviews);
  const flagged = (screen: string): string[] => report.judges.filter((judge) => judge.flags.some((flag) => flag === screen)).map((judge) => judge.judge);

  it('find the judge who scores at random, on a narrow scale, in one verdict, too fast, far too kindly', () => {
    expect(flagged('randomScores')).toContain('j3');
    expect(flagged('narrowScale').length).toBeLessThanOrEqual(3);
    expect(flagged('narrowScale')).toContain('j7');
    expect(flagged('halo')).toEqual(['j11']);
    expect(flagged('sameAgain')).toEqual(['j11']);
    expect(flagged('tooFast')).toEqual(['j13']);
    expect(flagged('severity')).toEqual(['j17']);
    expect(flagged('drift')).toEqual(['j23']);
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

  it('leave ordinary judges alone', () => {
    const quiet = screenJudges(panel('quiet', {}));
    expect(quiet.judges.filter((judge) => judge.flags.length > 0).length).toBeLessThanOrEqual(3);
    const inside = quiet.judges.filter((judge) => judge.low <= 0 + judge.severity && judge.severity <= judge.high).length;
    expect(inside).toBe(60);
    expect(quiet.judges.reduce((sum, judge) => sum + judge.outfit, 0) / 60).toBeCloseTo(1, 0);
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
