import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { showMoment } from '../../i18n/time.js';
import { StateTag } from '../../status/StateTag.js';
import { DataTable, type Column } from '../../tables/DataTable.js';
import { apiQuery } from '../../tables/list-query.js';
import { stagePath, type Edition } from './secretariat-data.js';
import { useAct } from './useAct.js';

type Conflict = Schemas['ConflictRow'];

const KINDS = ['member', 'coach', 'chain', 'sameSchool', 'pastSchool', 'samePrefecture', 'declaredSchool', 'declaredPerson', 'declaredKin', 'guardianName', 'samePerson', 'recused'] as const;

/** Pairs of judge and entry that must not meet (or better not), and why. */
export function Conflicts({ edition, stageKey, manages }: { edition: Edition; stageKey: string; manages: boolean }) {
  const { t } = useTranslation(['secretariat', 'jury']);
  const [open, setOpen] = useState(false);
  const ask = useConfirm();
  const { run } = useAct();
  const [changes, setChanges] = useState(0);
  const lift = async (row: Conflict): Promise<void> => {
    const sure = await ask({ title: t('jury:lift.title', { name: row.judgeName, code: row.code }), effects: [t('jury:lift.effect')], verb: t('jury:lift.verb'), danger: true, reason: 'required' });
    if (sure && (await run(() => answer(api.POST('/api/judging/conflicts/{id}/lift', { params: { path: { id: row.id } }, body: sure })), t('jury:lift.done')))) setChanges(changes + 1);
  };
  const columns: Column<Conflict>[] = [
    { key: 'code', title: t('column.code'), fixed: true, card: 'title', render: (row) => <span className="tnum nowrap">{row.code ?? '–'}</span> },
    { key: 'judge', title: t('column.judge'), card: 'fact', render: (row) => row.judgeName },
    { key: 'kind', title: t('column.conflict'), card: 'fact', render: (row) => <span>{row.kindLabel}<br /><span className="quiet small">{row.why}</span></span> },
    { key: 'hard', title: t('column.effect'), render: (row) => <StateTag state={row.hard ? 'hard' : 'soft'} word={t(row.hard ? 'conflicts.hard' : 'conflicts.soft')} tone={row.hard ? 'bad' : 'plain'} /> },
    { key: 'foundAt', title: t('column.foundAt'), hidden: true, render: (row) => showMoment(row.foundAt) },
    ...(manages ? [{ key: 'acts', title: t('column.acts'), card: 'action' as const, render: (row: Conflict) => row.liftable && <Button aria-label={t('jury:lift.of', { name: row.judgeName, code: row.code })} onClick={() => void lift(row)}>{t('jury:lift.verb')}</Button> }] : []),
  ];
  return (
    <details className="stage-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary><strong>{t('conflicts.title')}</strong> <span className="quiet">{t('conflicts.what')}</span></summary>
      {open && (
        <DataTable<Conflict>
          id="stage-conflicts" prefix="c" caption={t('conflicts.title')} columns={columns} rowKey={(row) => row.id} queryKey={[edition.id, stageKey, changes]}
          filters={[
            { key: 'kind', label: t('column.conflict'), options: KINDS.map((value) => ({ value, label: t(`conflicts.kind.${value}`) })) },
            { key: 'hard', label: t('column.effect'), options: [{ value: 'true', label: t('conflicts.hard') }, { value: 'false', label: t('conflicts.soft') }] },
          ]}
          load={(query) => {
            const { hard, ...rest } = apiQuery(query) as Record<string, string>;
            return answer(api.GET('/api/judging/editions/{editionId}/stages/{stageKey}/conflicts', { params: { path: stagePath(edition, stageKey), query: { ...rest, page: query.page, size: query.size, ...(hard !== undefined && { hard: hard === 'true' }) } } }));
          }}
          empty={{ title: t('conflicts.none'), how: t('conflicts.noneHow') }}
        />
      )}
    </details>
  );
}
