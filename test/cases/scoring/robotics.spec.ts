import { describe, expect, it } from '@jest/globals';
import { checkSheet, type MatchRecord, type ScoringRules, type SheetRules, type StageRules } from '#libs/scoring';
import { asc, byEntry, desc, domainCase, entriesOf, given, num, ranked, roundSheets, rowOf, rulesOf, run, words } from './build.js';
import { unearthedSheet } from './unearthed-sheet.js';

const stage = (more: Record<string, unknown>): Partial<StageRules> => more as Partial<StageRules>;

describe('robotics: sheets', () => {
  it.each(['ROB-SHEET-001', 'ROB-SHEET-002', 'ROB-SHEET-003'])('%s', (id) => {
    const { input, expected } = domainCase<Record<string, number>, { valid: boolean; errors: string[]; total: number | null }>(id);
    const checked = checkSheet(unearthedSheet, input);
    expect(checked.problems.map((one) => one.params['en'])).toEqual(expected.errors);
    expect(num(checked.total)).toBe(expected.total);
  });

  it('ROB-SHEET-004', () => {
    const { input, expected } = domainCase<{ sheets: { tasks: [number, number][]; penalties: number[] }[] }, number[]>('ROB-SHEET-004');
    const totals = input.sheets.map(({ tasks, penalties }) => {
      const sheet: SheetRules = {
        items: [
          ...tasks.map(([points], index) => ({ kind: 'count', key: `t${index}`, label: words('t'), max: 10, points }) as const),
          ...penalties.map((points, index) => ({ kind: 'flag', key: `p${index}`, label: words('p'), points: -points }) as const),
        ],
        floor: 0,
      };
      const counts = Object.fromEntries(tasks.map(([, count], index) => [`t${index}`, count]));
      return num(checkSheet(sheet, { ...counts, ...Object.fromEntries(penalties.map((_, index) => [`p${index}`, true])) }).total);
    });
    expect(totals).toEqual(expected);
  });
});

describe('robotics: rounds', () => {
  it('ROB-ROUND-001', () => {
    const { input, expected } = domainCase<{ teams: Record<string, { score: number; tasks_done: number }[]> }, Record<string, { score: number | null; ranked: boolean }>>('ROB-ROUND-001');
    const sheet: SheetRules = {
      items: [
        { kind: 'measure', key: 'score', label: words('score'), points: 1 },
        { kind: 'measure', key: 'tasks_done', label: words('tasks'), min: 0 },
      ],
      resultWhen: { ge: ['tasks_done', 1] },
    };
    const rules = rulesOf({ sheets: { plain: sheet }, stage: stage({ rounds: { method: 'best' } }) });
    const sheets = Object.entries(input.teams).flatMap(([entry, rounds]) => rounds.map((values, index) => ({ entry, stage: 's', round: index + 1, values })));
    const output = run({ rules, entries: entriesOf(Object.keys(input.teams)), sheets });
    expect(byEntry(output, (row) => ({ score: num(row.total), ranked: row.rank !== null }))).toEqual(expected);
    expect(rowOf(output, 't2').state).toBe('noResult');
  });

  it('ROB-ROUND-002', () => {
    const { input, expected } = domainCase<{ teams: { rounds: number[]; stages: number }[] }, number[]>('ROB-ROUND-002');
    const rules = rulesOf({
      stage: stage({ rounds: { method: 'bestOf', count: 2, take: 'sum' } }),
      total: { method: 'formula', value: { mul: ['s', { add: [1, { mul: [0.1, 'attr.stages'] }] }] }, places: 1, requires: ['s'] },
    });
    const entries = entriesOf(input.teams.map(({ stages }, index) => ({ id: `t${index}`, stages })));
    const sheets = roundSheets(Object.fromEntries(input.teams.map(({ rounds }, index) => [`t${index}`, rounds])));
    const output = run({ rules, entries, sheets });
    expect(input.teams.map((_, index) => num(rowOf(output, `t${index}`).total))).toEqual(expected);
  });

  it('ROB-TIME-001', () => {
    const { input, expected } = domainCase<{ runs: Record<string, { t: number | null; v: number }> }, { results: Record<string, number | null>; order: string[] }>('ROB-TIME-001');
    const timed: SheetRules = {
      items: [
        { kind: 'measure', key: 't', label: words('seconds'), min: 0, points: 1 },
        { kind: 'count', key: 'v', label: words('violations'), max: 99, points: 20 },
      ],
    };
    const rules = rulesOf({ sheets: { plain: timed }, stage: stage({ better: 'lower', places: 2 }), ranking: { keys: [asc('total')] } });
    const sheets = Object.entries(input.runs).map(([entry, { t, v }]) =>
      t === null ? { entry, stage: 's', state: 'noResult' as const } : { entry, stage: 's', values: { t, v } },
    );
    const output = run({ rules, entries: entriesOf(Object.keys(input.runs)), sheets });
    expect(byEntry(output, (row) => num(row.total))).toEqual(expected.results);
    expect(output.groups[0]?.rows.map((row) => row.entry)).toEqual(expected.order);
    expect(rowOf(output, 'd')).toMatchObject({ rank: null, state: 'noResult' });
  });
});

