import { useTranslation } from 'react-i18next';
import type { LeakRow } from './findings-data.js';

/** Where a finding stands: the title, a field of the form, a page of a file, what a file says about itself. */
export function LeakPlace({ row }: { row: LeakRow }) {
  const { t } = useTranslation('findings');
  return (
    <>
      {t(`place.${row.source}`, { name: row.fileName ?? '', page: row.page ?? '', field: row.field })}
      {row.scrubbed && ` · ${t('scrubbed.mark')}`}
    </>
  );
}
