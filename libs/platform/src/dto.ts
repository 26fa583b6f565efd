import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEmail, IsIn, IsInt, IsISO8601, IsNumber, IsObject, IsOptional, IsString,
  IsUUID, Matches, Max, Min, registerDecorator, ValidateIf, ValidateNested,
} from 'class-validator';

/**
 * Field decorators for DTOs: each states a field once, for validation (class-validator) and for the OpenAPI document.
 * The names of the failed constraints become problem codes (see http/validation.ts).
 */
interface Common {
  optional?: boolean;
  nullable?: boolean;
  description?: string;
}

function field(options: Common, api: ApiPropertyOptions, ...rules: PropertyDecorator[]): PropertyDecorator {
  const described = { ...api, nullable: options.nullable, description: options.description } as ApiPropertyOptions;
  const absence: PropertyDecorator[] = [];
  if (options.optional) absence.push(IsOptional());
  else if (options.nullable) absence.push(ValidateIf((_target, value) => value !== null));
  return applyDecorators(options.optional ? ApiPropertyOptional(described) : ApiProperty(described), ...absence, ...rules);
}

/** Length in Unicode code points, so that rare characters (𠅤) count as one; blanks around count for the most, not for the least. */
function CodePoints(min: number, max: number): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'length',
      target: target.constructor,
      propertyName: property as string,
      constraints: [min, max],
      validator: {
        validate: (value: unknown) => typeof value === 'string' && !value.includes('\0') && [...value.trim()].length >= min && [...value].length <= max,
      },
    });
}

/** Query strings carry numbers as text; anything else is left for the rules to refuse. */
const wholeFromText = Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value));

export const Text = (options: Common & { min?: number; max?: number; pattern?: RegExp } = {}): PropertyDecorator =>
  field(
    options,
    { type: String, minLength: options.min, maxLength: options.max ?? 10_000, pattern: options.pattern?.source },
    IsString(),
    CodePoints(options.min ?? 0, options.max ?? 10_000),
    ...(options.pattern ? [Matches(options.pattern)] : []),
  );
export const Id = (options: Common = {}): PropertyDecorator => field(options, { type: String, format: 'uuid' }, IsUUID());
export const Email = (options: Common = {}): PropertyDecorator => field(options, { type: String, format: 'email' }, IsEmail());
export const Whole = (options: Common & { min?: number; max?: number } = {}): PropertyDecorator =>
  field(options, { type: 'integer', minimum: options.min, maximum: options.max }, wholeFromText, IsInt(), Min(options.min ?? Number.MIN_SAFE_INTEGER), Max(options.max ?? Number.MAX_SAFE_INTEGER));
export const Numeric = (options: Common & { min?: number; max?: number } = {}): PropertyDecorator =>
  field(options, { type: Number, minimum: options.min, maximum: options.max }, IsNumber(), Min(options.min ?? -Number.MAX_VALUE), Max(options.max ?? Number.MAX_VALUE));
/** An exact decimal as text, e.g. "88.50". */
export const DecimalText = (options: Common = {}): PropertyDecorator =>
  field(options, { type: String, pattern: '^-?\\d{1,12}(\\.\\d{1,6})?$', example: '88.5' }, IsString(), Matches(/^-?\d{1,12}(\.\d{1,6})?$/));
export const Flag = (options: Common = {}): PropertyDecorator =>
  field(options, { type: Boolean }, Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)), IsBoolean());
/** A calendar day, YYYY-MM-DD. */
export const Day = (options: Common = {}): PropertyDecorator =>
  field(options, { type: String, format: 'date' }, Matches(/^\d{4}-\d{2}-\d{2}$/), IsISO8601({ strict: true }));
/** A point in time, ISO 8601 with zone. */
export const Instant = (options: Common = {}): PropertyDecorator => field(options, { type: String, format: 'date-time' }, IsISO8601({ strict: true }));
export const OneOf = (values: readonly string[], options: Common & { name?: string } = {}): PropertyDecorator =>
  field(options, { enum: [...values], ...(options.name ? { enumName: options.name } : {}) } as ApiPropertyOptions, IsIn([...values]));
// Swagger knows a late-bound type by the function's name `type`, which the arrows below get from their property.
export const Nested = (type: () => Class<unknown>, options: Common = {}): PropertyDecorator =>
  field(options, { type: () => type() }, IsObject(), ValidateNested(), Type(type));
export const ListOf = (type: () => Class<unknown>, options: Common & { min?: number; max?: number } = {}): PropertyDecorator =>
  field(options, { type: () => type(), isArray: true }, IsArray(), ArrayMinSize(options.min ?? 0), ArrayMaxSize(options.max ?? 10_000), ValidateNested({ each: true }), Type(type));
export const Texts = (options: Common & { min?: number; max?: number } = {}): PropertyDecorator =>
  field(options, { type: String, isArray: true }, IsArray(), ArrayMinSize(options.min ?? 0), ArrayMaxSize(options.max ?? 10_000), IsString({ each: true }));
export const Ids = (options: Common & { min?: number; max?: number } = {}): PropertyDecorator =>
  field(options, { type: String, format: 'uuid', isArray: true }, IsArray(), ArrayMinSize(options.min ?? 0), ArrayMaxSize(options.max ?? 10_000), IsUUID(undefined, { each: true }));
/** A JSON object whose shape a rulebook or a scoring schema decides. */
export const Json = (options: Common = {}): PropertyDecorator => field(options, { type: 'object', additionalProperties: true }, IsObject());

/** What every list takes: which page (from 1), how many rows (to 200), what to look for, what to sort by ("-title" = descending). */
export class PageQuery {
  @Whole({ min: 1, max: 100_000, optional: true }) page: number = 1;
  @Whole({ min: 1, max: 200, optional: true }) size: number = 20;
  @Text({ max: 100, optional: true }) q?: string;
  @Text({ max: 40, optional: true }) sort?: string;
}

export interface Page<T> {
  rows: T[];
  total: number;
  page: number;
  size: number;
}

const pages = new Map<Class<unknown>, Class<unknown>>();

/** The class `{rows, total, page, size}` around a row class, for `@Returns(pageOf(Row))`. */
export function pageOf(row: Class<unknown>): Class<unknown> {
  const known = pages.get(row);
  if (known) return known;
  class PageOf {
    rows: unknown[];
    total: number;
    page: number;
    size: number;
  }
  Object.defineProperty(PageOf, 'name', { value: `PageOf${row.name}` });
  ListOf(() => row)(PageOf.prototype, 'rows');
  for (const name of ['total', 'page', 'size']) Whole()(PageOf.prototype, name);
  pages.set(row, PageOf);
  return PageOf;
}

/** Declares what a handler answers with, for the OpenAPI document: `@Returns(View)` or `@Returns([View])`. */
export const Returns = (type: Class<unknown> | [Class<unknown>]): MethodDecorator =>
  ApiOkResponse(Array.isArray(type) ? { type: type[0], isArray: true } : { type });
