import { describe, expect, it } from '@jest/globals';
import { checkMarks, checkSheet, type Expression, type ScoredEntry, type ScoringRules, type SelectionRules, type SheetRules, type StageRules } from '#libs/scoring';
import { asc, byEntry, desc, domainCase, entriesOf, given, num, ranked, refusalOf, rowOf, rulesOf, run, words } from './build.js';

const level = (key: string, more: Record<string, unknown>) => ({ key, label: words(key), ...more });
const paper = (maxima: readonly number[]): SheetRules => ({ items: maxima.map((max, index) => ({ kind: 'score', key: `q${index + 1}`, label: words(`q${index + 1}`), max })) });
const answersTo = (scores: readonly number[]): Record<string, number> => Object.fromEntries(scores.map((score, index) => [`q${index + 1}`, score]));

describe('olympiads: papers', () => {
  it('OLY-MATH-001', () => {
    const { input, expected } = domainCase<{ rows: { id: string; p1: number | null; p2: number | null }[]; first_quota: number }, { order: string[]; totals: Record<string, number>; first: string[]; absent: string[] }>('OLY-MATH-001');
    const rules = rulesOf({
      stages: [given('p1', { max: 120 } as never), given('p2', { max: 180 } as never)],
      total: { method: 'sum', stages: ['p1', 'p2'], places: null },
      ranking: { keys: [desc('total'), desc('p2')] },
      awards: [{ key: 'prize', ties: 'shrink', levels: [level('first', { count: input.first_quota })] }],
    });
    const entries = entriesOf(input.rows).map((entry): ScoredEntry => (expected.absent.includes(entry.id) ? { ...entry, status: 'absent' } : entry));
    const output = run({ rules, entries });
    expect(ranked(output)).toEqual(expected.order);
    expect(Object.fromEntries(ranked(output).map((id) => [id, num(rowOf(output, id).total)]))).toEqual(expected.totals);
    expect(ranked(output).filter((id) => rowOf(output, id).awards['prize'] === 'first')).toEqual(expected.first);
    expect(rowOf(output, 'm6')).toMatchObject({ state: 'absent', rank: null });
  });

  it('OLY-MATH-002', () => {
    const { input, expected } = domainCase<{ paper2: number[] }, { error: string; item: number; max: number }>('OLY-MATH-002');
    const rules = rulesOf({ sheets: { plain: paper([40, 40, 50, 50]) } });
    const sheets = [{ entry: 'm', stage: 's', values: answersTo(input.paper2) }];
    expect(refusalOf(() => run({ rules, entries: entriesOf(['m']), sheets }))).toEqual([
      { code: expected.error, path: `sheets/s/m/-/1/values/q${expected.item}`, params: { value: '41', min: '0', max: String(expected.max) } },
    ]);
  });

  it('OLY-BIO-001', () => {
    const { input, expected } = domainCase<{ items: { answer: string; key: string }[] }, { per_item: number[]; total: number }>('OLY-BIO-001');
    const sheet: SheetRules = { items: input.items.map(({ key }, index) => ({ kind: 'answers', key: `q${index}`, label: words('q'), right: key, pointsByRight: [0, 0, 0.2, 1, 2] })) };
    const checked = checkSheet(sheet, Object.fromEntries(input.items.map(({ answer }, index) => [`q${index}`, answer])));
    expect(input.items.map((_, index) => num(checked.points[`q${index}`] ?? null))).toEqual(expected.per_item);
    expect(num(checked.total)).toBe(expected.total);
  });

  it('OLY-PHY-001', () => {
    const { input, expected } = domainCase<{ rows: Record<string, [number, number]> }, { totals: Record<string, number>; ranks: Record<string, number> }>('OLY-PHY-001');
    const rules = rulesOf({
      stages: [given('theory', { max: 320 } as never), given('experiment', { max: 80 } as never)],
      total: { method: 'sum', stages: ['theory', 'experiment'], places: null },
      ranking: { keys: [desc('total'), desc('theory')] },
    });
    const output = run({ rules, entries: entriesOf(Object.entries(input.rows).map(([id, [theory, experiment]]) => ({ id, theory, experiment }))) });
    expect(byEntry(output, (row) => num(row.total))).toEqual(expected.totals);
    expect(byEntry(output, (row) => row.rank)).toEqual(expected.ranks);
  });
});

