/** The value a JSON pointer names inside a document, or undefined. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value: unknown = document;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    value = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  }
  return value;
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** JSON pointers of the values that differ between two documents: the outermost ones, lists compared place by place. */
export function differences(before: unknown, after: unknown, pointer = ''): string[] {
  if (Object.is(before, after)) return [];
  const containers = typeof before === 'object' && typeof after === 'object' && before !== null && after !== null;
  if (!containers || Array.isArray(before) !== Array.isArray(after)) return [pointer];
  const [left, right] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].flatMap((key) => differences(left[key], right[key], `${pointer}/${escaped(key)}`));
}
