import { describe, expect, it } from '@jest/globals';
import { checkSheet, type AwardRules, type ScoredEntry, type SheetRules } from '#libs/scoring';
import { byEntry, byTotal, desc, domainCase, entriesOf, given, judgeSheets, num, panel, ranked, rowOf, rulesOf, run, words } from './build.js';

const prizes = (levels: Partial<AwardRules['levels'][number]>[], more: Partial<AwardRules> = {}): AwardRules[] => [
  { key: 'grade', ties: 'expand', levels: levels.map((level, index) => ({ key: String(index + 1), label: words(String(index + 1)), ...level })), ...more },
];

const criteria = (max: readonly number[], weights?: readonly number[]): SheetRules => ({
  items: max.map((most, index) => ({ kind: 'score', key: `c${index}`, label: words(`c${index}`), max: most, ...(weights ? { weight: weights[index] as number } : {}) })),
});

const sheetValues = (scores: readonly number[]): Record<string, number> => Object.fromEntries(scores.map((score, index) => [`c${index}`, score]));

describe('innovation: sheets', () => {
  it('INN-CRIT-001', () => {
    const { input, expected } = domainCase<{ weights: number[]; scores: number[] }, { total: number }>('INN-CRIT-001');
    expect(num(checkSheet(criteria([100, 100, 100], input.weights), sheetValues(input.scores)).total)).toBe(expected.total);
  });

  it.each(['INN-CRIT-002', 'INN-CRIT-003'])('%s', (id) => {
    const { input, expected } = domainCase<{ max: number[]; scores: number[] }, { valid: boolean; total?: number; criterion_index?: number }>(id);
    const checked = checkSheet(criteria(input.max), sheetValues(input.scores));
    expect(checked.problems.length === 0).toBe(expected.valid);
    expect(num(checked.total)).toBe(expected.total ?? null);
    if (!expected.valid) expect(checked.problems.map((one) => [one.code, one.path])).toEqual([['ITEM_OUT_OF_RANGE', `values/c${expected.criterion_index}`]]);
  });
});

const trimmed = { method: 'trimmed', minimum: 3, trimFrom: 5 } as const;

interface Panel {
  status: string;
  trimmed?: boolean;
  used: number;
  score: number | null;
}

function panelOutcome(output: ReturnType<typeof run>, entry: string): Panel {
  const row = rowOf(output, entry);
  const sheets = row.trace.stages[0]?.sheets ?? [];
  const dropped = sheets.some((sheet) => sheet.use === 'droppedHigh' || sheet.use === 'droppedLow');
  const status = row.state === 'insufficient' ? 'INSUFFICIENT_SCORES' : 'OK';
  return { status, ...(status === 'OK' ? { trimmed: dropped } : {}), used: sheets.filter((sheet) => sheet.use === 'counted').length, score: num(row.stages['s']?.score ?? null) };
}

describe('innovation: judges', () => {
  it.each(['INN-AGG-001', 'INN-AGG-002', 'INN-AGG-003', 'INN-AGG-004', 'INN-AGG-005', 'INN-AGG-006'])('%s', (id) => {
    const { input, expected } = domainCase<{ scores: number[]; min_judges: number; trim_from: number }, Panel>(id);
    const judges = { method: 'trimmed', minimum: input.min_judges, trimFrom: input.trim_from } as const;
    const table = Object.fromEntries(input.scores.map((score, index) => [`j${index}`, { w: score }]));
    const output = run({ rules: rulesOf({ stage: panel(judges) }), entries: entriesOf(['w']), sheets: judgeSheets(table) });
    expect(panelOutcome(output, 'w')).toEqual(expected);
  });

  it('INN-AGG-007', () => {
    const { input, expected } = domainCase<{ scores: Record<string, number>; recused: string[] }, Panel>('INN-AGG-007');
    const table = Object.fromEntries(Object.entries(input.scores).map(([judge, score]) => [judge, { w: score }]));
    const recusals = input.recused.map((judge) => ({ judge, entry: 'w' }));
    const output = run({ rules: rulesOf({ stage: panel(trimmed) }), entries: entriesOf(['w']), sheets: judgeSheets(table), recusals });
    expect(panelOutcome(output, 'w')).toEqual(expected);
  });

  it('INN-WITHDRAW-001', () => {
    const { input, expected } = domainCase<{ panel: Record<string, Record<string, number>> }, { void_judges: string[]; scores: Record<string, Panel> }>('INN-WITHDRAW-001');
    const judges = Object.keys(input.panel).map((id) => ({ id, state: expected.void_judges.includes(id) ? ('withdrawn' as const) : ('active' as const) }));
    const output = run({ rules: rulesOf({ stage: panel(trimmed) }), entries: entriesOf(['p1', 'p2', 'p3']), sheets: judgeSheets(input.panel), judges });
    for (const [entry, wanted] of Object.entries(expected.scores)) expect(panelOutcome(output, entry)).toEqual(wanted);
  });
});

