import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { Failure } from '../../status/Failure.js';
import { Skeleton } from '../../status/Skeleton.js';

/** One announcement as it was written: plain text, line by line. */
export function AnnouncementPage() {
  const { t } = useTranslation('public');
  const { id = '' } = useParams();
  const one = useQuery({ queryKey: ['public', 'announcement', id], queryFn: () => answer(api.GET('/api/public/announcements/{id}', { params: { path: { id } } })) });
  const where = [{ label: t('home.title'), to: '/' }, { label: t('news.title'), to: '/announcements' }];
  if (!one.data) return <Page where={where} title={t('news.one')} width="narrow">{one.isError ? <Failure error={one.error} retry={() => void one.refetch()} /> : <Skeleton />}</Page>;
  return (
    <Page where={where} title={one.data.title} asked={[one.data.editionName, one.data.publishedAt && showMoment(one.data.publishedAt)].filter(Boolean).join(' · ')} width="narrow">
      <div className="prose">{one.data.body}</div>
    </Page>
  );
}
