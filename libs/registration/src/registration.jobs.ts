import { job } from '#libs/platform';

/** Looks into one stored file: text, facts about itself, small pictures. The small pictures are stored outside the database. */
export const InspectFile = job<{ fileId: string }>('registration.inspect-file', { queue: 'documents', atomic: false, attempts: 3 });
