import { useTranslation } from 'react-i18next';

/** The shape of a page or a list that is on its way. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation('shell');
  return (
    <div className="stack-s" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_line, index) => (
        <span key={index} className="skeleton" style={{ width: `${[92, 76, 84, 60, 88, 70][index % 6]}%`, height: index === 0 ? '1.6em' : '1em' }} />
      ))}
    </div>
  );
}

/** What will appear here and how, when there is nothing yet. */
export function Empty({ title, how }: { title: string; how?: string }) {
  return (
    <div className="note" style={{ textAlign: 'center', padding: '32px 20px', borderInlineStart: 0 }}>
      <p style={{ fontWeight: 600, marginBottom: how ? 6 : 0 }}>{title}</p>
      {how && <p className="quiet">{how}</p>}
    </div>
  );
}
