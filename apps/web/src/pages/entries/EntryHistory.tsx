import { useTranslation } from 'react-i18next';
import { showMoment } from '../../i18n/time.js';
import { Loaded } from '../../status/Loaded.js';
import { useEntryHistory } from './entry-data.js';

/** What happened to an entry, newest first, with the reasons that were given. */
export function EntryHistory({ id, version }: { id: string; version: number }) {
  const { t } = useTranslation('entries');
  const history = useEntryHistory(id, version);
  return (
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
  );
}
