/** One cell as it was read. `refused`: what it holds must not be taken (a formula, an error, a number too long for a spreadsheet). */
export interface SheetCell {
  text: string;
  refused?: 'formula' | 'error' | 'precision';
}

/** A table as it was read: heads in order, and one record of cells by head for each row that is not empty. */
export interface SheetTable {
  heads: string[];
  rows: { number: number; cells: SheetCell[] }[];
  notes: SheetNote[];
}

/** What is worth knowing about how the file was read, e.g. that hidden rows were read too. `where`: rows or columns as people count them. */
export interface SheetNote {
  code: 'SHEET_HIDDEN_ROWS' | 'SHEET_HIDDEN_COLUMNS' | 'SHEET_MERGED' | 'SHEET_OTHERS';
  where: string;
}

/** One column of a template and of what is read by it. */
export interface SheetColumn {
  key: string;
  title: string;
  kind: 'text' | 'day' | 'flag' | 'number' | 'choice' | 'choices';
  required?: boolean;
  /** Values that may stand in the cell: the label, or the value itself. */
  options?: { value: string; label: string }[];
  /** Most characters of a text. */
  max?: number;
  hint?: string;
}

/** What stands in the way in one cell (`column` = its key) or in the whole row. Words for it stand under `errors.<code>`. */
export interface CellProblem {
  column?: string;
  code: string;
  params?: Record<string, string | number>;
}

export interface SheetLimits {
  rows: number;
  columns: number;
}
