import { useCallback, useEffect, useRef, useState } from 'react';
import type { DetailedError, Upload } from 'tus-js-client';
import { currentLanguage } from '../i18n/index.js';

/** Bytes on the way, bytes that the server has written down, bytes in all. */
export interface Arrived {
  sent: number;
  saved: number;
  total: number;
}

/** How far a file is on its way to the server. */
export type UploadProgress =
  | { kind: 'none' }
  | ({ kind: 'sending'; name: string } & Arrived)
  | ({ kind: 'paused'; name: string } & Arrived)
  | ({ kind: 'waiting'; name: string } & Arrived)
  | { kind: 'checking'; name: string }
  | { kind: 'done'; name: string; fileId: string }
  | { kind: 'refused'; name: string; message: string };

interface UploadOptions {
  /** What the upload is for, as the server's upload rules name it (sent as metadata). */
  metadata?: Record<string, string>;
  /** Called once with the id of the finished file; attach it to the entry here. */
  onDone: (fileId: string, file: File) => Promise<void> | void;
}

const RETRY = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000];
const CHUNK = 5 * 1024 * 1024;

function refusalIn(error: Error): string | undefined {
  const body = (error as DetailedError).originalResponse?.getBody();
  if (!body) return undefined;
  try {
    return (JSON.parse(body) as { message?: string }).message;
  } catch {
    return body.length < 200 ? body : undefined;
  }
}

/** Uploads one file at a time to `/api/uploads` (tus): goes on where it stopped after a pause, a dead network or a closed page. */
export function useUpload({ metadata, onDone }: UploadOptions) {
  const [progress, setProgress] = useState<UploadProgress>({ kind: 'none' });
  const running = useRef<{ upload: Upload; file: File } | undefined>(undefined);
  const latest = useRef({ metadata, onDone });
  latest.current = { metadata, onDone };
  const sentNow = useRef<Arrived>({ sent: 0, saved: 0, total: 0 });

  useEffect(() => () => void running.current?.upload.abort(), []);

  const finish = useCallback(async (file: File, fileId: string) => {
    setProgress({ kind: 'checking', name: file.name });
    try {
      await latest.current.onDone(fileId, file);
      setProgress({ kind: 'done', name: file.name, fileId });
    } catch (error) {
      setProgress({ kind: 'refused', name: file.name, message: error instanceof Error ? error.message : String(error) });
    }
    running.current = undefined;
  }, []);

  const start = useCallback(
    async (file: File) => {
      await running.current?.upload.abort();
      const { Upload: TusUpload } = await import('tus-js-client');
      const upload = new TusUpload(file, {
        endpoint: '/api/uploads',
        chunkSize: CHUNK,
        retryDelays: RETRY,
        removeFingerprintOnSuccess: true,
        headers: { 'accept-language': currentLanguage() },
        metadata: { ...latest.current.metadata, filename: file.name, filetype: file.type },
        onProgress: (bytes, total) => {
          sentNow.current = { ...sentNow.current, sent: bytes, total };
          setProgress({ kind: 'sending', name: file.name, ...sentNow.current });
        },
        onChunkComplete: (_size, accepted, total) => {
          sentNow.current = { sent: Math.max(accepted, sentNow.current.sent), saved: accepted, total: total ?? file.size };
          setProgress({ kind: 'sending', name: file.name, ...sentNow.current });
        },
        onShouldRetry: (error) => {
          const status = error.originalResponse?.getStatus() ?? 0;
          if (status === 0 || status === 423 || status === 429 || status >= 500) {
            setProgress({ kind: 'waiting', name: file.name, ...sentNow.current });
            return true;
          }
          return false;
        },
        onError: (error) => {
          const message = refusalIn(error);
          setProgress(message ? { kind: 'refused', name: file.name, message } : { kind: 'paused', name: file.name, ...sentNow.current });
        },
        onSuccess: () => {
          const id = upload.url?.split('/').pop() ?? '';
          void finish(file, decodeURIComponent(id));
        },
      });
      running.current = { upload, file };
      const [previous] = await upload.findPreviousUploads();
      if (previous) upload.resumeFromPreviousUpload(previous);
      sentNow.current = { sent: 0, saved: 0, total: file.size };
      setProgress({ kind: 'sending', name: file.name, ...sentNow.current });
      upload.start();
    },
    [finish],
  );

  const pause = useCallback(() => {
    const now = running.current;
    if (!now) return;
    void now.upload.abort().then(() => setProgress({ kind: 'paused', name: now.file.name, ...sentNow.current }));
  }, []);
  const resume = useCallback(() => {
    const now = running.current;
    if (!now) return;
    setProgress({ kind: 'sending', name: now.file.name, ...sentNow.current });
    now.upload.start();
  }, []);
  const stop = useCallback(() => {
    void running.current?.upload.abort(true).catch(() => undefined);
    running.current = undefined;
    setProgress({ kind: 'none' });
  }, []);

  return { progress, start, pause, resume, stop };
}
