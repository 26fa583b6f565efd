import { describe, expect, it } from '@jest/globals';
import { screenJudges, type Review } from '#libs/scoring';
import { mannerOf, PLANTED, pointsOf, secondsOf } from '../../apps/cli/src/demo/judge-manners.js';
import { Seeded } from '../../apps/cli/src/demo/seeded.js';
import { questionsOf, type QuestionKind } from '../../libs/judging/src/core/question-kinds.js';

const MAXIMA = { innovation: 40, science: 30, practice: 20, report: 10 };

/** The demo's first reading: 860 works x 5 by 120 judges in three panels, scored by the demo's own manners. */
function firstReading(seed: number): Review[] {
  const random = new Seeded(seed);
  const order = new Map<number, number>();
  const load = Array<number>(120).fill(0);
  return Array.from({ length: 860 }, (_, entry) => `W${seed}-${entry}`).flatMap((code, entry) => {
    const panel = Math.floor((entry * 3) / 860);
    const seats = random.shuffled(Array.from({ length: 40 }, (_, index) => panel * 40 + index)).sort((a, b) => (load[a] as number) - (load[b] as number)).slice(0, 5);
    return seats.map((judge): Review => {
      load[judge] = (load[judge] as number) + 1;
      order.set(judge, (order.get(judge) ?? 0) + 1);
      const criteria = Object.values(pointsOf(MAXIMA, code, judge, mannerOf(judge))).map(Number);
      return { entry: code, judge: `j${judge}`, y: criteria.reduce((a, b) => a + b, 0), criteria, seconds: secondsOf(code, judge, mannerOf(judge)), order: order.get(judge) };
    });
  });
}

const EXPECTED: Record<string, QuestionKind> = { severe: 'severity', random: 'randomScores', halo: 'halo', copying: 'copying', tooFast: 'tooFast' };

describe('the judges that the demo plants', () => {
  const seeds = [1, 2, 3, 4, 5, 6];
  const seasons = seeds.map((seed) => questionsOf(screenJudges(firstReading(seed))));

  // Who copies can be seen only where both have read at least three works; at 36 works a judge that is not so in every season.
  const least: Record<string, number> = { severe: 6, random: 6, halo: 6, tooFast: 6, copying: 4 };

  it.each(Object.entries(PLANTED))('number %s (%s) is asked about for the right reason, in nearly every season', (index, manner) => {
    const found = seasons.filter((questions) => questions.some((question) => question.kind === EXPECTED[manner] && [question.judgeId, question.otherJudgeId].includes(`j${index}`)));
    expect(found.length).toBeGreaterThanOrEqual(least[manner] as number);
  });

  it('are nearly the only ones: on average fewer than three of the 114 fair judges are asked about', () => {
    const planted = new Set(Object.keys(PLANTED).map((index) => `j${index}`));
  // Whoever is copied from is rightly named with the copier.
    planted.add('j42');
    const fair = seasons.map((questions) => new Set(questions.filter((question) => question.kind !== 'outlyingScore').map((question) => question.judgeId).filter((judge) => !planted.has(judge))).size);
    expect(fair.reduce((a, b) => a + b, 0) / seeds.length).toBeLessThan(3);
  });
});