describe('olympiads: marking', () => {
  interface Marking {
    a: number;
    b: number;
    T: number;
    c?: number;
    lead?: number;
  }
  const state = { NEED_THIRD: 'needThird', NEED_ARBITRATION: 'needArbitration', FINAL: 'final' } as const;

  it.each([1, 2, 3, 4, 5, 6, 7].map((index) => `OLY-MARK-00${index}`))('%s', (id) => {
    const { input, expected } = domainCase<Marking, { state: keyof typeof state; by?: string; score?: number }>(id);
    const marks = { first: input.a, second: input.b, ...(input.c === undefined ? {} : { third: input.c }), ...(input.lead === undefined ? {} : { arbitration: input.lead }) };
    const wanted = { state: state[expected.state], by: expected.by?.toLowerCase() ?? null, score: expected.score ?? null };
    const live = checkMarks(marks, { method: 'double', tolerance: input.T });
    expect({ ...live, score: num(live.score) }).toEqual(wanted);

    const stage = { key: 's', label: words('s'), kind: 'marked', problems: [{ key: 'p1', label: words('p1'), max: 20 }], marking: { method: 'double', tolerance: input.T } } satisfies StageRules;
    const sheets = Object.values(marks).map((mark, index) => ({ entry: 'e', stage: 's', judge: `m${index}`, mark: index === 2 && input.lead !== undefined && input.c === undefined ? (4 as const) : ((index + 1) as 1 | 2 | 3 | 4), values: { p1: mark } }));
    const row = rowOf(run({ rules: rulesOf({ stages: [stage] }), entries: entriesOf(['e']), sheets }), 'e');
    expect(num(row.total)).toBe(wanted.score);
    expect(row.state).toBe(wanted.state === 'final' ? 'ranked' : 'pending');
    expect(row.trace.stages[0]?.problems?.[0]).toMatchObject({ state: wanted.state, by: wanted.by });
  });
});

describe('olympiads: team scores and ties', () => {
  interface Formula {
    rows: { noip: number; sel: number }[];
    max_noip?: number;
    max_sel?: number;
  }
  const totals: Record<string, ScoringRules['total']> = {
    'OLY-TEAM-001': {
      method: 'formula',
      places: 1,
      value: {
        add: [
          { mul: [{ round: [{ mul: [{ div: ['noip', 'param.maxNoip'] }, 1000] }, 0] }, 0.6] },
          { mul: [{ round: [{ mul: [{ div: ['sel', 'param.maxSel'] }, 1000] }, 0] }, 0.4] },
        ],
      },
    },
    'OLY-TEAM-002': {
      method: 'formula',
      places: 3,
      value: { add: [{ mul: [{ div: ['noip', 'param.maxNoip'] }, 100, 0.4] }, { mul: [{ div: ['sel', 'param.maxSel'] }, 100, 0.6] }] },
    },
    'OLY-TEAM-003': { method: 'formula', places: 1, value: { add: [{ mul: [{ div: ['noip', 400] }, 600, 0.4] }, { mul: ['sel', 0.6] }] } },
  };

  it.each(Object.keys(totals))('%s', (id) => {
    const { input, expected } = domainCase<Formula, number[]>(id);
    const rules = rulesOf({
      parameters: { maxNoip: input.max_noip ?? 400, maxSel: input.max_sel ?? 600 },
      stages: [given('noip'), given('sel')],
      total: totals[id] as ScoringRules['total'],
    });
    const output = run({ rules, entries: entriesOf(input.rows.map((row, index) => ({ id: `c${index}`, ...row }))) });
    expect(input.rows.map((_, index) => num(rowOf(output, `c${index}`).total))).toEqual(expected);
  });

  it('OLY-TIE-001', () => {
    const { input, expected } = domainCase<{ rows: ({ id: string } & Record<string, number>)[] }, string[]>('OLY-TIE-001');
    const rules = rulesOf({
      stages: [given('points', { attribute: 'total' } as never), given('noip'), given('csp'), given('wc')],
      total: { method: 'stage', stage: 'points', places: null },
      ranking: { keys: [desc('total'), desc('noip'), desc('grade', 'attr.grade'), desc('csp'), desc('wc')] },
    });
    expect(ranked(run({ rules, entries: entriesOf(input.rows) }))).toEqual(expected);
  });
});

