import { describe, expect, it } from '@jest/globals';
import { checkMarks, checkSheet, type JudgeCombination, type MarkingRules, type RoundCombination, type ScoreInput, type ScoreSheet, type SheetRules, type StageRules } from '#libs/scoring';
import { byEntry, entriesOf, given, judgeSheets, num, panel, refusalOf, rowOf, rulesOf, run, words } from './build.js';

/** One entry scored by judges j1, j2, … */
const panelTotal = (scores: readonly number[], judges: JudgeCombination, places = 2, more: Partial<ScoreInput> = {}) => {
  const table = Object.fromEntries(scores.map((score, index) => [`j${index + 1}`, { e: score }]));
  const row = rowOf(run({ rules: rulesOf({ stage: panel(judges, places) }), entries: entriesOf(['e']), sheets: judgeSheets(table), ...more }), 'e');
  return row.state === 'ranked' ? row.stages['s']?.score : row.state;
};

describe('panels, as another contest might set them', () => {
  const trimmed: JudgeCombination = { method: 'trimmed', minimum: 3, trimFrom: 5 };
  it.each<[string, readonly number[], JudgeCombination, number, string]>([
    ['all equal', [88, 88, 88, 88, 88], trimmed, 2, '88.00'],
    ['five, two of them the highest', [95, 95, 80, 80, 80], trimmed, 2, '85.00'],
    ['four: not trimmed yet', [60, 90, 90, 90], trimmed, 2, '82.50'],
    ['two: too few', [90, 91], trimmed, 2, 'insufficient'],
    ['trimmed from 4 on', [60, 80, 90, 99], { method: 'trimmed', minimum: 2, trimFrom: 4 }, 2, '85.00'],
    ['two dropped at each end', [1, 2, 50, 60, 70, 98, 99], { method: 'trimmed', minimum: 3, trimFrom: 7, drop: 2 }, 2, '60.00'],
    ['only the lowest dropped', [70, 80, 90], { method: 'dropped', high: 0, low: 1 }, 2, '85.00'],
    ['only the two highest dropped', [70, 80, 90], { method: 'dropped', high: 2, low: 0 }, 2, '70.00'],
    ['dropping leaves nothing', [70, 80], { method: 'dropped', high: 1, low: 1 }, 2, 'insufficient'],
    ['median of an even number', [70, 80, 85, 100], { method: 'median' }, 2, '82.50'],
    ['half-up at the fifth thousandth', [80, 80.01], { method: 'mean' }, 2, '80.01'],
    ['half-up below zero goes away from it', [-0.5, -0.5, -0.5], { method: 'mean' }, 0, '-1'],
    ['just under the half', [1, 1, 2], { method: 'mean' }, 0, '1'],
    ['a float trap', [1.005], { method: 'mean' }, 2, '1.01'],
    ['thirds to whole numbers', [80, 80, 81], { method: 'mean' }, 0, '80'],
    ['sum of judges', [7.5, 8, 9.25], { method: 'sum' }, 2, '24.75'],
  ])('%s', (_name, scores, judges, places, expected) => expect(panelTotal(scores, judges, places)).toBe(expected));

  it('judge weights that do not sum to one are shares of their sum', () => {
    expect(panelTotal([90, 60], { method: 'mean', weighted: true }, 2, { judges: [{ id: 'j1', weight: 2 }, { id: 'j2', weight: 1 }] })).toBe('80.00');
    expect(panelTotal([90, 60], { method: 'mean', weighted: true }, 2, { judges: [{ id: 'j1', weight: '0.2' }, { id: 'j2', weight: '0.1' }] })).toBe('80.00');
  });

  it('nobody left after recusals; a weight of nothing is refused', () => {
    const recusals = ['j1', 'j2'].map((judge) => ({ judge, entry: 'e' }));
    expect(panelTotal([90, 60], { method: 'mean' }, 2, { recusals })).toBe('noResult');
    const weightless = { judges: [{ id: 'j1', weight: 0 }, { id: 'j2', weight: '-1' }] };
    expect(refusalOf(() => panelTotal([90, 60], { method: 'mean', weighted: true }, 2, weightless)).map(({ code, path }) => [code, path])).toEqual([['NOT_POSITIVE', 'judges/0/weight'], ['NOT_POSITIVE', 'judges/1/weight']]);
  });

  it('a withdrawn judge brings a panel under its minimum for some entries only', () => {
    const sheets = judgeSheets({ j1: { a: 90, b: 80 }, j2: { a: 92, b: 82 }, j3: { a: 70 }, j4: { b: 84 } });
    const output = run({ rules: rulesOf({ stage: panel({ method: 'mean', minimum: 3 }) }), entries: entriesOf(['a', 'b']), sheets, judges: [{ id: 'j1' }, { id: 'j2' }, { id: 'j3', state: 'withdrawn' }, { id: 'j4' }] });
    expect(byEntry(output, (row) => [row.state, row.total && num(row.total)])).toEqual({ a: ['insufficient', null], b: ['ranked', 82] });
  });
});

