import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { registerTexts, withContext } from '#libs/platform';
import { run } from '../../apps/cli/src/commands/plan.js';
import { en } from '../../apps/cli/src/i18n/en.js';
import { zh } from '../../apps/cli/src/i18n/zh.js';
import { planners } from '../../apps/cli/src/plan/planners.js';
import { UsageError } from '../../apps/cli/src/usage-error.js';

registerTexts(zh, en);

const readme = readFileSync(new URL('../../libs/planning/README.md', import.meta.url), 'utf8');
const examples = [...readme.matchAll(/qingsai -- plan ([^\n]*) <<'JSON'\n([\s\S]*?)\nJSON\n```\n```text\n([\s\S]*?)```/g)].map(([, args, input, output]) => ({ args: args!, input: input!, output: output! }));

/** What the command says on both channels, one after the other, and its exit code. */
async function plan(args: string[], input: unknown, language: 'zh' | 'en' = 'en'): Promise<{ code: number; words: string; printed: string }> {
  let [words, printed] = ['', ''];
  const terminal = { readInput: () => input, out: (text: string) => void ([words, printed] = [words + text, printed + text]), err: (text: string) => void (words += text) };
  const code = await withContext({ requestId: 'readme', language }, () => run(args, terminal));
  return { code, words, printed };
}

describe('the examples of the planning README', () => {
  it('show every kind of plan', () => {
    expect([...new Set(examples.map(({ args }) => args.split(' ')[0]))].sort()).toEqual(Object.keys(planners).sort());
  });

  it.each(examples)('plan $args gives what it says ($#)', async ({ args, input, output }) => {
    const { code, words } = await plan(args.split(' '), JSON.parse(input));
    expect(words).toBe(output);
    expect(code).toBe(output.includes('Verified: the reason holds') ? 1 : 0);
  });

  it.each(examples)('plan $args: JSON and Chinese ($#)', async ({ args, input }) => {
    const { words, printed } = await plan([args.split(' ')[0]!, '-', '--verify'], JSON.parse(input), 'zh');
    expect(typeof JSON.parse(printed)).toBe('object');
    expect(words).toMatch(/验证通过/);
  });

  it('refuses an input of another form, every place at once, and an unknown kind', async () => {
    const refusal = plan(['quota', '-'], { total: '140', shares: [{ id: 'a' }], floors: 3 });
    await expect(refusal).rejects.toThrow(UsageError);
    await expect(refusal).rejects.toThrow(/"floors" is not known here[\s\S]*total: expected integer[\s\S]*shares\.0: "weight" is missing/);
    await expect(plan(['toString', '-'], {})).rejects.toThrow(/KIND: assign \| repair/);
    await expect(plan(['quota', '-', '--format', 'xml'], {})).rejects.toThrow(UsageError);
  });

  it('says what contradicts itself with exit code 2', async () => {
    const { code, words } = await plan(['quota', '-'], { total: 1, shares: [{ id: 'a', weight: 1 }, { id: 'a', weight: 1 }] });
    expect({ code, words }).toEqual({ code: 2, words: 'shares: every share needs its own id\n' });
  });

  it('prints the form of every input', async () => {
    for (const kind of Object.keys(planners)) expect(JSON.parse((await plan([kind, '--shape'], null)).printed)).toMatchObject({ type: 'object', additionalProperties: false });
  });
});
