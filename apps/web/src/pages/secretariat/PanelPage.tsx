import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { Page } from '../../layout/Page.js';
import { may, useMe } from '../../session/session.js';
import { Loaded } from '../../status/Loaded.js';
import { StateTag } from '../../status/StateTag.js';
import { PartTabs } from '../judge/PartTabs.js';
import { Assignments } from './Assignments.js';
import { ComparisonsOfPanel } from './ComparisonsOfPanel.js';
import { LockPanel } from './LockPanel.js';
import { Concerns, Divergence, EntriesProgress, JudgesProgress } from './panel-parts.js';
import { PaperSheets } from './PaperSheets.js';
import { TalkOfPanel } from './TalkOfPanel.js';
import { Scores } from './Scores.js';
import { useAct } from './useAct.js';
import './secretariat.css';
import type { PanelDetail } from './secretariat-data.js';


interface PanelRules {
  stage: string;
  paperSheets?: string;
  comparisons?: object;
  discussion?: object;
}

/** One panel: its judges and entries, what needs a look, and the lock. */
export function PanelPage() {
  const { panelId = '' } = useParams();
  const panel = useQuery({ queryKey: ['panel', panelId], queryFn: () => answer(api.GET('/api/judging/panels/{panelId}', { params: { path: { panelId } } })), refetchInterval: 15_000 });
  return <Loaded query={panel} lines={10}>{(data) => <PanelWork panel={data} />}</Loaded>;
}

function PanelWork({ panel }: { panel: PanelDetail }) {
  const { t } = useTranslation('secretariat');
  const me = useMe();
  const ask = useConfirm();
  const { busy, run } = useAct();
  const [params, setParams] = useSearchParams();
  const manages = may(me, 'judging.manage');
  const path = { panelId: panel.id };
  const locked = panel.state === 'locked';
  const rulebook = useQuery({ queryKey: ['rulebook', panel.editionId], queryFn: () => answer(api.GET('/api/editions/{id}/rulebook', { params: { path: { id: panel.editionId } } })) });
  const rules = (rulebook.data?.document as { panels?: PanelRules[] } | undefined)?.panels?.find((one) => one.stage === panel.stageKey);

  const remind = async (): Promise<void> => {
    const sure = await ask({ title: t('remind.title'), effects: [t('remind.effect', { count: Math.max(0, panel.assigned - panel.submitted) })], verb: t('remind.verb') });
    if (sure) await run(() => answer(api.POST('/api/judging/panels/{panelId}/remind', { params: { path }, body: {} })), t('remind.done'));
  };
  const unlock = async (): Promise<void> => {
    const sure = await ask({ title: t('unlock.title', { name: panel.name }), effects: [t('unlock.effect')], verb: t('unlock.verb'), danger: true, reason: 'required' });
    if (sure) await run(() => answer(api.POST('/api/judging/panels/{panelId}/unlock', { params: { path }, body: sure })), t('unlock.done'));
  };
  const part = params.get('part') ?? 'judges';
  return (
    <Page
      where={[{ label: t('title'), to: `/secretariat?edition=${panel.editionId}&stage=${panel.stageKey}` }]}
      title={panel.name}
      state={<StateTag state={panel.state} word={t(`panelState.${panel.state}`)} tone={locked ? 'good' : 'going'} />}
      asked={t(locked ? 'panelLocked' : 'panelAsked', { submitted: panel.submitted, assigned: panel.assigned })}
      actions={
        manages && (
          <>
            {!locked && <Button size="large" loading={busy} onClick={() => void remind()}>{t('remind.verb')}</Button>}
            {locked ? <Button size="large" onClick={() => void unlock()}>{t('unlock.verb')}</Button> : <LockPanel panel={panel} />}
          </>
        )
      }
    >
      <PartTabs
        label={t('parts')}
        active={part}
        change={(key) => setParams({ part: key }, { replace: true })}
        parts={[
          { key: 'judges', label: t('part.judges'), children: <JudgesProgress panel={panel} manages={manages} /> },
          { key: 'entries', label: t('part.entries'), children: <EntriesProgress panel={panel} manages={manages} /> },
          { key: 'assignments', label: t('part.assignments'), children: <Assignments panel={panel} manages={manages} /> },
          { key: 'divergence', label: t('part.divergence'), children: <Divergence panel={panel} /> },
          { key: 'concerns', label: t('part.concerns'), children: <Concerns panel={panel} manages={manages} /> },
          ...(rules?.paperSheets && manages ? [{ key: 'paper', label: t('part.paper'), children: <PaperSheets panel={panel} /> }] : []),
          ...(rules?.discussion ? [{ key: 'talk', label: t('part.talk'), children: <TalkOfPanel panel={panel} /> }] : []),
          ...(rules?.comparisons ? [{ key: 'comparisons', label: t('part.comparisons'), children: <ComparisonsOfPanel panel={panel} /> }] : []),
          ...(locked && may(me, 'scores.view') ? [{ key: 'scores', label: t('part.scores'), children: <Scores panel={panel} /> }] : []),
        ]}
      />
    </Page>
  );
}
