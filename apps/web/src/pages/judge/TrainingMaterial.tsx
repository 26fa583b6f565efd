import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';

const PdfPages = lazy(() => import('./PdfPages.js'));

/** A file of a known work, in the page as at the desk. */
export function TrainingMaterial({ id, material }: { id: string; material: Schemas['TrainingMaterialView'] }) {
  const { t } = useTranslation('judge');
  const { name, contentType, bytes } = material;
  const href = `/api/judge/training/${id}/materials/${material.number}`;
  return (
    <section className="card stack-s" aria-label={name}>
      <p><a href={href} target="_blank" rel="noreferrer">{t('work.open', { name })}</a> <span className="small quiet tnum">{t('work.size', { mb: (bytes / 1_000_000).toFixed(1) })}</span></p>
      {contentType.startsWith('image/') && <img src={href} alt={name} className="training-picture" loading="lazy" />}
      {contentType.startsWith('video/') && <video controls preload="metadata" src={href} aria-label={name} />}
      {contentType === 'application/pdf' && <Suspense fallback={<p className="quiet" role="status">{t('work.opening')}</p>}><PdfPages href={href} name={name} /></Suspense>}
    </section>
  );
}
