import { statSync } from 'node:fs';
import Sequencer from '@jest/test-sequencer';

/** Specs that keep a browser or several processes busy. */
const isLong = ({ path }) => /\/test\/(web|faults|flows)\//.test(path);
const isPure = ({ context }) => context.config.displayName?.name === 'pure';

/** Long specs one at a time between those of the API, the large ones first, and the quick pure ones last: so no two browsers starve each other, and no worker is left with a long one at the end. */
export default class SpecOrder extends Sequencer {
  sort(specs) {
    const bySize = [...specs].sort((a, b) => statSync(b.path).size - statSync(a.path).size);
    const pure = bySize.filter(isPure);
    const long = bySize.filter((spec) => !isPure(spec) && isLong(spec));
    const api = bySize.filter((spec) => !isPure(spec) && !isLong(spec));
    const between = Math.max(1, Math.ceil(api.length / (long.length || 1)));
    const mixed = long.flatMap((spec, index) => [spec, ...api.slice(index * between, (index + 1) * between)]);
    return [...mixed, ...api.slice(long.length * between), ...pure];
  }
}
