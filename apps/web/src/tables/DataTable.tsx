import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Pagination, Select, Table, type TableColumnType } from 'antd';
import { useEffect, useMemo, useRef, useState, type Key, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../status/Failure.js';
import { Empty, Skeleton } from '../status/Skeleton.js';
import { useNarrow } from '../theme/useDark.js';
import { ColumnChoice } from './ColumnChoice.js';
import { SIZES, useListQuery, type ListQuery, type PageOf } from './list-query.js';
import './tables.css';

export interface Column<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  /** The server can sort by this key (`sort=key` / `sort=-key`). */
  sortable?: boolean;
  align?: 'start' | 'end';
  width?: number | string;
  /** Not shown until chosen. */
  hidden?: boolean;
  /** Always shown: what names the row. */
  fixed?: boolean;
  /** On a phone: the card's title, one of the two facts that matter, or left out. */
  card?: 'title' | 'fact' | 'action';
}

export interface Filter {
  key: string;
  label: string;
  options: { value: string; label: string }[];
}

interface DataTableProps<Row> {
  /** Names the table for the stored choice of columns and the query cache. */
  id: string;
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  /** Asks the server for a page; `queryKey` adds what else the rows depend on. */
  load: (query: ListQuery) => Promise<PageOf<Row>>;
  queryKey?: readonly unknown[];
  filters?: Filter[];
  /** Shown when the server can search (`q=`). */
  search?: string;
  /** How the list can be had as a file: for the query in force and the columns shown, in their order. */
  exportTool?: (query: ListQuery, columns: string[]) => ReactNode;
  empty: { title: string; how?: string };
  defaults?: { size?: number; sort?: string };
  /** Keeps two tables of one page apart in the address. */
  prefix?: string;
  selection?: { keys: string[]; change: (keys: string[], rows: Row[]) => void; disabled?: (row: Row) => boolean };
  /** Beside the search: batch acts and the like. */
  tools?: ReactNode;
  caption: string;
  refreshMs?: number;
}

function useColumnChoice<Row>(id: string, columns: Column<Row>[]) {
  const stored = `qingsai.columns.${id}`;
  const [shown, setShown] = useState<string[]>(() => {
    const text = localStorage.getItem(stored);
    const known = text?.split(',').filter((key) => columns.some((column) => column.key === key));
    const all = columns.map((column) => column.key);
    if (!known) return columns.filter((column) => column.fixed || !column.hidden).map((column) => column.key);
    // What is always shown keeps its place where somebody chose before it was.
    return [...all.filter((key) => columns.find((column) => column.key === key)?.fixed && !known.includes(key)), ...known];
  });
  const choose = (keys: string[]): void => {
    setShown(keys);
    localStorage.setItem(stored, keys.join(','));
  };
  return { visible: shown.flatMap((key) => columns.find((column) => column.key === key) ?? []), shown, choose };
}