describe('olympiads: teams', () => {
  const select = (selection: SelectionRules, rows: ({ id: string } & Record<string, unknown>)[]) =>
    run({ rules: rulesOf({ stages: [given('s')], selections: [selection] }), entries: entriesOf(rows) }).selections[0];
  const isGirl = { eq: ['attr.sex', { text: 'F' }] } satisfies { eq: [string, { text: string }] };

  it.each(['OLY-A-001', 'OLY-A-002', 'OLY-A-003'])('%s', (id) => {
    const { input, expected } = domainCase<{ rows: { id: string; s: number; sex: string }[] }, { A: string[]; next_for_B: string }>(id);
    const team = select({ key: 'A', places: { count: 5 }, quota: { when: isGirl, atLeast: 1 }, ties: 'report' }, input.rows);
    expect(team?.chosen).toEqual(expected.A);
    expect(team?.next[0]).toBe(expected.next_for_B);
  });

  it('OLY-CAP-001', () => {
    const { input, expected } = domainCase<{ rows: { id: string; sch: string; sex: string; s: number }[]; total: number }, { cap: number; selected: string[] }>('OLY-CAP-001');
    const most = { round: [{ div: ['places', 3] }, 0] } satisfies { round: [{ div: [string, number] }, number] };
    const team = select({ key: 'team', places: { count: input.total }, caps: [{ attribute: 'sch', most, notCounted: { when: isGirl, count: 1 } }], ties: 'report' }, input.rows);
    expect(team?.chosen).toEqual(expected.selected);
    expect(team?.proof.find((one) => one.entry === 'a6')).toMatchObject({ chosen: false, reason: 'capReached', params: { attribute: 'sch', most: expected.cap } });
  });
});

