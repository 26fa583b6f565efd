import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUpload, type UploadProgress } from './useUpload.js';
import './uploads.css';

interface UploadFieldProps {
  label: string;
  /** What is accepted, in words: `PDF，不超过 20 MB`. */
  hint?: string;
  /** The `accept` attribute, e.g. `application/pdf,.pdf`. */
  accept?: string;
  maxBytes?: number;
  metadata?: Record<string, string>;
  disabled?: boolean;
  onDone: (fileId: string, file: File) => Promise<void> | void;
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0);

/** Chooses or drops one file and sends it with progress, pause and resume; the server's refusal stands at the field. */
export function UploadField({ label, hint, accept, maxBytes, metadata, disabled, onDone }: UploadFieldProps) {
  const { t } = useTranslation('shell');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState<string>();
  const [over, setOver] = useState(false);
  const { progress, start, pause, resume, stop } = useUpload({ metadata, onDone });

  const take = (file: File | undefined): void => {
    if (!file || disabled) return;
    if (maxBytes && file.size > maxBytes) {
      setTooLarge(t('upload.tooLarge', { name: file.name, size: megabytes(file.size), limit: megabytes(maxBytes) }));
      return;
    }
    setTooLarge(undefined);
    void start(file);
  };

  const busy = ['sending', 'paused', 'waiting', 'checking'].includes(progress.kind);
  return (
    <div
      className={`upload ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <div className="row between">
        <label htmlFor={id} className="upload-label">
          {label}
          {hint && <span className="small quiet">{hint}</span>}
        </label>
        {!busy && (
          <button type="button" className="btn" disabled={disabled} onClick={() => input.current?.click()}>
            {t(progress.kind === 'done' ? 'upload.replace' : 'upload.choose')}
          </button>
        )}
      </div>
      <input
        ref={input}
        id={id}
        type="file"
        className="sr-only"
        accept={accept}
        disabled={disabled || busy}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {tooLarge && <p className="upload-line bad" role="alert">! {tooLarge}</p>}
      <UploadLine progress={progress} />
      {busy && progress.kind !== 'checking' && (
        <div className="row">
          {progress.kind === 'paused' ? (
            <button type="button" className="btn" onClick={resume}>{t('upload.resume')}</button>
          ) : (
            <button type="button" className="btn" onClick={pause}>{t('upload.pause')}</button>
          )}
          <button type="button" className="btn bare" onClick={stop}>{t('upload.stop')}</button>
        </div>
      )}
    </div>
  );
}

function UploadLine({ progress }: { progress: UploadProgress }) {
  const { t } = useTranslation('shell');
  if (progress.kind === 'none') return null;
  if (progress.kind === 'refused') return <p className="upload-line bad" role="alert">! {progress.name}：{progress.message}</p>;
  if (progress.kind === 'done') return <p className="upload-line good" role="status">✓ {t('upload.done', { name: progress.name })}</p>;
  if (progress.kind === 'checking') return <p className="upload-line" role="status">{t('upload.checking', { name: progress.name })}</p>;
  const share = progress.total > 0 ? Math.floor((progress.sent / progress.total) * 100) : 0;
  return (
    <div className="stack-s">
      <p className="upload-line tnum" role="status">
        {t(`upload.${progress.kind}`, { name: progress.name, sent: megabytes(progress.sent), saved: megabytes(progress.saved), total: megabytes(progress.total) })}
      </p>
      <progress max={100} value={share} aria-label={progress.name}>{share}%</progress>
    </div>
  );
}
