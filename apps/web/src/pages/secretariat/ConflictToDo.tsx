import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { showMoment } from '../../i18n/time.js';
import { stagePath, type Edition } from './secretariat-data.js';
import { StackTable } from './StackTable.js';
import { useAct } from './useAct.js';

type Touched = Schemas['ConflictTouchRow'];

/** Reviews under way that a conflict found meanwhile touches, and their repair in one step; nothing where there are none. */
export function ConflictToDo({ edition, stageKey, manages }: { edition: Edition; stageKey: string; manages: boolean }) {
  const { t } = useTranslation(['jury', 'secretariat']);
  const ask = useConfirm();
  const { busy, run } = useAct();
  const path = stagePath(edition, stageKey);
  const touched = useQuery({
    queryKey: ['conflicts-touched', edition.id, stageKey],
    queryFn: () => answer(api.GET('/api/judging/editions/{editionId}/stages/{stageKey}/conflicts/touched', { params: { path } })),
    refetchInterval: 30_000,
  });
  if (!touched.data || touched.data.length === 0) return null;
  const begun = touched.data.filter((row) => row.sheetState !== 'blank').length;
  const repair = async (): Promise<void> => {
    const effects = [t('touched.effectEnd', { count: touched.data.length }), ...(begun > 0 ? [t('touched.effectVoid', { count: begun })] : []), t('touched.effectRefill')];
    const sure = await ask({ title: t('touched.repairTitle'), effects, verb: t('touched.repair'), danger: true });
    if (sure) await run(() => answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/conflicts/detect', { params: { path } })), t('touched.done'));
  };
  const lift = async (row: Touched): Promise<void> => {
    const sure = await ask({ title: t('lift.title', { name: row.judgeName, code: row.code }), effects: [t('touched.liftEffect'), t('lift.effect')], verb: t('lift.verb'), danger: true, reason: 'required' });
    if (sure) await run(() => answer(api.POST('/api/judging/assignments/{id}/conflict/lift', { params: { path: { id: row.assignmentId } }, body: sure })), t('lift.done'));
  };
  return (
    <section className="note needs stack" aria-label={t('touched.title')}>
      <div className="row between">
        <h2>{t('touched.title')}</h2>
        {manages && <Button size="large" loading={busy} onClick={() => void repair()}>{t('touched.repair')}</Button>}
      </div>
      <p>{t('touched.what', { count: touched.data.length })}</p>
      <StackTable
        caption={t('touched.title')} rows={touched.data} rowKey={(row) => row.assignmentId}
        columns={[
          { key: 'code', title: t('column.code'), render: (row) => <span className="tnum nowrap">{row.code}</span> },
          { key: 'judge', title: t('column.judge'), render: (row) => row.judgeName },
          { key: 'panel', title: t('column.panel'), render: (row) => <Link to={`/secretariat/panels/${row.panelId}?part=assignments`}>{row.panel}</Link> },
          { key: 'why', title: t('column.why'), render: (row) => row.reasons.join(' ') },
          { key: 'sheet', title: t('column.sheet'), render: (row) => t(`secretariat:sheetState.${row.sheetState}`) },
          { key: 'found', title: t('column.found'), render: (row) => showMoment(row.foundAt) },
          ...(manages ? [{ key: 'lift', title: t('lift.verb'), quietTitle: true, render: (row: Touched) => row.liftable && <Button aria-label={t('lift.of', { name: row.judgeName, code: row.code })} onClick={() => void lift(row)}>{t('lift.verb')}</Button> }] : []),
        ]}
      />
    </section>
  );
}
