import type { Schema } from './json-schema.js';

/** Short forms for writing schemas. */
export const text: Schema = { type: 'string', minLength: 1 };
export const key: Schema = { $ref: '#/$defs/key' };
export const words: Schema = { $ref: '#/$defs/words' };
export const decimal: Schema = { $ref: '#/$defs/decimal' };
export const expression: Schema = { $ref: '#/$defs/expression' };
export const flag: Schema = { type: 'boolean' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const places: Schema = { type: 'integer', minimum: 0 };

export const oneOf = (...values: string[]): Schema => ({ enum: values });
export const list = (items: Schema, minItems = 0): Schema => ({ type: 'array', items, ...(minItems > 0 ? { minItems } : {}) });
export const record = (additionalProperties: Schema): Schema => ({ type: 'object', propertyNames: key, additionalProperties });

/** An object with exactly these members. */
export const object = (required: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
});

/** Several forms of an object, told apart by one constant member, with members in common. */
export const variants = (
  tag: string,
  common: { required?: Record<string, Schema>; optional?: Record<string, Schema> },
  forms: Record<string, { required?: Record<string, Schema>; optional?: Record<string, Schema> }>,
): Schema => ({
  anyOf: Object.entries(forms).map(([name, form]) =>
    object({ [tag]: { const: name }, ...common.required, ...form.required }, { ...common.optional, ...form.optional }),
  ),
});

const expressions = list(expression);
const pair: Schema = { type: 'array', prefixItems: [expression, expression], minItems: 2, maxItems: 2 };
const triple: Schema = { type: 'array', prefixItems: [expression, expression, expression], minItems: 3, maxItems: 3 };

const operator = (name: string, argument: Schema): Schema => object({ [name]: argument });

export const commonDefs: Record<string, Schema> = {
  key: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' },
  words: object({ zh: text, en: text }),
  decimal: { anyOf: [{ type: 'number' }, { type: 'string', pattern: '^[+-]?(\\d+(\\.\\d+)?|\\d+/0*[1-9]\\d*)$' }] },
  expression: {
    description: 'A number is itself, a text is the name of a value, an object applies one operator.',
    anyOf: [
      { type: 'number' },
      text,
      flag,
      ...['add', 'mul', 'min', 'max', 'and', 'or', 'count', 'orElse', 'in'].map((name) => operator(name, { ...expressions, minItems: 1 })),
      ...['sub', 'div', 'eq', 'ne', 'lt', 'le', 'gt', 'ge'].map((name) => operator(name, pair)),
      ...['abs', 'floor', 'ceil', 'not'].map((name) => operator(name, expression)),
      operator('if', triple),
      operator('round', { type: 'array', prefixItems: [expression, { type: 'integer' }], minItems: 2, maxItems: 2 }),
      operator('text', { type: 'string' }),
      operator('exact', decimal),
      operator('present', text),
      operator('step', object({ value: expression, steps: list(object({ from: { type: 'number' }, points: { type: 'number' } }), 1) })),
    ],
  },
};
