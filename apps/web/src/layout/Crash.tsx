import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Page } from './Page.js';

/** What is shown instead of a page that does not exist, could not be fetched, or broke. */
export function Crash() {
  const error = useRouteError();
  const { t } = useTranslation('shell');
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  const unfetched = error instanceof TypeError && /import|fetch|module/i.test(error.message);
  return (
    <Page title={t(unfetched ? 'crash.unfetched' : 'crash.title')} width="narrow">
      <p>{t(unfetched ? 'crash.unfetchedHow' : 'crash.how')}</p>
      <p className="row">
        <button type="button" className="btn primary" onClick={() => location.reload()}>{t('crash.reload')}</button>
        <a className="btn" href="/">{t('crash.home')}</a>
      </p>
      {!unfetched && error instanceof Error && <p className="quiet small">{error.message}</p>}
    </Page>
  );
}

export function NotFound() {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('notFound.title')} width="narrow">
      <p>{t('notFound.how')}</p>
      <p><a className="btn primary" href="/">{t('crash.home')}</a></p>
    </Page>
  );
}
