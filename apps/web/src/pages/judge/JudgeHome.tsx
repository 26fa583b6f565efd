import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { Page } from '../../layout/Page.js';
import { Deadline } from '../../status/Deadline.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { StateTag, type Tone } from '../../status/StateTag.js';
import { useJudgePanels, useJudgeQueue, type PanelSeat, type Queue, type QueueRow } from './judge-data.js';
import './judge.css';

const TONES: Record<QueueRow['sheetState'], Tone> = { blank: 'needs', draft: 'going', submitted: 'good', reopened: 'needs' };

/** A judge's start: invitations to answer, then the queue of codes with one thing to do next. */
export function JudgeHome() {
  const { t } = useTranslation('judge');
  const panels = useJudgePanels();
  const queue = useJudgeQueue();
  const closes = panels.data?.filter((panel) => panel.state === 'open' && panel.closesAt).map((panel) => panel.closesAt as string).sort()[0];
  const next = queue.data?.rows.find((row) => row.sheetState !== 'submitted');
  return (
    <Page
      title={t('title')}
      asked={t('asked')}
      until={closes}
      actions={
        <>
          <Link className="btn" to="/judge/profile">{t('profile.link')}</Link>
          {next && <Link className="btn primary" to={`/judge/desk/${next.assignmentId}`}>{t(queue.data && queue.data.submitted + queue.data.drafts > 0 ? 'continue' : 'begin')}</Link>}
        </>
      }
    >
      <div className="stack">
        <Loaded query={panels}>{(list) => <Invitations panels={list.filter((panel) => panel.seat === 'invited')} />}</Loaded>
        <Loaded query={queue} lines={8}>{(data) => <QueueList queue={data} />}</Loaded>
      </div>
    </Page>
  );
}

function Invitations({ panels }: { panels: PanelSeat[] }) {
  const { t } = useTranslation('judge');
  const ask = useConfirm();
  const cache = useQueryClient();
  const reply = async (panel: PanelSeat, accept: boolean, reason?: string): Promise<void> => {
    await answer(api.POST('/api/judge/panels/{panelId}/answer', { params: { path: { panelId: panel.panelId } }, body: { accept, ...(accept ? { termsVersion: panel.termsVersion } : { reason }) } }));
    await cache.invalidateQueries({ queryKey: ['judge'] });
  };
  const decline = async (panel: PanelSeat): Promise<void> => {
    const sure = await ask({ title: t('invitation.declineTitle', { name: panel.name }), effects: [t('invitation.declineEffect')], verb: t('invitation.decline'), danger: true, reason: 'required' });
    if (sure) await reply(panel, false, sure.reason);
  };
  return panels.map((panel) => (
    <section key={panel.panelId} className="card stack-s" aria-label={panel.name}>
      <h2>{t('invitation.title', { name: panel.name })}</h2>
      <p className="quiet">{panel.editionName} · {panel.stageLabel}</p>
      {panel.closesAt && <Deadline at={panel.closesAt} label={t('closes')} />}
      <details>
        <summary>{t('invitation.terms')}</summary>
        <p className="prose">{panel.terms}</p>
      </details>
      <div className="row">
        <Button type="primary" size="large" onClick={() => void reply(panel, true)}>{t('invitation.accept')}</Button>
        <Button size="large" onClick={() => void decline(panel)}>{t('invitation.decline')}</Button>
      </div>
    </section>
  ));
}

function QueueList({ queue }: { queue: Queue }) {
  const { t } = useTranslation('judge');
  if (queue.rows.length === 0) return <Empty title={t('empty.title')} how={t('empty.how')} />;
  const done = queue.assigned === 0 ? 0 : Math.round((queue.submitted / queue.assigned) * 100);
  return (
    <section className="stack-s" aria-label={t('queue')}>
      <div className="row between">
        <h2>{t('queue')}</h2>
        <span className="tnum">{t('progress', { done: queue.submitted, all: queue.assigned, drafts: queue.drafts })}</span>
      </div>
      <Progress percent={done} showInfo={false} aria-label={t('progress', { done: queue.submitted, all: queue.assigned, drafts: queue.drafts })} />
      <ol className="plain judge-queue">
        {queue.rows.map((row) => (
          <li key={row.assignmentId}>
            <Link to={`/judge/desk/${row.assignmentId}`} className="judge-queue-row">
              <span className="judge-code tnum">{row.code}</span>
              <span className="judge-title">
                {row.title}
                <span className="small quiet">{[row.groupLabel, row.disciplineLabel].filter(Boolean).join(' · ')}</span>
              </span>
              <span className="tnum judge-total">{row.total ?? ''}</span>
              <StateTag state={row.sheetState} word={t(`sheet.${row.sheetState}`)} tone={TONES[row.sheetState]} />
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
