import { describe, expect, it } from '@jest/globals';
import { editionsFor, mayAnywhere, mayThroughout, mayWithin, pathsFor, personalSchools, writingGrants, type Grant } from './access-decision.js';
import { isWithin, orgLabel, outermost, parentPath } from './org-path.js';
import { PERMISSIONS, roleMay, type Permission } from './permissions.js';
import { GRANTABLE, PERSONAL_ROLES, ROLE_SCOPES, ROLES } from './roles.js';

const changsha: Grant = { role: 'prefecture_admin', orgId: 'a', orgPath: 'p43.c4301' };
const furong: Grant = { role: 'county_admin', orgId: 'b', orgPath: 'p43.c4301.x430102' };
const school: Grant = { role: 'school_admin', orgId: 'c', orgPath: 'p43.c4301.x430102.s1' };
const coach: Grant = { role: 'coach', orgId: 'c', orgPath: 'p43.c4301.x430102.s1' };
const system: Grant = { role: 'system_admin' };
const secretariat: Grant = { role: 'secretariat', editionId: 'e1' };

describe('org paths', () => {
  it('compares whole labels', () => {
    expect(isWithin('p43.c4301', 'p43')).toBe(true);
    expect(isWithin('p43.c4301', 'p43.c4301')).toBe(true);
    expect(isWithin('p43.c43011', 'p43.c4301')).toBe(false);
    expect(isWithin('p43', 'p43.c4301')).toBe(false);
    expect(isWithin('p43', '')).toBe(true);
  });
  it('goes up and makes labels', () => {
    expect(parentPath('p43.c4301')).toBe('p43');
    expect(parentPath('p43')).toBe('');
    expect(orgLabel('school', '0191-ab')).toBe('s0191ab');
  });
  it('drops what lies inside another', () => expect(outermost(['p43.c4301.x1', 'p43.c4301', 'p43.c4302', 'p43.c4302'])).toEqual(['p43.c4301', 'p43.c4302']));
});

describe('what grants reach', () => {
  it('reaches down the subtree and not beside it', () => {
    expect(mayWithin([changsha], 'school.edit', { orgPath: 'p43.c4301.x430102.s1' })).toBe(true);
    expect(mayWithin([changsha], 'school.edit', { orgPath: 'p43.c4302.x430202.s9' })).toBe(false);
    expect(mayWithin([furong], 'school.edit', { orgPath: 'p43.c4301' })).toBe(false);
    expect(mayWithin([school], 'school.edit', { orgPath: 'p43.c4301.x430102.s1' })).toBe(false);
  });
  it('gives personal roles nothing by place', () => {
    expect(roleMay('coach', 'person.list')).toBe(true);
    expect(mayWithin([coach], 'person.list', { orgPath: 'p43.c4301.x430102.s1' })).toBe(false);
    expect(pathsFor([coach], 'person.list')).toEqual([]);
    expect(personalSchools([coach], 'person.list')).toEqual(['c']);
    expect(personalSchools([coach], 'school.merge')).toEqual([]);
  });
  it('lists the outermost subtrees, everywhere for a role without place', () => {
    expect(pathsFor([furong, changsha, school], 'school.list')).toEqual(['p43.c4301']);
    expect(pathsFor([system, furong], 'school.list')).toEqual(['']);
    expect(pathsFor([], 'school.list')).toEqual([]);
  });
  it('keeps to editions and panels', () => {
    expect(mayWithin([secretariat], 'account.list', { orgPath: 'p43', editionId: 'e1' })).toBe(true);
    expect(mayWithin([secretariat], 'account.list', { orgPath: 'p43', editionId: 'e2' })).toBe(false);
    expect(editionsFor([secretariat], 'account.list')).toEqual(['e1']);
    expect(editionsFor([secretariat, { role: 'province_admin', orgPath: 'p43' }], 'account.list')).toBe('all');
  });
  it('takes grants of supervisors away before a write', () => {
    expect(writingGrants([{ role: 'supervisor' }, furong])).toEqual([furong]);
    expect(mayAnywhere(writingGrants([{ role: 'supervisor' }]), 'policy.view')).toBe(false);
    expect(mayAnywhere(writingGrants([{ role: 'supervisor' }]), 'own.manage')).toBe(true);
  });
});

describe('the tables', () => {
  it('lets nobody give a role of the own level or above, but the system', () => {
    const height = (role: (typeof ROLES)[number]): number => ['student', 'coach', 'school_admin', 'county_admin', 'prefecture_admin', 'province_admin', 'system_admin'].indexOf(role);
    for (const giver of ROLES.filter((role) => height(role) >= 0 && role !== 'system_admin')) {
      for (const given of GRANTABLE[giver].filter((role) => height(role) >= 0)) expect([giver, given, height(given) < height(giver)]).toEqual([giver, given, true]);
    }
    expect(GRANTABLE.supervisor).toEqual([]);
  });
  it('knows a scope for every role', () => {
    for (const role of ROLES) expect(ROLE_SCOPES[role].length).toBeGreaterThan(0);
    expect(PERSONAL_ROLES.every((role) => GRANTABLE[role].length === 0)).toBe(true);
  });
  it('names permissions <noun>.<verb>', () => {
    for (const permission of Object.keys(PERMISSIONS) as Permission[]) expect(permission).toMatch(/^[a-z]+[A-Za-z]*\.[a-z][A-Za-z]*$/);
  });

  it('keeps lists without a place for those who hold the permission everywhere', () => {
    const supervisor = (scope: Partial<Grant>): Grant[] => [{ role: 'supervisor', ...scope }];
    expect(mayThroughout(supervisor({}), 'audit.read')).toBe(true);
    expect(mayThroughout(supervisor({ orgPath: 'p43' }), 'audit.read')).toBe(true);
    expect(mayThroughout(supervisor({ orgPath: 'p43.c4301' }), 'audit.read')).toBe(false);
    expect(mayThroughout(supervisor({ editionId: 'e' }), 'audit.read')).toBe(false);
    expect(mayThroughout(supervisor({ editionId: 'e' }), 'results.read', 'e')).toBe(true);
    expect(mayThroughout([{ role: 'coach' }], 'file.upload')).toBe(false);
  });

  it('lists the subtrees of one edition only by grants that count for it', () => {
    const grants: Grant[] = [{ role: 'supervisor', editionId: 'a' }, { role: 'supervisor', orgPath: 'p43.c4301' }];
    expect(pathsFor(grants, 'results.read', 'a')).toEqual(['']);
    expect(pathsFor(grants, 'results.read', 'b')).toEqual(['p43.c4301']);
  });
});
