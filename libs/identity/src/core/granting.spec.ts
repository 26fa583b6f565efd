import { describe, expect, it } from '@jest/globals';
import type { Grant } from './access-decision.js';
import { mayGive, standsAbove } from './granting.js';

const changsha: Grant[] = [{ role: 'prefecture_admin', orgPath: 'p43.c4301' }];
const province: Grant[] = [{ role: 'province_admin', orgPath: 'p43' }];
const secretariat: Grant[] = [{ role: 'secretariat', editionId: 'e1' }];

describe('mayGive', () => {
  it.each([
    ['a county below', changsha, { role: 'county_admin' as const, orgPath: 'p43.c4301.x430102' }, true],
    ['a county beside', changsha, { role: 'county_admin' as const, orgPath: 'p43.c4302.x430202' }, false],
    ['its own level', changsha, { role: 'prefecture_admin' as const, orgPath: 'p43.c4301' }, false],
    ['above', changsha, { role: 'province_admin' as const, orgPath: 'p43' }, false],
    ['a role it does not give', changsha, { role: 'judge' as const }, false],
    ['the province a judge', province, { role: 'judge' as const }, true],
    ['the province an equal', province, { role: 'province_admin' as const, orgPath: 'p43' }, false],
    ['the secretariat a judge of its edition', secretariat, { role: 'judge' as const, editionId: 'e1' }, true],
    ['the secretariat a judge of another edition', secretariat, { role: 'judge' as const, editionId: 'e2' }, false],
    ['the secretariat a judge of all editions', secretariat, { role: 'judge' as const }, false],
    ['a supervisor anything', [{ role: 'supervisor' as const }], { role: 'student' as const, orgPath: 'p43.c4301.x1.s1' }, false],
    ['the system everything', [{ role: 'system_admin' as const }], { role: 'system_admin' as const }, true],
  ])('%s', (_what, grants, scope, expected) => expect(mayGive(grants, scope)).toBe(expected));
});

describe('standsAbove', () => {
  it('needs to stand above every role', () => {
    expect(standsAbove(changsha, [{ role: 'coach', orgPath: 'p43.c4301.x1.s1' }])).toBe(true);
    expect(standsAbove(changsha, [{ role: 'coach', orgPath: 'p43.c4301.x1.s1' }, { role: 'judge' }])).toBe(false);
  });
  it('leaves accounts without roles to the province and the system', () => {
    expect(standsAbove(changsha, [])).toBe(false);
    expect(standsAbove(province, [])).toBe(true);
  });
});