describe('judges corrected by median and deviation', () => {
  it('T = 75 + 10 (x - median) / (1.4826 MAD), judge by judge, and a judge without spread gives the mean', () => {
    const sheets = judgeSheets({ j1: { a: 10, b: 12, c: 14, d: 16, e: 60 }, j2: { a: 50, b: 50, c: 50, d: 50, e: 50 } });
    const stage = { judges: { method: 'mean' }, correction: { method: 'robust', minimumEntries: 5, places: 4 }, places: 4 } as Partial<StageRules>;
    const output = run({ rules: rulesOf({ stage }), entries: entriesOf(['a', 'b', 'c', 'd', 'e']), sheets });
    // j1: median 14, deviations 4, 2, 0, 2, 46: MAD 2.
    const corrected = byEntry(output, (row) => row.trace.stages[0]?.sheets.map((sheet) => sheet.corrected));
    expect(corrected).toEqual({ a: ['61.5102', '75'], b: ['68.2551', '75'], c: ['75', '75'], d: ['81.7449', '75'], e: ['230.1329', '75'] });
  });

  it('a judge with few entries may stay as given, beside corrected ones', () => {
    const stage = { ...panel({ method: 'mean' }), correction: { method: 'zscore', mean: 80, sd: 5, minimumEntries: 3, whenFew: 'raw' } } as Partial<StageRules>;
    const output = run({ rules: rulesOf({ stage }), entries: entriesOf(['a', 'b', 'c']), sheets: judgeSheets({ j1: { a: 60, b: 70, c: 80 }, j2: { a: 90, b: 90 } }) });
    // j1: mean 70, SD sqrt(200 / 3): a and c are 1.224745 SD away from it.
    expect(byEntry(output, (row) => num(row.total))).toEqual({ a: 81.94, b: 85, c: 86.12 });
    expect(output.groups[0]?.corrections[0]?.judges.map((judge) => [judge.judge, judge.flags])).toEqual([['j1', []], ['j2', ['tooFew']]]);
  });

  it('severity is measured from the mean of the judges, not from their median', () => {
    const sheets = judgeSheets({ j1: { a: 60, b: 60 }, j2: { a: 70, b: 70 }, j3: { a: 95, b: 95 } });
    const stage = { judges: { method: 'mean' }, correction: { method: 'shift', minimumEntries: 2 } } as Partial<StageRules>;
    expect(byEntry(run({ rules: rulesOf({ stage }), entries: entriesOf(['a', 'b']), sheets }), (row) => row.total)).toEqual({ a: '75', b: '75' });
  });
});

