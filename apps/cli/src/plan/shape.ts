/** A JSON Schema, as far as the plan inputs need it. */
export type Shape = Readonly<Record<string, unknown>>;

export const text: Shape = { type: 'string', minLength: 1 };
export const flag: Shape = { type: 'boolean' };
export const seed: Shape = { type: ['string', 'integer'] };
export const integer: Shape = { type: 'integer' };
export const whole: Shape = { type: 'integer', minimum: 0 };
export const positive: Shape = { type: 'integer', minimum: 1 };
/** A weight: a number, or a decimal as text. */
export const weight: Shape = { anyOf: [{ type: 'number', minimum: 0 }, { type: 'string', pattern: '^\\d+(\\.\\d+)?$' }] };
export const list = (items: Shape): Shape => ({ type: 'array', items });
export const tuple = (...items: Shape[]): Shape => ({ type: 'array', prefixItems: items, minItems: items.length, items: false });
export const oneOf = (...values: readonly string[]): Shape => ({ enum: values });
export const either = (...shapes: Shape[]): Shape => ({ anyOf: shapes });
export const orNull = (shape: Shape): Shape => either(shape, { type: 'null' });
export const map = (values: Shape): Shape => ({ type: 'object', additionalProperties: values });

/** An object without any other fields; a name that ends in `?` may be left out. */
export function fields(named: Readonly<Record<string, Shape>>): Shape & { readonly properties: Readonly<Record<string, Shape>> } {
  const bare = (name: string): string => name.replace(/\?$/, '');
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(named).map(([name, shape]) => [bare(name), shape])),
    required: Object.keys(named).filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  };
}
