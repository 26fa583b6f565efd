import type { ReactNode } from 'react';

interface StackColumn<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  /** For acts: the title is for screen readers only. */
  quietTitle?: boolean;
}

interface StackTableProps<Row> {
  caption: string;
  /** The first column names the row. */
  columns: StackColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** A short table that becomes one card a row on a phone, each fact with its name. */
export function StackTable<Row>({ caption, columns, rows, rowKey }: StackTableProps<Row>) {
  return (
    <table className="plain stacking" role="table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">{columns.map((column) => <th key={column.key} scope="col" role="columnheader">{column.quietTitle ? <span className="sr-only">{column.title}</span> : column.title}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column, index) =>
              index === 0 ? <th key={column.key} scope="row" role="rowheader">{column.render(row)}</th> : <td key={column.key} role="cell" data-title={column.quietTitle ? undefined : column.title}>{column.render(row)}</td>,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
