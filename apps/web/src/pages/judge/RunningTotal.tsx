import { useTranslation } from 'react-i18next';
import type { SheetInWork } from './useSheet.js';

/** Points come in at most three places; adding them up in binary must not show more. */
const PLACES = 1_000;

/** The total as it stands, always in view: of everything once the sheet is complete, else of what is filled in so far. */
export function RunningTotal({ sheet }: { sheet: SheetInWork }) {
  const { t } = useTranslation('judge');
  const { checked, rules } = sheet;
  const filled = Object.values(checked.points);
  const soFar = Math.round(filled.reduce((sum, points) => sum + Number(points), 0) * PLACES) / PLACES;
  const open = rules.items.filter((item) => item.kind === 'score' && checked.points[item.key] === undefined).length;
  return (
    <span className="desk-total" role="status">
      <span className="quiet">{t('rubric.total')}</span>
      <strong className="tnum">{checked.total ?? (filled.length > 0 ? soFar : '–')}</strong>
      {open > 0 && <span className="quiet small">{t('rubric.open', { count: open })}</span>}
    </span>
  );
}
