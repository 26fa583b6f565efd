import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { materialHref, type BlindEntry } from './judge-data.js';
import { PartTabs } from './PartTabs.js';

const PdfPages = lazy(() => import('./PdfPages.js'));

type Material = BlindEntry['materials'][number];

const isPicture = (material: Material): boolean => material.contentType.startsWith('image/');

/** The work itself: summary, report, pictures, other material; neutral names only. */
export function Work({ entry }: { entry: BlindEntry }) {
  const { t } = useTranslation('judge');
  const pictures = entry.materials.filter(isPicture);
  const papers = entry.materials.filter((material) => material.contentType === 'application/pdf');
  const others = entry.materials.filter((material) => !pictures.includes(material) && !papers.includes(material));
  const [active, setActive] = useState('summary');
  const parts = [
    { key: 'summary', label: t('work.summary'), children: <Summary entry={entry} /> },
    ...papers.map((paper) => ({ key: `p${paper.number}`, label: paper.slotLabel, children: <Paper entry={entry} material={paper} /> })),
    ...(pictures.length > 0 ? [{ key: 'pictures', label: t('work.pictures', { count: pictures.length }), children: <Pictures entry={entry} pictures={pictures} /> }] : []),
    ...(others.length > 0 ? [{ key: 'others', label: t('work.others'), children: <Others entry={entry} others={others} /> }] : []),
  ];
  return (
    <section className="desk-work" aria-label={t('work.title')}>
      <PartTabs keep label={t('work.title')} parts={parts} active={active} change={setActive} />
    </section>
  );
}

function Summary({ entry }: { entry: BlindEntry }) {
  return (
    <article className="stack">
      <p className="quiet">{[entry.typeLabel, entry.groupLabel, entry.disciplineLabel].filter(Boolean).join(' · ')}</p>
      {entry.fields.map((field) => (
        <section key={field.key}>
          <h2 className="judge-label">{field.label}</h2>
          <p className="prose">{field.value}</p>
        </section>
      ))}
    </article>
  );
}

function Paper({ entry, material }: { entry: BlindEntry; material: Material }) {
  const { t } = useTranslation('judge');
  const href = materialHref(entry.assignmentId, material.number);
  return (
    <div className="desk-paper">
      <p><a href={href} target="_blank" rel="noreferrer">{t('work.open', { name: material.name })}</a> <span className="small quiet tnum">{t('work.size', { mb: (material.bytes / 1_000_000).toFixed(1) })}</span></p>
      <Suspense fallback={<p className="quiet" role="status">{t('work.opening')}</p>}><PdfPages href={href} name={material.name} /></Suspense>
    </div>
  );
}

function Pictures({ entry, pictures }: { entry: BlindEntry; pictures: Material[] }) {
  return (
    <ul className="plain desk-pictures">
      {pictures.map((picture) => (
        <li key={picture.number}>
          <a href={materialHref(entry.assignmentId, picture.number)} target="_blank" rel="noreferrer">
            <img src={materialHref(entry.assignmentId, picture.number)} alt={picture.name} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Others({ entry, others }: { entry: BlindEntry; others: Material[] }) {
  return (
    <ul className="plain stack-s">
      {others.map((other) => (
        <li key={other.number}>
          {other.contentType.startsWith('video/') ? <video controls preload="metadata" src={materialHref(entry.assignmentId, other.number)} aria-label={other.name} /> : <a href={materialHref(entry.assignmentId, other.number)}>{other.name}</a>}
        </li>
      ))}
    </ul>
  );
}
