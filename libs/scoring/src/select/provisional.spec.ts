import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { score } from '../engine/score.js';
import type { ScoreInput, ScoreSheet } from '../engine/score-input.types.js';
import type { SelectionResult } from '../engine/score-output.types.js';
import type { SelectionRules } from '../rules/selection-rules.types.js';

const words = (text: string) => ({ zh: text, en: text });
type Rule = Omit<SelectionRules, 'key'>;

/** Two runs of 0 to 3 points, added; null: no result. Fewer runs: still to come. */
interface Team {
  runs: (number | null)[];
  school: string;
  girl: boolean;
}

function inputOf(teams: readonly Team[], rule: Rule): ScoreInput {
  return {
    rules: {
      format: 'qingsai-scoring/1',
      sheets: { run: { items: [{ kind: 'count', key: 'points', label: words('points'), max: 3, points: 1 }] } },
      stages: [{ key: 'field', label: words('field'), kind: 'sheets', sheet: 'run', rounds: { method: 'sum', planned: 2, noResult: 'void', bounds: { highest: 3 } } }],
      total: { method: 'stage', stage: 'field', places: null },
      ranking: { keys: [{ key: 'total', by: 'value', value: 'total', order: 'desc' }] },
      selections: [{ key: 'x', ...rule }],
    },
    rulebookVersion: '1',
    entries: teams.map(({ school, girl }, index) => ({ id: `t${index}`, group: 'g', attributes: { school, girl } })),
    sheets: teams.flatMap(({ runs }, index) =>
      runs.map((points, at): ScoreSheet => ({ entry: `t${index}`, stage: 'field', round: at + 1, ...(points === null ? { state: 'noShow' } : { values: { points } }) })),
    ),
  };
}

const select = (teams: readonly Team[], rule: Rule): SelectionResult => score(inputOf(teams, rule)).selections[0] as SelectionResult;

/** Every way the outstanding runs can end. */
function endings(teams: readonly Team[]): Team[][] {
  const open = teams.findIndex((team) => team.runs.length < 2);
  if (open < 0) return [[...teams]];
  return [0, 3, null].flatMap((points) => endings(teams.map((team, index) => (index === open ? { ...team, runs: [...team.runs, points] } : team))));
}

const run = fc.constantFrom(0, 1, 2, 3, 3, null);
const team = fc.record({ runs: fc.array(run, { minLength: 2, maxLength: 2 }), school: fc.constantFrom('X', 'Y', 'Z'), girl: fc.boolean() });
const late = fc.record({ runs: fc.array(fc.constantFrom(1, 2, 3), { maxLength: 1 }), school: fc.constantFrom('X', 'Y'), girl: fc.boolean() });
const places = fc.oneof(fc.integer({ min: 1, max: 5 }).map((count) => ({ count })), fc.constantFrom({ share: '0.5' }, { share: '0.75' }, { when: { ge: ['total', 3] } } as Rule['places']));
const rules: fc.Arbitrary<Rule> = fc.record(
  {
    places,
    ties: fc.constantFrom<Rule['ties']>('expand', 'shrink', 'report'),
    base: fc.constantFrom<'ranked' | 'registered'>('ranked', 'registered'),
    atMostShare: fc.constantFrom('0.6', '1'),
    caps: fc.constantFrom<Rule['caps']>([{ attribute: 'school', most: 2 }], [{ attribute: 'school', most: { ceil: { div: ['places', 2] } }, notCounted: { when: 'attr.girl', count: 1 } }]),
    quota: fc.constantFrom<Rule['quota']>({ when: 'attr.girl', atLeast: 1 }, { when: 'attr.girl', atLeast: 2 }),
    eligible: fc.constantFrom<Rule['eligible']>({ ne: ['attr.school', { text: 'Z' }] }),
  },
  { requiredKeys: ['places', 'ties'] },
) as fc.Arbitrary<Rule>;

describe('who is safe while results are outstanding', () => {
  it('is chosen however they end: every ending is tried', () => {
    fc.assert(
      fc.property(fc.array(team, { minLength: 1, maxLength: 6 }), fc.array(late, { minLength: 1, maxLength: 2 }), rules, (done, waiting, rule) => {
        const teams = [...done, ...waiting];
        const now = select(teams, rule);
        expect([...now.safe, ...now.questionable].sort()).toEqual([...now.chosen].sort());
        for (const ended of endings(teams)) expect(select(ended, rule).chosen).toEqual(expect.arrayContaining(now.safe));
      }),
      { numRuns: 60 },
    );
  });

  const finished = (points: number, more: Partial<Team> = {}): Team => ({ runs: [Math.min(3, points), Math.max(0, points - 3)], school: `S${points}`, girl: false, ...more });
  const teams = [finished(6), finished(5), finished(4)];
  const outstanding = (first: number, more: Partial<Team> = {}): Team => ({ runs: [first], school: 'Q', girl: false, ...more });

  it.each<[string, Rule, Team[], string[], string[]]>([
    ['by the best it can reach', { places: { count: 2 }, ties: 'report' }, [outstanding(1)], ['t0', 't1'], []],
    ['a tie it can reach is enough to be questionable', { places: { count: 2 }, ties: 'report' }, [outstanding(2)], ['t0'], ['t1']],
    ['but not where a tie takes all', { places: { count: 2 }, ties: 'expand' }, [outstanding(2)], ['t0', 't1'], []],
    ['an entry that has not begun can reach anything', { places: { count: 1 }, ties: 'report' }, [outstanding(0, { runs: [] })], [], ['t0']],
    ['an entry that cannot be chosen is no danger', { places: { count: 1 }, ties: 'report', eligible: { ne: ['attr.school', { text: 'Q' }] } }, [outstanding(0, { runs: [] })], ['t0'], []],
    ['fewer with a result may mean fewer places', { places: { share: '0.75' }, ties: 'report' }, [outstanding(0)], ['t0', 't1'], ['t2']],
    ['unless all registered count', { places: { share: '0.75' }, base: 'registered', ties: 'report' }, [outstanding(0)], ['t0', 't1', 't2'], []],
    ['a cap can be reached by others', { places: { count: 4 }, caps: [{ attribute: 'school', most: 1 }], ties: 'report' }, [outstanding(3, { school: 'S4' })], ['t0', 't1'], ['t2']],
  ])('%s', (_name, rule, late, safe, questionable) => expect(select([...teams, ...late], rule)).toMatchObject({ safe, questionable }));
});
