import { useTranslation } from 'react-i18next';

interface Point {
  key: string;
  label: string;
  hint: string;
}

/** Points that an official ticks before sending an entry on. */
export function CheckList({ points, checked, change }: { points: Point[]; checked: string[]; change: (keys: string[]) => void }) {
  const { t } = useTranslation('workbench');
  return (
    <div className="checks" role="group" aria-label={t('decide.checklist')}>
      <strong>{t('decide.checklist')}</strong>
      {points.map((point) => (
        <label key={point.key} className="check">
          <input type="checkbox" checked={checked.includes(point.key)} onChange={(event) => change(event.target.checked ? [...checked, point.key] : checked.filter((key) => key !== point.key))} />
          <span>
            {point.label}
            {point.hint && <span className="small quiet block">{point.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
