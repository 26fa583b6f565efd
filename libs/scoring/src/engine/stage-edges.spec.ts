import { describe, expect, it } from '@jest/globals';
import type { MatchRecord, ScoreInput, ScoreSheet } from './score-input.types.js';
import { score } from './score.js';
import type { ScoringRules } from '../rules/rules.types.js';
import type { SheetStage, StageRules } from '../rules/stage-rules.types.js';

const words = (text: string) => ({ zh: text, en: text });
const byTotal: ScoringRules['ranking']['keys'][number] = { key: 'total', by: 'value', value: 'total', order: 'desc' };

function groupOf(rules: Pick<ScoringRules, 'stages'> & Partial<ScoringRules>, input: Omit<ScoreInput, 'rules' | 'rulebookVersion'>) {
  const sheets: ScoringRules['sheets'] = { run: { items: [{ kind: 'measure', key: 'x', label: words('x'), points: 1 }, { kind: 'measure', key: 'time', label: words('time') }] } };
  const [group] = score({ rules: { format: 'qingsai-scoring/1', sheets, total: { method: 'stage', stage: 's', places: null }, ranking: { keys: [byTotal] }, ...rules }, rulebookVersion: '1', ...input }).groups;
  if (!group) throw new Error('no group');
  return group;
}

describe('rounds of several judges', () => {
  const stage = (more: Partial<SheetStage>): StageRules[] => [{ key: 's', label: words('s'), kind: 'sheets', sheet: 'run', ...more }];
  const sheet = (round: number, judge: string, x: number, time = 0): ScoreSheet => ({ entry: 'e', stage: 's', round, judge, values: { x, time } });
  const rowOf = (more: Partial<SheetStage>, sheets: ScoreSheet[]) => groupOf({ stages: stage(more) }, { entries: [{ id: 'e', group: 'g' }], sheets }).rows[0];

  it('are unfinished while one is to come, even if another has too few judges; then they are insufficient', () => {
    const rules: Partial<SheetStage> = { judges: { method: 'mean', minimum: 2 }, rounds: { method: 'sum', planned: 2 } };
    expect(rowOf(rules, [sheet(1, 'a', 5)])?.state).toBe('pending');
    expect(rowOf(rules, [sheet(1, 'a', 5), sheet(2, 'a', 5), sheet(2, 'b', 6)])?.state).toBe('insufficient');
  });

  it('give further values from all of them, or from those that made the score', () => {
    const sheets = [sheet(1, 'a', 5, 30), sheet(2, 'a', 9, 50), sheet(3, 'a', 7, 10)];
    const values = rowOf({ rounds: { method: 'bestOf', count: 2, take: 'sum' }, values: { all: { item: 'time', take: 'sum' }, counted: { item: 'time', take: 'sum', of: 'counted' } } }, sheets)?.stages['s']?.values;
    expect(values).toMatchObject({ all: '90', counted: '60', played: '3' });
  });
});

describe('games', () => {
  const game = (id: string, a: string, b: string, scoreA: number, scoreB: number, more: Partial<MatchRecord> = {}): MatchRecord => ({ id, stage: 's', sides: [{ entries: [a], score: scoreA }, { entries: [b], score: scoreB }], ...more });
  const league = (more: object = {}): StageRules[] => [{ key: 's', label: words('s'), kind: 'matches', figures: { points: { value: { mul: [2, 'won'] } } }, score: { figure: 'points', take: 'sum' }, ...more }];
  const duels: ScoringRules['ranking']['keys'][number] = { key: 'duels', by: 'headToHead', stage: 's', figure: 'points' };
  const entries = ['a', 'b', 'c'].map((id) => ({ id, group: 'g' }));
  const cycle = [game('1', 'a', 'b', 1, 0), game('2', 'b', 'c', 1, 0), game('3', 'c', 'a', 1, 0)];

  it('that are not confirmed break no tie', () => {
    const own = (state: MatchRecord['state']) => groupOf({ stages: league(), ranking: { keys: [byTotal, duels] } }, { entries, matches: [game('1', 'a', 'c', 1, 0), game('2', 'b', 'c', 1, 0), game('3', 'a', 'b', 0, 1, { state })] });
    expect(own('unconfirmed').ties).toEqual([{ rank: 1, entries: ['a', 'b'], playOff: false }]);
    expect(own('final').rows.map((row) => [row.entry, row.rank])).toEqual([['b', 1], ['a', 2], ['c', 3]]);
  });

  it('in a cycle need a play-off also when a later key could not break the tie, and none when it could', () => {
    const keys = [byTotal, duels, { key: 'lot', by: 'lot' as const }];
    expect(groupOf({ stages: league(), ranking: { keys } }, { entries, matches: cycle }).ties).toEqual([{ rank: 1, entries: ['a', 'b', 'c'], playOff: true }]);
    expect(groupOf({ stages: league(), ranking: { keys } }, { entries, matches: cycle, lots: { a: 2, b: 3, c: 1 } }).rows.map((row) => row.entry)).toEqual(['c', 'a', 'b']);
  });

  it('give a side of which nobody is left no points for its place, even where figures count for those who are out', () => {
    const stages = league({ byPlace: [8, 4], figures: { points: { value: 'league', evenWhenOut: true } } });
    const gone = game('1', 'a', 'b', 9, 1);
    gone.sides[0] = { entries: ['a'], score: 9, disqualified: ['a'] };
    const rows = groupOf({ stages }, { entries: entries.slice(0, 2), matches: [gone] }).rows;
    expect(rows.map((row) => [row.entry, row.total])).toEqual([['b', '8'], ['a', '0']]);
  });
});

describe('entries without a rank', () => {
  const given: StageRules[] = [{ key: 's', label: words('s'), kind: 'given', attribute: 's', min: 0, max: 100 }];
  const entry = (id: string, s: number | null, more: object = {}) => ({ id, group: 'g', attributes: { s, people: 10 }, ...more });

  it('keep their total when disqualified, so that one can see what was lost, and have none when absent', () => {
    const { rows } = groupOf({ stages: given }, { entries: [entry('a', 50), entry('b', 90, { status: 'disqualified' }), entry('c', 80, { status: 'absent' })] });
    expect(rows.map((row) => [row.entry, row.rank, row.total])).toEqual([['a', 1, '50'], ['b', null, '90'], ['c', null, null]]);
  });

  it('are not among the people a group needs for prizes', () => {
    const awards: ScoringRules['awards'] = [{ key: 'p', ties: 'expand', smallGroup: { minimumPeople: 20 }, levels: [{ key: '1', label: words('1'), count: 1 }] }];
    const stateWith = (third: object) => groupOf({ stages: given, awards }, { entries: [entry('a', 50), entry('b', 40, third)] }).awards[0]?.state;
    expect([stateWith({}), stateWith({ status: 'absent' })]).toEqual(['awarded', 'participationOnly']);
  });

  it('given numbers outside their range are refused at either end', () => {
    expect(() => groupOf({ stages: given }, { entries: [entry('a', -0.5), entry('b', 100.5)] })).toThrow(
      expect.objectContaining({ problems: [{ code: 'ITEM_OUT_OF_RANGE', path: 'entries/a/attributes/s', params: { value: '-0.5', min: '0', max: '100' } }, expect.objectContaining({ path: 'entries/b/attributes/s' })] }),
    );
  });
});
