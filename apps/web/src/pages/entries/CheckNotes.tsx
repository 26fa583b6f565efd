import { useTranslation } from 'react-i18next';
import { useEntryCheck, type EntryView } from './entry-data.js';

/** For those who decide: what the rules still say against the entry, and what on record looks like it. */
export function CheckNotes({ entry }: { entry: EntryView }) {
  const { t } = useTranslation('entries');
  const check = useEntryCheck(entry.id, entry.version);
  const { problems = [], toLookAt = [] } = check.data ?? {};
  if (problems.length === 0 && toLookAt.length === 0) return null;
  return (
    <div className="stack-s">
      {problems.length > 0 && (
        <div className="note needs">
          <strong>{t('checks.problems', { count: problems.length })}</strong>
          <ul>{problems.map((problem, index) => <li key={index}>{problem.message}</li>)}</ul>
        </div>
      )}
      {toLookAt.length > 0 && (
        <div className="note">
          <strong>{t('checks.toLookAt')}</strong>
          <ul>{toLookAt.map((problem, index) => <li key={index}>{problem.message}</li>)}</ul>
        </div>
      )}
    </div>
  );
}
