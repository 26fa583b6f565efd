import { useTranslation } from 'react-i18next';
import { showMoment } from '../i18n/time.js';
import type { Autosave } from './useAutosave.js';

/** Offers work that this device still holds from before; nothing is overwritten until the reader decides. */
export function FoundWork<T>({ autosave, onTake }: { autosave: Autosave<T>; onTake: (value: T) => void }) {
  const { t } = useTranslation('shell');
  if (!autosave.found) return null;
  return (
    <div className="note needs row between" role="status">
      <span>{t(autosave.found.outdated ? 'found.outdated' : 'found.plain', { time: showMoment(autosave.found.at) })}</span>
      <span className="row">
        <button
          type="button"
          className="btn"
          onClick={() => {
            const value = autosave.take();
            if (value !== undefined) onTake(value);
          }}
        >
          {t('found.take')}
        </button>
        <button type="button" className="btn bare" onClick={autosave.drop}>{t('found.drop')}</button>
      </span>
    </div>
  );
}
