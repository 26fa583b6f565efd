import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { showMoment } from '../../i18n/time.js';
import { may, useMe } from '../../session/session.js';
import { DataTable, type Column } from '../../tables/DataTable.js';
import { apiQuery } from '../../tables/list-query.js';
import { useWorkbench } from './desk.js';

type BoardRow = Schemas['BoardRow'];
const KINDS = ['prefecture', 'county', 'school'] as const;
const STANDINGS = ['none', 'draft', 'handedIn', 'sentOn'] as const;
const RANK = { province: 0, prefecture: 1, county: 2, school: 3 } as const;

/** Unit by unit: who has not begun, who is at work, who has handed in; with a word to those who are late. */
export function BoardPage() {
  const { t } = useTranslation('workbench');
  const { edition, desk } = useWorkbench();
  const me = useMe();
  const ask = useConfirm();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [params] = useSearchParams();
  const [chosen, setChosen] = useState<BoardRow[]>([]);
  const kinds = KINDS.filter((kind) => RANK[kind] > RANK[desk?.level ?? 'province']);
  const kind = KINDS.find((one) => one === params.get('kind'));
  const counts = useQuery({
    queryKey: ['workbench', 'board', edition.id, kind],
    queryFn: () => answer(api.GET('/api/deadline-board/counts', { params: { query: { editionId: edition.id, page: 1, size: 1, ...(kind && { kind }) } } })),
  });
  const remind = async (): Promise<void> => {
    const without = chosen.filter((row) => !row.hasOffice).length;
    const sure = await ask({
      title: t('board.remindTitle'), effects: [t('board.effect.told', { count: chosen.length - without }), t('board.effect.once'), ...(without > 0 ? [t('board.effect.without', { count: without })] : [])], verb: t('board.remind', { count: chosen.length }),
    });
    if (!sure) return;
    try {
      const done = await answer(api.POST('/api/deadline-board/reminders', { body: { editionId: edition.id, unitIds: chosen.map((row) => row.unitId) } }));
      void message.success(t('board.reminded', { ...done }));
      setChosen([]);
      await client.invalidateQueries({ queryKey: ['list'] });
    } catch (thrown) {
      void message.error(asApiError(thrown).message);
    }
  };
  const columns: Column<BoardRow>[] = [
    { key: 'name', title: t('unit'), fixed: true, card: 'title', width: 240, render: (row) => row.name },
    { key: 'parent', title: t('notBegun.parent'), width: 160, render: (row) => row.parentName ?? '–' },
    { key: 'standing', title: t('board.standing'), card: 'fact', width: 140, render: (row) => <strong>{t(`board.stands.${row.standing}`)}</strong> },
    { key: 'drafts', title: t('board.drafts'), align: 'end', width: 100, render: (row) => row.drafts },
    { key: 'handedIn', title: t('board.handedIn'), align: 'end', width: 100, card: 'fact', render: (row) => row.handedIn },
    { key: 'sentOn', title: t('board.sentOn'), align: 'end', width: 100, render: (row) => row.sentOn },
    { key: 'office', title: t('board.office'), width: 130, render: (row) => t(row.hasOffice ? 'board.hasOffice' : 'board.noOffice') },
    { key: 'reminded', title: t('board.remindedAt'), width: 190, render: (row) => <span className="nowrap">{row.remindedAt ? showMoment(row.remindedAt) : '–'}</span> },
  ];
  const numbers = (counts.data?.counts ?? {}) as Record<string, number>;
  return (
    <div className="stack">
      <p className="quiet" style={{ margin: 0 }}>{t('board.about')} {STANDINGS.map((one) => `${t(`board.stands.${one}`)} ${numbers[one] ?? 0}`).join(' · ')}</p>
      <DataTable<BoardRow>
        id="workbench.board"
        caption={t('part.board')}
        columns={columns}
        rowKey={(row) => row.unitId}
        queryKey={[edition.id]}
        load={(query) => answer(api.GET('/api/deadline-board', { params: { query: { ...apiQuery(query), page: query.page, size: query.size, editionId: edition.id } } }))}
        filters={[
          ...(kinds.length > 1 ? [{ key: 'kind', label: t('notBegun.kind'), options: kinds.map((value) => ({ value, label: t(`shell:level.${value}`) })) }] : []),
          { key: 'standing', label: t('board.standing'), options: STANDINGS.map((value) => ({ value, label: t(`board.stands.${value}`) })) },
        ]}
        search={t('board.search')}
        defaults={{ size: 50 }}
        empty={{ title: t('board.empty') }}
        selection={may(me, 'entry.remind') ? { keys: chosen.map((row) => row.unitId), change: (keys, rows) => setChosen((old) => keys.flatMap((key) => [...rows, ...old].find((row) => row.unitId === key) ?? [])) } : undefined}
        tools={chosen.length > 0 && <button type="button" className="btn primary" onClick={() => void remind()}>{t('board.remind', { count: chosen.length })}</button>}
      />
    </div>
  );
}
