import type { Database } from '#libs/platform';

/** A draft, and the version and state of its sheet that it was weighed on. Values in the order of {@link COLUMNS}. */
export interface WeighedDraft {
  version: unknown[];
  headState: string;
  fromVersion: number;
  fromState: string;
}

/** The columns of a version, with their types: what stores one and what stores many write the same row. */
const COLUMNS: [string, string][] = [
  ['assignment_id', 'uuid'], ['version', 'int'], ['state', 'text'], ['values', 'jsonb'], ['total', 'text'], ['private_note', 'text'], ['jury_comment', 'text'],
  ['participant_comment', 'text'], ['client_key', 'text'], ['sha256', 'text'], ['saved_by', 'uuid'], ['saved_at', 'timestamptz'], ['reason', 'text'], ['seconds', 'int'],
];

const GIVEN: [string, string][] = [...COLUMNS, ['head_state', 'text'], ['from_version', 'int'], ['from_state', 'text']];

const names = COLUMNS.map(([name]) => name).join(', ');

/** Inserts one version; parameters in the order of a {@link WeighedDraft}'s. */
export const INSERT_VERSION = `INSERT INTO score_sheet (${names}) VALUES (${COLUMNS.map((_column, index) => `$${index + 1}`).join(', ')})`;

const INSERT_DRAFTS = `
  WITH head AS (
    UPDATE assignment a SET sheet_version = q.version, sheet_state = q.head_state, sheet_total = q.total
    FROM unnest(${GIVEN.map(([_name, type], index) => `$${index + 1}::${type}[]`).join(', ')}) AS q (${GIVEN.map(([name]) => name).join(', ')})
    WHERE a.id = q.assignment_id AND a.state = 'assigned' AND a.sheet_version = q.from_version AND a.sheet_state = q.from_state RETURNING q.*)
  INSERT INTO score_sheet (${names}) SELECT ${names} FROM head RETURNING `;

/**
 * Stores drafts by one statement, each only if its sheet is still what it was weighed on; `returning` names the columns of the rows that were stored. Of two drafts of one
 * sheet at most one is. What the database refuses refuses them all.
 */
export function storeDrafts<Row>(database: Database, drafts: WeighedDraft[], returning: string): Promise<Row[]> {
  const rows = drafts.map(({ version, headState, fromVersion, fromState }) => [...version, headState, fromVersion, fromState]);
  return database.often<Row>(INSERT_DRAFTS + returning, GIVEN.map((_column, index) => rows.map((row) => row[index])));
}
