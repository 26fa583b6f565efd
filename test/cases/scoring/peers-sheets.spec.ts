import { describe, expect, it } from '@jest/globals';
import { checkMarks, checkSheet, validateScoringRules, type AwardRules, type Marks, type ScoreSheet, type ScoringRules, type SheetItem, type SheetRules, type StageRules } from '#libs/scoring';
import { asc, byEntry, desc, entriesOf, given, judgeSheets, num, peerCase, ranked, refusalOf, roundSheets, rowOf, rowsOf, rulesOf, run, words } from './build.js';

const stage = (more: Record<string, unknown>): Partial<StageRules> => more as Partial<StageRules>;

describe('programming contests', () => {
  const board: Partial<ScoringRules> = {
    stages: [given('solved', { whenMissing: 'zero' }), given('penalty', { whenMissing: 'zero' })],
    total: { method: 'stage', stage: 'solved', places: 0 },
    ranking: { keys: [desc('solved'), asc('penalty')] },
  };

  it('dj-empty-board', () => {
    const { input, expected } = peerCase<{ teams: number }, { rank: number[]; solved: number[] }>('dj-empty-board');
    const rows = rowsOf(run({ rules: rulesOf(board), entries: entriesOf(Array.from({ length: input.teams }, (_, index) => `T${index}`)) }));
    expect(rows.map((row) => row.rank)).toEqual(expected.rank);
    expect(rows.map((row) => num(row.total))).toEqual(expected.solved);
  });

  it('dj-board-public-freeze: a board is a calculation over the sheets of its time', () => {
    const { input, expected } = peerCase<{ freeze_min: number }, Record<'public' | 'jury', Record<string, { solved: number; time?: number; rank?: number }>>>('dj-board-public-freeze');
    const times = [69, 92];
    const solved: ScoreSheet[] = times.map((x, index) => ({ entry: 'T1', stage: 's', round: index + 1, values: { x } }));
    const rules = rulesOf({
      stage: stage({ rounds: { method: 'sum' }, whenMissing: 'zero' }),
      total: { method: 'formula', value: { orElse: ['s.played', 0] }, places: 0 },
      ranking: { keys: [desc('solved', 'total'), asc('time', 's')] },
    });
    const boardAt = (until: number) => run({ rules, entries: entriesOf(['T0', 'T1']), sheets: solved.filter((_, index) => (times[index] as number) <= until) });
    const seen = (output: ReturnType<typeof run>, team: string) => ({ solved: num(rowOf(output, team).total), time: num(rowOf(output, team).stages['s']?.score ?? null), rank: rowOf(output, team).rank });
    expect(seen(boardAt(input.freeze_min), 'T1')).toMatchObject(expected.public['T1'] as object);
    expect(seen(boardAt(input.freeze_min), 'T0')).toMatchObject(expected.public['T0'] as object);
    expect(seen(boardAt(300), 'T1')).toMatchObject(expected.jury['T1'] as object);
  });

  it('dj-award-ties', () => {
    interface Team {
      cat: string;
      solved: number;
      penalty?: number;
      last?: number;
    }
    const { input, expected } = peerCase<{ teams: Record<string, Team>; medals: Record<string, number>; medal_categories: string[] }, { rank: Record<string, number | null>; gold: string[]; silver: string[]; bronze: string[]; group_winner: Record<string, string[]> }>('dj-award-ties');
    const medals: AwardRules = {
      key: 'medal',
      ties: 'expand',
      eligible: { in: ['attr.cat', ...input.medal_categories.map((cat) => ({ text: cat }))] },
      levels: Object.entries(input.medals).map(([key, count]) => ({ key, label: words(key), count })),
    };
    const rules = rulesOf({
      ...board,
      total: { method: 'stage', stage: 'solved', places: 0, resultWhen: { gt: ['solved', 0] } },
      ranking: { keys: [desc('solved'), asc('penalty'), asc('last', 'attr.last')] },
      awards: [medals],
      selections: [{ key: 'winner', per: 'group', places: { count: 1 }, ties: 'expand' }],
    });
    const entries = entriesOf(Object.entries(input.teams).map(([id, team]) => ({ id, ...team })));
    const output = run({ rules, entries });
    expect(byEntry(output, (row) => row.rank)).toEqual(expected.rank);
    for (const medal of ['gold', 'silver', 'bronze'] as const) expect([medal, ranked(output).filter((id) => rowOf(output, id).awards['medal'] === medal)]).toEqual([medal, expected[medal]]);
    const perCategory = run({ rules, entries: entries.map((entry) => ({ ...entry, group: String(entry.attributes?.['cat']) })) });
    expect(Object.fromEntries(perCategory.selections.map((one) => [one.group, one.chosen]))).toEqual(expected.group_winner);
  });

  it('dj-score-best-kept', () => {
    const { input, expected } = peerCase<{ submissions_total: number[] }, { score: number }>('dj-score-best-kept');
    const rules = rulesOf({ stage: stage({ rounds: { method: 'best' } }) });
    expect(num(rowOf(run({ rules, entries: entriesOf(['e']), sheets: roundSheets({ e: input.submissions_total }) }), 'e').total)).toBe(expected.score);
  });

  it('cms-groupmin', () => {
    const { input, expected } = peerCase<{ groups: Record<string, number>; outcomes: Record<string, number>[] }, { total: number[]; public: number[] }>('cms-groupmin');
    const sheet: SheetRules = {
      items: Object.entries(input.groups).map(([group, max]): SheetItem => ({ kind: 'tests', key: `g${group}`, label: words(group), max, take: 'min' })),
      derived: [{ key: 'public', value: 'points.g1' }],
    };
    const checked = input.outcomes.map((outcome) => {
      const tests = Object.keys(input.groups).map((group): [string, number[]] => [`g${group}`, [0, 1].map((test) => outcome[`${group}_${test}`] ?? 1)]);
      return checkSheet(sheet, Object.fromEntries(tests));
    });
    expect(checked.map((one) => num(one.total))).toEqual(expected.total);
    expect(checked.map((one) => num(one.derived['public'] ?? null))).toEqual(expected.public);
  });

  it('cms-mode-max: an attempt that is not scored yet leaves the score provisional', () => {
    const { input, expected } = peerCase<{ cases: (number | null)[][] }, { score_partial: [number, boolean][] }>('cms-mode-max');
    const rules = rulesOf({ stage: stage({ rounds: { method: 'best' }, whenMissing: 'zero' }), total: { method: 'formula', value: { orElse: ['s', 0] }, places: 1 } });
    const found = input.cases.map((list) => {
      const sheets = list.map((x, index): ScoreSheet => (x === null ? { entry: 'e', stage: 's', round: index + 1, state: 'draft' } : { entry: 'e', stage: 's', round: index + 1, values: { x } }));
      const row = rowOf(run({ rules, entries: entriesOf(['e']), sheets }), 'e');
      return [num(row.total), row.trace.stages[0]?.sheets.some((sheet) => sheet.use === 'draft') ?? false];
    });
    expect(found).toEqual(expected.score_partial);
  });

  it('cms-mode-tokened-last', () => {
    const { input, expected } = peerCase<{ cases: [string, boolean][][] }, { score: number[] }>('cms-mode-tokened-last');
    const sheet: SheetRules = { items: [{ kind: 'measure', key: 'x', label: words('x'), points: 1 }, { kind: 'flag', key: 'token', label: words('token'), points: 0 }], derived: [{ key: 'tokened', value: { if: ['token', 'x', 0] } }] };
    const rules = rulesOf({
      sheets: { plain: sheet },
      stage: stage({ rounds: { method: 'last' }, values: { tokened: { item: 'tokened', take: 'highest' } } }),
      total: { method: 'formula', value: { max: ['s', 's.tokened'] }, places: 1, requires: ['s'] },
    });
    const found = input.cases.map((list) => {
      const sheets = list.map(([x, token], index): ScoreSheet => ({ entry: 'e', stage: 's', round: index + 1, values: { x, token } }));
      return num(rowOf(run({ rules, entries: entriesOf(['e']), sheets }), 'e').total);
    });
    expect(found).toEqual(expected.score);
  });

  it('pa-distribution-tiebreak', () => {
    const { input, expected } = peerCase<Record<string, Record<string, number>>, { order: string[] }>('pa-distribution-tiebreak');
    const items = Array.from({ length: 10 }, (_, index): SheetItem => ({ kind: 'score', key: `t${index}`, label: words('t'), max: 10, default: 0 }));
    const rules = rulesOf({ sheets: { plain: { items } }, ranking: { keys: [desc('total'), { key: 'distribution', by: 'items', stage: 's' }] } });
    const sheetOf = (entry: string, scores: number[]): ScoreSheet => ({ entry, stage: 's', values: Object.fromEntries(scores.map((score, index) => [`t${index}`, score])) });
    const people = Object.entries(input).filter(([, counts]) => Object.keys(counts).every((key) => /^\d+$/.test(key)));
    const sheets = people.map(([id, counts]) => sheetOf(id, Object.entries(counts).flatMap(([points, count]) => Array.from({ length: count }, () => Number(points)))));
    const output = run({ rules, entries: entriesOf(people.map(([id]) => id)), sheets });
    expect(rowsOf(output).map((row) => `${row.entry} (${row.total})`)).toEqual(expected.order);
    const ten = run({ rules, entries: entriesOf(['6+4', '7+3', '10']), sheets: [sheetOf('10', [10]), sheetOf('7+3', [3, 7]), sheetOf('6+4', [6, 4])] });
    expect(ranked(ten)).toEqual(['10', '7+3', '6+4']);
  });

  it('hotcrp-all-null-order: a condition over values of which most are missing does not depend on where they are', () => {
    const { expected } = peerCase<unknown, { first: boolean; last: boolean }>('hotcrp-all-null-order');
    const holdsFor = (present: string): boolean => {
      const names = ['a', 'b', 'c'];
      const rules = rulesOf({ stages: names.map((name) => given(name)), total: { method: 'formula', places: 0, value: { if: [{ and: names.map((name) => ({ gt: [name, 0] }) as { gt: [string, number] }) }, 1, 0] } } });
      return rowOf(run({ rules, entries: entriesOf([{ id: 'e', [present]: 5 }]) }), 'e').total === '1';
    };
    expect({ first: holdsFor('a'), last: holdsFor('c') }).toMatchObject({ first: expected.first, last: expected.last });
  });
});

