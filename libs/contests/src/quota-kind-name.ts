import { text } from '#libs/platform';
import { ALL_TYPES } from './core/quota-figures.js';
import type { Rulebook } from './core/rulebook.types.js';
import { inLanguage } from './edition-rows.js';

/** What places are counted for (`*`, `project`, `project/primary`) in the reader's words. A key the rulebook no longer knows stays as it is. */
export function quotaKindName({ types, groups }: Pick<Rulebook, 'types' | 'groups'>, kind: string): string {
  if (kind === ALL_TYPES) return text('quotas.allTypes');
  const named = (list: Pick<Rulebook['groups'][number], 'key' | 'label'>[], key: string): string => {
    const found = list.find((one) => one.key === key);
    return found ? inLanguage(found.label) : key;
  };
  const [type = kind, group] = kind.split('/');
  return [named(types, type), ...(group === undefined ? [] : [named(groups, group)])].join(' · ');
}