/** A list that the server pages, sorts and filters; its query lives in the address; on a phone its rows are cards. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { t } = useTranslation('shell');
  const narrow = useNarrow();
  const { id, columns, rowKey, load, filters = [], selection } = props;
  const { query, change } = useListQuery(filters.map((filter) => filter.key), props.defaults, props.prefix);
  const { visible, shown, choose } = useColumnChoice(id, columns);
  const answer = useQuery({
    queryKey: ['list', id, ...(props.queryKey ?? []), query],
    queryFn: () => load(query),
    placeholderData: keepPreviousData,
    refetchInterval: props.refreshMs,
  });
  const filtered = query.q !== undefined || Object.keys(query.filters).length > 0;

  const tableColumns = useMemo<TableColumnType<Row>[]>(
    () =>
      visible.map((column) => ({
        key: column.key,
        title: column.title,
        align: column.align,
        width: column.width,
        sorter: column.sortable,
        sortOrder: query.sort === column.key ? 'ascend' : query.sort === `-${column.key}` ? 'descend' : null,
        // What can be done with a row stays in view however wide the table is.
        fixed: column.card === 'action' ? 'end' : undefined,
        render: (_value: unknown, row: Row) => <div className="cell">{column.render(row)}</div>,
      })),
    [visible, query.sort],
  );

  const data = answer.data;
  return (
    <section className="data-table stack-s" aria-label={props.caption}>
      <div className="row">
        {props.search && (
          <Input.Search
            key={query.q ?? ''}
            allowClear
            defaultValue={query.q}
            placeholder={props.search}
            aria-label={props.search}
            style={{ width: 280, maxWidth: '100%' }}
            onSearch={(text) => change({ q: text.trim() || null })}
          />
        )}
        {filters.map((filter) => (
          <Select
            key={filter.key}
            allowClear
            showSearch={filter.options.length > 8 ? { optionFilterProp: 'label' } : false}
            aria-label={filter.label}
            placeholder={filter.label}
            style={{ minWidth: 150, maxWidth: '100%' }}
            popupMatchSelectWidth={false}
            value={query.filters[filter.key]}
            options={filter.options}
            onChange={(value: string | undefined) => change({ filters: { [filter.key]: value } })}
          />
        ))}
        {narrow && <SortSelect columns={columns} sort={query.sort} change={(sort) => change({ sort })} />}
        <span className="data-table-tools row">
          {props.tools}
          {!narrow && <ColumnChoice columns={columns} shown={shown} choose={choose} />}
          {props.exportTool?.(query, shown)}
        </span>
      </div>
      <p className="quiet small tnum" role="status">
        {data && t('table.count', { total: data.total })}
        {filtered && (
          <Button type="link" size="small" onClick={() => change({ q: null, filters: Object.fromEntries(filters.map((filter) => [filter.key, undefined])) })}>
            {t('table.clear')}
          </Button>
        )}
      </p>
      {answer.isError && !data && <Failure error={answer.error} retry={() => void answer.refetch()} />}
      {!data && !answer.isError && <Skeleton lines={8} />}
      {data && data.total === 0 && <Empty title={filtered ? t('table.noMatch') : props.empty.title} how={filtered ? t('table.noMatchHow') : props.empty.how} />}
      {data && data.total > 0 && narrow && <Cards rows={data.rows} columns={visible} rowKey={rowKey} selection={selection} />}
      {data && data.total > 0 && !narrow && (
        <Table<Row>
          size="medium"
          columns={tableColumns}
          dataSource={data.rows}
          rowKey={rowKey}
          pagination={false}
          loading={answer.isFetching && answer.isPlaceholderData}
          scroll={{ x: 'max-content' }}
          sticky={{ offsetHeader: 57 }}
          showSorterTooltip={false}
          rowSelection={
            selection && {
              selectedRowKeys: selection.keys,
              preserveSelectedRowKeys: true,
              onChange: (keys: Key[], rows: Row[]) => selection.change(keys.map(String), rows),
              columnTitle: (checkbox) => <SelectAll>{checkbox}</SelectAll>,
              getCheckboxProps: (row: Row) => ({ disabled: selection.disabled?.(row) ?? false, 'aria-label': t('table.select') }),
            }
          }
          onChange={(_pages, _filters, sorter) => {
            const one = Array.isArray(sorter) ? sorter[0] : sorter;
            const key = String(one?.columnKey ?? '');
            change({ sort: one?.order === 'ascend' ? key : one?.order === 'descend' ? `-${key}` : null });
          }}
        />
      )}
      {data && data.total > Math.min(query.size, SIZES[0]!) && (
        <Pagination
          align="end"
          current={query.page}
          pageSize={query.size}
          total={data.total}
          pageSizeOptions={SIZES}
          showSizeChanger={!narrow && { showSearch: false, 'aria-label': t('table.size') }}
          simple={narrow}
          onChange={(page, size) => change(size === query.size ? { page } : { page: 1, size })}
        />
      )}
    </section>
  );
}

/** antd repeats the head in a hidden row to measure it; the copy of the check box there must not take the focus. */
function SelectAll({ children }: { children: ReactNode }) {
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (box.current?.closest('[aria-hidden="true"]')) box.current.inert = true;
  }, []);
  return <span ref={box}>{children}</span>;
}

function SortSelect<Row>({ columns, sort, change }: { columns: Column<Row>[]; sort: string | undefined; change: (sort: string | null) => void }) {
  const { t } = useTranslation('shell');
  const sortable = columns.filter((column) => column.sortable);
  if (sortable.length === 0) return null;
  return (
    <Select
      allowClear
      aria-label={t('table.sort')}
      placeholder={t('table.sort')}
      style={{ minWidth: 140 }}
      popupMatchSelectWidth={false}
      value={sort}
      options={sortable.flatMap((column) => [
        { value: column.key, label: `${column.title} ↑` },
        { value: `-${column.key}`, label: `${column.title} ↓` },
      ])}
      onChange={(value: string | undefined) => change(value ?? null)}
    />
  );
}

function Cards<Row>({ rows, columns, rowKey, selection }: { rows: Row[]; columns: Column<Row>[]; rowKey: (row: Row) => string; selection?: DataTableProps<Row & object>['selection'] }) {
  const { t } = useTranslation('shell');
  const title = columns.find((column) => column.card === 'title') ?? columns[0];
  const facts = columns.filter((column) => column.card === 'fact');
  const actions = columns.filter((column) => column.card === 'action');
  return (
    <ul className="plain stack-s">
      {rows.map((row) => {
        const key = rowKey(row);
        return (
          <li key={key} className="card data-card">
            <div className="row between" style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
              <strong style={{ minWidth: 0 }}>{title?.render(row)}</strong>
              {selection && (
                <Checkbox
                  aria-label={t('table.select')}
                  checked={selection.keys.includes(key)}
                  disabled={selection.disabled?.(row as Row & object)}
                  onChange={(event) => {
                    const keys = event.target.checked ? [...selection.keys, key] : selection.keys.filter((each) => each !== key);
                    selection.change(keys, rows.filter((each) => keys.includes(rowKey(each))) as (Row & object)[]);
                  }}
                />
              )}
            </div>
            {facts.length > 0 && (
              <dl className="facts">
                {facts.map((fact) => (
                  <div key={fact.key} style={{ display: 'contents' }}>
                    <dt>{fact.title}</dt>
                    <dd>{fact.render(row)}</dd>
                  </div>
                ))}
              </dl>
            )}
            {actions.map((action) => (
              <div key={action.key} className="row">{action.render(row)}</div>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
