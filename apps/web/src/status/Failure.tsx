import { useTranslation } from 'react-i18next';
import { asApiError } from '../api/problem.js';

/** Why something could not be shown, what it means, and a way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation('shell');
  const failure = asApiError(error);
  // Asking again changes nothing about what is gone or not ours to see.
  const settled = [403, 404, 410].includes(failure.status);
  return (
    <div className="note bad stack-s" role="alert">
      <p style={{ fontWeight: 600 }}>{failure.code === 'NO_NETWORK' ? t('error.noNetwork') : failure.message}</p>
      {failure.problems.length > 0 && (
        <ul>
          {failure.problems.map((problem, index) => (
            <li key={index}>{problem.message}</li>
          ))}
        </ul>
      )}
      {failure.requestId && failure.status >= 500 && <p className="small quiet">{t('error.requestId', { id: failure.requestId })}</p>}
      {retry && !settled && (
        <div>
          <button type="button" className="btn" onClick={retry}>{t('retry')}</button>
        </div>
      )}
    </div>
  );
}
