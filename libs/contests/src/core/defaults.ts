import { hashOf } from '#libs/scoring';
import { valueAt } from './json-pointer.js';
import type { DefaultRule, Rulebook } from './rulebook.types.js';

/** A rule nobody else has decided, with the value in effect. */
export interface DefaultInEffect extends DefaultRule {
  value: unknown;
}

export const defaultsInEffect = (rulebook: Rulebook): DefaultInEffect[] => rulebook.defaults.map((rule) => ({ ...rule, value: valueAt(rulebook, rule.pointer) }));

/** Digest of the defaults and their values: a confirmation holds as long as it is the same. */
export const defaultsDigest = (rulebook: Rulebook): string => hashOf(defaultsInEffect(rulebook).map(({ pointer, value }) => ({ pointer, value: value ?? null })));