describe('rounds, as another contest might set them', () => {
  type Round = number | 'DNF' | 'DNS' | 'DQ';
  const states = { DNF: 'noResult', DNS: 'noShow', DQ: 'disqualified' } as const;
  const sheetsOf = (rounds: readonly Round[]): ScoreSheet[] =>
    rounds.map((one, index) => ({ entry: 'e', stage: 's', round: index + 1, ...(typeof one === 'number' ? { values: { x: one } } : { state: states[one] }) }));
  const result = (rounds: readonly Round[], rule: RoundCombination, better: 'higher' | 'lower' = 'higher') => {
    const row = rowOf(run({ rules: rulesOf({ stage: { rounds: rule, better, places: 2 } as Partial<StageRules> }), entries: entriesOf(['e']), sheets: sheetsOf(rounds) }), 'e');
    return row.state === 'ranked' ? row.stages['s']?.score : row.state;
  };

  it.each<[string, readonly Round[], RoundCombination, 'higher' | 'lower', string]>([
    ['a DNF is left out', [40, 'DNF', 50], { method: 'mean' }, 'higher', '45.00'],
    ['a DNF is zero', [40, 'DNF', 50], { method: 'mean', noResult: 'zero' }, 'higher', '30.00'],
    ['a DNF is zero, a DNS is left out', ['DNS', 'DNF', 50], { method: 'mean', noResult: 'zero', noShow: 'skip' }, 'higher', '25.00'],
    ['a DNF is left out, a DNS spoils all', [40, 'DNS', 50], { method: 'mean', noResult: 'skip', noShow: 'void' }, 'higher', 'noResult'],
    ['a DNF is left out though a DNS would spoil all', [40, 'DNF', 50], { method: 'mean', noResult: 'skip', noShow: 'void' }, 'higher', '45.00'],
    ['without a rule for DNS it is a DNF', [40, 'DNS', 50], { method: 'mean', noResult: 'zero' }, 'higher', '30.00'],
    ['a disqualified round', [40, 'DQ', 50], { method: 'bestOf', count: 2, take: 'sum', noResult: 'zero' }, 'higher', '90.00'],
    ['later rounds weigh more', [40, 50, 60], { method: 'sum', factors: [1, '1.5', 2] }, 'higher', '235.00'],
    ['the factor decides which round is best', [100, 80], { method: 'best', factors: [1, '1.3'] }, 'higher', '104.00'],
    ['rounds beyond the factors count once', [10, 10, 10], { method: 'sum', factors: [3] }, 'higher', '50.00'],
    ['best of three times, one DNF', [61.2, 'DNF', 60.05], { method: 'best' }, 'lower', '60.05'],
    ['all DNF', ['DNF', 'DNF'], { method: 'best', noResult: 'worst' }, 'lower', 'noResult'],
    ['best three of two', [10, 20], { method: 'bestOf', count: 3, take: 'sum' }, 'higher', '30.00'],
    ['average with drops at the threshold', [10, 20, 30, 40, 50, 60, 70, 80], { method: 'meanDropping', drops: [{ played: 4, drop: 1 }, { played: 8, drop: 2 }] }, 'higher', '55.00'],
    ['and just under it', [10, 20, 30, 40, 50, 60, 70], { method: 'meanDropping', drops: [{ played: 8, drop: 2 }, { played: 4, drop: 1 }] }, 'higher', '45.00'],
    ['middle of five with a DNF', [10, 11, 12, 13, 'DNF'], { method: 'meanOfMiddle', noResult: 'worst' }, 'lower', '12.00'],
    ['middle of five with a DNF and a DNS', [10, 11, 12, 'DNS', 'DNF'], { method: 'meanOfMiddle', noResult: 'worst' }, 'lower', 'noResult'],
    ['planned rounds outstanding', [10, 20], { method: 'sum', planned: 3 }, 'higher', 'pending'],
    ['planned rounds played out with a no-show', [10, 20, 'DNS'], { method: 'sum', planned: 3 }, 'higher', '30.00'],
    ['last round did not finish', [10, 'DNF'], { method: 'last', noResult: 'worst' }, 'higher', 'noResult'],
  ])('%s', (_name, rounds, rule, better, expected) => expect(result(rounds, rule, better)).toBe(expected));

  it('what can still become of two rounds of which the second counts double', () => {
    const rule: RoundCombination = { method: 'sum', planned: 2, noResult: 'zero', factors: [1, 2], bounds: { highest: 100 } };
    const output = run({ rules: rulesOf({ stage: { rounds: rule } as Partial<StageRules> }), entries: entriesOf(['e', 'late']), sheets: sheetsOf([70]) });
    expect(rowOf(output, 'e').stages['s']?.forecast).toEqual({ best: '270', worst: '70' });
    expect(rowOf(output, 'late')).toMatchObject({ state: 'pending', stages: { s: { forecast: { best: '300', worst: '0' } } } });
  });
});

