import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { validateScoringRules } from '#libs/scoring';

const here = new URL('./', import.meta.url);
const sources = readdirSync(here).filter((file) => file.endsWith('.spec.ts')).map((file) => readFileSync(new URL(file, here), 'utf8')).join('\n');
const idsIn = (file: string): string[] => (JSON.parse(readFileSync(new URL(`../data/${file}`, here), 'utf8')) as { id: string }[]).map((one) => one.id);

/** Families whose ids a spec makes from a number. */
const numbered = /^(OLY-MARK)-\d+$/;

describe('the cases that are kept here', () => {
  it.each(['scoring-cases.json', 'scoring-peer-cases.json'])('are all run: %s', (file) => {
    const unused = idsIn(file).filter((id) => !sources.includes(numbered.exec(id)?.[1] ?? id));
    expect(unused).toEqual([]);
  });

  it('and so is every statistic that is not about assigning judges', () => {
    const oracles = JSON.parse(readFileSync(new URL('../data/stat-oracles.json', here), 'utf8')) as { id: string; statistic: string }[];
    const unused = oracles.filter((one) => one.statistic !== 'assignment' && !sources.includes(`named('${one.statistic}')`) && !sources.includes(one.id));
    expect(unused.map((one) => one.id)).toEqual([]);
  });
});

describe('the document in the README', () => {
  it('is one that works', () => {
    const readme = readFileSync(new URL('../../../libs/scoring/README.md', here), 'utf8');
    const document = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => JSON.parse(match[1] as string) as { format?: string }).find((one) => one.format !== undefined);
    expect(validateScoringRules(document)).toEqual([]);
  });
});
