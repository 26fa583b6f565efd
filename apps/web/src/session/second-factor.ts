import type { ApiError } from '../api/problem.js';

/** The password was right (or not judged yet) and a code is asked for. */
export const needsCode = (error: ApiError): boolean => error.code === 'SECOND_FACTOR_CODE_NEEDED';
/** A code field belongs on the form now: asked for, or the one given was wrong. */
export const wantsCode = (error: ApiError): boolean => error.code === 'SECOND_FACTOR_CODE_NEEDED' || error.code === 'SECOND_FACTOR_WRONG';
