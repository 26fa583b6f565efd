import type { TFunction } from 'i18next';
import type { Schemas } from '../../../api/client.js';

/** A grant in words: `县市区管理员 · 岳麓区`. */
export function grantWords(t: TFunction, grant: Schemas['GrantView']): string {
  return [t(`shell:role.${grant.role}`), grant.orgUnit, grant.panelId ? t('people:onePanel') : grant.editionId ? t('people:oneEdition') : undefined].filter(Boolean).join(' · ');
}
