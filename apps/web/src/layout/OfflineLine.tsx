import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isReachable, watchReachable } from '../api/reachable.js';

export const useOnline = (): boolean => useSyncExternalStore(watchReachable, isReachable);

/** Says that the network is gone, and that typing goes on. */
export function OfflineLine() {
  const online = useOnline();
  const { t } = useTranslation('shell');
  return <div role="status">{!online && <div className="line-note">△ {t('offline')}</div>}</div>;
}