describe('olympiads: quotas, lines, prizes', () => {
  const figures = (rules: Partial<ScoringRules>): Record<string, number | null> => Object.fromEntries(Object.entries(run({ rules: rulesOf(rules), entries: [] }).figures).map(([key, value]) => [key, num(value)]));

  it.each(['OLY-QUOTA-001', 'OLY-QUOTA-002', 'OLY-QUOTA-003'])('%s', (id) => {
    const { input, expected } = domainCase<Record<'P' | 'N' | 'avg' | 'national_avg' | 'line' | 'national_line', number>, Record<string, number>>(id);
    const ladder = (mine: string, national: string) => ({ if: [{ lt: [{ sub: [mine, national] }, -5] }, 0, { add: [1, { floor: { div: [{ max: [{ sub: [mine, national] }, 0] }, 5] } }] }] }) as never;
    const found = figures({
      parameters: input,
      figures: [
        { key: 'B1', value: { div: [{ mul: [65, 'param.P'] }, 'param.N'] } },
        { key: 'B2', value: ladder('param.avg', 'param.national_avg') },
        { key: 'B3', value: ladder('param.line', 'param.national_line') },
        { key: 'sum_rounded', value: { add: ['figure.B1', 'figure.B2', 'figure.B3'] }, places: 0 },
        { key: 'cap', value: { floor: { mul: ['param.P', 0.055] } } },
        { key: 'B', value: { min: ['figure.sum_rounded', 'figure.cap'] } },
        { key: 'shownB1', value: 'figure.B1', places: 2 },
      ],
    });
    expect({ ...found, B1: found['shownB1'] }).toMatchObject(expected);
  });

  it('OLY-NOIP-001', () => {
    const { input, expected } = domainCase<{ rows: { R: number; Q: number }[]; base: number }, number[]>('OLY-NOIP-001');
    const found = input.rows.map((row) => figures({ parameters: { ...row, base: input.base }, figures: [{ key: 'A', value: { mul: [{ add: [{ mul: [{ sub: ['param.R', 'param.base'] }, 0.001] }, 0.2] }, 'param.Q'] } }] })['A']);
    expect(found).toEqual(expected);
  });

  it.each(['OLY-NOIP-002', 'OLY-NOIP-003'])('%s', (id) => {
    const { input, expected } = domainCase<{ first_line: number; scores: Record<string, number> }, Record<string, number>>(id);
    const high = { ge: ['param.firstLine', 150] } satisfies { ge: [string, number] };
    const rules = rulesOf({
      parameters: { firstLine: input.first_line },
      stages: [given('s')],
      awards: [
        {
          key: 'prize',
          ties: 'expand',
          levels: [level('1', { line: 'param.firstLine' }), level('2', { line: { if: [high, 120, 100] } }), level('3', { line: { if: [high, 100, 1000] } })],
        },
      ],
    });
    const output = run({ rules, entries: entriesOf(Object.entries(input.scores).map(([entry, s]) => ({ id: entry, s }))) });
    expect(byEntry(output, (row) => Number(row.awards['prize'] ?? 0))).toEqual(expected);
  });

  it('OLY-CUT-001', () => {
    const { input, expected } = domainCase<{ rows: { id: string; cls: string; score: number }[] }, { lines: Record<string, number>; medal: Record<string, string | null> }>('OLY-CUT-001');
    const rules = rulesOf({
      stages: [given('score')],
      total: { method: 'stage', stage: 'score', places: null },
      awards: [
        {
          key: 'medal',
          ties: 'expand',
          drawnOn: { add: ['total', { if: [{ eq: ['attr.cls', { text: 'A' }] }, 5, 0] }] },
          levels: [level('gold', { share: 0.2 }), level('silver', { share: 0.3 }), level('bronze', { share: 0.35, when: { ge: ['total', 100] } })],
        },
      ],
    });
    const output = run({ rules, entries: entriesOf(input.rows) });
    expect(byEntry(output, (row) => row.awards['medal'])).toEqual(expected.medal);
    expect(Object.fromEntries((output.groups[0]?.awards[0]?.levels ?? []).map((one) => [one.level, num(one.line)]))).toEqual(expected.lines);
  });

  it('OLY-CUT-002', () => {
    const { input, expected } = domainCase<{ scores: Record<string, number>; quota: number }, { first: string[]; unresolved_tie: string[]; unused: number }>('OLY-CUT-002');
    const rules = rulesOf({ stages: [given('s')], awards: [{ key: 'prize', ties: 'shrink', levels: [level('first', { count: input.quota })] }] });
    const output = run({ rules, entries: entriesOf(Object.entries(input.scores).map(([id, s]) => ({ id, s }))) });
    const summary = output.groups[0]?.awards[0];
    expect(ranked(output).filter((id) => rowOf(output, id).awards['prize'] === 'first')).toEqual(expected.first);
    expect(summary?.cuts).toEqual([{ level: 'first', entries: expected.unresolved_tie, policy: 'shrink', places: expected.unused }]);
    expect(summary?.unused).toBe(expected.unused);
  });

  it('OLY-CHEM-001', () => {
    const { input, expected } = domainCase<{ participants: number[] }, number[]>('OLY-CHEM-001');
    expect(input.participants.map((n) => figures({ parameters: { n }, figures: [{ key: 'places', value: { floor: { mul: ['param.n', 0.2] } } }] })['places'])).toEqual(expected);
  });
});

