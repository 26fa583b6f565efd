import { useTranslation } from 'react-i18next';
import { HintList } from './HintList.js';
import { useEntryCheck, type EntryView } from './entry-data.js';

/** For those who decide: what the rules still say against the entry, and the hints a human has to look into. */
export function CheckNotes({ entry }: { entry: EntryView }) {
  const { t } = useTranslation('entries');
  const check = useEntryCheck(entry.id, entry.version);
  const { problems = [] } = check.data ?? {};
  return (
    <div className="stack-s">
      {problems.length > 0 && (
        <div className="note needs">
          <strong>{t('checks.problems', { count: problems.length })}</strong>
          <ul>{problems.map((problem, index) => <li key={index}>{problem.message}</li>)}</ul>
        </div>
      )}
      <HintList entry={entry} />
    </div>
  );
}
