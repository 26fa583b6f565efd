import { describe, expect, it } from '@jest/globals';
import { innovationExample } from '../../examples/innovation.js';
import { olympiadExample } from '../../examples/olympiad.js';
import { roboticsExample } from '../../examples/robotics.js';
import { canonicalJson } from '../canonical/canonical-json.js';
import { score } from './score.js';
import type { ScoreInput } from './score-input.types.js';

/** Changes everything about an input that a derivation could still be reading. */
function spoil(input: ScoreInput): void {
  for (const sheet of input.sheets ?? []) Object.assign(sheet, { judge: 'other', round: 9, state: 'void', values: {} });
  for (const match of input.matches ?? []) {
    for (const side of match.sides) Object.assign(side, { entries: [], score: 0, figures: {}, disqualified: [], absent: [] });
    Object.assign(match, { id: 'other', state: 'void', sides: [] });
  }
  for (const entry of input.entries) Object.assign(entry, { id: 'other', attributes: {} });
  for (const id of Object.keys(input.lots ?? {})) (input.lots as Record<string, number>)[id] = 0;
  input.rules.stages.length = 0;
}

describe('derivations written when they are read', () => {
  it.each([
    ['innovation', innovationExample],
    ['olympiad', olympiadExample],
    ['robotics', roboticsExample],
  ])('say what was scored, whatever happens to the input afterwards: %s', (_name, example) => {
    const atOnce = canonicalJson(score(structuredClone(example)));
    const input = structuredClone(example);
    const output = score(input);
    spoil(input);
    expect(canonicalJson(output)).toBe(atOnce);
    expect(canonicalJson(output)).toBe(atOnce);
  });
});
