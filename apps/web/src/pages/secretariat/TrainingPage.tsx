import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { Page } from '../../layout/Page.js';
import { may, useMe } from '../../session/session.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { StateTag } from '../../status/StateTag.js';
import { criteriaOf } from '../judge/CriteriaInputs.js';
import { KnownWork } from './KnownWork.js';
import { stagePath, useReviewStage, type Edition } from './secretariat-data.js';
import { StackTable } from './StackTable.js';
import { useAct } from './useAct.js';
import './secretariat.css';

type Settings = Schemas['TrainingSettings'];
const TONES = { open: 'plain', passed: 'good', waived: 'good', exhausted: 'bad' } as const;

/** Known works of a stage, the gate before the judging, and how the judges did. */
export function TrainingPage() {
  const { t } = useTranslation(['training', 'secretariat']);
  const { editions, edition, stage } = useReviewStage();
  return (
    <Page where={[{ label: t('secretariat:title'), to: edition && stage ? `/secretariat?edition=${edition.id}&stage=${stage.key}` : '/secretariat' }]} title={stage ? t('officeTitle', { stage: stage.label }) : t('title')} asked={t('officeAsked')}>
      <Loaded query={editions}>{() => edition && stage && <TrainingWork key={`${edition.id}-${stage.key}`} edition={edition} stageKey={stage.key} />}</Loaded>
    </Page>
  );
}

function TrainingWork({ edition, stageKey }: { edition: Edition; stageKey: string }) {
  const me = useMe();
  const manages = may(me, 'judging.manage');
  const path = stagePath(edition, stageKey);
  const set = useQuery({ queryKey: ['training', edition.id, stageKey], queryFn: () => answer(api.GET('/api/judging/editions/{editionId}/stages/{stageKey}/training', { params: { path } })) });
  return (
    <div className="stack">
      <Loaded query={set} lines={6}>
        {(data) => (
          <>
            <Gate key={JSON.stringify([data.required, data.tolerancePercent, data.attempts, data.toPass])} settings={data} edition={edition} stageKey={stageKey} manages={manages} />
            <KnownWorks set={data} edition={edition} stageKey={stageKey} manages={manages} />
          </>
        )}
      </Loaded>
      <Results edition={edition} stageKey={stageKey} manages={manages} />
    </div>
  );
}

function Gate({ settings, edition, stageKey, manages }: { settings: Settings; edition: Edition; stageKey: string; manages: boolean }) {
  const { t } = useTranslation('training');
  const { busy, run } = useAct();
  const [value, setValue] = useState<Settings>({ required: settings.required, tolerancePercent: settings.tolerancePercent, attempts: settings.attempts, toPass: settings.toPass });
  const number = (key: 'tolerancePercent' | 'attempts' | 'toPass', max: number) => (
    <label className="stack-s"><span>{t(`gate.${key}`)}</span><InputNumber min={key === 'tolerancePercent' ? 0 : 1} max={max} value={value[key]} disabled={!manages} onChange={(next) => next !== null && setValue({ ...value, [key]: next })} /></label>
  );
  return (
    <section className="card stack" aria-label={t('gate.title')}>
      <h2>{t('gate.title')}</h2>
      <Checkbox checked={value.required} disabled={!manages} onChange={(event) => setValue({ ...value, required: event.target.checked })}>{t('gate.required')}</Checkbox>
      <div className="row gate-numbers">{number('tolerancePercent', 100)}{number('attempts', 20)}{number('toPass', 50)}</div>
      {manages && <div><Button size="large" loading={busy} onClick={() => void run(() => answer(api.PUT('/api/judging/editions/{editionId}/stages/{stageKey}/training', { params: { path: stagePath(edition, stageKey) }, body: value })), t('gate.saved'))}>{t('shell:saveWord')}</Button></div>}
    </section>
  );
}

