import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

function watch(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export const useOnline = (): boolean => useSyncExternalStore(watch, () => navigator.onLine);

/** Says that the network is gone, and that typing goes on. */
export function OfflineLine() {
  const online = useOnline();
  const { t } = useTranslation('shell');
  return <div role="status">{!online && <div className="line-note">△ {t('offline')}</div>}</div>;
}