describe('mathematical olympiads', () => {
  interface Boundaries {
    boundaries: { gold: number; silver: number; bronze: number };
    max: number[];
    marks: Record<string, number[]>;
  }
  const rulesWith = (boundaries: Record<string, number>, mention: boolean): ScoringRules =>
    rulesOf({
      sheets: { plain: { items: Array.from({ length: 6 }, (_, index): SheetItem => ({ kind: 'score', key: `q${index}`, label: words('q'), max: 7, step: 1 })) } },
      awards: [
        {
          key: 'award',
          ties: 'expand',
          levels: Object.entries(boundaries).map(([key, line]) => ({ key, label: words(key), line })),
          ...(mention ? { mention: { key: 'mention', label: words('hm'), when: { gt: ['s.fullScores', 0] } } } : {}),
        },
      ],
    });
  const sheetsOf = (marks: Record<string, number[]>): ScoreSheet[] => Object.entries(marks).map(([entry, list]) => ({ entry, stage: 's', values: Object.fromEntries(list.map((mark, index) => [`q${index}`, mark])) }));

  it('mo-awards-basic', () => {
    const { input, expected } = peerCase<Boundaries, { total: Record<string, number>; award: Record<string, string>; rank: Record<string, number> }>('mo-awards-basic');
    const { gold, silver, bronze } = input.boundaries;
    const output = run({ rules: rulesWith({ Gold: gold, Silver: silver, Bronze: bronze }, true), entries: entriesOf(Object.keys(input.marks)), sheets: sheetsOf(input.marks) });
    expect(byEntry(output, (row) => num(row.total))).toEqual(expected.total);
    expect(byEntry(output, (row) => (row.awards['award'] === 'mention' ? 'Honourable Mention' : row.awards['award']))).toEqual(expected.award);
    expect(byEntry(output, (row) => row.rank)).toEqual(expected.rank);
  });

  it('mo-awards-nohm', () => {
    const { input, expected } = peerCase<Record<'event_without_hm' | 'event_with_hm', { marks: number[]; bronze: number }>, { award: (string | null)[] }>('mo-awards-nohm');
    const awardOf = ({ marks, bronze }: { marks: number[]; bronze: number }, mention: boolean) =>
      rowOf(run({ rules: rulesWith({ Bronze: bronze }, mention), entries: entriesOf(['e']), sheets: sheetsOf({ e: marks }) }), 'e').awards['award'];
    expect([awardOf(input.event_without_hm, false), awardOf(input.event_with_hm, true)]).toEqual(expected.award);
    expect(awardOf({ marks: [7, 0, 0, 0, 0, 0], bronze: 16 }, true)).toBe('mention');
  });

  it('mo-boundary-validation: a boundary that is no number, and boundaries in the wrong order', () => {
    peerCase('mo-boundary-validation');
    const problems = (boundaries: Record<string, unknown>) => validateScoringRules(rulesWith(boundaries as Record<string, number>, true)).map((one) => [one.code, one.path]);
    expect(problems({ Gold: null })).toEqual([['NO_ALTERNATIVE', 'awards/0/levels/0/line']]);
    expect(problems({ Gold: 'many' })).toEqual([['UNKNOWN_NAME', 'awards/0/levels/0/line']]);
    expect(problems({ Gold: 20, Silver: 21 })).toEqual([['LINES_REVERSED', 'awards/0/levels/1/line']]);
    expect(problems({ Gold: 28, Silver: 21, Bronze: 14 })).toEqual([]);
  });
});

