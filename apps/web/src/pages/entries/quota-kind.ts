import { typeOf, type EditionRules } from './entry-rules.js';
import { words } from './form/words.js';

/** What places are counted for, in words: a type, or a type in one group (`project/primary`). All types together (`*`) are named by the caller. */
export function quotaKindName(rules: EditionRules, kind: string): string {
  const [type = '', group] = kind.split('/');
  const typeName = words(typeOf(rules, type)?.label) || type;
  if (group === undefined) return typeName;
  return `${typeName} · ${words(rules.groups.find((one) => one.key === group)?.label) || group}`;
}