describe('sheets, as another contest might draw them', () => {
  const total = (sheet: SheetRules, values: Record<string, unknown>) => {
    const checked = checkSheet(sheet, values);
    return checked.problems.length > 0 ? checked.problems.map((one) => one.code) : checked.total;
  };
  const rescue: SheetRules = {
    items: [
      { kind: 'count', key: 'victims', label: words('victims'), max: 4, points: 30 },
      { kind: 'count', key: 'stops', label: words('stops'), max: 20, points: -5, floor: -20 },
      { kind: 'choice', key: 'exit', label: words('exit'), options: [{ key: 'none', label: words('none'), points: 0 }, { key: 'half', label: words('half'), points: 10 }, { key: 'full', label: words('full'), points: 25 }] },
      { kind: 'flag', key: 'bonus', label: words('bonus'), points: 15 },
      { kind: 'measure', key: 'seconds', label: words('seconds'), min: 0, max: 240 },
    ],
    derived: [{ key: 'early', value: { if: [{ eq: ['exit', { text: 'full' }] }, { floor: { div: [{ sub: [240, 'seconds'] }, 10] } }, 0] } }],
    total: { add: ['points.victims', 'points.stops', 'points.exit', 'points.bonus', 'early'] },
    floor: 0,
    cap: 160,
    restrictions: [
      { key: 'bonus-needs-exit', holds: { or: [{ not: 'bonus' }, { ne: ['exit', { text: 'none' }] }] }, message: words('no bonus without an exit') },
      { key: 'exit-needs-victim', holds: { or: [{ eq: ['exit', { text: 'none' }] }, { ge: ['victims', 1] }] }, message: words('no exit without a victim') },
    ],
  };
  const filled = (more: Record<string, unknown>) => ({ victims: 0, stops: 0, exit: 'none', bonus: false, seconds: 240, ...more });
  it.each<[string, Record<string, unknown>, unknown]>([
    ['nothing done', {}, '0'],
    ['penalties stop at their floor', { victims: 1, stops: 9 }, '10'],
    ['and the sheet at its own', { stops: 9 }, '0'],
    ['time left counts by whole tens', { victims: 2, exit: 'full', seconds: 101 }, '98'],
    ['a full sheet is capped', { victims: 4, exit: 'full', bonus: true, seconds: 0 }, '160'],
    ['every restriction that is broken', { victims: 0, exit: 'half', bonus: true }, ['RESTRICTION']],
    ['both at once', { bonus: true, victims: 0, exit: 'none', seconds: 241 }, ['ITEM_OUT_OF_RANGE']],
    ['a blank item', { bonus: null }, ['ITEM_MISSING']],
    ['an unknown choice and a third of a victim', { exit: 'window', victims: '1/3' }, ['ITEM_OFF_STEP', 'CHOICE_UNKNOWN']],
  ])('rescue: %s', (_name, values, expected) => expect(total(rescue, filled(values))).toEqual(expected));

  it.each<[string, SheetRules['items'][number], unknown, unknown]>([
    ['every part wrong', { kind: 'answers', key: 'q', label: words('q'), right: 'TFTF', pointsByRight: [0, 0, 0.2, 1, 2] }, 'FTFT', '0'],
    ['two parts right', { kind: 'answers', key: 'q', label: words('q'), right: 'TFTF', pointsByRight: [0, 0, 0.2, 1, 2] }, 'TFFT', '0.2'],
    ['five parts with a penalty for none', { kind: 'answers', key: 'q', label: words('q'), right: 'AABBC', pointsByRight: [-1, 0, 0, 1, 2, 4] }, 'BBAAA', '-1'],
    ['one answer too short', { kind: 'answers', key: 'q', label: words('q'), right: 'TFTF', pointsByRight: [0, 0, 0, 1, 2] }, 'TFT', ['ANSWER_LENGTH']],
    ['a subtask by its weakest test', { kind: 'tests', key: 'q', label: words('q'), max: 40, take: 'min' }, [1, '0.5', 1], '20'],
    ['a subtask just at the threshold', { kind: 'tests', key: 'q', label: words('q'), max: 40, take: 'threshold', threshold: '0.5' }, ['0.5', 1], '40'],
    ['just under the threshold', { kind: 'tests', key: 'q', label: words('q'), max: 40, take: 'threshold', threshold: '0.5' }, ['0.49', 1], '0'],
    ['no test at all', { kind: 'tests', key: 'q', label: words('q'), max: 40, take: 'min' }, [], '0'],
    ['a share of the tests', { kind: 'tests', key: 'q', label: words('q'), max: 10, take: 'share' }, [1, 0, 1], '20/3'],
    ['best throw with a foul', { kind: 'tries', key: 'q', label: words('q'), most: 3, take: 'highest' }, [12.4, null, 13.05], '13.05'],
    ['the last throw is a foul', { kind: 'tries', key: 'q', label: words('q'), most: 3, take: 'last' }, [12.4, 13, null], '0'],
    ['a throw too many', { kind: 'tries', key: 'q', label: words('q'), most: 2, take: 'highest' }, [1, 2, 3], ['TOO_MANY_TRIES']],
    ['points from a table', { kind: 'lookup', key: 'q', label: words('q'), table: [{ at: 0, points: 0 }, { at: 1, points: 10 }, { at: 2, points: '12.5' }] }, 2, '12.5'],
    ['off the table', { kind: 'lookup', key: 'q', label: words('q'), table: [{ at: 0, points: 0 }, { at: 1, points: 10 }] }, 3, ['LOOKUP_UNKNOWN']],
    ['a weighted criterion', { kind: 'score', key: 'q', label: words('q'), max: 100, weight: '0.35' }, 88.5, '30.975'],
    ['off the step', { kind: 'score', key: 'q', label: words('q'), max: 10, step: '0.5' }, 7.25, ['ITEM_OFF_STEP']],
  ])('%s', (_name, item, value, expected) => expect(total({ items: [item] }, { q: value })).toEqual(expected));
});

