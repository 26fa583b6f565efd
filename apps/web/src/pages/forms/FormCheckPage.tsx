import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { Loaded } from '../../status/Loaded.js';

/** Whoever holds a printed application form scans its code here: whether the entry still says what the paper says. */
export function FormCheckPage() {
  const { t } = useTranslation('forms');
  const { sha256 = '' } = useParams();
  const check = useQuery({ queryKey: ['form-check', sha256], queryFn: () => answer(api.GET('/api/public/forms/{sha256}', { params: { path: { sha256 } } })) });
  return (
    <Page title={t('title')} asked={t('asked')} width="narrow">
      <Loaded query={check}>
        {(found) => (
          <div className="stack">
            <div className={`note ${found.state === 'current' ? 'good' : 'needs'}`}>
              <strong>{found.state === 'current' ? '✓ ' : '! '}{t(`state.${found.state}`)}</strong>
              <p>{t(`how.${found.state}`)}</p>
            </div>
            {found.state !== 'unknown' && (
              <dl className="facts card">
                <dt>{t('code')}</dt>
                <dd className="tnum"><strong>{found.code}</strong></dd>
                <dt>{t('edition')}</dt>
                <dd>{found.editionName}</dd>
                {found.entryNo && <><dt>{t('entryNo')}</dt><dd className="tnum">{found.entryNo}</dd></>}
                {found.printedAt && <><dt>{t('printedAt')}</dt><dd className="tnum">{showMoment(found.printedAt)}</dd></>}
              </dl>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