describe('robotics: rank', () => {
  it('ROB-RANK-001', () => {
    interface Team {
      id: string;
      rounds: number[];
      time: number[];
      restarts: number;
      weight: number;
    }
    const { input, expected } = domainCase<{ teams: Team[] }, { order: string[]; ranks: Record<string, number> }>('ROB-RANK-001');
    const sheet: SheetRules = {
      items: [
        { kind: 'measure', key: 'score', label: words('score'), points: 1 },
        { kind: 'measure', key: 'time', label: words('time'), unit: 's' },
      ],
    };
    const rules = rulesOf({
      sheets: { plain: sheet },
      stage: stage({ rounds: { method: 'sum' }, values: { best: { item: 'score', take: 'highest' }, time: { item: 'time', take: 'sum' } } }),
      ranking: { keys: [desc('total'), desc('best', 's.best'), asc('time', 's.time'), asc('restarts', 'attr.restarts'), asc('weight', 'attr.weight')] },
    });
    const sheets = input.teams.flatMap((team) => team.rounds.map((score, index) => ({ entry: team.id, stage: 's', round: index + 1, values: { score, time: team.time[index] as number } })));
    const output = run({ rules, entries: entriesOf(input.teams.map(({ id, restarts, weight }) => ({ id, restarts, weight }))), sheets });
    expect(ranked(output)).toEqual(expected.order);
    expect(byEntry(output, (row) => row.rank)).toEqual(expected.ranks);
    expect(rowOf(output, 'C').trace.rank?.brokenTies).toEqual([
      { key: 'restarts', with: 'D', mine: '2', theirs: '1', won: false },
      { key: 'best', with: 'B', mine: '200', theirs: '190', won: true },
    ]);
  });

  it('ROB-RANK-002', () => {
    const { input, expected } = domainCase<{ scores: Record<string, number> }, Record<string, number>>('ROB-RANK-002');
    const rows = Object.entries(input.scores).map(([id, s]) => ({ id, s }));
    const ranks = (style: NonNullable<ScoringRules['ranking']['style']>) => byEntry(run({ rules: rulesOf({ stages: [given('s')], ranking: { keys: [desc('total')], style } }), entries: entriesOf(rows) }), (row) => row.rank);
    expect(ranks('competition')).toEqual(expected);
    expect(ranks('dense')).toEqual({ A: 1, B: 2, C: 2, D: 2, E: 3 });
  });

  it('ROB-RANK-003', () => {
    const { input, expected } = domainCase<{ teams: Record<string, number[]> }, { avg: Record<string, number>; order_without_draw: string[]; ranks: Record<string, number> }>('ROB-RANK-003');
    const drops = [
      { played: 4, drop: 1 },
      { played: 8, drop: 2 },
      { played: 12, drop: 3 },
      { played: 16, drop: 4 },
    ];
    const rules = rulesOf({
      stage: stage({ rounds: { method: 'meanDropping', drops } }),
      ranking: { keys: [desc('total'), { key: 'dropping', by: 'droppingOn', stage: 's' }, { key: 'lot', by: 'lot' }] },
    });
    const entries = entriesOf(Object.keys(input.teams));
    const output = run({ rules, entries, sheets: roundSheets(input.teams) });
    expect(byEntry(output, (row) => num(row.total))).toEqual(expected.avg);
    expect(byEntry(output, (row) => row.rank)).toEqual(expected.ranks);
    expect(ranked(output)).toEqual(expected.order_without_draw);
    const drawn = run({ rules, entries, sheets: roundSheets(input.teams), lots: { '101A': 2, '102B': 1 } });
    expect(ranked(drawn).slice(0, 2)).toEqual(['102B', '101A']);
    expect(drawn.groups[0]?.ties).toEqual([]);
  });

  it('ROB-RANK-004', () => {
    const { input, expected } = domainCase<{ teams: { team: string; WP: number; AP: number; SP: number }[] }, string[]>('ROB-RANK-004');
    const rules = rulesOf({ stages: [given('WP'), given('AP'), given('SP')], total: { method: 'stage', stage: 'WP', places: null }, ranking: { keys: [desc('WP'), desc('AP'), desc('SP')] } });
    expect(ranked(run({ rules, entries: entriesOf(input.teams.map(({ team, ...points }) => ({ id: team, ...points }))) }))).toEqual(expected);
  });

  it('ROB-RANK-005', () => {
    interface Match {
      red: string[];
      blue: string[];
      score: [number, number];
      auto: string;
      awp: string[];
      dq?: string[];
    }
    const { input, expected } = domainCase<{ matches: Match[]; bonus: number }, { points: Record<string, { WP: number; AP: number; SP: number; n: number }>; order: string[] }>('ROB-RANK-005');
    const qualification = {
      key: 'q',
      label: words('qualification'),
      kind: 'matches',
      figures: {
        WP: { value: { add: [{ mul: [2, 'won'] }, 'tied', 'side.awp'] } },
        AP: { value: 'side.auto' },
        SP: { value: { min: ['score', 'opponent'] } },
      },
      score: { figure: 'WP', take: 'perMatch' },
    } satisfies StageRules;
    const rules = rulesOf({ stages: [qualification], total: { method: 'stage', stage: 'q', places: null }, ranking: { keys: [desc('WP', 'total'), desc('AP', 'q.AP.perMatch'), desc('SP', 'q.SP.perMatch')] } });
    const matches = input.matches.map((match, index): MatchRecord => {
      const side = (name: 'red' | 'blue', score: number) => ({
        entries: match[name],
        score,
        figures: { awp: match.awp.includes(name), auto: match.auto === name ? input.bonus : match.auto === 'tie' ? input.bonus / 2 : 0 },
        disqualified: (match.dq ?? []).filter((team) => match[name].includes(team)),
      });
      return { id: `m${index}`, stage: 'q', sides: [side('red', match.score[0]), side('blue', match.score[1])] };
    });
    const output = run({ rules, entries: entriesOf(Object.keys(expected.points)), matches });
    const value = (entry: string, name: string): number => Number(rowOf(output, entry).stages['q']?.values[name]);
    for (const [team, wanted] of Object.entries(expected.points)) {
      expect({ WP: value(team, 'WP'), AP: value(team, 'AP'), SP: value(team, 'SP'), n: value(team, 'played') }).toEqual(wanted);
    }
    expect(ranked(output)).toEqual(expected.order);
  });

  it('ROB-RANK-006', () => {
    const { input, expected } = domainCase<Record<string, number[]>, { winner: string }>('ROB-RANK-006');
    const rules = rulesOf({ stage: stage({ rounds: { method: 'best' } }), ranking: { keys: [desc('total'), { key: 'attempts', by: 'rounds', stage: 's', skip: 1 }] } });
    expect(ranked(run({ rules, entries: entriesOf(Object.keys(input)), sheets: roundSheets(input) }))[0]).toBe(expected.winner);
  });

  it('ROB-SEED-001', () => {
    const { input, expected } = domainCase<{ runs: Record<string, (number | null)[]> }, { order: string[]; excluded: string[] }>('ROB-SEED-001');
    const average = { key: 'average', label: words('average'), kind: 'sheets', sheet: 'plain', rounds: { method: 'mean' } } as const satisfies StageRules;
    const best = { ...average, key: 's', rounds: { method: 'best' } } as const satisfies StageRules;
    const rules = rulesOf({ stages: [best, average], ranking: { keys: [desc('total'), desc('average')] } });
    const output = run({ rules, entries: entriesOf(Object.keys(input.runs)), sheets: [...roundSheets(input.runs), ...roundSheets(input.runs, 'average')] });
    expect(ranked(output)).toEqual(expected.order);
    expect(output.groups[0]?.rows.filter((row) => row.rank === null).map((row) => row.entry)).toEqual(expected.excluded);
  });

  it('ROB-RR-001', () => {
    const { input, expected } = domainCase<{ matches: { a: string; b: string; winner: string }[] }, { matches: number; points: Record<string, number>; order: string[][]; playoff_needed: string[][] }>('ROB-RR-001');
    const league: StageRules = {
      key: 'league',
      label: words('league'),
      kind: 'matches',
      figures: { points: { value: { if: ['won', 3, { if: ['tied', 2, 1] }] } } },
      score: { figure: 'points', take: 'sum' },
    };
    const rules = rulesOf({ stages: [league], total: { method: 'stage', stage: 'league', places: 0 }, ranking: { keys: [desc('total'), { key: 'duels', by: 'headToHead', stage: 'league', figure: 'points' }] } });
    const matches = input.matches.map(({ a, b, winner }, index): MatchRecord => ({
      id: `m${index}`,
      stage: 'league',
      sides: [a, b].map((team) => ({ entries: [team], score: team === winner ? 1 : 0 })),
    }));
    const output = run({ rules, entries: entriesOf(Object.keys(expected.points)), matches });
    expect(matches).toHaveLength(expected.matches);
    expect(byEntry(output, (row) => num(row.total))).toEqual(expected.points);
    expect(output.groups[0]?.ties).toEqual([{ rank: 1, entries: expected.playoff_needed[0], playOff: true }]);
    expect(rowOf(output, 'S').rank).toBe(4);
  });

  it('ROB-OVERALL-001', () => {
    type Categories = Record<'performance' | 'project' | 'robot_design' | 'core_values', number>;
    const { input, expected } = domainCase<{ teams: Record<string, Categories>; max: Categories; weights: Categories }, { overall: Record<string, number>; order: string[] }>('ROB-OVERALL-001');
    const categories = Object.keys(input.max) as (keyof Categories)[];
    const rules = rulesOf({
      stages: categories.map((category) => given(category)),
      total: { method: 'scaled', stages: categories.map((category) => ({ stage: category, maximum: input.max[category], weight: input.weights[category] })), places: 2 },
    });
    const output = run({ rules, entries: entriesOf(Object.entries(input.teams).map(([id, row]) => ({ id, ...row }))) });
    expect(byEntry(output, (row) => num(row.total))).toEqual(expected.overall);
    expect(ranked(output)).toEqual(expected.order);
  });
});

