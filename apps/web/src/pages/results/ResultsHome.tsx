import { may, useMe } from '../../session/session.js';
import { OwnResults } from './OwnResults.js';
import { ResultsDesk } from './ResultsDesk.js';

/** The office sees how results come about; everybody else the results of the own entries. */
export function ResultsHome() {
  const me = useMe();
  return may(me, 'results.read') ? <ResultsDesk /> : <OwnResults />;
}