describe('olympiads: appeals', () => {
  /** An intake form whose restrictions are the grounds for refusing it; the first ground counts. */
  const intake = (opens: number, closes: number): SheetRules => ({
    items: [
      { kind: 'measure', key: 'at', label: words('at') },
      { kind: 'choice', key: 'about', label: words('about'), options: ['own', 'other'].map((key) => ({ key, label: words(key), points: 0 })) },
      { kind: 'flag', key: 'again', label: words('again'), points: 0 },
      { kind: 'flag', key: 'evidence', label: words('evidence'), points: 0 },
    ],
    restrictions: (
      [
        ['OUT_OF_WINDOW', { and: [{ ge: ['at', opens] }, { le: ['at', closes] }] }],
        ['NOT_OWN_SCORE', { eq: ['about', { text: 'own' }] }],
        ['PROBLEM_ALREADY_APPEALED', { not: 'again' }],
        ['NO_SELF_TEST_EVIDENCE', 'evidence'],
      ] satisfies [string, Expression][]
    ).map(([key, holds]) => ({ key, holds, message: words(key) })),
  });
  interface Appeal {
    at: string;
    about: string;
    problem: string;
    used?: string[];
    evidence: boolean;
  }
  const seconds = (time: string): number => Date.parse(`${time}+08:00`) / 1000;
  const grounds = (window: [string, string], { at, about, problem, used = [], evidence }: Appeal): string[] =>
    checkSheet(intake(seconds(window[0]), seconds(window[1])), { at: seconds(at), about, again: used.includes(problem), evidence }).problems.map((one) => String(one.params?.['restriction']));

  it('OLY-APPEAL-001', () => {
    const { input, expected } = domainCase<{ window: [string, string]; appeals: Appeal[] }, string[]>('OLY-APPEAL-001');
    expect(input.appeals.map((appeal) => grounds(input.window, appeal)[0] ?? 'ACCEPTED')).toEqual(expected);
  });

  it('names all grounds at once, and takes the last second and another problem', () => {
    const window: [string, string] = ['2023-11-28T09:00:00', '2023-11-30T13:00:00'];
    expect(grounds(window, { at: '2023-12-01T00:00:00', about: 'other', problem: 'T1', used: ['T1'], evidence: false })).toEqual(['OUT_OF_WINDOW', 'NOT_OWN_SCORE', 'PROBLEM_ALREADY_APPEALED', 'NO_SELF_TEST_EVIDENCE']);
    expect(grounds(window, { at: '2023-11-30T13:00:00', about: 'own', problem: 'T2', used: ['T1'], evidence: true })).toEqual([]);
  });
});

describe('talents', () => {
  it('TAL-ELIG-001', () => {
    type Row = { size: number; subject: number; overall: number };
    const { input, expected } = domainCase<{ rows: Row[] }, { subject_ok: boolean; overall_ok: boolean; eligible: boolean }[]>('TAL-ELIG-001');
    const among = (rank: 'subject' | 'overall', share: number): Expression => ({ le: [`attr.${rank}`, { mul: ['attr.size', share] }] });
    const all = (key: string, when: Expression): SelectionRules => ({ key, places: { when }, ties: 'expand' });
    const [subject, overall] = [among('subject', 0.1), among('overall', 0.15)];
    const rules = rulesOf({ stages: [given('subject')], total: { method: 'stage', stage: 'subject', places: 0 }, selections: [all('subject_ok', subject), all('overall_ok', overall), all('eligible', { or: [subject, overall] })] });
    const { selections } = run({ rules, entries: entriesOf(input.rows.map((row, index) => ({ id: String(index), ...row }))) });
    expect(input.rows.map((_, index) => Object.fromEntries(selections.map((one) => [one.selection, one.chosen.includes(String(index))])))).toEqual(expected);
  });
});

