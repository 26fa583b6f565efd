import type { EditionRules, EntryTypeRules } from '../entry-rules.js';
import type { EntryView } from '../entry-data.js';
import type { EntryDraft } from '../useEntryDraft.js';

/** What every step of the wizard gets. */
export interface StepProps {
  entry: EntryView;
  rules: EditionRules;
  type: EntryTypeRules;
  draft: EntryDraft;
  /** Sentences about a path, to stand at its field. */
  wrongAt: (path: string) => string[];
  /** The same for a path and everything below it. */
  wrongUnder: (path: string) => string[];
  /** False when the entry can only be read. */
  editable: boolean;
}
