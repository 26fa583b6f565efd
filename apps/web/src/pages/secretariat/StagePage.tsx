import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { Page } from '../../layout/Page.js';
import { may, useMe } from '../../session/session.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { StateTag } from '../../status/StateTag.js';
import { AssignmentRun } from './AssignmentRun.js';
import { NewPanel } from './NewPanel.js';
import { stagePath, useReviewStage, useStageProgress, type Edition } from './secretariat-data.js';
import { useAct } from './useAct.js';
import './secretariat.css';

/** One review stage: how far every panel is, and the next step of the secretariat. */
export function StagePage() {
  const { t } = useTranslation('secretariat');
  const { editions, edition, stages, stage, pick } = useReviewStage();
  return (
    <Page
      where={edition ? [{ label: edition.name }] : []}
      title={stage ? t('titleOf', { stage: stage.label }) : t('title')}
      asked={t('asked')}
      until={stage?.closesAt}
      untilLabel={t('closes')}
      actions={
        <span className="row">
          <select aria-label={t('edition')} className="pick" value={edition?.id} onChange={(event) => pick(event.target.value)}>
            {editions.data?.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
          </select>
          <select aria-label={t('stage')} className="pick" value={stage?.key} onChange={(event) => edition && pick(edition.id, event.target.value)}>
            {stages.map((one) => <option key={one.key} value={one.key}>{one.label}</option>)}
          </select>
        </span>
      }
    >
      <Loaded query={editions}>
        {() => (edition && stage ? <StageWork key={`${edition.id}-${stage.key}`} edition={edition} stageKey={stage.key} /> : <Empty title={t('noEdition')} how={t('noEditionHow')} />)}
      </Loaded>
    </Page>
  );
}

function StageWork({ edition, stageKey }: { edition: Edition; stageKey: string }) {
  const { t } = useTranslation('secretariat');
  const me = useMe();
  const ask = useConfirm();
  const { busy, run } = useAct();
  const [adding, setAdding] = useState(false);
  const progress = useStageProgress(edition, stageKey);
  const path = stagePath(edition, stageKey);
  const manages = may(me, 'judging.manage');

  const close = async (): Promise<void> => {
    const sure = await ask({ title: t('close.title'), effects: [t('close.effect')], verb: t('close.verb') });
    if (sure) await run(() => answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/close', { params: { path } })), t('close.done'));
  };

  return (
    <Loaded query={progress} lines={8}>
      {(stage) => {
        const needed = stage.panels.reduce((sum, panel) => sum + panel.needed, 0);
        const submitted = stage.panels.reduce((sum, panel) => sum + panel.submitted, 0);
        const assigned = stage.panels.reduce((sum, panel) => sum + panel.assigned, 0);
        const allLocked = stage.panels.length > 0 && stage.panels.every((panel) => panel.state === 'locked');
        return (
          <div className="stack">
            <dl className="four-facts">
              <div><dt>{t('fact.entries')}</dt><dd className="tnum">{stage.entries}</dd></div>
              <div><dt>{t('fact.assigned')}</dt><dd className="tnum">{assigned} / {needed}</dd></div>
              <div><dt>{t('fact.submitted')}</dt><dd className="tnum">{submitted} / {needed}</dd></div>
              <div><dt>{t('fact.withoutPanel')}</dt><dd className="tnum">{stage.withoutPanel}</dd></div>
            </dl>
            {stage.closed && <p className="note good">{t('closedNote')} <Link to={`/results?edition=${edition.id}`}>{t('toResults')}</Link></p>}
            {stage.panels.length === 0 ? (
              <Empty title={t('noPanels')} how={t('noPanelsHow')} />
            ) : (
              <div className="table-scroll">
                <table className="plain">
                  <caption className="sr-only">{t('panels')}</caption>
                  <thead>
                    <tr>
                      {(['panel', 'state', 'judges', 'entries', 'progress', 'short', 'diverging'] as const).map((column) => <th key={column} scope="col">{t(`column.${column}`)}</th>)}
                    </tr>
                  </thead>
                  <tbody>
                    {stage.panels.map((panel) => (
                      <tr key={panel.panelId}>
                        <th scope="row"><Link to={`/secretariat/panels/${panel.panelId}`}>{panel.name}</Link></th>
                        <td><StateTag state={panel.state} word={t(`panelState.${panel.state}`)} tone={panel.state === 'locked' ? 'good' : 'going'} /></td>
                        <td className="tnum">{panel.judges}</td>
                        <td className="tnum">{panel.entries}</td>
                        <td><Bar value={panel.submitted} of={panel.needed} /></td>
                        <td className="tnum">{panel.short}</td>
                        <td className="tnum">{panel.diverging > 0 ? <Link to={`/secretariat/panels/${panel.panelId}?part=divergence`}>{t('look', { count: panel.diverging })}</Link> : 0}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
            {manages && !stage.closed && (
              <div className="row">
                <Button onClick={() => setAdding(true)} size="large">{t('newPanel.open')}</Button>
                {stage.panels.length > 0 && (
                  <Button size="large" loading={busy} onClick={() => void run(async () => {
                    await answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/codes', { params: { path } }));
                    await answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/conflicts/detect', { params: { path } }));
                  }, t('codesDone'))}>{t('codes')}</Button>
                )}
                {allLocked && <Button type="primary" size="large" onClick={() => void close()}>{t('close.verb')}</Button>}
              </div>
            )}
            {stage.panels.length > 0 && <AssignmentRun edition={edition} stageKey={stageKey} writable={manages && !stage.closed} primary={!allLocked} />}
            {adding && <NewPanel edition={edition} stageKey={stageKey} close={() => setAdding(false)} />}
          </div>
        );
      }}
    </Loaded>
  );
}

/** How much is done, as a bar with its numbers. */
export function Bar({ value, of }: { value: number; of: number }) {
  return (
    <span className="bar" role="img" aria-label={`${value} / ${of}`}>
      <span className="bar-line"><span style={{ width: `${of === 0 ? 0 : Math.min(100, (value / of) * 100)}%` }} /></span>
      <span className="tnum small">{value} / {of}</span>
    </span>
  );
}
