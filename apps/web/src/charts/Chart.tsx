import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../status/Skeleton.js';
import type { ChartSeries } from './EChart.js';

const EChart = lazy(() => import('./EChart.js'));

interface ChartProps {
  /** The question that the chart answers. */
  title: string;
  kind: 'bar' | 'line';
  categories: string[];
  series: ChartSeries[];
  /** What the categories are, as the head of the table's first column. */
  categoryLabel: string;
  stacked?: boolean;
  /** Long category names lie better on the side. */
  sideways?: boolean;
  height?: number;
  format?: (value: number) => string;
}

/** A chart with its numbers as a table one click away (and always for screen readers). */
export function Chart({ title, kind, categories, series, categoryLabel, stacked, sideways, height = 280, format = String }: ChartProps) {
  const { t } = useTranslation('shell');
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const table = (
    <table className="plain">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{categoryLabel}</th>
          {series.map((one) => (
            <th key={one.name} scope="col" style={{ textAlign: 'end' }}>{one.name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map((category, index) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {series.map((one) => (
              <td key={one.name} style={{ textAlign: 'end' }}>{one.values[index] === null || one.values[index] === undefined ? '–' : format(one.values[index])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <figure className="card stack-s" style={{ margin: 0, minWidth: 0 }}>
      <figcaption className="row between">
        <strong id={id}>{title}</strong>
        <button type="button" className="btn bare" onClick={() => setAsTable(!asTable)}>{t(asTable ? 'chart.asChart' : 'chart.asTable')}</button>
      </figcaption>
      {asTable ? (
        <div className="table-scroll" tabIndex={0} role="region" aria-labelledby={id}>{table}</div>
      ) : (
        <>
          <div aria-hidden="true" style={{ height }}>
            <Suspense fallback={<Skeleton lines={5} />}>
              <EChart {...{ kind, categories, series, stacked, sideways, format }} />
            </Suspense>
          </div>
          <div className="sr-only">{table}</div>
        </>
      )}
    </figure>
  );
}