function KnownWorks({ set, edition, stageKey, manages }: { set: Schemas['TrainingSetView']; edition: Edition; stageKey: string; manages: boolean }) {
  const { t } = useTranslation('training');
  const ask = useConfirm();
  const { run } = useAct();
  const [adding, setAdding] = useState(false);
  const end = async (entry: Schemas['TrainingEntryView']): Promise<void> => {
    const sure = await ask({ title: t('works.endTitle', { title: entry.title }), effects: [t('works.endEffect')], verb: t('works.end'), danger: true });
    if (sure) await run(() => answer(api.DELETE('/api/judging/training-entries/{id}', { params: { path: { id: entry.id } } })), t('works.ended'));
  };
  return (
    <section className="card stack" aria-label={t('works.title')}>
      <div className="row between"><h2>{t('works.title')}</h2>{manages && <Button type="primary" size="large" onClick={() => setAdding(true)}>{t('works.add')}</Button>}</div>
      {set.entries.length === 0 ? <Empty title={t('works.none')} how={t('works.noneHow')} /> : (
        <StackTable
          caption={t('works.title')} rows={set.entries} rowKey={(row) => row.id}
          columns={[
            { key: 'title', title: t('works.name'), render: (row) => row.title },
            ...(set.sheets.length > 1 ? [{ key: 'sheet', title: t('works.sheet'), render: (row: Schemas['TrainingEntryView']) => sheetOf(set, row.sheet).label }] : []),
            { key: 'reference', title: t('column.reference'), render: (row) => <span className="tnum">{criteriaOf(sheetOf(set, row.sheet).rules).map((criterion) => String(row.reference[criterion.key] ?? '–')).join(' / ')}</span> },
            { key: 'files', title: t('works.files'), render: (row) => row.files },
            { key: 'judges', title: t('works.judges'), render: (row) => row.judges },
            ...(manages ? [{ key: 'end', title: t('works.end'), quietTitle: true, render: (row: Schemas['TrainingEntryView']) => <Button aria-label={t('works.endOf', { title: row.title })} onClick={() => void end(row)}>{t('works.end')}</Button> }] : []),
          ]}
        />
      )}
      {adding && <KnownWork sheets={set.sheets} path={stagePath(edition, stageKey)} close={() => setAdding(false)} />}
    </section>
  );
}

const sheetOf = (set: Schemas['TrainingSetView'], name: string | undefined): Schemas['TrainingSheet'] =>
  set.sheets.find((one) => one.name === name) ?? { name: name ?? '', label: name ?? '', rules: {} };

function Results({ edition, stageKey, manages }: { edition: Edition; stageKey: string; manages: boolean }) {
  const { t } = useTranslation('training');
  const ask = useConfirm();
  const { run } = useAct();
  const path = stagePath(edition, stageKey);
  const judges = useQuery({ queryKey: ['training-judges', edition.id, stageKey], queryFn: () => answer(api.GET('/api/judging/editions/{editionId}/stages/{stageKey}/training/judges', { params: { path } })) });
  const waive = async (row: Schemas['TrainingJudgeRow']): Promise<void> => {
    const sure = await ask({ title: t('results.waiveTitle', { name: row.name }), effects: [t('results.waiveEffect')], verb: t('results.waive'), reason: 'required' });
    if (sure) await run(() => answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/training/judges/{judgeId}/waive', { params: { path: { ...path, judgeId: row.judgeId } }, body: sure })), t('results.waived'));
  };
  return (
    <section className="card stack" aria-label={t('results.title')}>
      <h2>{t('results.title')}</h2>
      <Loaded query={judges} lines={4}>
        {(rows) => rows.length === 0 ? <Empty title={t('results.none')} how={t('results.noneHow')} /> : (
          <StackTable
            caption={t('results.title')} rows={rows} rowKey={(row) => row.judgeId}
            columns={[
              { key: 'name', title: t('results.judge'), render: (row) => row.name },
              { key: 'state', title: t('results.state'), render: (row) => <span><StateTag state={row.state} word={t(`state.${row.state}`)} tone={TONES[row.state as keyof typeof TONES]} />{row.reason && <span className="quiet small"> {row.reason}</span>}</span> },
              { key: 'within', title: t('results.within'), render: (row) => <span className="tnum">{row.within}</span> },
              { key: 'tries', title: t('results.tries'), render: (row) => <span className="tnum">{row.tries}</span> },
              { key: 'mean', title: t('results.mean'), render: (row) => <span className="tnum">{row.meanDistance === null ? '–' : t('results.percent', { value: row.meanDistance })}</span> },
              ...(manages ? [{ key: 'waive', title: t('results.waive'), quietTitle: true, render: (row: Schemas['TrainingJudgeRow']) => (row.state === 'open' || row.state === 'exhausted') && <Button aria-label={t('results.waiveOf', { name: row.name })} onClick={() => void waive(row)}>{t('results.waive')}</Button> }] : []),
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}
