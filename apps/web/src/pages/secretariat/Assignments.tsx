import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { DataTable, type Column } from '../../tables/DataTable.js';
import { apiQuery } from '../../tables/list-query.js';
import { AssignByHand } from './AssignByHand.js';
import type { PanelDetail } from './secretariat-data.js';
import { useAct } from './useAct.js';

type Assignment = Schemas['AssignmentRow'];

/** Who judges what in a panel; by hand, with a reason: one more pair, one pair less, a sheet sent back. */
export function Assignments({ panel, manages }: { panel: PanelDetail; manages: boolean }) {
  const { t } = useTranslation(['secretariat', 'jury']);
  const ask = useConfirm();
  const { run } = useAct();
  const [adding, setAdding] = useState(false);
  const [replacing, setReplacing] = useState<Assignment>();
  const [changes, setChanges] = useState(0);
  const changeable = manages && panel.state !== 'locked';

  const reopen = async (row: Assignment): Promise<void> => {
    const sure = await ask({ title: t('sheet.reopenTitle', { code: row.code, name: row.judgeName }), effects: [t('sheet.reopenEffect')], verb: t('sheet.reopen'), reason: 'required' });
    if (sure && (await run(() => answer(api.POST('/api/judging/assignments/{id}/reopen', { params: { path: { id: row.id } }, body: sure })), t('sheet.reopened')))) setChanges(changes + 1);
  };
  const end = async (row: Assignment): Promise<void> => {
    const sure = await ask({ title: t('assignment.endTitle', { code: row.code, name: row.judgeName }), effects: [t('assignment.endEffect')], verb: t('assignment.end'), danger: true, reason: 'required' });
    if (sure && (await run(() => answer(api.POST('/api/judging/assignments/{id}/end', { params: { path: { id: row.id } }, body: sure })), t('assignment.ended')))) setChanges(changes + 1);
  };
  const columns: Column<Assignment>[] = [
    { key: 'code', title: t('column.code'), fixed: true, card: 'title', render: (row) => <strong className="tnum">{row.code}</strong> },
    { key: 'judge', title: t('column.judge'), card: 'fact', render: (row) => row.judgeName },
    { key: 'sheet', title: t('column.sheet'), card: 'fact', render: (row) => (row.state === 'assigned' ? t(`sheetState.${row.sheetState}`) : t(`assignment.state.${row.state}`)) },
    { key: 'source', title: t('column.source'), render: (row) => <span>{t(`assignment.source.${row.source}`)}{row.reason && <span className="quiet small"> {row.reason}</span>}</span> },
    { key: 'endReason', title: t('column.endReason'), hidden: true, render: (row) => row.endReason ?? '–' },
    ...(panel.state === 'locked' ? [{ key: 'total', title: t('column.total'), align: 'end' as const, render: (row: Assignment) => row.total ?? '–' }] : []),
    ...(changeable
      ? [{
          key: 'acts', title: t('column.acts'), card: 'action' as const,
          render: (row: Assignment) =>
            row.state === 'assigned' && (
              <span className="row">
                {row.sheetState === 'submitted' && <Button aria-label={t('sheet.reopenOf', { code: row.code, name: row.judgeName })} onClick={() => void reopen(row)}>{t('sheet.reopen')}</Button>}
                <Button aria-label={t('jury:replace.of', { code: row.code, name: row.judgeName })} onClick={() => setReplacing(row)}>{t('jury:replace.verb')}</Button>
                <Button aria-label={t('assignment.endOf', { code: row.code, name: row.judgeName })} onClick={() => void end(row)}>{t('assignment.end')}</Button>
              </span>
            ),
        }]
      : []),
  ];
  return (
    <>
      {(adding || replacing) && (
        <AssignByHand
          panel={panel}
          instead={replacing}
          close={(done) => {
            setAdding(false);
            setReplacing(undefined);
            if (done) setChanges(changes + 1);
          }}
        />
      )}
      <DataTable<Assignment>
        id="panel-assignments" prefix="a" caption={t('part.assignments')} columns={columns} rowKey={(row) => row.id} queryKey={[panel.id, changes]}
        filters={[
          { key: 'judgeId', label: t('column.judge'), options: panel.seats.map((seat) => ({ value: seat.judgeId, label: seat.name })) },
          { key: 'state', label: t('column.state'), options: (['assigned', 'declined', 'recused', 'withdrawn', 'removed'] as const).map((value) => ({ value, label: t(`assignment.state.${value}`) })) },
        ]}
        load={(query) => answer(api.GET('/api/judging/panels/{panelId}/assignments', { params: { path: { panelId: panel.id }, query: { ...apiQuery(query), page: query.page, size: query.size } } }))}
        tools={changeable && <Button onClick={() => setAdding(true)}>{t('assignment.add')}</Button>}
        empty={{ title: t('noAssignments'), how: t('noAssignmentsHow') }}
      />
    </>
  );
}
