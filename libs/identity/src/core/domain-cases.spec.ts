import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ageOn, needsGuardianConsent } from './age.js';
import { checkCharacter, readIdNumber } from './id-number.js';
import { maskName, maskPhone } from './masks.js';

interface Case { id: string; rule: string; input: any; expected: any }

const cases = JSON.parse(readFileSync('test/cases/identity-cases.json', 'utf8')) as Case[];
const starting = (prefix: string): [string, Case][] => cases.filter((one) => one.id.startsWith(prefix)).map((one) => [`${one.id} ${one.rule}`, one]);

describe('cases of the domain reference', () => {
  it.each(starting('VAL-ID'))('%s', (_name, { input, expected }) => {
    const reading = readIdNumber(input.id, input.today);
    if (expected.valid) expect(reading).toMatchObject({ valid: true, birth: expected.birth, sex: expected.sex, region: expected.region });
    else expect(reading).toEqual({ valid: false, error: expected.error });
    if (expected.expected_check) expect(checkCharacter(input.id.slice(0, 17))).toBe(expected.expected_check);
  });

  it.each(starting('VAL-AGE-001'))('%s', (_name, { input, expected }) => {
    const ages = input.births.map((birth: string) => ({ birth, age: ageOn(birth, input.reference) }));
    expect(ages).toEqual(expected.map(({ birth, age }: { birth: string; age: number }) => ({ birth, age })));
  });

  it.each(starting('VAL-AGE-002'))('%s', (_name, { input, expected }) => {
    const found = input.births.map((birth: string) => ({ birth, age: ageOn(birth, input.on), consent_required: needsGuardianConsent(birth, input.on) }));
    expect(found).toEqual(expected);
  });

  it.each(starting('VAL-MASK'))('%s', (_name, { input, expected }) => {
    expect(input.names.map(maskName)).toEqual(expected.names);
    expect(maskPhone(input.phone)).toBe(expected.phone);
  });

  it('has all the cases', () => {
    expect(cases.map((one) => one.id)).toEqual(['VAL-ID-001', 'VAL-ID-002', 'VAL-ID-003', 'VAL-ID-004', 'VAL-ID-005', 'VAL-ID-006', 'VAL-AGE-001', 'VAL-AGE-002', 'VAL-MASK-001']);
  });
});
