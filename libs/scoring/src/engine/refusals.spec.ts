import { describe, expect, it } from '@jest/globals';
import { innovationExample } from '../../examples/innovation.js';
import { roboticsExample } from '../../examples/robotics.js';
import { olympiadExample } from '../../examples/olympiad.js';
import { ScoringRefusal } from './problem.js';
import type { ScoreInput, ScoreSheet } from './score-input.types.js';
import { score } from './score.js';

const copy = (input: ScoreInput): ScoreInput => JSON.parse(JSON.stringify(input)) as ScoreInput;

function refused(input: ScoreInput): [string, string][] {
  try {
    score(input);
    return [];
  } catch (error) {
    if (!(error instanceof ScoringRefusal)) throw error;
    return error.problems.map((one) => [one.code, one.path]);
  }
}

function changed(example: ScoreInput, change: (input: ScoreInput & { sheets: ScoreSheet[] }) => void): ScoreInput {
  const input = copy(example) as ScoreInput & { sheets: ScoreSheet[] };
  change(input);
  return input;
}

const first = (input: { sheets: ScoreSheet[] }): { values: Record<string, unknown> } & ScoreSheet => input.sheets[0] as { values: Record<string, unknown> } & ScoreSheet;

describe('impossible input is refused, whole, with code and place', () => {
  const place = 'sheets/initial/w-01/j1/1/values/innovation';
  it.each<[string, (input: ScoreInput & { sheets: ScoreSheet[] }) => void, [string, string][]]>([
    ['a score above its maximum', (input) => (first(input).values['innovation'] = 40.5), [['ITEM_OUT_OF_RANGE', place]]],
    ['a score below its minimum', (input) => (first(input).values['innovation'] = -0.5), [['ITEM_OUT_OF_RANGE', place]]],
    ['a score off its step', (input) => (first(input).values['innovation'] = 38.25), [['ITEM_OFF_STEP', place]]],
    ['NaN', (input) => (first(input).values['innovation'] = Number.NaN), [['ITEM_NOT_A_NUMBER', place]]],
    ['Infinity', (input) => (first(input).values['innovation'] = Number.POSITIVE_INFINITY), [['ITEM_NOT_A_NUMBER', place]]],
    ['a blank criterion', (input) => (first(input).values['innovation'] = null), [['ITEM_MISSING', place]]],
    ['a criterion the sheet does not have', (input) => (first(input).values['luck'] = 1), [['ITEM_UNKNOWN', 'sheets/initial/w-01/j1/1/values/luck']]],
    ['an unknown judge', (input) => (first(input).judge = 'j9'), [['UNKNOWN_JUDGE', 'sheets/0/judge']]],
    ['an unknown entry', (input) => (first(input).entry = 'w-99'), [['UNKNOWN_ENTRY', 'sheets/0/entry']]],
    ['an unknown stage', (input) => (first(input).stage = 'semi'), [['UNKNOWN_STAGE', 'sheets/0/stage']]],
    ['a round 0', (input) => (first(input).round = 0), [['ROUND_NOT_POSITIVE', 'sheets/0/round']]],
    ['a sheet twice', (input) => input.sheets.push({ ...first(input) }), [['DUPLICATE_SHEET', 'sheets']]],
    ['an entry twice', (input) => input.entries.push({ id: 'w-01', group: 'senior' }), [['DUPLICATE_ENTRY', 'entries']]],
    ['a lot that is no whole number', (input) => (input.lots = { 'w-01': 0.5 }), [['LOT_NOT_WHOLE', 'lots/w-01']]],
    ['a recusal of nobody', (input) => (input.recusals = [{ judge: 'j1', entry: 'w-77' }]), [['UNKNOWN_ENTRY', 'recusals/0/entry']]],
    ['a prize taken from nobody', (input) => (input.revoked = [{ entry: 'w-77', award: 'grade', reason: 'r' }]), [['UNKNOWN_ENTRY', 'revoked/0/entry']]],
    ['rules that cannot be', (input) => (input.rules.total = { method: 'weighted', weights: { initial: 0.3, final: 0.6 }, places: 2 }), [['WEIGHTS_NOT_ONE', 'rules/total/weights']]],
  ])('%s', (_name, change, expected) => expect(refused(changed(innovationExample, change))).toEqual(expected));

  it('says everything that is wrong at once', () => {
    const problems = refused(
      changed(innovationExample, (input) => {
        first(input).values['innovation'] = 99;
        (input.sheets[1] as ScoreSheet).values = { innovation: 'x', science: 31 };
      }),
    );
    expect(problems.map(([code]) => code).sort()).toEqual(['ITEM_MISSING', 'ITEM_MISSING', 'ITEM_NOT_A_NUMBER', 'ITEM_OUT_OF_RANGE', 'ITEM_OUT_OF_RANGE']);
  });

  it('refuses correction the data cannot carry, and names judges and parts', () => {
    const few = changed(innovationExample, (input) => Object.assign(input.rules.stages[0] as object, { correction: { method: 'zscore' } }));
    expect(new Set(refused(few).map(([code]) => code))).toEqual(new Set(['TOO_FEW_ENTRIES_FOR_JUDGE']));
    const apart = changed(innovationExample, (input) => {
      Object.assign(input.rules.stages[0] as object, { correction: { method: 'additive' }, judges: { method: 'mean' } });
      const known = input.sheets.filter((sheet) => sheet.stage !== 'initial');
      const pair = (entry: string, judge: string): ScoreSheet => ({ entry, stage: 'initial', judge, values: { innovation: 30, science: 20, practice: 10, report: 5 } });
      input.sheets = [...known, pair('w-01', 'j1'), pair('w-02', 'j1'), pair('w-03', 'j3'), pair('w-04', 'j3')];
    });
    expect(refused(apart)).toEqual([['DESIGN_UNLINKED', 'stages/initial/correction']]);
    const allowed = changed(apart, (input) => Object.assign(input.rules.stages[0] as object, { correction: { method: 'mixed' } }));
    expect(score(allowed).groups[0]?.corrections[0]).toMatchObject({ method: 'mixed', parts: 2, facts: { comparedThroughPrior: true } });
  });

  it('leaves judges with too few entries as they are when the rule says so, and flags them', () => {
    const raw = changed(innovationExample, (input) => Object.assign(input.rules.stages[0] as object, { correction: { method: 'shift', minimumEntries: 5, whenFew: 'raw' } }));
    const [report] = score(raw).groups[0]?.corrections ?? [];
    expect(report?.judges.filter((judge) => judge.flags.includes('tooFew')).map((judge) => judge.judge)).toEqual(['j2', 'j5']);
  });

  it('refuses games without a score, two marks of one number, two sheets where one is due, rounds without a rule, division by zero', () => {
    expect(refused(changed(roboticsExample, (input) => delete input.matches?.[0]?.sides[0]?.score))).toEqual([['SCORE_MISSING', 'matches/d1']]);
    expect(refused(changed(roboticsExample, (input) => input.matches?.push({ ...(input.matches[0] as object) } as never)))).toEqual([['DUPLICATE_MATCH', 'matches/3/id']]);
    expect(refused(changed(olympiadExample, (input) => input.sheets.push({ entry: 'c1', stage: 'paper2', judge: 'm9', mark: 1, values: { p1: 31 } })))).toEqual([['DUPLICATE_MARK', 'sheets/paper2/c1/m9/1/values/p1']]);
    expect(refused(changed(roboticsExample, (input) => input.sheets.push({ ...first(input), judge: 'ref-2' })))).toEqual([['SEVERAL_SHEETS', 'sheets/field/t1']]);
    expect(refused(changed(innovationExample, (input) => input.sheets.push({ ...first(input), round: 2 })))).toEqual([['ROUNDS_WITHOUT_RULE', 'sheets/initial/w-01']]);
    const zero = changed(innovationExample, (input) => (input.rules.total = { method: 'formula', value: { div: ['initial', { sub: ['final', 'final'] }] }, places: 2 }));
    // w-05 is absent: nothing is asked of it.
    expect(refused(zero)).toEqual(['w-01', 'w-02', 'w-03', 'w-04'].map((entry) => ['DIVISION_BY_ZERO', `entries/${entry}/total`]));
  });

  it('refuses a sheet that breaks its restriction, with the message of the rule', () => {
    const input = changed(roboticsExample, (one) => Object.assign(first(one).values, { targets: 0, home: true }));
    expect(refused(input)).toEqual([['RESTRICTION', 'sheets/field/t1/ref-1/1/restrictions/home-needs-target']]);
  });
});

