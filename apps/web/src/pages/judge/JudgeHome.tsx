import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../../layout/Page.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { Invitations } from './Invitations.js';
import { useJudgePanels, useJudgeQueue } from './judge-data.js';
import { LeaderQuestions } from './LeaderQuestions.js';
import { PanelQueue } from './PanelQueue.js';
import { PanelComparisons } from './PanelComparisons.js';
import { PanelTalks } from './PanelTalks.js';
import { byPanel } from './panel-rows.js';
import { TrainingCards } from './TrainingCards.js';
import { useKeptSheets } from './useKeptSheets.js';
import './judge.css';

/** A judge's start: invitations to answer, then the entries panel by panel with one thing to do next. */
export function JudgeHome() {
  const { t } = useTranslation(['judge', 'correction', 'timetable']);
  const panels = useJudgePanels();
  const queue = useJudgeQueue();
  const held = useKeptSheets();
  const work = panels.data && queue.data ? byPanel(panels.data, queue.data) : undefined;
  const open = work?.open ?? [];
  const next = open.flatMap(({ rows }) => rows).find((row) => row.sheetState !== 'submitted' && !held.has(row.assignmentId));
  const begun = open.some(({ submitted, drafts }) => submitted + drafts > 0);
  return (
    <Page
      title={t('title')}
      asked={t('asked')}
      until={open.find(({ rows }) => rows.some((row) => row.sheetState !== 'submitted'))?.panel.closesAt ?? undefined}
      untilLabel={t('closes')}
      actions={
        <>
          <Link className="btn" to="/judge/interviews">{t('timetable:judge_.title')}</Link>
          <Link className="btn" to="/judge/profile">{t('profile.link')}</Link>
          {next && <Link className="btn primary" to={`/judge/desk/${next.assignmentId}`}>{t(begun ? 'continue' : 'begin')}</Link>}
        </>
      }
    >
      <div className="stack judge-home">
        {held.size > 0 && <p className="note needs" role="status">{t('held', { count: held.size })}</p>}
        {[...new Map((panels.data ?? []).filter((panel) => panel.lead && panel.seat === 'accepted' && panel.state === 'locked').map((panel) => [`${panel.editionId} ${panel.stageKey}`, panel])).values()].map((panel) => (
          <p key={panel.panelId}><Link className="btn" to={`/secretariat/correction?edition=${panel.editionId}&stage=${panel.stageKey}`}>{t('correction:link')}</Link> <span className="quiet small">{panel.editionName} · {panel.stageLabel}</span></p>
        ))}
        <Loaded query={panels}>{(list) => <Invitations panels={list.filter((panel) => panel.seat === 'invited')} />}</Loaded>
        <TrainingCards />
        <LeaderQuestions />
        <Loaded query={panels} lines={1}>
          {() => (
            <Loaded query={queue} lines={8}>
              {() => (
                <>
                  {open.length === 0 && <Empty title={t('empty.title')} how={t('empty.how')} />}
                  {open.map((one) => <PanelQueue key={one.panel.panelId} work={one} held={held} deadline={open.length > 1} />)}
                  <PanelTalks />
                  <PanelComparisons />
                  {work && work.finished.length > 0 && (
                    <section className="stack-s" aria-label={t('finished')}>
                      <h2>{t('finished')}</h2>
                      {work.finished.map((one) => (
                        <details key={one.panel.panelId} className="judge-finished">
                          <summary>{one.panel.editionName} · {one.panel.stageLabel} · {one.panel.name} <span className="quiet tnum">{t('handedIn', { done: one.submitted, all: one.rows.length })}</span></summary>
                          <PanelQueue work={one} held={held} bare />
                        </details>
                      ))}
                    </section>
                  )}
                </>
              )}
            </Loaded>
          )}
        </Loaded>
      </div>
    </Page>
  );
}
