import { useQuery } from '@tanstack/react-query';
import { Button, Input, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { showMoment } from '../../i18n/time.js';
import { Loaded } from '../../status/Loaded.js';
import { StateTag } from '../../status/StateTag.js';
import { Bar } from './Bar.js';
import { isMoving } from './secretariat-data.js';
import { StackTable } from './StackTable.js';
import { useAct } from './useAct.js';

type Run = Schemas['RunView'];
type PanelPlan = Schemas['PanelPlanView'];
const TONES: Record<string, 'plain' | 'good' | 'bad' | 'going' | 'needs'> = { queued: 'going', running: 'going', planned: 'needs', done: 'good', infeasible: 'bad', failed: 'bad' };

/** One run: its progress, what is in the way and what to do, its figures, and the step from preview into force. */
export function PlanRun({ run, manages }: { run: Run; manages: boolean }) {
  const { t } = useTranslation('plan');
  const ask = useConfirm();
  const act = useAct();
  const path = { runId: run.id };
  const apply = async (): Promise<void> => {
    const effects = run.panels.map((panel) => t('apply.effect', { panel: panel.panel, added: panel.added, removed: panel.removed, kept: panel.pairs - panel.added }));
    const sure = await ask({ title: t('apply.title'), effects, verb: t('apply.verb') });
    if (sure) await act.run(() => answer(api.POST('/api/judging/assignment-runs/{runId}/apply', { params: { path } })), t('apply.done'));
  };
  return (
    <section className="card stack" aria-label={t('run', { time: showMoment(run.createdAt) })}>
      <div className="row between">
        <p className="row">
          <StateTag state={run.state} word={t(`state.${run.state}`)} tone={TONES[run.state] ?? 'plain'} />
          {run.extra && <strong>{t('extra.title')}</strong>}
          {run.kind === 'refill' && <strong>{t('refill.title')}</strong>}
          <span className="quiet small">{showMoment(run.createdAt)}{run.kind === 'plan' && ` · ${t('seed', { seed: run.seed })}`}</span>
        </p>
        {manages && (
          <span className="row">
            {isMoving(run.state) && <Button onClick={() => void act.run(() => answer(api.POST('/api/judging/assignment-runs/{runId}/cancel', { params: { path } })))}>{t('cancel')}</Button>}
            {run.state === 'planned' && <Button onClick={() => void act.run(() => answer(api.POST('/api/judging/assignment-runs/{runId}/discard', { params: { path } })))}>{t('discard')}</Button>}
            {run.state === 'planned' && <Button type="primary" size="large" loading={act.busy} onClick={() => void apply()}>{t('apply.verb')}</Button>}
          </span>
        )}
      </div>
      {isMoving(run.state) && <Progress percent={run.total === 0 ? 0 : Math.round((run.done / run.total) * 100)} aria-label={t('progress')} />}
      {run.blocking.map((block) => (
        <div key={block.panel + block.sentence} className="note bad stack-s" role="alert">
          <p><strong>{block.panel}</strong>：{block.sentence}</p>
          {block.codes.length > 0 && <p className="small">{t('blockedCodes')} <span className="tnum">{block.codes.slice(0, 30).join(' ')}</span></p>}
          {block.judges.length > 0 && <p className="small">{t('blockedJudges')} {block.judges.slice(0, 30).join('、')}</p>}
          {block.advice.length > 0 && <><p>{t('advice')}</p><ul>{block.advice.map((one) => <li key={one}>{one}</li>)}</ul></>}
        </div>
      ))}
      {run.filled.length > 0 && <p>{t('refill.filled')} <span className="tnum">{run.filled.map(({ code, judgeName }) => `${code} → ${judgeName}`).join('、')}</span></p>}
      {run.panels.map((panel) => <PanelFigures key={panel.panelId} panel={panel} extra={run.extra} />)}
      {run.panels.length > 0 && run.panels.some((panel) => panel.pairs > 0) && <Why runId={run.id} first={run.panels[0]?.worstCode ?? ''} />}
    </section>
  );
}

function PanelFigures({ panel, extra }: { panel: PanelPlan; extra: boolean }) {
  const { t } = useTranslation('plan');
  return (
    <div className="stack-s">
      <h2>{panel.panel}</h2>
      <dl className="four-facts">
        <div><dt>{t('figure.pairs')}</dt><dd className="tnum">{panel.pairs} <span className="quiet small">{t('figure.changes', { added: panel.added, removed: panel.removed })}</span></dd></div>
        <div><dt>{t('figure.load')}</dt><dd className="tnum">{panel.minLoad}–{panel.maxLoad}</dd></div>
        <div><dt>{t('figure.expert')}</dt><dd className="tnum">{panel.expertPercent}%</dd></div>
        <div><dt>{t('figure.parts')}</dt><dd className="tnum">{panel.parts} <span className="quiet small">{t(panel.parts <= 1 ? 'figure.connected' : 'figure.apart')}</span></dd></div>
        <div><dt>{t('figure.leads')}</dt><dd className="tnum">{panel.leastLeads}</dd></div>
        <div><dt>{t('figure.ofField')}</dt><dd className="tnum">{panel.leastOfField}</dd></div>
        <div><dt>{t('figure.employer')}</dt><dd className="tnum">{panel.mostPerEmployer}</dd></div>
        <div><dt>{t('figure.region')}</dt><dd className="tnum">{panel.mostPerRegion}</dd></div>
        {panel.chance !== null && <div><dt>{t('figure.chance')}</dt><dd className="tnum">{panel.chance}%</dd></div>}
        {panel.worstCode && <div><dt>{t('figure.worst')}</dt><dd className="tnum">{panel.worstCode}</dd></div>}
      </dl>
      {panel.optimal && <p className="quiet small">✓ {t('figure.optimal')}</p>}
      {extra && <p>{panel.raised.length === 0 ? t('extra.nobody') : t('extra.raised', { codes: panel.raised.map(({ code, extra: more }) => `${code} +${more}`).join('、') })} {panel.leftOut.length > 0 && t('extra.leftOut', { codes: panel.leftOut.join('、') })}</p>}
      {panel.loads.length > 0 && (
        <details>
          <summary>{t('figure.loads')}</summary>
          <StackTable
            caption={t('figure.loads')} rows={[...panel.loads].sort((a, b) => b.load - a.load)} rowKey={(row) => row.judgeId}
            columns={[{ key: 'judge', title: t('figure.judge'), render: (row) => row.name }, { key: 'load', title: t('figure.ofMost'), render: (row) => <Bar value={row.load} of={row.max} /> }]}
          />
        </details>
      )}
    </div>
  );
}

/** Why this judge and not that one, entry by entry. */
function Why({ runId, first }: { runId: string; first: string }) {
  const { t } = useTranslation('plan');
  const [typed, setTyped] = useState(first);
  const [code, setCode] = useState('');
  const reasons = useQuery({ queryKey: ['plan-reasons', runId, code], queryFn: () => answer(api.GET('/api/judging/assignment-runs/{runId}/explanation', { params: { path: { runId }, query: { code } } })), enabled: code !== '', retry: false });
  return (
    <details className="stage-more">
      <summary><strong>{t('why.title')}</strong> <span className="quiet">{t('why.what')}</span></summary>
      <div className="stack">
        <div className="row">
          <label className="row"><span>{t('why.code')}</span><Input value={typed} maxLength={20} onChange={(event) => setTyped(event.target.value.toUpperCase())} onPressEnter={() => setCode(typed.trim())} /></label>
          <Button onClick={() => setCode(typed.trim())}>{t('why.show')}</Button>
        </div>
        {code !== '' && (
          <Loaded query={reasons} lines={4}>
            {(rows) => (
              <StackTable
                caption={t('why.title')} rows={rows} rowKey={(row) => row.judgeId}
                columns={[
                  { key: 'judge', title: t('figure.judge'), render: (row) => row.judgeName },
                  { key: 'kind', title: t('why.outcome'), render: (row) => <StateTag state={row.kind} word={t(`why.kind.${row.kind}`)} tone={row.kind === 'assigned' ? 'good' : row.kind === 'conflict' ? 'bad' : 'plain'} /> },
                  { key: 'why', title: t('why.reason'), render: (row) => row.sentence },
                ]}
              />
            )}
          </Loaded>
        )}
      </div>
    </details>
  );
}
