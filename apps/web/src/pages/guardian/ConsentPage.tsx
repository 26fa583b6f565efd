import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { Loaded } from '../../status/Loaded.js';
import { ConsentForm } from './ConsentForm.js';
import './guardian.css';

type Consent = Schemas['ConsentPage'];

/** The items that the law wants told, in the order a reader asks them; an item that a text does not have is left out. */
const ITEMS = ['purpose', 'method', 'scope', 'storage', 'safety', 'refusal', 'rights', 'contact'] as const;

/** What a guardian sees on the phone: for whom, what is collected and why, and two answers of equal weight. */
export function ConsentPage() {
  const { t } = useTranslation('guardian');
  const { token = '' } = useParams();
  const client = useQueryClient();
  const key = ['consent', token];
  const page = useQuery({ queryKey: key, queryFn: () => answer(api.GET('/api/public/consents/{token}', { params: { path: { token } } })) });
  if (page.isError && [404, 410].includes(asApiError(page.error).status)) {
    return (
      <Page title={t('title')} width="narrow">
        <div className="note needs guardian">
          <p><strong>{t('gone.title')}</strong></p>
          <p>{t('gone.how')}</p>
        </div>
      </Page>
    );
  }
  return (
    <Page title={t('title')} asked={page.data && page.data.state !== 'open' ? undefined : t('asked')} width="narrow">
      <Loaded query={page} lines={10}>
        {(consent) => <Notice consent={consent} token={token} decided={(next) => client.setQueryData(key, next)} />}
      </Loaded>
    </Page>
  );
}

function Notice({ consent, token, decided }: { consent: Consent; token: string; decided: (next: Consent) => void }) {
  const { t } = useTranslation('guardian');
  const text: Partial<Record<string, string>> = { ...consent.text };
  return (
    <div className="guardian stack">
      <dl className="facts card">
        <dt>{t('for.student')}</dt>
        <dd><strong>{consent.studentName}</strong></dd>
        <dt>{t('for.school')}</dt>
        <dd>{consent.schoolName}</dd>
        <dt>{t('for.contest')}</dt>
        <dd>{consent.contestName}</dd>
        <dt>{t('for.project')}</dt>
        <dd>{consent.title || t('for.noTitle')}</dd>
      </dl>
      {consent.state !== 'open' && <Standing consent={consent} />}
      <section className="stack" aria-label={t('notice')}>
        {ITEMS.filter((item) => text[item]).map((item) => (
          <div key={item}>
            <h2>{t(`item.${item}`)}</h2>
            <p>{text[item]}</p>
          </div>
        ))}
        <p className="small quiet">{t('version', { version: consent.text.version })}</p>
      </section>
      <ConsentForm consent={consent} token={token} decided={decided} />
    </div>
  );
}

/** What was decided, as a receipt to keep. */
function Standing({ consent }: { consent: Consent }) {
  const { t } = useTranslation('guardian');
  const tone = consent.state === 'granted' ? 'good' : 'needs';
  return (
    <div className={`note ${tone} stack-s`} role="status">
      <p><strong>{t(`standing.${consent.state}`)}</strong></p>
      <p>{t(`means.${consent.state}`, { name: consent.studentName })}</p>
      {consent.state === 'over' && <p>{t('overAt', { time: showMoment(consent.expiresAt) })}</p>}
      {consent.decidedAt && <p className="small">{t('receipt', { receipt: consent.receipt ?? '', time: showMoment(consent.decidedAt), version: consent.text.version })}</p>}
      {consent.state !== 'over' && (
        <div className="row no-print">
          <button type="button" className="btn" onClick={() => window.print()}>{t('print')}</button>
          {consent.state === 'granted' && <a href="#answer">{t('withdraw.where')}</a>}
        </div>
      )}
    </div>
  );
}
