import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaterialView } from './entry-data.js';
import { fileHref } from './materials-text.js';

const TRIES = 6;

/** A small picture of a file. It is made in the background, so one that is not there yet is asked for again a few times. */
export function FilePicture({ entryId, file }: { entryId: string; file: MaterialView }) {
  const { t } = useTranslation('entries');
  const [attempt, setAttempt] = useState(0);
  const [shown, setShown] = useState(false);
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => {
      setWaiting(false);
      setAttempt((now) => now + 1);
    }, 1_500 * 2 ** attempt);
    return () => clearTimeout(timer);
  }, [waiting, attempt]);
  const pictured = file.preview !== 'none' && attempt < TRIES && !waiting;
  return (
    <a className="file-picture" href={file.kind === 'mp4' || !shown ? fileHref(entryId, file) : fileHref(entryId, file).replace(/file$/, 'preview')} target="_blank" rel="noreferrer" aria-label={t('materials.preview', { name: file.name })}>
      {pictured && (
        <img
          key={attempt}
          src={`/api/entries/${entryId}/materials/${file.id}/thumbnail${attempt > 0 ? `?again=${attempt}` : ''}`}
          alt=""
          hidden={!shown}
          onLoad={() => setShown(true)}
          onError={() => setWaiting(true)}
        />
      )}
      {!shown && <span aria-hidden="true">{file.kind.toUpperCase()}</span>}
    </a>
  );
}
