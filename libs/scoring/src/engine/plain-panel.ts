import { formatExact } from '../exact/decimal.js';
import { Rational } from '../exact/rational.js';
import type { RoundResult } from '../combine/rounds.js';
import type { JudgeCombination, SheetStage, StageRules } from '../rules/stage-rules.types.js';
import type { SheetProgram } from '../sheet/check-sheet.js';
import { combinesItems } from '../rules/stage-sheet.js';
import { readUnits, type QuickSheet } from '../sheet/quick-sheet.js';
import type { SheetTrace, StageTrace } from '../trace/trace.types.js';
import type { Prepared } from './prepare.js';
import { rounded, shown } from './rounding.js';
import { NO_ITEMS, NO_VALUES, type StageOutcome } from './stage-outcome.js';
import type { StageSheets } from './stage-sheets.js';

/**
 * The plain case of a panel, in columns of whole numbers: several judges, criteria only, one round, every score counts. Most sheets of a contest are of this kind.
 * An entry of which anything is unusual (a void sheet, a wrong value, a further round) is left to the general way, which gives the same for plain entries too.
 */
export class PlainPanel {
  private readonly units: Float64Array;
  private readonly judges: (string | null)[];
  private readonly trim: { from: number } | null;
  private readonly minimum: number;

  private constructor(
    private readonly stage: StageRules & SheetStage,
    private readonly quickOf: (entry: number) => QuickSheet | null,
    private readonly sheets: StageSheets,
    private readonly method: string,
    rule: JudgeCombination,
  ) {
    this.units = new Float64Array(sheets.list.length);
    this.judges = new Array<string | null>(sheets.list.length).fill(null);
    this.trim = rule.method === 'trimmed' ? { from: rule.trimFrom } : null;
    this.minimum = rule.method === 'single' ? 1 : (rule.minimum ?? 1);
  }

  /** Null when the stage asks for anything but plain means or sums of plain criteria. */
  static of(stage: StageRules & SheetStage, programOf: (entry: number) => SheetProgram, sheets: StageSheets, prepared: Prepared, method: string): PlainPanel | null {
    const rule = stage.judges ?? { method: 'single' };
    const means = (rule.method === 'mean' && !rule.weighted) || rule.method === 'sum' || (rule.method === 'trimmed' && (rule.drop ?? 1) === 1);
    const corrected = stage.correction !== undefined && stage.correction.method !== 'none';
    if (!means || combinesItems(rule) || corrected || stage.rounds || stage.values || stage.screens || !prepared.allCount) return null;
    return new PlainPanel(stage, (entry) => programOf(entry).quick, sheets, method, rule);
  }

  /** The outcome of an entry, or null when it is not plain. */
  combine(entry: number): StageOutcome | null {
    const { list } = this.sheets;
    const from = this.sheets.from(entry);
    const to = this.sheets.to(entry);
    const count = to - from;
    // A single sheet also gives item results.
    if (count < 2 || count < this.minimum) return null;
    const quick = this.quickOf(entry);
    if (!quick) return null;
    let sum = 0;
    let [low, high] = [from, from];
    for (let index = from; index < to; index++) {
      const sheet = list[index] as StageSheets['list'][number];
      if ((sheet.state !== undefined && sheet.state !== 'final') || (sheet.round !== undefined && sheet.round !== 1) || sheet.values === undefined) return null;
      const units = readUnits(quick, sheet.values);
      if (Number.isNaN(units)) return null;
      this.units[index] = units;
      this.judges[index] = sheet.judge ?? null;
      sum += units;
      // Of equal scores the first is the lowest and the last the highest.
      if (units < (this.units[low] as number)) low = index;
      if (units >= (this.units[high] as number)) high = index;
    }
    const trimmed = this.trim !== null && count >= this.trim.from;
    if (trimmed) sum -= (this.units[low] as number) + (this.units[high] as number);
    const bottom = quick.bottom * (this.stage.judges?.method === 'sum' ? 1 : trimmed ? count - 2 : count);
    if (!Number.isSafeInteger(sum) || !Number.isSafeInteger(bottom)) return null;
    const exact = new Rational(sum, bottom);
    return new PlainOutcome(this, quick.bottom, exact, rounded(exact, this.stage), from, to, trimmed ? low : -1, trimmed ? high : -1);
  }

  /** Writes out how an entry's score came about, from the columns. */
  trace({ bottom, from, to, low, high, exact, score }: PlainOutcome): StageTrace {
    const sheets: SheetTrace[] = [];
    for (let index = from; index < to; index++) {
      const total = formatExact(new Rational(this.units[index] as number, bottom));
      sheets.push({ judge: this.judges[index] ?? null, round: 1, total, corrected: null, use: index === high ? 'droppedHigh' : index === low ? 'droppedLow' : 'counted' });
    }
    return { stage: this.stage.key, method: this.method, sheets, rounds: [], exact: formatExact(exact), score: shown(score, this.stage) };
  }
}

/** `low` and `high`: where the dropped sheets stand, or -1. */
class PlainOutcome implements StageOutcome {
  constructor(
    private readonly panel: PlainPanel,
    /** Denominator of a sheet's units. */
    readonly bottom: number,
    readonly exact: Rational,
    readonly score: Rational,
    readonly from: number,
    readonly to: number,
    readonly low: number,
    readonly high: number,
  ) {}

  get state(): 'ok' {
    return 'ok';
  }

  get forecast(): null {
    return null;
  }

  get raw(): Rational {
    return this.score;
  }

  get values(): StageOutcome['values'] {
    return NO_VALUES;
  }

  get items(): StageOutcome['items'] {
    return NO_ITEMS;
  }

  get rounds(): readonly RoundResult[] {
    return [{ round: 1, score: this.exact }];
  }

  get trace(): StageTrace {
    return this.panel.trace(this);
  }
}
