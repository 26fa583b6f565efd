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

  it.each(starting('PUB-CERT-001'))('%s', (_name, { input, expected }) => {
    expect(input.bodies.map((body: string) => body + checkCharacter(body))).toEqual(expected);
  });

  it.each(starting('PUB-CERT-002'))('%s', (_name, { input, expected }) => {
    expect(input.numbers.map((number: string) => ({ number, valid: checkCharacter(number.slice(0, -1)) === number.at(-1) }))).toEqual(expected);
  });

  it('a check character catches every wrong digit and every two neighbours exchanged', () => {
    const bodies = ['04620260100017', '01720260200101', '00000000000001', '99920269999999', '4304061990031417'];
    for (const body of bodies) {
      const right = checkCharacter(body);
      for (let place = 0; place < body.length; place++) {
        for (const digit of '0123456789') if (digit !== body[place]) expect(checkCharacter(body.slice(0, place) + digit + body.slice(place + 1))).not.toBe(right);
        const [here = '', next = ''] = body.slice(place);
        if (next !== '' && here !== next) expect(checkCharacter(body.slice(0, place) + next + here + body.slice(place + 2))).not.toBe(right);
      }
    }
  });

  it('has all the cases', () => {
    expect(cases.map((one) => one.id)).toEqual(['VAL-ID-001', 'VAL-ID-002', 'VAL-ID-003', 'VAL-ID-004', 'VAL-ID-005', 'VAL-ID-006', 'VAL-AGE-001', 'VAL-AGE-002', 'VAL-MASK-001', 'PUB-CERT-001', 'PUB-CERT-002']);
  });
});
