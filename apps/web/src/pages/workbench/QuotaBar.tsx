import { useTranslation } from 'react-i18next';

/** `12 / 14` as a bar; a full one says so in words, and so do places that are only held for somebody who has not answered yet. */
export function QuotaBar({ label, used, places, wanted = 0, held = 0 }: { label: string; used: number; places: number; wanted?: number; held?: number }) {
  const { t } = useTranslation('workbench');
  const share = (count: number): string => `${places === 0 ? 100 : Math.min(100, (count / places) * 100)}%`;
  const over = used + wanted > places;
  const full = used >= places;
  return (
    <div className="quota" role="group" aria-label={t('quota.read', { label, used, places })}>
      <div className="row between">
        <span>{label}</span>
        <strong className="tnum">{wanted > 0 ? t('quota.becomes', { used, next: used + wanted, places }) : t('quota.of', { used, places })}</strong>
      </div>
      <div className={`quota-bar ${over ? 'over' : full ? 'full' : ''}`} aria-hidden="true">
        <span style={{ width: share(Math.max(0, used - held)) }} />
        {held > 0 && <span className="held" style={{ width: share(held) }} />}
        {wanted > 0 && <span className="wanted" style={{ width: share(Math.min(wanted, Math.max(0, places - used))) }} />}
      </div>
      {held > 0 && <span className="small quiet">{t('quota.held', { count: held })}</span>}
      {(over || full) && <span className="small quiet">{t(over ? 'quota.over' : 'quota.full', { more: used + wanted - places })}</span>}
    </div>
  );
}
