import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { showMoment } from '../../i18n/time.js';
import { Loaded } from '../../status/Loaded.js';
import { useEntryHistory } from './entry-data.js';

/** What happened to an entry, newest first, with the reasons that were given. */
export function EntryHistory({ id, version }: { id: string; version: number }) {
  const { t } = useTranslation('entries');
  const history = useEntryHistory(id, version);
  return (
    <div className="stack">
      <Loaded query={history} lines={3}>
        {(steps) =>
          steps.length === 0 ? (
            <p className="quiet">{t('history.none')}</p>
          ) : (
            <ol className="plain history">
              {[...steps].sort((one, other) => other.decidedAt.localeCompare(one.decidedAt)).map((step, index) => (
                <li key={index}>
                  <strong>{t(`history.action.${step.action}`, { defaultValue: t(`shell:state.entry.${step.toState}`) })}</strong>
                  <span className="small quiet block tnum">
                    {[showMoment(step.decidedAt), step.level && t(`shell:level.${step.level}`), step.decidedBy].filter(Boolean).join(' · ')}
                  </span>
                  {step.reason && <p className="reason">{step.reason}</p>}
                  {step.fixBy && <span className="small">{t('history.fixBy', { time: showMoment(step.fixBy) })}</span>}
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
      <ConsentHistory id={id} version={version} />
    </div>
  );
}

/** What guardians were asked and said, in its order; nothing where nobody had to be asked. */
function ConsentHistory({ id, version }: { id: string; version: number }) {
  const { t } = useTranslation('entries');
  const consents = useQuery({
    queryKey: ['entry-consents', id, version],
    queryFn: () => answer(api.GET('/api/entries/{id}/consents', { params: { path: { id } } })),
  });
  if (!consents.data || consents.data.length === 0) return null;
  return (
    <section className="stack-s" aria-label={t('history.consentTitle')}>
      <strong>{t('history.consentTitle')}</strong>
      <ol className="plain history">
        {consents.data.map((one, index) => (
          <li key={index}>
            {t(`history.consent.${one.event}`, { name: one.member })}
            <span className="small quiet block tnum">
              {[
                showMoment(one.at), t(`history.consentFacts.${one.channel}`), t('history.consentFacts.version', { version: one.textVersion }),
                one.guardianName, one.recordedBy, one.expiresAt && t('history.consentFacts.until', { time: showMoment(one.expiresAt) }),
              ].filter(Boolean).join(' · ')}
            </span>
            {one.reason && <p className="reason">{one.reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
