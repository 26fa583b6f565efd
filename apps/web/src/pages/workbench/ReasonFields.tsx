import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../api/server-clock.js';
import { toLocalInput } from '../../i18n/time.js';

export interface Reasoned {
  reason: string;
  /** As `<input type="datetime-local">` gives it, in contest time. */
  fixBy: string;
}

/** Why, and for a return until when it can be put right. */
export function ReasonFields({ action, value, change }: { action: string; value: Reasoned; change: (value: Reasoned) => void }) {
  const { t } = useTranslation('workbench');
  const id = useId();
  return (
    <div className="fields">
      <div className="field">
        <label htmlFor={`${id}-reason`} className="label">{t(`reason.${action}`)} <span className="must">*</span></label>
        <p className="hint" id={`${id}-hint`}>{t('reason.hint')}</p>
        <textarea id={`${id}-reason`} aria-describedby={`${id}-hint`} rows={4} maxLength={1000} value={value.reason} onChange={(event) => change({ ...value, reason: event.target.value })} />
      </div>
      {action === 'return' && (
        <div className="field">
          <label htmlFor={`${id}-fix`} className="label">{t('reason.fixBy')}</label>
          <p className="hint">{t('reason.fixByHint')}</p>
          <input id={`${id}-fix`} type="datetime-local" className="short" min={toLocalInput(serverNow()).slice(0, 16)} value={value.fixBy} onChange={(event) => change({ ...value, fixBy: event.target.value })} />
        </div>
      )}
    </div>
  );
}