interface Table {
  table: Record<string, Record<string, number>>;
  M?: number;
  S?: number;
}

const entriesIn = (table: Table['table']): ScoredEntry[] => entriesOf([...new Set(Object.values(table).flatMap((row) => Object.keys(row)))]);

describe('innovation: correction for judges', () => {
  const corrected = (input: Table, method: 'zscore' | 'shift') => {
    const correction = method === 'zscore' ? { method, mean: input.M ?? 75, sd: input.S ?? 10, minimumEntries: 1 } : { method, minimumEntries: 1 };
    const stage = { ...panel({ method: 'mean' }), correction } as ReturnType<typeof panel>;
    return run({ rules: rulesOf({ stage }), entries: entriesIn(input.table), sheets: judgeSheets(input.table) });
  };

  it('INN-STD-001', () => {
    const { input, expected } = domainCase<Table, Record<string, number>>('INN-STD-001');
    const output = corrected(input, 'zscore');
    expect(byEntry(output, (row) => num(row.total))).toEqual(expected);
    expect(output.groups[0]?.corrections[0]?.judges.find((judge) => judge.judge === 'C')?.flags).toEqual(['constant']);
  });

  it('INN-STD-002: raw and corrected stand side by side', () => {
    const { input, expected } = domainCase<Table, { raw: Record<string, number>; raw_rank: string[]; adjusted: Record<string, number>; adjusted_rank: string[] }>('INN-STD-002');
    const output = corrected(input, 'shift');
    expect(byEntry(output, (row) => num(row.stages['s']?.score ?? null))).toEqual(expected.adjusted);
    expect(byEntry(output, (row) => num(row.stages['s']?.raw ?? null))).toEqual(expected.raw);
    expect(ranked(output)).toEqual(expected.adjusted_rank);
    const plain = run({ rules: rulesOf({ stage: panel({ method: 'mean' }) }), entries: entriesIn(input.table), sheets: judgeSheets(input.table) });
    expect(ranked(plain)).toEqual(expected.raw_rank);
  });

  it('INN-STD-003', () => {
    const { input, expected } = domainCase<Table, { T: Record<string, number>; rank: string[] }>('INN-STD-003');
    const output = corrected(input, 'zscore');
    expect(byEntry(output, (row) => num(row.total))).toEqual(expected.T);
    expect(ranked(output)).toEqual(expected.rank);
  });
});

describe('innovation: composite', () => {
  it('INN-FINAL-001', () => {
    const { input, expected } = domainCase<{ initial: number; final: number; w: [number, number] }, { composite: number }>('INN-FINAL-001');
    const rules = rulesOf({ stages: [given('initial'), given('final')], total: { method: 'weighted', weights: { initial: input.w[0], final: input.w[1] }, places: 2 } });
    expect(num(rowOf(run({ rules, entries: entriesOf([{ id: 'w', initial: input.initial, final: input.final }]) }), 'w').total)).toBe(expected.composite);
  });
});

/** n entries with the scores n, n-1, .. 1. */
const ladder = (n: number): { id: string; s: number }[] => Array.from({ length: n }, (_, index) => ({ id: `e${String(index).padStart(4, '0')}`, s: n - index }));
const givenRules = (awards: AwardRules[]) => rulesOf({ stages: [given('s')], awards });

