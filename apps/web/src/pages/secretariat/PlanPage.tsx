import { Button, Checkbox, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { Page } from '../../layout/Page.js';
import { may, useMe } from '../../session/session.js';
import { Loaded } from '../../status/Loaded.js';
import { Composition } from './Composition.js';
import { PlanRun } from './PlanRun.js';
import { isMoving, stagePath, useAssignmentRuns, useReviewStage, useStageProgress, type Edition } from './secretariat-data.js';
import { useAct } from './useAct.js';
import './secretariat.css';

type Parameters = Schemas['RunInput'];

/** Who judges what: what is asked of the plan, its preview with figures, and what has been put into force. */
export function PlanPage() {
  const { t } = useTranslation(['plan', 'secretariat']);
  const { editions, edition, stage } = useReviewStage();
  return (
    <Page where={[{ label: t('secretariat:title'), to: edition && stage ? `/secretariat?edition=${edition.id}&stage=${stage.key}` : '/secretariat' }]} title={stage ? t('titleOf', { stage: stage.label }) : t('title')} asked={t('asked')}>
      <Loaded query={editions}>{() => edition && stage && <PlanWork key={`${edition.id}-${stage.key}`} edition={edition} stageKey={stage.key} />}</Loaded>
    </Page>
  );
}

function PlanWork({ edition, stageKey }: { edition: Edition; stageKey: string }) {
  const me = useMe();
  const manages = may(me, 'judging.manage');
  const runs = useAssignmentRuns(edition, stageKey);
  const { t } = useTranslation('plan');
  const plans = runs.data?.filter((one) => one.kind === 'plan') ?? [];
  return (
    <div className="stack">
      {manages && <Asked edition={edition} stageKey={stageKey} moving={plans.some((one) => isMoving(one.state))} waiting={plans[0]?.state === 'planned'} />}
      <Loaded query={runs} lines={5}>
        {(list) => {
          const [latest, ...earlier] = plans;
          const refills = list.filter((one) => one.kind === 'refill');
          if (!latest) return <p className="quiet">{t('none')}</p>;
          return (
            <>
              <Refills refills={refills} manages={manages} />
              <PlanRun run={latest} manages={manages} />
              {earlier.length > 0 && (
                <details className="stage-more">
                  <summary><strong>{t('earlier')}</strong> <span className="quiet tnum">{earlier.length}</span></summary>
                  <div className="stack">{earlier.slice(0, 10).map((run) => <PlanRun key={run.id} run={run} manages={manages} />)}</div>
                </details>
              )}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

/** Judges looked for where others left: what is under way and what found nobody stands open, the rest folded. */
function Refills({ refills, manages }: { refills: Schemas['RunView'][]; manages: boolean }) {
  const { t } = useTranslation('plan');
  const [first] = refills;
  if (!first) return null;
  const open = refills.filter((one) => isMoving(one.state) || one === first && one.state === 'infeasible');
  return (
    <>
      {open.map((run) => <PlanRun key={run.id} run={run} manages={manages} />)}
      <details className="stage-more">
        <summary><strong>{t('refill.title')}</strong> <span className="quiet">{t('refill.what')}</span> <span className="quiet tnum">{refills.length}</span></summary>
        <div className="stack">{refills.filter((one) => !open.includes(one)).map((run) => <PlanRun key={run.id} run={run} manages={manages} />)}</div>
      </details>
    </>
  );
}

function Asked({ edition, stageKey, moving, waiting }: { edition: Edition; stageKey: string; moving: boolean; waiting: boolean }) {
  const { t } = useTranslation('plan');
  const { busy, run } = useAct();
  const rules = useStageProgress(edition, stageKey).data?.composition;
  const [asked, setAsked] = useState<Parameters>({ balance: 'even', fairness: 'sum', keepWishes: true });
  const [extra, setExtra] = useState({ cutPercent: 40, budget: 50, perEntry: 2 });
  const start = (body: Parameters) => run(() => answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/assignment-runs', { params: { path: stagePath(edition, stageKey) }, body: { ...body, preview: true } })));
  return (
    <section className="card stack" aria-label={t('asked_.title')}>
      <h2>{t('asked_.title')}</h2>
      <div className="row gate-numbers">
        <label className="stack-s"><span>{t('asked_.balance')}</span><Select value={asked.balance} onChange={(balance) => setAsked({ ...asked, balance })} options={(['even', 'none'] as const).map((value) => ({ value, label: t(`asked_.balances.${value}`) }))} /></label>
        <label className="stack-s"><span>{t('asked_.fairness')}</span><Select value={asked.fairness} onChange={(fairness) => setAsked({ ...asked, fairness })} options={(['sum', 'worst-review', 'worst-entry'] as const).map((value) => ({ value, label: t(`asked_.fairnesses.${value}`) }))} /></label>
      </div>
      <Composition asked={asked} rules={rules} change={setAsked} />
      <Checkbox checked={asked.keepWishes} onChange={(event) => setAsked({ ...asked, keepWishes: event.target.checked })}>{t('asked_.keepWishes')}</Checkbox>
      <p className="quiet small">{t('asked_.always')}</p>
      <div><Button type={waiting ? 'default' : 'primary'} size="large" loading={busy} disabled={moving} onClick={() => void start(asked)}>{t('preview')}</Button></div>
      <details className="stage-more">
        <summary><strong>{t('extra.title')}</strong> <span className="quiet">{t('extra.what')}</span></summary>
        <div className="stack">
          <div className="row gate-numbers">
            {(['cutPercent', 'budget', 'perEntry'] as const).map((key) => (
              <label key={key} className="stack-s"><span>{t(`extra.${key}`)}</span><InputNumber min={1} max={key === 'cutPercent' ? 99 : key === 'perEntry' ? 10 : 10_000} value={extra[key]} onChange={(next) => next !== null && setExtra({ ...extra, [key]: next })} /></label>
            ))}
          </div>
          <div><Button size="large" loading={busy} disabled={moving} onClick={() => void start({ extra })}>{t('extra.preview')}</Button></div>
        </div>
      </details>
    </section>
  );
}
