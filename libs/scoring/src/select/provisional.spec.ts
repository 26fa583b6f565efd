import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { score } from '../engine/score.js';
import { ScoringRefusal } from '../engine/problem.js';
import type { ScoreInput, ScoreSheet } from '../engine/score-input.types.js';
import type { SelectionResult } from '../engine/score-output.types.js';
import type { RankKey } from '../rules/ranking-rules.types.js';
import type { TotalRules } from '../rules/rules.types.js';
import type { SheetStage } from '../rules/stage-rules.types.js';
import type { SelectionRules } from '../rules/selection-rules.types.js';

const words = (text: string) => ({ zh: text, en: text });
type Rule = Omit<SelectionRules, 'key'>;

/** Two runs of 0 to 3 points, added; null: no result. Fewer runs: still to come. */
interface Team {
  runs: (number | null)[];
  school: string;
  girl: boolean;
  group?: string;
}

/** How the contest comes to its ranking: what can still move a result differs. */
interface Kind {
  stage?: Pick<SheetStage, 'correction'>;
  total?: TotalRules;
  keys?: RankKey[];
}

const byTotal = (order: 'asc' | 'desc'): RankKey => ({ key: 'total', by: 'value', value: 'total', order });
const corrected = (within: 'group' | 'stage'): Kind => ({ stage: { correction: { method: 'shift', minimumEntries: 1, within } } });
const KINDS: Record<string, Kind> = {
  'the total': {},
  'the total, then another key': { keys: [byTotal('desc'), { key: 'runs', by: 'rounds', stage: 'field' }] },
  'another key first': { keys: [{ key: 'seed', by: 'value', value: 'attr.seed', order: 'desc' }, byTotal('desc')] },
  'rank sums': { total: { method: 'rankSum', stages: ['field', 'paper'], places: null }, keys: [byTotal('asc')] },
  'scores corrected inside the group': corrected('group'),
  'scores corrected over all groups': corrected('stage'),
};

function inputOf(teams: readonly Team[], rule: Rule, kind: Kind): ScoreInput {
  return {
    rules: {
      format: 'qingsai-scoring/1',
      sheets: { run: { items: [{ kind: 'count', key: 'points', label: words('points'), max: 3, points: 1 }] } },
      stages: [{ key: 'field', label: words('field'), kind: 'sheets', sheet: 'run', rounds: { method: 'sum', planned: 2, noResult: 'void', bounds: { highest: 3 } }, ...kind.stage }, { key: 'paper', label: words('paper'), kind: 'given', attribute: 'paper' }],
      total: kind.total ?? { method: 'stage', stage: 'field', places: null },
      ranking: { keys: kind.keys ?? [byTotal('desc')] },
      selections: [{ key: 'x', ...rule }],
    },
    rulebookVersion: '1',
    entries: teams.map(({ school, girl, group }, index) => ({ id: `t${index}`, group: group ?? 'g', attributes: { school, girl, seed: (index * 2) % 3, paper: (index * 3) % 4 } })),
    sheets: teams.flatMap(({ runs }, index) =>
      runs.map((points, at): ScoreSheet => ({ entry: `t${index}`, stage: 'field', judge: `j${at}`, round: at + 1, ...(points === null ? { state: 'noShow' } : { values: { points } }) })),
    ),
  };
}

/** Of every group; null where a correction is refused. */
function selectAll(teams: readonly Team[], rule: Rule, kind: Kind): SelectionResult[] | null {
  try {
    return score(inputOf(teams, rule, kind)).selections;
  } catch (error) {
    if (error instanceof ScoringRefusal && kind.stage) return null;
    throw error;
  }
}

const select = (teams: readonly Team[], rule: Rule): SelectionResult => score(inputOf(teams, rule, {})).selections[0] as SelectionResult;

/** Every way the outstanding runs can end. */
function endings(teams: readonly Team[]): Team[][] {
  const open = teams.findIndex((team) => team.runs.length < 2);
  if (open < 0) return [[...teams]];
  return [0, 3, null].flatMap((points) => endings(teams.map((team, index) => (index === open ? { ...team, runs: [...team.runs, points] } : team))));
}

