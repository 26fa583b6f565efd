import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { showDay } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { useListQuery } from '../../tables/list-query.js';
import { PlainPager, SearchBox } from './list-parts.js';
import { useAnnouncements } from './portal.js';

/** All announcements, pinned first, newest first. */
export function Announcements() {
  const { t } = useTranslation('public');
  const { query, change } = useListQuery([]);
  const list = useAnnouncements({ page: query.page, size: query.size, q: query.q });
  return (
    <Page where={[{ label: t('home.title'), to: '/' }]} title={t('news.title')} width="narrow">
      <div className="stack">
        <SearchBox value={query.q} label={t('news.search')} onSearch={(q) => change({ q })} />
        <Loaded query={list}>
          {(page) =>
            page.total === 0 ? (
              <Empty title={query.q ? t('shell:table.noMatch') : t('news.empty')} how={query.q ? undefined : t('news.emptyHow')} />
            ) : (
              <>
                <ul className="plain lines">
                  {page.rows.map((one) => (
                    <li key={one.id}>
                      <span>
                        <Link to={`/announcements/${one.id}`}>{one.pinned && <span className="small">{t('news.pinned')} </span>}{one.title}</Link>
                        {one.editionName && <span className="quiet small" style={{ display: 'block' }}>{one.editionName}</span>}
                      </span>
                      <span className="quiet small nowrap">{one.publishedAt && showDay(one.publishedAt)}</span>
                    </li>
                  ))}
                </ul>
                <PlainPager page={page.page} size={page.size} total={page.total} go={(next) => change({ page: next })} />
              </>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}
