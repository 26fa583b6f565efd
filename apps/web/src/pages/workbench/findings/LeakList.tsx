import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { may, useMe } from '../../../session/session.js';
import { StateTag } from '../../../status/StateTag.js';
import { DataTable, type Column, type Filter } from '../../../tables/DataTable.js';
import { apiQuery } from '../../../tables/list-query.js';
import { LEAK_TONES, SEVERITY_TONES, type LeakRow } from './findings-data.js';
import { LeakDrawer } from './LeakDrawer.js';
import { LeakTools } from './LeakTools.js';
import { LeakPlace } from './LeakPlace.js';
import { PassageText } from './PassageText.js';

/** Every finding that waits for a human, the gravest first; several can be decided at once. */
export function LeakList({ editionId }: { editionId: string }) {
  const { t } = useTranslation('findings');
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const [selected, setSelected] = useState<LeakRow[]>([]);
  const open = (entryId: string | undefined): void =>
    setParams((old) => {
      const next = new URLSearchParams(old);
      if (entryId) next.set('entry', entryId);
      else next.delete('entry');
      return next;
    }, { replace: entryId === undefined });
  const columns: Column<LeakRow>[] = [
    {
      key: 'passage', title: t('column.passage'), fixed: true, card: 'title', width: 380,
      render: (row) => (
        <span className="stack-s">
          {row.passages[0] ? <PassageText passage={row.passages[0]} /> : <mark>{row.word}</mark>}
          <span className="small quiet"><LeakPlace row={row} />{row.occurrences > 1 && ` · ${t('times', { count: row.occurrences })}`}</span>
        </span>
      ),
    },
    { key: 'kind', title: t('column.kind'), card: 'fact', width: 170, render: (row) => <StateTag state="" tone={SEVERITY_TONES[row.severity]} word={`${t(`severity.${row.severity}`)} · ${t(`leakKind.${row.kind}`)}`} /> },
    { key: 'entry', title: t('column.entry'), width: 240, card: 'fact', render: (row) => <button type="button" className="row-link" onClick={() => open(row.entryId)}>{row.title}</button> },
    { key: 'entryNo', title: t('column.entryNo'), hidden: true, render: (row) => row.entryNo ?? '–' },
    { key: 'state', title: t('column.state'), width: 120, render: (row) => <StateTag state="" tone={LEAK_TONES[row.state]} word={t(`leakState.${row.state}`)} /> },
    { key: 'reason', title: t('column.reason'), hidden: true, render: (row) => [row.reason, row.decidedBy].filter(Boolean).join(' · ') },
  ];
  const filters: Filter[] = [
    { key: 'severity', label: t('column.severity'), options: ['high', 'medium', 'low'].map((value) => ({ value, label: t(`severity.${value}`) })) },
    { key: 'scrubbed', label: t('column.scrubbed'), options: [{ value: 'no', label: t('scrubbed.no') }, { value: 'yes', label: t('scrubbed.yes') }] },
    { key: 'state', label: t('column.state'), options: ['open', 'leak', 'notLeak', 'gone'].map((value) => ({ value, label: t(`leakState.${value}`) })) },
  ];
  return (
    <>
      <DataTable<LeakRow>
        id="findings.leaks"
        caption={t('kind.leaks')}
        columns={columns}
        rowKey={(row) => row.id}
        queryKey={[editionId]}
        load={(query) => answer(api.GET('/api/findings/leaks', { params: { query: { ...apiQuery(query), page: query.page, size: query.size, editionId } } }))}
        filters={filters}
        search={t('search')}
        empty={{ title: t('empty.leaks'), how: t('emptyHow.leaks') }}
        selection={may(me, 'finding.decide') ? { keys: selected.map((row) => row.id), change: (keys, rows) => setSelected((old) => keys.flatMap((key) => [...rows, ...old].find((row) => row.id === key) ?? [])), disabled: (row) => row.state === 'gone' } : undefined}
        tools={may(me, 'finding.decide') && <LeakTools ids={selected.map((row) => row.id)} done={() => setSelected([])} />}
      />
      <LeakDrawer editionId={editionId} entryId={params.get('entry') ?? undefined} close={() => open(undefined)} />
    </>
  );
}