describe('missing, absent, void, disqualified and zero are five things', () => {
  it('gives each its own state and no last place', () => {
    const input = changed(innovationExample, (one) => {
      one.entries.push({ id: 'w-06', group: 'senior' }, { id: 'w-07', group: 'senior', status: 'disqualified' }, { id: 'w-08', group: 'senior', status: 'withdrawn' });
      const zero = (stage: string, judge: string): ScoreSheet => ({ entry: 'w-06', stage, judge, values: { innovation: 0, science: 0, practice: 0, report: 0 } });
      one.sheets.push(...['initial', 'final'].flatMap((stage) => ['j1', 'j3', 'j4'].map((judge) => zero(stage, judge))));
      one.entries.push({ id: 'w-09', group: 'senior' });
    });
    const output = score(input).groups[0];
    expect(Object.fromEntries((output?.rows ?? []).map((row) => [row.entry, [row.state, row.rank, row.total]]))).toMatchObject({
      'w-05': ['absent', null, null],
      'w-06': ['ranked', 5, '0.00'],
      'w-07': ['disqualified', null, null],
      'w-08': ['withdrawn', null, null],
      'w-09': ['noResult', null, null],
    });
    expect(output?.counts).toEqual({ entries: 9, ranked: 5, absent: 1, disqualified: 1, withdrawn: 1, unresolved: 1 });
  });

  it('has an empty result for an empty contest, and rank 1 for a single entry', () => {
    const none = { ...copy(innovationExample), entries: [], sheets: [], recusals: [] };
    expect(score(none).groups).toEqual([]);
    const one = changed(innovationExample, (input) => {
      input.entries = input.entries.slice(0, 1);
      input.sheets = input.sheets.filter((sheet) => sheet.entry === 'w-01');
      input.recusals = [];
    });
    expect(score(one).groups[0]?.rows.map((row) => row.rank)).toEqual([1]);
  });
});