describe('rescue robots', () => {
  it('rcj-line-score', () => {
    interface Run {
      LoPs?: number[];
      level?: 1 | 2;
      live?: number;
      dead?: number;
      exit?: boolean;
      scored?: string;
      showed_up?: boolean;
    }
    const { input, expected } = peerCase<{ runs: Run[] }, { score: number[] }>('rcj-line-score');
    const count = (key: string, max: number, points: number): SheetItem => ({ kind: 'count', key, label: words(key), max, points, default: 0 });
    const sections = [1, 2].map((index) => ({ key: `section${index}`, value: { max: [0, { mul: [`tiles${index}`, { sub: [5, { mul: [2, `lops${index}`] }] }] }] } as never }));
    const perVictim = (kind: 'live' | 'dead', first: number, second: number) =>
      ({ mul: [kind, { max: [0, { sub: [{ if: [{ eq: ['level', { text: 'two' }] }, second, first] }, { mul: [5, 'lops3'] }] }] }] }) as never;
    const sheet: SheetRules = {
      items: [
        ...[1, 2].map((index) => count(`tiles${index}`, 20, 0)),
        ...[1, 2, 3].map((index) => count(`lops${index}`, 99, 0)),
        count('gaps', 9, 10),
        count('intersections', 9, 15),
        count('obstacles', 9, 10),
        count('bumps', 9, 5),
        count('live', 9, 0),
        count('dead', 9, 0),
        { kind: 'choice', key: 'level', label: words('level'), default: 'one', options: ['one', 'two'].map((key) => ({ key, label: words(key), points: 0 })) },
        { kind: 'flag', key: 'exit', label: words('exit'), points: 20, default: false },
        { kind: 'flag', key: 'present', label: words('present'), points: 0, default: true },
      ],
      derived: [
        ...sections,
        { key: 'victims', value: { add: [perVictim('live', 30, 40), perVictim('dead', 15, 20)] } },
        { key: 'scored', value: { add: ['section1', 'section2', 'points.gaps', 'points.intersections', 'points.obstacles', 'points.bumps', 'victims', 'points.exit'] } },
      ],
      total: { add: ['scored', { if: [{ or: ['present', { gt: ['scored', 0] }] }, 5, 0] }] },
      floor: 0,
    };
    const scores = input.runs.map((one) => {
      const values: Record<string, number | boolean | string> = { present: one.showed_up ?? true };
      if (one.LoPs) {
        Object.assign(values, { tiles1: 0, tiles2: 4, gaps: 1, intersections: 1, obstacles: 1, bumps: 2, live: one.live ?? 0, dead: one.dead ?? 0, exit: one.exit ?? false, level: one.level === 2 ? 'two' : 'one' });
        one.LoPs.forEach((lop, index) => (values[`lops${index + 1}`] = lop));
      }
      const checked = checkSheet(sheet, values);
      return checked.problems.length > 0 ? checked.problems : num(checked.total);
    });
    expect(scores).toEqual(expected.score);
  });
});

