import { problem, type Problem } from '../../engine/problem.js';

/** The part of JSON Schema (2020-12) the published schemas use. */
export interface Schema {
  $schema?: string;
  $id?: string;
  title?: string;
  description?: string;
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
  const?: string | number | boolean;
  enum?: (string | number | null)[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  minProperties?: number;
  maxProperties?: number;
  items?: Schema;
  prefixItems?: Schema[];
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  minLength?: number;
  pattern?: string;
  anyOf?: Schema[];
}

/** Checks a value against a schema, and finds every problem. Among alternatives with a constant in common, the one that fits it is reported on. */
export function checkSchema(value: unknown, schema: Schema, root: Schema, path: string, problems: Problem[]): void {
  if (schema.$ref !== undefined) return checkSchema(value, resolve(schema.$ref, root), root, path, problems);
  if (schema.anyOf) return checkAlternatives(value, schema.anyOf, root, path, problems);
  if (schema.const !== undefined && value !== schema.const) problems.push(problem('NOT_ALLOWED', path, { value: show(value), allowed: String(schema.const) }));
  if (schema.enum && !schema.enum.includes(value as string)) problems.push(problem('NOT_ALLOWED', path, { value: show(value), allowed: schema.enum.map(String).join(', ') }));
  if (schema.type === undefined) return;
  if (!hasType(value, schema.type)) {
    problems.push(problem(value === undefined ? 'MISSING' : 'WRONG_TYPE', path, { expected: schema.type, value: show(value) }));
    return;
  }
  if (typeof value === 'string') checkText(value, schema, path, problems);
  if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum) problems.push(problem('BELOW_MINIMUM', path, { value, minimum: schema.minimum }));
  if (Array.isArray(value)) checkList(value, schema, root, path, problems);
  else if (typeof value === 'object' && value !== null) checkObject(value as Record<string, unknown>, schema, root, path, problems);
}

function resolve(reference: string, root: Schema): Schema {
  const found = root.$defs?.[reference.replace('#/$defs/', '')];
  if (!found) throw new Error(`schema without ${reference}`);
  return found;
}

const show = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 80);

function hasType(value: unknown, type: NonNullable<Schema['type']>): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'null':
      return value === null;
    default:
      return typeof value === type;
  }
}

function checkText(value: string, schema: Schema, path: string, problems: Problem[]): void {
  if (schema.minLength !== undefined && value.length < schema.minLength) problems.push(problem('TEXT_EMPTY', path));
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value)) problems.push(problem('WRONG_FORM', path, { value: show(value), pattern: schema.pattern }));
}

function checkList(value: readonly unknown[], schema: Schema, root: Schema, path: string, problems: Problem[]): void {
  if (schema.minItems !== undefined && value.length < schema.minItems) problems.push(problem('TOO_FEW', path, { minimum: schema.minItems, count: value.length }));
  if (schema.maxItems !== undefined && value.length > schema.maxItems) problems.push(problem('TOO_MANY', path, { maximum: schema.maxItems, count: value.length }));
  for (const [index, item] of value.entries()) {
    const one = schema.prefixItems?.[index] ?? schema.items;
    if (one) checkSchema(item, one, root, `${path}/${index}`, problems);
  }
}

function checkObject(value: Record<string, unknown>, schema: Schema, root: Schema, path: string, problems: Problem[]): void {
  const at = (key: string): string => (path === '' ? key : `${path}/${key}`);
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  for (const key of schema.required ?? []) if (value[key] === undefined) problems.push(problem('MISSING', at(key)));
  if (schema.minProperties !== undefined && keys.length < schema.minProperties) problems.push(problem('TOO_FEW', path, { minimum: schema.minProperties, count: keys.length }));
  if (schema.maxProperties !== undefined && keys.length > schema.maxProperties) problems.push(problem('TOO_MANY', path, { maximum: schema.maxProperties, count: keys.length }));
  for (const key of keys) {
    if (schema.propertyNames) checkSchema(key, schema.propertyNames, root, at(key), problems);
    const known = schema.properties?.[key];
    if (known) checkSchema(value[key], known, root, at(key), problems);
    else if (schema.additionalProperties === false) problems.push(problem('UNKNOWN_MEMBER', at(key), { member: key }));
    else if (typeof schema.additionalProperties === 'object') checkSchema(value[key], schema.additionalProperties, root, at(key), problems);
  }
}

function checkAlternatives(value: unknown, alternatives: readonly Schema[], root: Schema, path: string, problems: Problem[]): void {
  let closest: Problem[] | null = null;
  for (const alternative of alternatives) {
    const found: Problem[] = [];
    checkSchema(value, alternative, root, path, found);
    if (found.length === 0) return;
    const candidate = alternative.$ref === undefined ? alternative : resolve(alternative.$ref, root);
    if (isMeant(value, candidate)) closest = found;
  }
  if (closest) problems.push(...closest);
  else problems.push(problem(value === undefined ? 'MISSING' : 'NO_ALTERNATIVE', path, { value: show(value), allowed: constantsOf(alternatives, root) }));
}

/** Whether the value carries the constants (kind, method, by) that mark an alternative, or its only member. */
function isMeant(value: unknown, schema: Schema): boolean {
  if (schema.type !== 'object' || typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const record = value as Record<string, unknown>;
  const constants = Object.entries(schema.properties ?? {}).filter(([, member]) => member.const !== undefined);
  if (constants.length > 0) return constants.every(([key, member]) => record[key] === member.const);
  return (schema.required ?? []).length > 0 && (schema.required ?? []).every((key) => key in record);
}

function constantsOf(alternatives: readonly Schema[], root: Schema): string {
  const names = alternatives.flatMap((alternative) => {
    const schema = alternative.$ref === undefined ? alternative : resolve(alternative.$ref, root);
    const constants = Object.values(schema.properties ?? {}).flatMap((member) => (member.const === undefined ? [] : String(member.const)));
    return constants.length > 0 ? constants : (schema.required ?? [schema.type ?? '']);
  });
  return [...new Set(names)].join(', ');
}
