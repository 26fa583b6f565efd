import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { ListState } from './list-parts.js';
import { useResultIndex } from './portal.js';

/** Every posted list, newest first: what is in notice until when, what is confirmed. */
export function ResultLists() {
  const { t } = useTranslation('public');
  const lists = useResultIndex();
  return (
    <Page where={[{ label: t('home.title'), to: '/' }]} title={t('results.title')} asked={t('results.asked')} width="narrow">
      <Loaded query={lists}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t('results.empty')} how={t('results.emptyHow')} />
          ) : (
            <ul className="plain lines">
              {all.map((one) => (
                <li key={`${one.editionId}.${one.kind}`}>
                  <span>
                    <Link to={`/published/${one.editionId}?kind=${one.kind}`}>{t(`results.list.${one.kind}`, { edition: one.editionName })}</Link>
                    <span className="quiet small" style={{ display: 'block' }}>{t('results.rows', { count: one.rows })} · {t('results.posted', { time: showMoment(one.postedAt) })}</span>
                  </span>
                  <ListState {...one} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}
