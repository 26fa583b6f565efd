import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { showMoment } from '../../i18n/time.js';
import { may, useMe } from '../../session/session.js';
import { StateTag } from '../../status/StateTag.js';
import { DataTable, type Column, type Filter } from '../../tables/DataTable.js';
import { apiQuery, type ListQuery } from '../../tables/list-query.js';
import { typeOf } from '../entries/entry-rules.js';
import type { Level } from '../entries/entry-rules.js';
import { words } from '../entries/form/words.js';
import { BatchTools } from './BatchTools.js';
import { below, passed, useWorkbench, WAITING } from './desk.js';
import { EntryDrawer } from './EntryDrawer.js';
import { ListExport } from './ListExport.js';
import { MessageTools } from './MessageTools.js';
import { SavedViews } from './SavedViews.js';
import { useUnits, type EntryRow } from './workbench-data.js';

const VIEWS = ['waiting', 'below', 'sent', 'returned', 'declined', 'all'] as const;
type View = (typeof VIEWS)[number];

/** The units right below a level, by which its list is narrowed. */
const UNIT_FILTER: Partial<Record<Level, { key: string; label: string }>> = {
  province: { key: 'prefectureId', label: 'column.prefecture' },
  prefecture: { key: 'countyId', label: 'column.county' },
  county: { key: 'schoolId', label: 'column.school' },
};

