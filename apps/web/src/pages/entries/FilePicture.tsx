import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { entryKey, type MaterialView } from './entry-data.js';
import { fileHref } from './materials-text.js';

/** After how long the entry is asked again whether the picture is there, in milliseconds. */
const ASK_AGAIN = [1_500, 3_000, 6_000, 12_000, 24_000, 48_000];

/** A small picture of a file. It is made in the background: while it is waited for, the entry is asked for again a few times. */
export function FilePicture({ entryId, file }: { entryId: string; file: MaterialView }) {
  const { t } = useTranslation('entries');
  const client = useQueryClient();
  const [asked, setAsked] = useState(0);
  const [shown, setShown] = useState(false);
  const waiting = file.preview === 'waiting';
  useEffect(() => {
    const pause = waiting ? ASK_AGAIN[asked] : undefined;
    if (pause === undefined) return undefined;
    const timer = setTimeout(() => {
      setAsked(asked + 1);
      void client.invalidateQueries({ queryKey: entryKey(entryId) });
    }, pause);
    return () => clearTimeout(timer);
  }, [waiting, asked, client, entryId]);
  return (
    <a className="file-picture" href={file.kind === 'mp4' || !shown ? fileHref(entryId, file) : fileHref(entryId, file).replace(/file$/, 'preview')} target="_blank" rel="noreferrer" aria-label={t('materials.preview', { name: file.name })}>
      {file.preview === 'ready' && <img src={`/api/entries/${entryId}/materials/${file.id}/thumbnail`} alt="" hidden={!shown} onLoad={() => setShown(true)} />}
      {!shown && <span aria-hidden="true">{file.kind.toUpperCase()}</span>}
    </a>
  );
}
