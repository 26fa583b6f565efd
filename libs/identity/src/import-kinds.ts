import { Injectable } from '@nestjs/common';
import { Refusal, type CellProblem, type SheetColumn } from '#libs/platform';
import type { Actor } from './actor.js';

/** What the rows of an upload are for, e.g. `{ editionId, type, schoolId }`. */
export type ImportTarget = Record<string, string>;

/** A row with the values of its cells by column key; a cell with a problem is missing from `values`. */
export interface ImportedRow {
  number: number;
  values: Record<string, unknown>;
  problems: CellProblem[];
}

/** A problem whose sentence needs words in the reader's language. */
export interface RowProblem extends CellProblem {
  words?: Record<string, { zh: string; en: string }>;
}

export interface RowVerdict {
  title: string;
  outcome: 'add' | 'change' | 'same' | 'problem';
  problems: RowProblem[];
  /** Told, but no obstacle. */
  hints: RowProblem[];
  /** What is there already. */
  existingId?: string;
}

export interface ImportTemplate {
  columns: SheetColumn[];
  notes: string[];
  fileName: string;
  /** Rows that stand in the template already, one text for each column. */
  rows?: string[][];
}

/** A kind of table that can be imported. Rooms register theirs. */
export interface ImportKind {
  key: string;
  mostRows: number;
  /** Refuses who may not, and targets that are none. Answers the columns of the template and notes for its guide. */
  columns(actor: Actor, target: ImportTarget): Promise<ImportTemplate>;
  /** A verdict for each row, in order; a few statements for any number of rows. */
  check(actor: Actor, target: ImportTarget, rows: ImportedRow[]): Promise<RowVerdict[]>;
  /** Takes one row over, inside the caller's transaction. Refuses like the page would. */
  take(actor: Actor, target: ImportTarget, row: ImportedRow, verdict: RowVerdict): Promise<string>;
  /** After the last row, in a transaction of its own: what concerns the rows together. */
  finish?(actor: Actor, target: ImportTarget): Promise<void>;
}

@Injectable()
export class ImportKinds {
  private readonly kinds = new Map<string, ImportKind>();

  register(kind: ImportKind): void {
    this.kinds.set(kind.key, kind);
  }

  /** @throws Refusal IMPORT_KIND */
  of(key: string): ImportKind {
    const kind = this.kinds.get(key);
    if (!kind) throw new Refusal('invalid', 'IMPORT_KIND', { kind: key.slice(0, 40) });
    return kind;
  }
}