const run = fc.constantFrom(0, 1, 2, 3, 3, null);
const team = fc.record({ runs: fc.array(run, { minLength: 2, maxLength: 2 }), school: fc.constantFrom('X', 'Y', 'Z'), girl: fc.boolean(), group: fc.constantFrom('g', 'g', 'h') });
const late = fc.record({ runs: fc.array(fc.constantFrom(1, 2, 3), { maxLength: 1 }), school: fc.constantFrom('X', 'Y'), girl: fc.boolean(), group: fc.constantFrom('g', 'g', 'h') });
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
  it.each(Object.keys(KINDS))('is chosen however they end: every ending is tried, ranked by %s', (name) => {
    const kind = KINDS[name] as Kind;
    fc.assert(
      fc.property(fc.array(team, { minLength: 1, maxLength: 6 }), fc.array(late, { minLength: 1, maxLength: 2 }), rules, (done, waiting, rule) => {
        const teams = [...done, ...waiting];
        const now = selectAll(teams, rule, kind);
        fc.pre(now !== null);
        for (const one of now) expect([...one.safe, ...one.questionable].sort()).toEqual([...one.chosen].sort());
        if (now.every((one) => one.safe.length === 0)) return;
        for (const ended of endings(teams)) {
          for (const [index, one] of (selectAll(ended, rule, kind) ?? []).entries()) expect(one.chosen).toEqual(expect.arrayContaining(now[index]?.safe ?? []));
        }
      }),
      { numRuns: name === 'the total' ? 60 : 40 },
    );
  });

  it('nobody is, in another group that judges are corrected with, or while games are to come', () => {
    const teams: Team[] = [{ runs: [3, 1], school: 'X', girl: true }, { runs: [2, 1], school: 'Y', girl: true }, { runs: [3], school: 'X', girl: false, group: 'other' }, { runs: [1, 2], school: 'X', girl: false, group: 'other' }];
    const rule: Rule = { places: { count: 1 }, ties: 'report' };
    expect(selectAll(teams, rule, KINDS['scores corrected inside the group'] as Kind)?.[0]).toMatchObject({ chosen: ['t0'], safe: ['t0'] });
    expect(selectAll(teams, rule, KINDS['scores corrected over all groups'] as Kind)?.[0]).toMatchObject({ chosen: ['t0'], safe: [], questionable: ['t0'] });
    const games = (state: 'final' | 'scheduled' | 'unconfirmed'): ScoreInput => ({
      rules: {
        format: 'qingsai-scoring/1',
        stages: [{ key: 'q', label: words('q'), kind: 'matches', figures: { points: { value: 'won' } }, score: { figure: 'points', take: 'sum' } }],
        total: { method: 'stage', stage: 'q', places: null },
        ranking: { keys: [byTotal('desc')] },
        selections: [{ key: 'x', ...rule }],
      },
      rulebookVersion: '1',
      entries: ['a', 'b'].map((id) => ({ id, group: 'g' })),
      matches: (['final', state] as const).map((one, index) => ({ id: `m${index}`, stage: 'q', state: one, sides: [{ entries: ['a'], score: 2 }, { entries: ['b'], score: 1 }] })),
    });
    expect(score(games('final')).selections[0]).toMatchObject({ safe: ['a'], questionable: [] });
    expect(score(games('scheduled')).selections[0]).toMatchObject({ safe: [], questionable: ['a'] });
    expect(score(games('unconfirmed')).selections[0]).toMatchObject({ safe: [], questionable: ['a'] });
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
    ['a boy who can tie takes the place the quota leaves to boys', { places: { count: 2 }, quota: { when: 'attr.girl', atLeast: 1 }, ties: 'report' }, [{ ...finished(3), girl: true }, outstanding(3)], [], ['t0', 't3']],
    ['nobody is who came in by the quota, whoever is still out', { places: { count: 2 }, quota: { when: 'attr.girl', atLeast: 1 }, ties: 'report' }, [{ ...finished(4), girl: true }, outstanding(0)], ['t0'], ['t3']],
    ['a cap can be reached by others', { places: { count: 4 }, caps: [{ attribute: 'school', most: 1 }], ties: 'report' }, [outstanding(3, { school: 'S4' })], ['t0', 't1'], ['t2']],
  ])('%s', (_name, rule, late, safe, questionable) => expect(select([...teams, ...late], rule)).toMatchObject({ safe, questionable }));
});