describe('science fairs and hackathons', () => {
  const corrected = (scores: Record<string, Record<string, number>>, correction: Record<string, unknown>) =>
    run({
      rules: rulesOf({ stage: stage({ judges: { method: 'mean' }, correction: { minimumEntries: 1, places: 10, ...correction } }) }),
      entries: entriesOf([...new Set(Object.values(scores).flatMap((row) => Object.keys(row)))]),
      sheets: judgeSheets(scores),
    });

  it('zfairs-normalise', () => {
    interface Expected {
      judge_means: Record<string, number>;
      adjust: Record<string, number>;
      project: Record<string, number>;
      raw_average: Record<string, number>;
    }
    const { input, expected } = peerCase<{ scores: Record<string, Record<string, number>> }, Expected>('zfairs-normalise');
    const output = corrected(input.scores, { method: 'shift' });
    expect(byEntry(output, (row) => num(row.total))).toEqual(expected.project);
    expect(byEntry(output, (row) => num(row.stages['s']?.raw ?? null))).toEqual(expected.raw_average);
    const judges = output.groups[0]?.corrections[0]?.judges ?? [];
    expect(Object.fromEntries(judges.map((judge) => [judge.judge, Number(judge.mean)]))).toEqual(expected.judge_means);
    expect(Object.fromEntries(judges.map((judge) => [judge.judge, 0 - Number(judge.effect)]))).toEqual(expected.adjust);
    expect(rowOf(output, 'p1')).toMatchObject({ rank: 1, tied: true });
    expect(rowOf(output, 'p3')).toMatchObject({ rank: 1, tied: true });
  });

  it('hw-zscore-global', () => {
    const { input, expected } = peerCase<{ scores: Record<string, Record<string, number>> }, { global_mean: number; global_sd: number; normalised: Record<string, number> }>('hw-zscore-global');
    const output = corrected(input.scores, { method: 'zscore', to: 'pool' });
    for (const [entry, wanted] of Object.entries(expected.normalised)) expect(Number(rowOf(output, entry).total)).toBeCloseTo(wanted, 9);
    const facts = output.groups[0]?.corrections[0]?.facts;
    expect(Number(facts?.['mean'])).toBe(expected.global_mean);
    expect(Number(facts?.['sd'])).toBeCloseTo(expected.global_sd, 9);
  });

  it('iss-outlier-normalise: one wild value moves the robust scale little', () => {
    const { expected } = peerCase<unknown, { robust_scale_changes_little: boolean }>('iss-outlier-normalise');
    const plain = Array.from({ length: 35 }, (_, index) => -61 + (index * 62.1) / 34).map((value) => Math.round(value * 10) / 10);
    const spreadOf = (values: number[], method: 'zscore' | 'robust') => {
      const table = { j: Object.fromEntries(values.map((value, index) => [`e${index}`, value])) };
      return Number(corrected(table, { method, to: 'pool' }).groups[0]?.corrections[0]?.facts['sd']);
    };
    const change = (method: 'zscore' | 'robust') => spreadOf([...plain, -1113], method) / spreadOf(plain, method);
    expect(change('zscore')).toBeGreaterThan(5);
    expect(change('robust') < 1.1).toBe(expected.robust_scale_changes_little);
  });
});

