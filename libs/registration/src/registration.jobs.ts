import { job } from '#libs/platform';

/** Looks into one stored file: text, facts about itself, small pictures. The small pictures are stored outside the database. */
export const InspectFile = job<{ fileId: string }>('registration.inspect-file', { queue: 'documents', atomic: false, attempts: 3 });

/** Looks through an entry for what tells its makers and for what resembles other works. The database adds it too, when names change. */
export const ScanEntry = job<{ entryId: string }>('registration.scan-entry', { queue: 'documents', atomic: false, attempts: 3 });

/** The same for every entry of an edition that has reached the province, with progress. */
export const ScanEdition = job<{ editionId: string }>('registration.scan-edition', { queue: 'documents', atomic: false, attempts: 3 });

/** Writes a list that was ordered as a file. */
export const MakeListExport = job<{ exportId: string }>('registration.make-list-export', { queue: 'documents' });

/** Tells the offices of units, which were reminded on that day, when their stage ends. */
export const RemindUnits = job<{ editionId: string; day: string; unitIds: string[] }>('registration.remind-units', { queue: 'notices' });
