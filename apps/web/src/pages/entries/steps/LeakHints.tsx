import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import type { EntryView } from '../entry-data.js';

/**
 * What the entry would tell judges about its makers, while they can still put it right: in the title, the form, and page by page in the
 * files. What blind copies leave out by themselves is only counted.
 */
export function LeakHints({ entry }: { entry: EntryView }) {
  const { t } = useTranslation('entries');
  const found = useQuery({
    queryKey: ['entry-leaks', entry.id, entry.version],
    queryFn: () => answer(api.GET('/api/entries/{id}/leaks', { params: { path: { id: entry.id } } })),
    refetchInterval: (query) => ((query.state.data?.waiting ?? 0) > 0 && query.state.dataUpdateCount < 10 ? 3_000 : false),
  });
  if (!found.data) return null;
  const { waiting, leaks } = found.data;
  const seen = leaks.filter((leak) => !leak.scrubbed && leak.severity !== 'low');
  const scrubbed = leaks.filter((leak) => leak.scrubbed).length;
  if (seen.length === 0 && scrubbed === 0) return waiting > 0 ? <p className="small quiet" role="status">{t('leaks.waiting')}</p> : null;
  const nameOf = (materialId: string | null): string => entry.materials.find((file) => file.id === materialId)?.name ?? '';
  return (
    <section className={`note ${seen.length > 0 ? 'needs' : ''} stack-s`} aria-labelledby="leaks" role="status">
      <strong id="leaks">{t(seen.length > 0 ? 'leaks.title' : 'leaks.onlyScrubbed', { count: seen.length > 0 ? seen.length : scrubbed })}</strong>
      {seen.length > 0 && <p style={{ margin: 0 }}>{t('leaks.how')}</p>}
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {seen.slice(0, 12).map((leak, index) => (
          <li key={index}>
            {t(`leaks.at.${leak.source}`, { name: nameOf(leak.materialId), page: leak.page ?? '' })}{' '}
            {leak.passages[0] ? <>…{leak.passages[0].before}<mark>{leak.passages[0].match}</mark>{leak.passages[0].after}…</> : leak.word}
          </li>
        ))}
      </ul>
      {seen.length > 12 && <p className="small" style={{ margin: 0 }}>{t('leaks.more', { count: seen.length - 12 })}</p>}
      {seen.length > 0 && scrubbed > 0 && <p className="small quiet" style={{ margin: 0 }}>{t('leaks.scrubbedToo', { count: scrubbed })}</p>}
    </section>
  );
}
