import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Refusal, type Problem } from '../refusal.js';

/** class-validator's constraint names -> our codes; what is not here is INVALID. */
const CODES: Record<string, string> = {
  whitelistValidation: 'UNKNOWN_FIELD',
  isString: 'NOT_TEXT',
  length: 'LENGTH',
  matches: 'FORMAT',
  isUuid: 'NOT_AN_ID',
  isEmail: 'NOT_AN_EMAIL',
  isInt: 'NOT_A_WHOLE_NUMBER',
  isNumber: 'NOT_A_NUMBER',
  min: 'TOO_SMALL',
  max: 'TOO_LARGE',
  isIn: 'NOT_ONE_OF',
  isBoolean: 'NOT_YES_OR_NO',
  isArray: 'NOT_A_LIST',
  arrayMinSize: 'TOO_FEW',
  arrayMaxSize: 'TOO_MANY',
  isObject: 'NOT_AN_OBJECT',
  nestedValidation: 'NOT_AN_OBJECT',
  isIso8601: 'NOT_A_DATE',
};

/** Flattens class-validator's tree into problems with paths like `members[1].birth`. */
export function problemsOf(errors: ValidationError[], prefix = ''): Problem[] {
  return errors.flatMap((error) => {
    const path = /^\d+$/.test(error.property) && prefix ? `${prefix}[${error.property}]` : prefix ? `${prefix}.${error.property}` : error.property;
    // A value of the wrong type fails every rule on it; the first named one says it best.
    const broken = Object.keys(error.constraints ?? {});
    const type = broken.find((name) => ['isString', 'isInt', 'isNumber', 'isBoolean', 'isArray', 'isObject', 'whitelistValidation'].includes(name)) ?? broken[0];
    const own: Problem[] = type ? [{ code: CODES[type] ?? 'INVALID', path }] : [];
    return [...own, ...problemsOf(error.children ?? [], path)];
  });
}

/** Bodies and queries are checked whole, unknown fields refused, all problems told at once. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new Refusal('invalid', 'INVALID_INPUT', { count: errors.length }, problemsOf(errors)),
  });
