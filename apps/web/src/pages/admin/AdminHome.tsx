import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../../layout/Page.js';
import { Empty } from '../../status/Skeleton.js';
import { useMe } from '../../session/session.js';
import { areasOf } from './areas.js';

export function AdminHome() {
  const { t } = useTranslation('admin');
  const areas = areasOf(useMe());
  return (
    <Page title={t('title')} asked={t('asked')}>
      {areas.length === 0 ? (
        <Empty title={t('nothing')} />
      ) : (
        <ul className="plain tiles">
          {areas.map((key) => (
            <li key={key}>
              <Link className="card tile" to={`/admin/${key}`}>
                <strong>{t(`area.${key}`)}</strong>
                <span className="quiet small">{t(`areaAbout.${key}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