describe('robotics: prizes and lines', () => {
  const levels = (shares: number[]) => shares.map((share, index) => ({ key: String(index), label: words(String(index)), share }));

  it('ROB-AWARD-001', () => {
    const { expected } = domainCase<unknown, { units: number; participants: number; awards: boolean }[]>('ROB-AWARD-001');
    for (const { units, participants, awards } of expected) {
      const rules = rulesOf({ stages: [given('s')], awards: [{ key: 'a', ties: 'expand', levels: levels([0.5]), smallGroup: { minimumUnits: 6, minimumPeople: 30 } }] });
      const rows = Array.from({ length: units }, (_, index) => ({ id: `t${index}`, s: index, people: Math.floor(participants / units) + (index < participants % units ? 1 : 0) }));
      expect(run({ rules, entries: entriesOf(rows) }).groups[0]?.awards[0]?.state).toBe(awards ? 'awarded' : 'participationOnly');
    }
  });

  it('ROB-AWARD-002', () => {
    const { input, expected } = domainCase<{ registered: number; no_show: number; ratios: number[] }, { base: number; cum: number[]; first: number; second: number; third: number }>('ROB-AWARD-002');
    const rules = rulesOf({ stages: [given('s')], awards: [{ key: 'a', ties: 'expand', levels: levels(input.ratios) }] });
    const entries = entriesOf(Array.from({ length: input.registered }, (_, index) => ({ id: `t${index}`, s: index }))).map((entry, index) => (index < input.no_show ? { ...entry, status: 'absent' as const } : entry));
    const summary = run({ rules, entries }).groups[0]?.awards[0];
    expect(summary?.base).toBe(expected.base);
    expect(summary?.levels.map((level) => level.cumulative)).toEqual(expected.cum);
    expect(summary?.levels.map((level) => level.awarded)).toEqual([expected.first, expected.second, expected.third]);
  });

  it('ROB-CUT-001', () => {
    const { input, expected } = domainCase<{ n: number; percent: number; scores: Record<string, number> }, { cut: number; line: number; qualified: string[] }>('ROB-CUT-001');
    const rules = rulesOf({
      stages: [given('s')],
      selections: [{ key: 'next', places: { share: `${input.percent}/100` }, base: 'registered', ties: 'expand' }],
    });
    const scored = Object.entries(input.scores).map(([id, s]) => ({ id, s }));
    const others = Array.from({ length: input.n - scored.length }, (_, index) => ({ id: `x${index}`, s: 10 - index / 10 }));
    const output = run({ rules, entries: entriesOf([...scored, ...others]) });
    const selection = output.selections[0];
    expect(selection?.places).toBe(expected.cut);
    expect([...(selection?.chosen ?? [])].sort()).toEqual(expected.qualified);
    expect(Math.min(...(selection?.chosen ?? []).map((entry) => Number(rowOf(output, entry).total)))).toBe(expected.line);
  });

  it('ROB-QUOTA-001', () => {
    const { input, expected } = domainCase<Record<'prefectures' | 'events' | 'groups' | 'teams' | 'actual', number>, { per_prefecture: number; capacity: number; unused: number }>('ROB-QUOTA-001');
    const rules = rulesOf({
      parameters: input,
      figures: [
        { key: 'per_prefecture', value: { mul: ['param.events', 'param.groups', 'param.teams'] } },
        { key: 'capacity', value: { mul: ['figure.per_prefecture', 'param.prefectures'] } },
        { key: 'unused', value: { sub: ['figure.capacity', 'param.actual'] } },
      ],
    });
    const { figures } = run({ rules, entries: [] });
    expect(Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, num(value)]))).toEqual(expected);
  });
});
