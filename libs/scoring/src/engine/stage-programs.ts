import type { SheetRules } from '../rules/sheet-rules.types.js';
import type { SheetStage, StageRules } from '../rules/stage-rules.types.js';
import { sheetNameFor } from '../rules/stage-sheet.js';
import { compileSheet, type SheetProgram } from '../sheet/check-sheet.js';
import type { Prepared } from './prepare.js';
import { problem, type Problem } from './problem.js';
import type { StageSheets } from './stage-sheets.js';

/** The sheet that each entry of a stage is judged on, made ready for reading. */
export class StagePrograms {
  private readonly byName = new Map<string, SheetProgram>();
  private readonly byEntry: (SheetProgram | undefined)[] = [];
  private readonly only: SheetProgram | undefined;

  /** Adds to `problems` where an entry has sheets and the rules name none for it. */
  constructor(stage: StageRules & SheetStage, rules: Readonly<Record<string, SheetRules>>, sheets: StageSheets, prepared: Prepared, problems: Problem[]) {
    if (!stage.sheetFor) {
      this.only = this.program(rules, stage.sheet);
      return;
    }
    for (const [entry, { id, attributes }] of prepared.entries.entries()) {
      const found = this.program(rules, sheetNameFor(stage, attributes ?? {}));
      this.byEntry.push(found);
      if (!found && sheets.from(entry) < sheets.to(entry)) problems.push(problem('NO_SHEET_FOR_ENTRY', `entries/${id}/attributes`, { stage: stage.key, entry: id }));
    }
  }

  of(entry: number): SheetProgram {
    return this.only ?? this.byEntry[entry] ?? NO_ITEMS;
  }

  private program(rules: Readonly<Record<string, SheetRules>>, name: string | undefined): SheetProgram | undefined {
    const sheet = name === undefined ? undefined : rules[name];
    if (name === undefined || !sheet) return undefined;
    const known = this.byName.get(name) ?? compileSheet(sheet);
    this.byName.set(name, known);
    return known;
  }
}

/** Stands for the sheet of an entry that has none: such an input is refused. */
const NO_ITEMS: SheetProgram = compileSheet({ items: [] });
