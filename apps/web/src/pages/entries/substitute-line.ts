import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';
import type { EntryView } from './entry-data.js';

/** A place that is offered, and until when its makers can take it. */
export type OpenCall = Schemas['SubstituteView'] & { answerBy: string };

/** Where an entry stands in the line for a place: the place offered to it, and its turn in the edition's waiting list. */
export function useSubstituteLine(entry: EntryView): { call: OpenCall | undefined; line: Schemas['SubstituteView'] | undefined } {
  const enabled = entry.state === 'school_approved' || entry.state === 'county_recommended' || entry.state === 'waiting';
  const path = { id: entry.id };
  const rows = useQuery({ queryKey: ['substitute', entry.id, entry.version], queryFn: () => answer(api.GET('/api/entries/{id}/substitute', { params: { path } })), enabled });
  const own = enabled ? (rows.data ?? []) : [];
  return {
    call: own.find((row): row is OpenCall => row.state === 'called' && row.answerBy !== null),
    line: own.find((row) => row.level === 'edition' && row.state === 'waiting'),
  };
}
