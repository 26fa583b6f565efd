import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Pagination } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import { currentLanguage } from '../../i18n/index.js';
import { showMoment } from '../../i18n/time.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { useListQuery } from '../../tables/list-query.js';

/** What was told to this account, newest first; opening one marks it as read. */
export function NoticesPage() {
  const { t } = useTranslation('account');
  const cache = useQueryClient();
  const { query, change } = useListQuery([]);
  const notices = useQuery({
    queryKey: ['notices', 'list', currentLanguage(), query.page, query.size],
    queryFn: () => answer(api.GET('/api/notices', { params: { query: { page: query.page, size: query.size } } })),
    placeholderData: keepPreviousData,
  });
  const read = async (ids?: string[]): Promise<void> => {
    await answer(api.POST('/api/notices/read', { body: ids ? { ids } : {} }));
    await cache.invalidateQueries({ queryKey: ['notices'] });
  };
  return (
    <div className="stack">
      <p className="quiet">{t('inbox.asked')}</p>
      <Loaded query={notices}>
        {(page) =>
          page.total === 0 ? (
            <Empty title={t('inbox.empty')} how={t('inbox.emptyHow')} />
          ) : (
            <>
              {page.rows.some((one) => one.readAt === null) && <div><Button onClick={() => void read()}>{t('inbox.allRead')}</Button></div>}
              <ul className="plain stack-s">
                {page.rows.map((one) => (
                  <li key={one.id} className={`card stack-s ${one.readAt ? '' : 'unread'}`}>
                    <div className="row between">
                      <strong>{one.readAt === null && <span className="state needs" style={{ marginInlineEnd: 8 }}>● {t('inbox.unread')}</span>}{one.title}</strong>
                      <span className="quiet small">{showMoment(one.createdAt)}</span>
                    </div>
                    <div className="prose">{one.body}</div>
                    {one.link && <div><Link to={one.link} onClick={() => void read([one.id])}>{t('inbox.open')}</Link></div>}
                  </li>
                ))}
              </ul>
              <Pagination align="end" hideOnSinglePage current={page.page} pageSize={page.size} total={page.total} showSizeChanger={false} onChange={(next) => change({ page: next })} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}