/** The entries of the unit: those that wait for the reader first, everything else one click away. */
export function ListPage() {
  const { t } = useTranslation('workbench');
  const me = useMe();
  const { edition, rules, desk, counts } = useWorkbench();
  const [params, setParams] = useSearchParams();
  const [selected, setSelected] = useState<EntryRow[]>([]);
  const [shown, setShown] = useState<EntryRow[]>([]);
  const level = desk?.level;
  const wanted = params.get('view');
  const view: View = VIEWS.find((one) => one === wanted) ?? (level ? 'waiting' : 'all');
  const units = useUnits(edition.id);
  const statesOf: Record<View, string[]> = {
    waiting: [WAITING[level ?? 'province']],
    below: level ? below(level) : [],
    sent: passed(level ?? 'province'),
    returned: ['returned'],
    declined: ['not_recommended', 'ineligible', 'disqualified', 'withdrawn'],
    all: [],
  };
  const count = (states: string[]): number =>
    states.length === 0 ? Object.values(counts).reduce((all, one) => all + one, 0) : states.reduce((all, state) => all + (counts[state] ?? 0), 0);

  const open = (id: string | undefined): void =>
    setParams((old) => {
      const next = new URLSearchParams(old);
      if (id) next.set('entry', id);
      else next.delete('entry');
      return next;
    }, { replace: id === undefined });
  const viewHref = (one: View): string => {
    const next = new URLSearchParams([...params].filter(([name]) => !['view', 'page', 'entry'].includes(name)));
    next.set('view', one);
    return `?${next.toString()}`;
  };
  const asked = (query: ListQuery) => ({
    ...apiQuery(query),
    page: query.page,
    size: query.size,
    editionId: edition.id,
    ...(statesOf[view].length > 0 && { state: statesOf[view].join(',') }),
  });

  const rank = (row: EntryRow): number | null => (level === 'school' ? row.schoolRank : level === 'county' ? row.countyRank : row.prefectureRank);
  const columns: Column<EntryRow>[] = [
    { key: 'title', title: t('column.title'), fixed: true, card: 'title', sortable: true, width: 250, render: (row) => <button type="button" className="row-link" onClick={() => open(row.id)}>{row.title || t('untitled')}</button> },
    { key: 'state', title: t('column.state'), card: 'fact', render: (row) => <StateTag state={row.state} /> },
    { key: `${level}Rank`, title: t('column.rank'), align: 'end', width: 110, hidden: level === 'province', sortable: level !== undefined && level !== 'province', render: (row) => rank(row) ?? '–' },
    { key: 'members', title: t('column.members'), card: 'fact', width: 150, render: (row) => row.members.join(t('listComma')) },
    { key: 'school', title: t('column.school'), width: 200, card: level === 'school' ? undefined : 'fact', hidden: level === 'school', sortable: true, render: (row) => row.schoolName },
    { key: 'countyName', title: t('column.county'), hidden: level === 'school' || level === 'county', render: (row) => row.countyName },
    { key: 'prefectureName', title: t('column.prefecture'), width: 120, hidden: level !== 'province' && level !== undefined, render: (row) => row.prefectureName },
    { key: 'type', title: t('column.type'), width: 110, hidden: rules.types.length < 2, render: (row) => words(typeOf(rules, row.type)?.label) || row.type },
    { key: 'group', title: t('column.group'), hidden: true, sortable: true, render: (row) => words(rules.groups.find((one) => one.key === row.groupKey)?.label) },
    { key: 'discipline', title: t('column.discipline'), hidden: true, sortable: true, render: (row) => words(rules.disciplines.find((one) => one.key === row.discipline)?.label) },
    { key: 'entryNo', title: t('column.entryNo'), hidden: true, sortable: true, render: (row) => row.entryNo ?? '–' },
    { key: 'submittedAt', title: t('column.submittedAt'), sortable: true, render: (row) => <span className="nowrap">{row.submittedAt ? showMoment(row.submittedAt) : '–'}</span> },
    { key: 'updatedAt', title: t('column.updatedAt'), hidden: true, sortable: true, render: (row) => <span className="nowrap">{showMoment(row.updatedAt)}</span> },
  ];
  const labelled = (list: { key: string; label: Parameters<typeof words>[0] }[]) => list.map((one) => ({ value: one.key, label: words(one.label) }));
  const unitKey = UNIT_FILTER[level ?? 'province'];
  const filters: Filter[] = [
    ...(unitKey && units.data && units.data.length > 1 ? [{ key: unitKey.key, label: t(unitKey.label), options: units.data.map((one) => ({ value: one.unitId, label: one.name })) }] : []),
    ...(rules.types.length > 1 ? [{ key: 'type', label: t('column.type'), options: labelled(rules.types) }] : []),
    { key: 'group', label: t('column.group'), options: labelled(rules.groups) },
    { key: 'discipline', label: t('column.discipline'), options: labelled(rules.disciplines) },
  ];

  return (
    <div className="stack">
      <nav className="views" aria-label={t('views')}>
        {VIEWS.filter((one) => (one === 'waiting' ? level !== undefined : one === 'below' ? level !== undefined && level !== 'school' : true)).map((one) => (
          <Link key={one} to={viewHref(one)} aria-current={one === view ? 'true' : undefined} replace onClick={() => setSelected([])}>
            {t(`view.${one}`)} <span className="tnum">{count(statesOf[one])}</span>
          </Link>
        ))}
      </nav>
      <SavedViews />
      <DataTable<EntryRow>
        id={`workbench.${level ?? 'reader'}`}
        caption={t(`view.${view}`)}
        columns={columns}
        rowKey={(row) => row.id}
        queryKey={[edition.id, view, level]}
        load={async (query) => {
          const page = await answer(api.GET('/api/entries', { params: { query: asked(query) } }));
          setShown(page.rows);
          return page;
        }}
        filters={filters}
        search={t('search')}
        exportTool={(query, shown) => may(me, 'entry.export') && <ListExport query={{ ...asked(query), columns: exportColumns(shown) }} />}
        defaults={{ sort: view === 'waiting' ? 'submittedAt' : '-updatedAt' }}
        empty={{ title: t(`empty.${view}`), how: t(`emptyHow.${view}`) }}
        selection={may(me, 'entry.message') ? { keys: selected.map((row) => row.id), change: (keys, rows) => setSelected((old) => keys.flatMap((key) => [...rows, ...old].find((row) => row.id === key) ?? [])) } : undefined}
        tools={
          <>
            {desk && view === 'waiting' && <BatchTools rows={selected} done={() => setSelected([])} />}
            {may(me, 'entry.message') && <MessageTools rows={selected} done={() => setSelected([])} />}
          </>
        }
      />
      <EntryDrawer id={params.get('entry') ?? undefined} rows={shown} open={open} />
    </div>
  );
}

/** Columns of the page by the names the export knows them by. */
const EXPORTED: Record<string, string> = { school: 'schoolName', group: 'groupKey' };
const exportColumns = (shown: string[]): string => shown.map((key) => EXPORTED[key] ?? key).join(',');