describe('the medal rule of the statistics oracles: smallest count in a range that splits no tie', () => {
  const medals = (scores: readonly number[]) => {
    const ranges: [string, [number, number]][] = [
      ['gold', [1, 2]],
      ['silver', [5, 8]],
      ['bronze', [14, 18]],
    ];
    const rules = rulesOf({ stages: [given('s')], ranking: { keys: [desc('total')] }, awards: [{ key: 'medal', ties: 'report', levels: ranges.map(([key, range]) => level(key, { range })) }] });
    return run({ rules, entries: entriesOf(scores.map((s, index) => ({ id: `c${String(index).padStart(2, '0')}`, s }))) }).groups[0]?.awards[0];
  };

  it('medals-range-rule', () => {
    const summary = medals([41, 38, 35, 35, 33, 33, 33, 33, 30, 29, 29, 28, 27, 27, 26, 26, 25, 24, 20, 18]);
    expect(summary?.levels.map((one) => [one.cumulative, num(one.line)])).toEqual([
      [1, 41],
      [8, 33],
      [14, 27],
    ]);
  });

  it('medals-range-rule-undecidable', () => {
    const summary = medals([40, 40, 40, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30]);
    expect(summary?.state).toBe('manual');
    expect(summary?.levels.map((one) => [one.seats, one.awarded])).toEqual([
      [null, 0],
      [null, 0],
      [null, 0],
    ]);
  });

  it('nearestTie: medals about 1:2:3, at most half, no tie split', () => {
    const scores = [42, 40, 40, 36, 33, 33, 33, 30, 28, 28, 28, 28, 20, 18, 18, 15, 12, 10, 9, 7, 5, 4, 2, 0];
    const shares = [1, 2, 3].map((part, index) => level(String(index + 1), { share: `${part}/12` }));
    const rules = rulesOf({ stages: [given('s')], awards: [{ key: 'medal', ties: 'report', rounding: 'nearestTie', levels: shares }] });
    const summary = run({ rules, entries: entriesOf(scores.map((s, index) => ({ id: `c${String(index).padStart(2, '0')}`, s }))) }).groups[0]?.awards[0];
    expect(summary?.levels.map((one) => [one.cumulative, one.awarded])).toEqual([
      [1, 1],
      [7, 6],
      [12, 5],
    ]);
    expect(summary?.cuts).toEqual([]);
  });

  it('nearestTie: never more than half, even when more would be nearer', () => {
    const rules = rulesOf({ stages: [given('s')], awards: [{ key: 'medal', ties: 'report', rounding: 'nearestTie', levels: [level('all', { share: 0.5 })] }] });
    const medals = (scores: number[]) => run({ rules, entries: entriesOf(scores.map((s, index) => ({ id: `c${index}`, s }))) }).groups[0]?.awards[0]?.levels[0]?.cumulative;
    expect(medals([9, 8, 7, 5, 5, 5, 3, 2, 1, 0])).toBe(3);
    expect(medals([9, 8, 7, 6, 5, 4, 3, 2, 1, 0])).toBe(5);
  });

  it('fll-rank: best, then second, then third round', () => {
    const rules = rulesOf({ stage: { rounds: { method: 'best' } } as never, ranking: { keys: [desc('total'), { key: 'rounds', by: 'rounds', stage: 's' }] } });
    const teams: Record<string, number[]> = { A: [300, 250, 200], B: [300, 260, 100], C: [310, 0, 0], D: [250, 300, 200] };
    const sheets = Object.entries(teams).flatMap(([entry, rounds]) => rounds.map((x, index) => ({ entry, stage: 's', round: index + 1, values: { x } })));
    expect(byEntry(run({ rules, entries: entriesOf(Object.keys(teams)), sheets }), (row) => row.rank)).toEqual({ C: 1, B: 2, A: 3, D: 3 });
  });

  it('trimmed-mean', () => {
    const rules = rulesOf({ stage: { judges: { method: 'dropped', high: 1, low: 1 } } as never, ranking: { keys: [asc('total')] } });
    const sheets = [55, 72, 74, 75, 78, 99].map((x, index) => ({ entry: 'e', stage: 's', judge: `j${index}`, values: { x } }));
    expect(rowOf(run({ rules, entries: entriesOf(['e']), sheets }), 'e').total).toBe('74.75');
  });
});
