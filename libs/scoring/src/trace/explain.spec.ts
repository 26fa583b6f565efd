import { describe, expect, it } from '@jest/globals';
import { olympiadExample } from '../../examples/olympiad.js';
import { roboticsExample } from '../../examples/robotics.js';
import { innovationExample } from '../../examples/innovation.js';
import { score } from '../engine/score.js';
import type { ScoreInput } from '../engine/score-input.types.js';
import { explain } from './explain.js';
import { resultTable } from './result-table.js';

const told = (input: ScoreInput, entry: string, language: 'zh' | 'en') => explain(score(input), entry, language, input.rules);

describe('explain', () => {
  it('tells rounds, games, ties, prizes and selection of a robotics team', () => {
    expect(told(roboticsExample, 't2', 'en')).toBe(
      'Field runs: rounds 160, –, 130; best rounds together 290; Duels: 2 games, 1 won, 1 tied, 0 lost; Duels 4; total 330; rank 3 of 3 in the group; Grade prize: place 3 is beyond the last place, no prize; Province final: 1 of the same school are in already.',
    );
    expect(told(roboticsExample, 't3', 'zh')).toMatch(/^场地赛：各轮 125、–、225；取最好几轮 350；对抗赛：2 场，0 胜 1 平 1 负；/);
  });

  it('names a total of one stage once, and keeps what every game gave', () => {
    const one: ScoreInput = { ...innovationExample, rules: { ...innovationExample.rules, total: { method: 'stage', stage: 'final', places: 2 } } };
    expect(told(one, 'w-03', 'en')).toMatch(/; total 92\.00; /);
    const row = score(roboticsExample).groups[0]?.rows.find(({ entry }) => entry === 't3');
    expect(row?.trace.stages.flatMap((stage) => stage.matches ?? [])).toEqual([
      { match: 'd2', score: '20', opponent: '20', result: 'tied', figures: { points: '1' } },
      { match: 'd3', score: '10', opponent: '40', result: 'lost', figures: { points: '0' } },
    ]);
  });

  it('tells how marks were settled and what is still open', () => {
    expect(told(olympiadExample, 'c1', 'en')).toContain('Paper 2: problem p1 31 (two marks), problem p2 29 (third mark); Paper 2 60');
    expect(told(olympiadExample, 'c3', 'zh')).toContain('p2 题 12（仲裁）');
    const open = { ...olympiadExample, sheets: (olympiadExample.sheets ?? []).filter((sheet) => sheet.mark !== 4) };
    expect(told(open, 'c3', 'en')).toContain('problem p2 open (arbitration needed); Paper 2: not finished; not finished, not ranked yet.');
    expect(told(olympiadExample, 'c4', 'zh')).toContain('缺席，不排名');
  });

  it('tells a broken tie by both sides and the key that broke it', () => {
    const output = score(olympiadExample);
    expect(output.groups[0]?.rows.map((row) => [row.entry, row.total])).toEqual([
      ['c2', '160.0'],
      ['c1', '160.0'],
      ['c3', '92.0'],
      ['c4', null],
    ]);
    expect(explain(output, 'c2', 'en', olympiadExample.rules)).toContain('tie with c1 broken by paper 2: 64 beats 60');
    expect(explain(output, 'c1', 'zh', olympiadExample.rules)).toContain('与 c2 同分，按“加试”60 不及 64 列后');
  });

  it('tells of void sheets', () => {
    expect(told(innovationExample, 'w-04', 'en')).toContain('Initial review: 4 scores (77, 80, 75.5, 81); 1 void (recused); mean 78.38');
    expect(told(innovationExample, 'w-01', 'zh')).toContain('1 份作废（评委退出）');
  });

  it('knows nobody of that name', () => expect(told(innovationExample, 'nobody', 'en')).toBeNull());
});

describe('resultTable', () => {
  it('has a line for every entry, with labels', () => {
    const { headers, rows } = resultTable(score(innovationExample), innovationExample.rules, 'en');
    expect(headers).toEqual(['group', 'rank', 'entry', 'total', 'Initial review', 'Final review', 'Grade prize']);
    expect(rows[0]).toEqual(['senior', '1', 'w-03', '91.60', '90.67', '92.00', 'first prize']);
    expect(rows.at(-1)).toEqual(['senior', 'absent, not ranked', 'w-05', '', '72.67', '', '']);
  });
});
