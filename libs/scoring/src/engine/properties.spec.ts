import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../canonical/canonical-json.js';
import type { AwardRules } from '../rules/award-rules.types.js';
import type { ScoringRules } from '../rules/rules.types.js';
import type { ScoreInput, ScoreSheet } from './score-input.types.js';
import { score } from './score.js';

const words = (text: string) => ({ zh: text, en: text });

function rulesWith(over: { judges?: 'trimmed' | 'median' | 'mean'; awards?: AwardRules[]; max?: number; places?: null } = {}): ScoringRules {
  const judges = over.judges ?? 'trimmed';
  const places = over.places === null ? null : 2;
  return {
    format: 'qingsai-scoring/1',
    sheets: { s: { items: [1, 2].map((index) => ({ kind: 'score' as const, key: `c${index}`, label: words('c'), max: over.max ?? 50, step: 0.01 })) } },
    stages: [{ key: 'p', label: words('p'), kind: 'sheets', sheet: 's', judges: judges === 'trimmed' ? { method: 'trimmed', minimum: 1, trimFrom: 4 } : { method: judges }, places }],
    total: { method: 'stage', stage: 'p', places },
    ranking: { keys: [{ key: 'total', by: 'value', value: 'total', order: 'desc' }] },
    ...(over.awards ? { awards: over.awards } : {}),
  };
}

const grade = (ties: AwardRules['ties']): AwardRules[] => [
  { key: 'grade', ties, levels: [0.15, 0.35, 0.5].map((share, index) => ({ key: String(index + 1), label: words('p'), share })) },
];

/** Scores in hundredths, so that scaling stays inside the sheet. */
const cents = fc.integer({ min: 0, max: 2000 });
const table = fc.array(fc.array(fc.tuple(cents, cents), { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 14 });
type Table = [number, number][][];

function inputOf(entries: Table, rules: ScoringRules, factor = 1): ScoreInput {
  const sheets = entries.flatMap((byJudge, entry) =>
    byJudge.map(([a, b], judge): ScoreSheet => ({ entry: `e${entry}`, stage: 'p', judge: `j${judge}`, values: { c1: (a * factor) / 100, c2: (b * factor) / 100 } })),
  );
  return { rules, rulebookVersion: '1', entries: entries.map((_, entry) => ({ id: `e${entry}`, group: 'g' })), sheets };
}

const rows = (input: ScoreInput) => score(input).groups[0]?.rows ?? [];
const rankOf = (input: ScoreInput): Record<string, number | null> => Object.fromEntries(rows(input).map((row) => [row.entry, row.rank]));

/** The same calculation in whole numbers of 1/(100 judges), written apart from the engine. */
function oracle(byJudge: readonly [number, number][]): string {
  const totals = byJudge.map(([a, b]) => BigInt(a) + BigInt(b)).sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
  const kept = totals.length >= 4 ? totals.slice(1, -1) : totals;
  const sum = kept.reduce((x, y) => x + y, 0n);
  const count = BigInt(kept.length);
  const hundredths = (2n * sum + count) / (2n * count);
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`;
}

describe('properties of score', () => {
  it('equals an oracle in whole numbers, to the last digit', () => {
    fc.assert(
      fc.property(table, (entries) => {
        for (const row of rows(inputOf(entries, rulesWith()))) expect(row.total).toBe(oracle(entries[Number(row.entry.slice(1))] as [number, number][]));
      }),
    );
  });

  it('does not depend on the order of any list', () => {
    fc.assert(
      fc.property(table, fc.infiniteStream(fc.nat()), (entries, stream) => {
        const input = inputOf(entries, rulesWith({ awards: grade('expand') }));
        const shuffle = <Item>(list: readonly Item[]): Item[] => list.map((item) => ({ item, at: stream.next().value as number })).sort((a, b) => a.at - b.at).map(({ item }) => item);
        const shuffled = { ...input, entries: shuffle(input.entries), sheets: shuffle(input.sheets ?? []) };
        expect(canonicalJson(score(shuffled))).toBe(canonicalJson(score(input)));
      }),
    );
  });

  it('keeps every rank when all scores are doubled and nothing is rounded', () => {
    const rules = rulesWith({ max: 100, places: null });
    fc.assert(fc.property(table, (entries) => expect(rankOf(inputOf(entries, rules, 2))).toEqual(rankOf(inputOf(entries, rules)))));
  });

  it.each(['trimmed', 'median', 'mean'] as const)('never lowers a rank for a higher score (%s)', (judges) => {
    fc.assert(
      fc.property(table, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 500 }), (entries, who, which, more) => {
        const entry = who % entries.length;
        const judge = which % (entries[entry] as [number, number][]).length;
        const raised = entries.map((byJudge, index) => (index === entry ? byJudge.map(([a, b], at): [number, number] => (at === judge ? [Math.min(5000, a + more), b] : [a, b])) : byJudge));
        const before = rankOf(inputOf(entries, rulesWith({ judges })))[`e${entry}`] as number;
        expect(rankOf(inputOf(raised, rulesWith({ judges })))[`e${entry}`] as number).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('keeps the ranks of the others when a dominated entry is added', () => {
    fc.assert(
      fc.property(table, (entries) => {
        const positive = entries.map((byJudge) => byJudge.map(([a, b]): [number, number] => [a + 1, b]));
        const { e999, ...others } = rankOf({
          ...inputOf(positive, rulesWith()),
          entries: [...positive.map((_, entry) => ({ id: `e${entry}`, group: 'g' })), { id: 'e999', group: 'g' }],
          sheets: [...(inputOf(positive, rulesWith()).sheets ?? []), { entry: 'e999', stage: 'p', judge: 'j0', values: { c1: 0, c2: 0 } }],
        });
        expect(others).toEqual(rankOf(inputOf(positive, rulesWith())));
        expect(e999).toBe(positive.length + 1);
      }),
    );
  });

  it('ranks 1 + the number of better entries, and ties exactly where totals are equal', () => {
    fc.assert(
      fc.property(table, (entries) => {
        const all = rows(inputOf(entries, rulesWith()));
        for (const row of all) {
          expect(row.rank).toBe(1 + all.filter((other) => Number(other.total) > Number(row.total)).length);
          expect(row.tied).toBe(all.filter((other) => other.total === row.total).length > 1);
        }
      }),
    );
  });

  it.each(['expand', 'shrink', 'report'] as const)('gives prizes as one unbroken sequence from the top, never inside a tie (%s)', (ties) => {
    fc.assert(
      fc.property(table, (entries) => {
        const group = score(inputOf(entries, rulesWith({ awards: grade(ties) }))).groups[0];
        const levels = (group?.rows ?? []).map((row) => (row.awards['grade'] === null ? 9 : Number(row.awards['grade'])));
        const [summary] = group?.awards ?? [];
        if (ties !== 'report') expect([...levels].sort((a, b) => a - b)).toEqual(levels);
        for (const [index, row] of (group?.rows ?? []).entries()) {
          const next = group?.rows[index + 1];
          if (next && next.rank === row.rank) expect(next.awards['grade']).toBe(row.awards['grade']);
        }
        const awarded = summary?.levels.reduce((sum, level) => sum + level.awarded, 0) ?? 0;
        expect(awarded).toBe(levels.filter((level) => level !== 9).length);
        const places = summary?.levels.at(-1)?.cumulative ?? 0;
        if (ties === 'shrink') expect(awarded).toBeLessThanOrEqual(places);
        if (ties === 'expand') expect(awarded).toBeGreaterThanOrEqual(Math.min(places, entries.length));
      }),
    );
  });
});
