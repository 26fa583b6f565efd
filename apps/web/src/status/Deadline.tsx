import { useTranslation } from 'react-i18next';
import { useServerNow } from '../api/server-clock.js';
import { remaining, showMoment } from '../i18n/time.js';

const HOUR = 3_600_000;

/**
 * `2026年1月31日 17:00（还有 2 小时 14 分）`, counted by the server's clock.
 * Amber in the last three days, red in the last six hours; the words change with the colour.
 */
export function Deadline({ at, label }: { at: string | Date; label?: string }) {
  const { t } = useTranslation('shell');
  const now = useServerNow();
  const left = remaining(at, now);
  const ms = new Date(at).getTime() - now.getTime();
  const tone = left.key === 'over' ? 'over' : ms < 6 * HOUR ? 'last' : ms < 72 * HOUR ? 'soon' : '';
  return (
    <span className={`deadline tnum ${tone}`}>
      {label && <>{label} </>}
      <time dateTime={new Date(at).toISOString()}>{showMoment(at)}</time>
      {t(`deadline.${left.key}`, { ...left })}
    </span>
  );
}