describe('marking practice', () => {
  it('cn-double-mark-2+1+1', () => {
    const { input, expected } = peerCase<{ tolerance: number; cases: number[][] }, { result: (number | string)[] }>('cn-double-mark-2+1+1');
    const found = input.cases.map(([first, second, third, arbitration]) => {
      const marks = Object.fromEntries(Object.entries({ first, second, third, arbitration }).filter(([, mark]) => mark !== undefined)) as Marks<number>;
      const resolution = checkMarks(marks, { method: 'double', tolerance: input.tolerance });
      return resolution.state === 'needThird' ? 'needs leader' : num(resolution.score);
    });
    expect(found).toEqual(expected.result);
    expect(checkMarks({ first: 8, second: 14, third: 11 }, { method: 'double', tolerance: 2 }).state).toBe('needArbitration');
  });

  it('cn-double-mark-1+1+1', () => {
    const { input, expected } = peerCase<{ tolerance: number; cases: number[][] }, { result: number[] }>('cn-double-mark-1+1+1');
    const found = input.cases.map(([first, second, arbitration]) => {
      const marks = Object.fromEntries(Object.entries({ first, second, arbitration }).filter(([, mark]) => mark !== undefined)) as Marks<number>;
      return num(checkMarks(marks, { method: 'reviewed', tolerance: input.tolerance }).score);
    });
    expect(found).toEqual(expected.result);
  });

  it('cn-recheck-sampling', () => {
    const { input, expected } = peerCase<{ entries: number; top_checked: number; sample_errors_cases: number[] }, { sample_size: number; full_recheck: boolean[] }>('cn-recheck-sampling');
    const found = input.sample_errors_cases.map((errors) => {
      const { figures } = run({
        rules: rulesOf({
          parameters: { entries: input.entries, top: input.top_checked, errors },
          figures: [
            { key: 'sample', value: { ceil: { mul: [{ sub: ['param.entries', 'param.top'] }, 0.15] } } },
            { key: 'full', value: { gt: [{ div: ['param.errors', 'figure.sample'] }, 0.05] } },
          ],
        }),
        entries: [],
      });
      return [num(figures['sample'] ?? null), figures['full'] === '1'];
    });
    expect(found).toEqual(expected.full_recheck.map((full) => [expected.sample_size, full]));
  });

  it('refuses arithmetic with a text', () => {
    const rules = rulesOf({ stages: [given('s')], total: { method: 'formula', places: 0, value: { add: ['s', 'attr.school'] } } });
    expect(refusalOf(() => run({ rules, entries: entriesOf([{ id: 'e', s: 1, school: 'X' }]) })).map((one) => one.code)).toEqual(['TEXT_IN_ARITHMETIC']);
  });
});
