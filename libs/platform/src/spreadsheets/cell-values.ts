import { text } from '../texts.js';
import type { CellProblem, SheetCell, SheetColumn } from './sheet.types.js';

/** Most characters of one cell, whatever its column says. */
const LONGEST = 20_000;
const SEPARATOR = /[;；、\n]/u;
const REFUSED = { formula: 'CELL_FORMULA', error: 'CELL_ERROR', precision: 'CELL_PRECISION' } as const;

export type CellReading = { value: unknown } | { problem: CellProblem };

/** Full-width letters and digits, spaces around: what people type in a Chinese input method is meant as the plain sign. */
const plain = (value: string): string => value.normalize('NFKC').trim();

/** A day as people write it (2026-3-1, 2026/03/01, 2026.3.1, with the Chinese words for year, month and day) as YYYY-MM-DD. */
export function dayOf(value: string): string | undefined {
  const match = /^(\d{4})[-.年](\d{1,2})[-.月](\d{1,2})日?$/u.exec(value.replaceAll('/', '-')) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(value);
  if (!match) return undefined;
  const day = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}

function flagOf(value: string): boolean | undefined {
  const yes = [text('sheets.yes', {}, 'zh'), text('sheets.yes', {}, 'en'), 'y', '1', 'true', '√'];
  const no = [text('sheets.no', {}, 'zh'), text('sheets.no', {}, 'en'), 'n', '0', 'false', '×'];
  const small = value.toLowerCase();
  return yes.includes(small) ? true : no.includes(small) ? false : undefined;
}

function optionOf(column: SheetColumn, value: string): string | undefined {
  const wanted = plain(value).toLowerCase();
  return column.options?.find((option) => option.value.toLowerCase() === wanted || plain(option.label).toLowerCase() === wanted)?.value;
}

/** The value of a cell by the kind of its column; an empty one is null. Says in a code what is wrong. */
export function readCell(column: SheetColumn, cell: SheetCell | undefined): CellReading {
  const problem = (code: string, params: Record<string, string | number> = {}): CellReading => ({ problem: { column: column.key, code, params: { column: column.title, ...params } } });
  if (cell?.refused) return problem(REFUSED[cell.refused]);
  const value = (cell?.text ?? '').replace(/\r\n?/g, '\n').trim();
  if (value === '') return column.required ? problem('CELL_REQUIRED') : { value: null };
  const length = [...value].length;
  const max = Math.min(column.max ?? LONGEST, LONGEST);
  if (length > max) return problem('CELL_TOO_LONG', { max, length });
  const shown = [...value].slice(0, 40).join('');
  switch (column.kind) {
    case 'text':
      return { value };
    case 'day': {
      const day = dayOf(plain(value));
      return day === undefined ? problem('CELL_NOT_A_DAY', { value: shown }) : { value: day };
    }
    case 'flag': {
      const flag = flagOf(plain(value));
      return flag === undefined ? problem('CELL_NOT_YES_NO', { value: shown }) : { value: flag };
    }
    case 'number': {
      const number = plain(value).replaceAll(',', '');
      return /^-?\d{1,15}(\.\d{1,6})?$/.test(number) ? { value: Number(number) } : problem('CELL_NOT_A_NUMBER', { value: shown });
    }
    case 'choice': {
      const option = optionOf(column, value);
      return option === undefined ? problem('CELL_OPTION', { value: shown, allowed: allowed(column) }) : { value: option };
    }
    case 'choices': {
      const chosen = value.split(SEPARATOR).map((one) => one.trim()).filter((one) => one !== '');
      const options = chosen.map((one) => optionOf(column, one));
      const unknown = chosen.find((_one, index) => options[index] === undefined);
      return unknown === undefined ? { value: [...new Set(options)] } : problem('CELL_OPTION', { value: [...unknown].slice(0, 40).join(''), allowed: allowed(column) });
    }
  }
}

const allowed = (column: SheetColumn): string => {
  const labels = (column.options ?? []).map((option) => option.label);
  return labels.length > 12 ? `${labels.slice(0, 12).join(' / ')} …` : labels.join(' / ');
};
