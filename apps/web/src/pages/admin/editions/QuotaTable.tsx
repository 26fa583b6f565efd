import { useTranslation } from 'react-i18next';
import type { QuotaCell, QuotaRow } from './quota-lines.js';

interface QuotaTableProps {
  rows: QuotaRow[];
  types: string[];
  /** The type being worked on: on a phone only this one and what has places are shown. Without one, all are. */
  chosen?: string;
  nameOf: (type: string) => string;
  sumOf: (type: string) => number;
  placesOf: (cell: QuotaCell) => number | null;
  /** What does not fit about a cell as it stands now. */
  wrong: (cell: QuotaCell) => string[];
  /** Absent for those who only read. */
  change?: (cell: QuotaCell, places: number | null) => void;
}

/** Units down, types across, each with how many of its places are used; one card a unit on a phone. */
export function QuotaTable({ rows, types, chosen, nameOf, sumOf, placesOf, wrong, change }: QuotaTableProps) {
  const { t } = useTranslation('admin');
  return (
    <table className="plain cards quotas">
      <thead>
        <tr>
          <th scope="col">{t('quota.unit')}</th>
          {types.map((type) => <th key={type} scope="col">{nameOf(type)}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.unitId}>
            <td className="main">{row.unitName}</td>
            {row.cells.map((cell) => (
              <td key={cell.key} data-label={nameOf(cell.entryType)} className={chosen !== undefined && cell.entryType !== chosen && placesOf(cell) === null ? 'quota-unset' : undefined}>
                <Places cell={cell} unit={row.unitName} type={nameOf(cell.entryType)} places={placesOf(cell)} faults={wrong(cell)} change={change} />
              </td>
            ))}
          </tr>
        ))}
        <tr className="quota-sums">
          <td className="main">{t('quota.sums')}</td>
          {types.map((type) => <td key={type} data-label={nameOf(type)} className="tnum">{sumOf(type)}</td>)}
        </tr>
      </tbody>
    </table>
  );
}

interface PlacesProps {
  cell: QuotaCell;
  unit: string;
  type: string;
  places: number | null;
  faults: string[];
  change?: QuotaTableProps['change'];
}

function Places({ cell, unit, type, places, faults, change }: PlacesProps) {
  const { t } = useTranslation('admin');
  const label = cell.entryType === '*' ? t('quota.placesOf', { unit }) : t('quota.placesOfType', { unit, type });
  return (
    <span className="quota-cell">
      {change && (
        <input
          type="number"
          inputMode="numeric"
          min={0}
          max={100_000}
          step={1}
          value={places ?? ''}
          aria-label={label}
          aria-invalid={faults.length > 0}
          onChange={(event) => change(cell, event.target.value === '' ? null : Math.max(0, Math.trunc(Number(event.target.value))))}
        />
      )}
      {(cell.used > 0 || cell.places !== null) && (
        <span className={`small tnum ${cell.places !== null && cell.used > 0 && cell.used >= cell.places ? 'quota-full' : 'quiet'}`} title={t('quota.used')}>
          {change && <span className="sr-only">{t('quota.used')} </span>}{cell.used} / {cell.places ?? '–'}
        </span>
      )}
      {!change && cell.used === 0 && cell.places === null && '–'}
      {faults.map((point) => <span key={point} className="small block">! {point}</span>)}
    </span>
  );
}
