import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Schemas } from '../../api/client.js';
import { useServerNow } from '../../api/server-clock.js';
import { remaining, showMoment } from '../../i18n/time.js';
import { quotaKindName } from '../entries/quota-kind.js';
import { chainStep, passed, WAITING, type WorkbenchContext } from './desk.js';
import { QuotaBar } from './QuotaBar.js';
import { useHeldPlaces, useOwnQuotas } from './workbench-data.js';

const sum = (counts: Record<string, number>, states: string[]): number => states.reduce((all, state) => all + (counts[state] ?? 0), 0);

/** Waiting for me, sent on (of how many places), returned, and the time that is left. Each opens its list. */
export function FourFacts({ edition, rules, desk, counts, stage }: WorkbenchContext & { stage: Schemas['StageView'] | undefined }) {
  const { t } = useTranslation('workbench');
  const quotas = useOwnQuotas(edition.id, desk);
  const level = desk?.level ?? 'province';
  const waiting = sum(counts, [WAITING[level]]);
  const sent = sum(counts, passed(level));
  const held = useHeldPlaces(edition.id, desk);
  const places = quotas.data ?? [];
  return (
    <ul className="plain four-facts">
      <li className={`card ${waiting > 0 && desk ? 'needs' : ''}`}>
        <FactLink view="waiting" label={t('fact.waiting')} number={waiting} />
        <span className="small quiet">{t(`fact.waitingOf.${level}`)}</span>
      </li>
      <li className="card">
        <FactLink view="sent" label={t(`fact.sent.${level}`)} number={sent} />
        {quotas.data && !places.some((quota) => quota.places !== null) && (
          chainStep(rules, level)?.quota === 'required' ? <span className="small">△ {t('fact.quotaMissing')}</span> : <span className="small quiet">{t('fact.noQuota')}</span>
        )}
        {places.map((quota) => quota.places !== null && (
          <QuotaBar key={quota.entryType} label={quota.entryType === '*' ? t('quota.all') : quotaKindName(rules, quota.entryType)} used={quota.used} places={quota.places} held={held.data?.find((one) => one.entryType === quota.entryType)?.held} />
        ))}
      </li>
      <li className={`card ${(counts.returned ?? 0) > 0 ? 'needs' : ''}`}>
        <FactLink view="returned" label={t('fact.returned')} number={counts.returned ?? 0} />
        <span className="small quiet">{t('fact.returnedHow')}</span>
      </li>
      <li className="card">{stage ? <TimeLeft stage={stage} /> : <span className="quiet">{t('fact.noStage')}</span>}</li>
    </ul>
  );
}

function FactLink({ view, label, number }: { view: string; label: string; number: number }) {
  const [params] = useSearchParams();
  const to = new URLSearchParams([...params].filter(([name]) => name === 'edition' || name === 'unit'));
  to.set('view', view);
  return (
    <Link to={`/workbench?${to.toString()}`} className="fact">
      <span className="small">{label}</span>
      <strong className="tnum">{number}</strong>
    </Link>
  );
}

function TimeLeft({ stage }: { stage: Schemas['StageView'] }) {
  const { t } = useTranslation('workbench');
  const now = useServerNow();
  const at = stage.status === 'coming' ? stage.opensAt : stage.closesAt;
  const left = remaining(at, now);
  const soon = stage.status === 'running' && new Date(at).getTime() - now.getTime() < 72 * 3_600_000;
  return (
    <div className={`fact deadline ${soon ? 'soon' : ''}`}>
      <span className="small">{t(stage.status === 'coming' ? 'fact.opensIn' : 'fact.left', { stage: stage.label })}</span>
      <strong className="tnum">{t(`left.${stage.status === 'over' ? 'over' : left.key}`, { ...left })}</strong>
      <span className="small quiet">{showMoment(at)}</span>
    </div>
  );
}
