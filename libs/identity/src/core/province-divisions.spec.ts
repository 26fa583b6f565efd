import { describe, expect, it } from '@jest/globals';
import { divisionsOf } from './province-divisions.js';

describe('divisions of Hunan', () => {
  const units = divisionsOf('43');
  const of = (kind: string): string[] => units.filter((unit) => unit.kind === kind).map((unit) => unit.code);

  it('has 14 prefectures with the codes of GB/T 2260', () => {
    expect(of('prefecture')).toEqual(['4301', '4302', '4303', '4304', '4305', '4306', '4307', '4308', '4309', '4310', '4311', '4312', '4313', '4331']);
  });
  it('has 122 counties and no statistical zones', () => {
    expect(of('county')).toHaveLength(122);
    expect(units.filter((unit) => /开发区|管理区|示范区|产业园/.test(unit.name))).toEqual([]);
  });
  it('hangs every unit under one that came before it', () => {
    const seen = new Set<string>();
    for (const unit of units) {
      expect(unit.parentPath === null || seen.has(unit.parentPath)).toBe(true);
      seen.add(unit.path);
    }
    expect(seen.size).toBe(units.length);
    expect(units.find((unit) => unit.code === '430102')).toEqual({ kind: 'county', code: '430102', name: '芙蓉区', path: 'p43.c4301.x430102', parentPath: 'p43.c4301' });
  });
  it('knows no province 99', () => expect(divisionsOf('99')).toEqual([]));
});
