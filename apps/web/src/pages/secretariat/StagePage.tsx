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
import { Bar } from './Bar.js';
import { ConflictToDo } from './ConflictToDo.js';
import { Conflicts } from './Conflicts.js';
import { NewPanel } from './NewPanel.js';
import { OpenCodes } from './OpenCodes.js';
import { stagePath, useReviewStage, useStageProgress, type Edition } from './secretariat-data.js';
import { StackTable } from './StackTable.js';
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
  const { t } = useTranslation(['secretariat', 'correction', 'jury', 'training', 'plan', 'timetable']);
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

  const reopen = async (): Promise<void> => {
    const sure = await ask({ title: t('reopenStage.title'), effects: [t('reopenStage.effect')], verb: t('reopenStage.verb'), danger: true, reason: 'required' });
    if (sure) await run(() => answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/reopen', { params: { path }, body: sure })), t('reopenStage.done'));
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
            {stage.closed && manages && <div><Button size="large" loading={busy} onClick={() => void reopen()}>{t('reopenStage.verb')}</Button></div>}
            <nav className="stage-links" aria-label={t('jury:links')}>
              <Link to={`/secretariat/plan?edition=${edition.id}&stage=${stageKey}`}>{t('plan:title')}</Link>
              {!stage.codesSecret && <Link to={`/secretariat/timetable?edition=${edition.id}&stage=${stageKey}`}>{t('timetable:title')}</Link>}
              <Link to={`/secretariat/training?edition=${edition.id}&stage=${stageKey}`}>{t('training:title')}</Link>
            </nav>
            <ConflictToDo edition={edition} stageKey={stageKey} manages={manages} />
            {stage.panels.length === 0 ? (
              <Empty title={t('noPanels')} how={t('noPanelsHow')} />
            ) : (
              <StackTable
                caption={t('panels')} rows={stage.panels} rowKey={(panel) => panel.panelId}
                columns={[
                  { key: 'panel', title: t('column.panel'), render: (panel) => <Link to={`/secretariat/panels/${panel.panelId}`}>{panel.name}</Link> },
                  { key: 'state', title: t('column.state'), render: (panel) => <StateTag state={panel.state} word={t(`panelState.${panel.state}`)} tone={panel.state === 'locked' ? 'good' : 'going'} /> },
                  { key: 'judges', title: t('column.judges'), render: (panel) => panel.judges },
                  { key: 'entries', title: t('column.entries'), render: (panel) => panel.entries },
                  { key: 'progress', title: t('column.progress'), render: (panel) => <Bar value={panel.submitted} of={panel.needed} /> },
                  { key: 'short', title: t('column.short'), render: (panel) => panel.short },
                  { key: 'diverging', title: t('column.diverging'), render: (panel) => (panel.diverging > 0 ? <Link to={`/secretariat/panels/${panel.panelId}?part=divergence`}>{t('look', { count: panel.diverging })}</Link> : 0) },
                ]}
              />
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
            {stage.panels.length > 0 && <AssignmentRun edition={edition} stageKey={stageKey} writable={manages && !stage.closed} primary={!allLocked && assigned < needed} />}
            {stage.panels.length > 0 && <Conflicts edition={edition} stageKey={stageKey} manages={manages} />}
            {stage.panels.length > 0 && <p><Link className="btn" to={`/secretariat/screens?edition=${edition.id}&stage=${stageKey}`}>{t('screens.link')}</Link> {allLocked && <Link className="btn" to={`/secretariat/reliability?edition=${edition.id}&stage=${stageKey}`}>{t('reliability.link')}</Link>} {allLocked && <Link className="btn" to={`/secretariat/correction?edition=${edition.id}&stage=${stageKey}`}>{t('correction:link')}</Link>}</p>}
            {stage.panels.length > 0 && may(me, 'codes.open') && <OpenCodes edition={edition} stageKey={stageKey} />}
            {adding && <NewPanel edition={edition} stageKey={stageKey} close={() => setAdding(false)} />}
          </div>
        );
      }}
    </Loaded>
  );
}