describe('marking, at the edges of the tolerance', () => {
  const marked = (marks: [number, number?, number?, number?], rules: MarkingRules) => {
    const [first, second, third, arbitration] = marks;
    const { state, score } = checkMarks({ first, ...(second === undefined ? {} : { second }), ...(third === undefined ? {} : { third }), ...(arbitration === undefined ? {} : { arbitration }) }, rules);
    return score ?? state;
  };
  const double = (tolerance: number | string, equidistant?: MarkingRules['equidistant']): MarkingRules => ({ method: 'double', tolerance, ...(equidistant ? { equidistant } : {}) });
  it.each<[string, [number, number?, number?, number?], MarkingRules, string]>([
    ['exactly the tolerance', [10, 13], double(3), '11.5'],
    ['a tenth beyond it', [10, 13.1], double(3), 'needThird'],
    ['tolerance zero, equal', [12, 12], double(0), '12'],
    ['tolerance zero, not equal', [12, 12.5], double(0), 'needThird'],
    ['the third with the nearer first', [10, 20, 12], double(3), '11'],
    ['the third with the nearer second', [10, 20, 18], double(3), '19'],
    ['the third in the middle, higher', [10, 16, 13], double(3), '14.5'],
    ['the third in the middle, lower', [10, 16, 13], double(3, 'lower'), '11.5'],
    ['the third in the middle, median', [10, 16, 13], double(3, 'median'), '13'],
    ['the third in the middle but too far', [10, 20, 15], double(3), 'needArbitration'],
    ['the third outside, exactly at the tolerance', [10, 20, 23], double(3), '21.5'],
    ['arbitration stands above all', [10, 20, 15, 17], double(3), '17'],
    ['a decimal tolerance', [1.1, 1.4], double('0.3'), '1.25'],
    ['reviewed within', [8, 9], { method: 'reviewed', tolerance: 1 }, '9'],
    ['reviewed beyond', [8, 10], { method: 'reviewed', tolerance: 1 }, 'needArbitration'],
    ['not reviewed yet', [8], { method: 'reviewed', tolerance: 1 }, 'needSecond'],
    ['single', [8], { method: 'single' }, '8'],
    ['a third that may be further off', [10, 20, 16], { ...double(3), thirdTolerance: 6 }, '18'],
    ['exactly as far as it may be', [10, 20, 26], { ...double(3), thirdTolerance: '6' }, '23'],
    ['a half beyond that', [10, 20, 26.5], { ...double(3), thirdTolerance: 6 }, 'needArbitration'],
    ['the first two are measured by their own tolerance', [10, 15], { ...double(3), thirdTolerance: 6 }, 'needThird'],
    ['a mark to whole points, half-up', [12, 13], { ...double(3), places: 0 }, '13'],
    ['a third mark to one decimal', [10, 16, 15.5], { ...double(3), places: 1 }, '15.8'],
    ['arbitration is rounded, too', [10, 16, 13, 12.25], { ...double(3), places: 1 }, '12.3'],
  ])('%s', (_name, marks, rules, expected) => expect(marked(marks, rules)).toBe(expected));
});