describe('innovation: prizes', () => {
  it.each(['INN-AWARD-001', 'INN-AWARD-002', 'INN-AWARD-003'])('%s', (id) => {
    const { input, expected } = domainCase<{ n: number; ratios: number[] }, { cum: number[]; first: number; second: number; third: number }>(id);
    const output = run({ rules: givenRules(prizes(input.ratios.map((share) => ({ share })))), entries: entriesOf(ladder(input.n)) });
    const summary = output.groups[0]?.awards[0];
    expect(summary?.levels.map((level) => level.cumulative)).toEqual(expected.cum);
    expect(summary?.levels.map((level) => level.awarded)).toEqual([expected.first, expected.second, expected.third]);
  });

  it.each(['INN-AWARD-004', 'INN-AWARD-005'])('%s', (id) => {
    const { input, expected } = domainCase<{ scores: number[]; cuts: number[]; policy: string }, { levels: number[] }>(id);
    const counts = input.cuts.map((cut, index) => ({ count: cut - (input.cuts[index - 1] ?? 0) }));
    const ties = input.policy === 'EXPAND' ? 'expand' : 'shrink';
    const rows = input.scores.map((s, index) => ({ id: `e${index}`, s }));
    const output = run({ rules: givenRules(prizes(counts, { ties })), entries: entriesOf(rows) });
    expect(rows.map((row) => Number(rowOf(output, row.id).awards['grade']))).toEqual(expected.levels);
    expect(output.groups[0]?.awards[0]?.cuts[0]).toMatchObject({ level: '1', entries: ['e2', 'e3'], policy: ties, places: 1 });
  });

  it('INN-AWARD-006', () => {
    const { input, expected } = domainCase<{ rows: ({ id: string } & Record<string, number>)[]; cuts: number[] }, { order: string[]; levels: Record<string, number> }>('INN-AWARD-006');
    const counts = input.cuts.map((cut, index) => ({ count: cut - (input.cuts[index - 1] ?? 0) }));
    const rules = rulesOf({
      stages: [given('points', { attribute: 'total' } as never), given('final'), given('innov'), given('initial')],
      total: { method: 'stage', stage: 'points', places: null },
      ranking: { keys: [desc('total'), desc('final'), desc('innov'), desc('initial')] },
      awards: prizes(counts),
    });
    const output = run({ rules, entries: entriesOf(input.rows) });
    expect(ranked(output)).toEqual(expected.order);
    expect(byEntry(output, (row) => Number(row.awards['grade']))).toEqual(expected.levels);
  });

  it('INN-AWARD-007', () => {
    const { expected } = domainCase<unknown, { n: number; status: string; first?: number; second?: number; third?: number }[]>('INN-AWARD-007');
    for (const wanted of expected) {
      const awards = prizes([{ share: 0.15 }, { share: 0.35 }, { share: 0.5 }], { smallGroup: { manualBelow: 3, oneFirstFrom: 3 } });
      const summary = run({ rules: givenRules(awards), entries: entriesOf(ladder(wanted.n)) }).groups[0]?.awards[0];
      expect([wanted.n, summary?.state]).toEqual([wanted.n, wanted.status === 'MANUAL' ? 'manual' : 'awarded']);
      if (wanted.status === 'AUTO') expect(summary?.levels.map((level) => level.awarded)).toEqual([wanted.first, wanted.second, wanted.third]);
    }
  });

  it('INN-AWARD-008', () => {
    const { input, expected } = domainCase<{ registered: number; absent: number; disqualified: number }, { base: number; cum: number[]; first: number; second: number; third: number }>('INN-AWARD-008');
    const entries = entriesOf(ladder(input.registered)).map((entry, index): ScoredEntry => {
      if (index < input.disqualified) return { ...entry, status: 'disqualified' };
      return index < input.disqualified + input.absent ? { ...entry, status: 'absent' } : entry;
    });
    const group = run({ rules: givenRules(prizes([{ share: 0.15 }, { share: 0.35 }, { share: 0.5 }])), entries }).groups[0];
    expect(group?.awards[0]?.base).toBe(expected.base);
    expect(group?.awards[0]?.levels.map((level) => level.cumulative)).toEqual(expected.cum);
    expect(group?.awards[0]?.levels.map((level) => level.awarded)).toEqual([expected.first, expected.second, expected.third]);
    expect(group?.counts).toMatchObject({ entries: input.registered, ranked: expected.base, absent: input.absent, disqualified: input.disqualified });
  });

  it('INN-AWARD-009', () => {
    const { input, expected } = domainCase<{ awards: Record<string, number>; revoke: string }, Record<string, number>>('INN-AWARD-009');
    const places = [1, 2, 3].map((level) => ({ count: Object.values(input.awards).filter((one) => one === level).length }));
    const rows = Object.keys(input.awards).map((id, index) => ({ id, s: 100 - index }));
    const rules = givenRules(prizes(places));
    const before = run({ rules, entries: entriesOf(rows) });
    expect(byEntry(before, (row) => Number(row.awards['grade']))).toEqual(input.awards);
    const after = run({ rules, entries: entriesOf(rows), revoked: [{ entry: input.revoke, award: 'grade', reason: 'plagiarism' }] });
    expect(byEntry(after, (row) => Number(row.awards['grade'] ?? 0))).toEqual(expected);
  });

  it('INN-NAT-001', () => {
    interface Candidate {
      id: string;
      score: number;
      school: string;
      grade: string;
      status?: string;
    }
    const { input, expected } = domainCase<{ candidates: Candidate[]; places: number; per_school: number; grades: string[] }, { recommended: string[]; shortfall: number }>('INN-NAT-001');
    const rules = rulesOf({
      stages: [given('s', { attribute: 'score' } as never)],
      ranking: byTotal,
      selections: [
        {
          key: 'national',
          places: { count: input.places },
          eligible: { in: ['attr.grade', ...input.grades.map((grade) => ({ text: grade }))] },
          caps: [{ attribute: 'school', most: input.per_school }],
          ties: 'report',
        },
      ],
    });
    const entries = input.candidates.map(({ status, ...row }): ScoredEntry => ({ ...(entriesOf([row])[0] as ScoredEntry), status: status === 'DQ' ? 'disqualified' : 'active' }));
    const selection = run({ rules, entries }).selections[0];
    expect(selection?.chosen).toEqual(expected.recommended);
    expect(selection?.unused).toBe(expected.shortfall);
    expect(selection?.proof.filter((one) => !one.chosen).map((one) => [one.entry, one.reason])).toEqual([
      ['s3', 'notEligible'],
      ['s4', 'capReached'],
      ['s8', 'notEligible'],
    ]);
  });
});
