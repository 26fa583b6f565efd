import type { SheetItem, SheetRules } from '#libs/scoring';
import { words } from './build.js';

const flag = (key: string, points: number): SheetItem => ({ kind: 'flag', key, label: words(key), points, default: false });
const count = (key: string, max: number, points: number): SheetItem => ({ kind: 'count', key, label: words(key), max, points, default: 0 });

/** FIRST LEGO League UNEARTHED (2025), as a sheet description: the points of the published score sheet. */
export const unearthedSheet: SheetRules = {
  items: [
    flag('m00', 20),
    count('m01_soil', 2, 10),
    flag('m01_brush', 10),
    count('m02_topsoil', 3, 10),
    flag('m03_cart', 30),
    flag('m03_opposing', 10),
    flag('m04_artifact', 30),
    flag('m04_support', 10),
    flag('m05', 30),
    count('m06_ore', 3, 10),
    flag('m07_millstone', 30),
    count('m08', 3, 10),
    flag('m09_roof', 20),
    flag('m09_wares', 10),
    flag('m10_tip', 20),
    flag('m10_pan', 10),
    flag('m11_artifacts', 20),
    flag('m11_flag', 10),
    flag('m12_sand', 20),
    flag('m12_ship', 10),
    flag('m13', 30),
    ...['brush', 'topsoil', 'artifact', 'cart', 'ore', 'millstone', 'pan'].map((thing) => flag(`m14_${thing}`, 5)),
    count('m15', 3, 10),
    {
      kind: 'lookup',
      key: 'tokens',
      label: words('tokens'),
      default: 0,
      table: [0, 10, 15, 25, 35, 50, 50].map((points, at) => ({ at, points })),
    },
  ],
  restrictions: [
    { key: 'brush', holds: { or: [{ not: 'm14_brush' }, 'm01_brush'] }, message: words('Brush not removed from Dig Site') },
    { key: 'millstone', holds: { or: [{ not: 'm14_millstone' }, 'm07_millstone'] }, message: words('Millstone not removed from its Base') },
    { key: 'pan', holds: { or: [{ not: 'm14_pan' }, 'm10_pan'] }, message: words('Scale Pan not removed') },
    { key: 'ore', holds: { or: [{ not: 'm14_ore' }, { gt: ['m06_ore', 0] }] }, message: words('Ore not removed from the Forge') },
  ],
};
