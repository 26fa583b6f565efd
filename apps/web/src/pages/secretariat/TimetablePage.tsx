import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { may, useMe } from '../../session/session.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { StateTag } from '../../status/StateTag.js';
import { CallBackForm } from './CallBackForm.js';
import { CheckInDesk } from './CheckInDesk.js';
import { stagePath, useReviewStage, useStageProgress, type Edition } from './secretariat-data.js';
import { TimetableForm } from './TimetableForm.js';
import { TimetableSheet } from './TimetableSheet.js';
import { useAct } from './useAct.js';
import './secretariat.css';

type Timetable = Schemas['TimetableView'];
const TONES: Record<string, 'plain' | 'good' | 'bad' | 'going' | 'needs'> = { queued: 'going', draft: 'needs', impossible: 'bad', published: 'good' };

/** The interviews of a stage: planned, looked at, published, printed; and on the day, who has come. */
export function TimetablePage() {
  const { t } = useTranslation(['timetable', 'secretariat']);
  const { editions, edition, stage } = useReviewStage();
  return (
    <Page where={[{ label: t('secretariat:title'), to: edition && stage ? `/secretariat?edition=${edition.id}&stage=${stage.key}` : '/secretariat' }]} title={stage ? t('titleOf', { stage: stage.label }) : t('title')} asked={t('asked')}>
      <Loaded query={editions}>{() => edition && stage && <TimetableWork key={`${edition.id}-${stage.key}`} edition={edition} stageKey={stage.key} />}</Loaded>
    </Page>
  );
}

function TimetableWork({ edition, stageKey }: { edition: Edition; stageKey: string }) {
  const { t } = useTranslation('timetable');
  const me = useMe();
  const manages = may(me, 'judging.manage');
  const path = stagePath(edition, stageKey);
  const [planning, setPlanning] = useState(false);
  const [calling, setCalling] = useState(false);
  const list = useQuery({
    queryKey: ['timetables', edition.id, stageKey],
    queryFn: () => answer(api.GET('/api/judging/editions/{editionId}/stages/{stageKey}/timetables', { params: { path } })),
    refetchInterval: (query) => (query.state.data?.some((one) => one.state === 'queued') ? 700 : false),
  });
  const secret = useStageProgress(edition, stageKey).data?.codesSecret;
  const panels = useQuery({ queryKey: ['panels', edition.id, stageKey], queryFn: () => answer(api.GET('/api/judging/editions/{editionId}/stages/{stageKey}/panels', { params: { path } })) });
  return (
    <Loaded query={list} lines={6}>
      {(timetables) => {
        const first = timetables.filter((one) => one.kind === 'first');
        const inForce = first.find((one) => one.state === 'published');
        const open = first.find((one) => ['queued', 'draft', 'impossible'].includes(one.state));
        const callBacks = timetables.filter((one) => one.kind === 'callBack' && ['draft', 'published'].includes(one.state));
        return (
          <div className="stack">
            {secret !== undefined && <p className="note no-print">{t(secret ? 'codesSecret' : 'codesOpen')}</p>}
            {manages && inForce && <CheckInDesk edition={edition} stageKey={stageKey} />}
            {manages && !planning && secret === false && <div className="no-print"><Button type={inForce || open ? 'default' : 'primary'} size="large" onClick={() => setPlanning(true)}>{t(inForce ? 'replan' : 'plan')}</Button></div>}
            {planning && panels.data && <TimetableForm panels={panels.data.filter((panel) => panel.state === 'open')} path={path} from={inForce ?? open} keepable={inForce !== undefined} close={() => setPlanning(false)} />}
            {inForce && !planning && (
              <div className="row no-print">
                {manages && !calling && <Button size="large" onClick={() => setCalling(true)}>{t('callBack.plan')}</Button>}
                <Link to={`/secretariat/board?edition=${edition.id}&stage=${stageKey}`} target="_blank">{t('board.open')}</Link>
              </div>
            )}
            {calling && inForce && panels.data && <CallBackForm panels={panels.data.filter((panel) => panel.state === 'open')} path={path} inForce={inForce} close={() => setCalling(false)} />}
            {callBacks.map((timetable) => <OneTimetable key={timetable.id} timetable={timetable} manages={manages} />)}
            {open && <OneTimetable timetable={open} manages={manages} />}
            {inForce && <OneTimetable timetable={inForce} manages={manages} edition={edition} stageKey={stageKey} />}
            {!open && !inForce && !planning && <Empty title={t('none')} how={t('noneHow')} />}
          </div>
        );
      }}
    </Loaded>
  );
}

function OneTimetable({ timetable, manages, edition, stageKey }: { timetable: Timetable; manages: boolean; edition?: Edition; stageKey?: string }) {
  const { t } = useTranslation('timetable');
  const ask = useConfirm();
  const { busy, run } = useAct();
  const publish = async (): Promise<void> => {
    const effects = [t('publish.effect', { count: timetable.interviews }), timetable.kind === 'callBack' ? t('callBack.effect') : timetable.keep ? t('publish.effectMoved', { count: timetable.moved }) : t('publish.effectAll')];
    const sure = await ask({ title: t('publish.title'), effects, verb: t('publish.verb') });
    if (sure) await run(() => answer(api.POST('/api/judging/timetables/{id}/publish', { params: { path: { id: timetable.id } } })), t('publish.done'));
  };
  const withdraw = async (): Promise<void> => {
    const told = timetable.state === 'published';
    const sure = await ask({ title: t('callBack.withdrawTitle'), effects: [t(told ? 'callBack.withdrawEffect' : 'callBack.withdrawDraft')], verb: t('callBack.withdraw'), danger: told, reason: 'required' });
    if (sure) await run(() => answer(api.POST('/api/judging/call-backs/{id}/withdraw', { params: { path: { id: timetable.id } }, body: sure })), t('callBack.withdrawn'));
  };
  return (
    <section className="card stack" aria-label={[...(timetable.kind === 'callBack' ? [t('callBack.title')] : []), t(`state.${timetable.state}`), showMoment(timetable.createdAt)].join(' ')}>
      <div className="row between">
        <p className="row">
          {timetable.kind === 'callBack' && <strong>{t('callBack.title')}</strong>}
          <StateTag state={timetable.state} word={t(`state.${timetable.state}`)} tone={TONES[timetable.state] ?? 'plain'} />
          <span className="quiet small">{showMoment(timetable.publishedAt ?? timetable.createdAt)} · {t('count', { count: timetable.interviews })}{timetable.keep && timetable.state === 'draft' && ` · ${t('moved', { count: timetable.moved })}`}</span>
        </p>
        <span className="row no-print">
          {timetable.interviews > 0 && <Button onClick={() => window.print()}>{t('print')}</Button>}
          {manages && timetable.kind === 'callBack' && <Button onClick={() => void withdraw()}>{t('callBack.withdraw')}</Button>}
          {manages && timetable.state === 'draft' && <Button type="primary" size="large" loading={busy} onClick={() => void publish()}>{t('publish.verb')}</Button>}
        </span>
      </div>
      {timetable.obstacle && (
        <div className="note bad stack-s" role="alert"><p>{timetable.obstacle}</p><ul>{timetable.advice.map((one) => <li key={one}>{one}</li>)}</ul></div>
      )}
      {timetable.interviews > 0 && <TimetableSheet id={timetable.id} manages={manages && timetable.state === 'published' && timetable.kind === 'first'} edition={edition} stageKey={stageKey} />}
    </section>
  );
}
