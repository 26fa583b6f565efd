import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRehearsal, useServerNow } from '../api/server-clock.js';
import { showMoment } from '../i18n/time.js';

/** Above every page of a rehearsal, also those that have the whole screen: nothing here is real, and what time it plays. */
export function RehearsalLine() {
  return useRehearsal() ? <Line /> : null;
}

function Line() {
  const { t } = useTranslation('shell');
  const now = useServerNow();
  useEffect(() => {
    document.documentElement.dataset.rehearsal = '';
    return () => {
      delete document.documentElement.dataset.rehearsal;
    };
  }, []);
  return (
    <aside className="rehearsal tnum" aria-label={t('rehearsal.name')}>
      <strong>{t('rehearsal.name')}</strong> <span className="rehearsal-about">{t('rehearsal.about')}</span> <span className="nowrap">{t('rehearsal.now', { time: showMoment(now) })}</span>
    </aside>
  );
}
