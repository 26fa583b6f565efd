/** A test of a part of the items, in steps of any kind. */
type Test<Item, Step> = (items: readonly Item[]) => Generator<Step, boolean, void>;

/**
 * From items that are impossible together, a part that still is and of which none can be left out (QuickXplain: few tests when
 * the part is small). `impossible` may answer false where it does not know; then the part is still impossible, perhaps not least.
 */
export function* minimalConflict<Item, Step>(items: readonly Item[], impossible: Test<Item, Step>): Generator<Step, Item[], void> {
  function* explain(background: readonly Item[], changed: boolean, open: readonly Item[]): Generator<Step, Item[], void> {
    if (changed && (yield* impossible(background))) return [];
    if (open.length <= 1) return [...open];
    const middle = open.length >> 1;
    const [first, second] = [open.slice(0, middle), open.slice(middle)];
    const fromSecond = yield* explain([...background, ...first], first.length > 0, second);
    const fromFirst = yield* explain([...background, ...fromSecond], fromSecond.length > 0, first);
    return [...fromFirst, ...fromSecond];
  }
  return yield* explain([], false, items);
}