describe('stages, as another contest might combine them', () => {
  const total = (attributes: Record<string, number>, rules: Parameters<typeof rulesOf>[0]) => {
    const row = rowOf(run({ rules: rulesOf({ stages: Object.keys(attributes).map((key) => given(key)), ...rules }), entries: entriesOf([{ id: 'e', ...attributes }]) }), 'e');
    return row.total;
  };
  it.each<[string, Record<string, number>, Parameters<typeof rulesOf>[0], string | null]>([
    ['weights of thirds', { a: 90, b: 60, c: 75 }, { total: { method: 'weighted', weights: { a: '1/3', b: '1/3', c: '1/3' }, places: 2 } }, '75.00'],
    ['free weights', { a: 90, b: 60 }, { total: { method: 'weighted', weights: { a: '1.2', b: '-0.1' }, freeWeights: true, places: 1 } }, '102.0'],
    ['scaled to the largest maximum', { a: 50, b: 30 }, { total: { method: 'scaled', stages: [{ stage: 'a', maximum: 100, weight: 1 }, { stage: 'b', maximum: 40, weight: 1 }], places: 1 } }, '125.0'],
    ['multiplied factors', { a: 465, b: 2 }, { total: { method: 'formula', value: { mul: ['a', { add: [1, { mul: ['b', { exact: '1/10' }] }] }] }, places: 1 } }, '558.0'],
    ['each part rounded first', { a: 285, b: 310 }, { total: { method: 'formula', value: { add: [{ mul: [{ round: [{ mul: [{ div: ['a', 300] }, 1000] }, 0] }, 0.6] }, { mul: [{ round: [{ mul: [{ div: ['b', 400] }, 1000] }, 0] }, 0.4] }] }, places: 1 } }, '880.0'],
  ])('%s', (_name, attributes, rules, expected) => expect(total(attributes, rules)).toBe(expected));

  it('says what to write where a number stands as a text in a calculation', () => {
    const rules: Parameters<typeof rulesOf>[0] = { total: { method: 'formula', value: { mul: ['a', '0.1'] }, places: 1 } };
    expect(refusalOf(() => total({ a: 1 }, rules))).toMatchObject([{ code: 'NUMBER_AS_TEXT', path: 'rules/total/value', params: { text: '0.1' } }]);
  });
});
