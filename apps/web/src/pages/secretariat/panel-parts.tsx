import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { showMoment } from '../../i18n/time.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { StateTag } from '../../status/StateTag.js';
import { DataTable, type Column } from '../../tables/DataTable.js';
import { apiQuery } from '../../tables/list-query.js';
import { Bar } from './Bar.js';
import { InviteJudges } from './InviteJudges.js';
import type { PanelDetail } from './secretariat-data.js';
import { StackTable } from './StackTable.js';
import { useAct } from './useAct.js';

interface PartProps {
  panel: PanelDetail;
}

type Judge = Schemas['JudgeProgress'];

export function JudgesProgress({ panel, manages }: PartProps & { manages: boolean }) {
  const { t } = useTranslation('secretariat');
  const ask = useConfirm();
  const { run } = useAct();
  const [inviting, setInviting] = useState(false);
  const path = { panelId: panel.id };
  const judges = useQuery({ queryKey: ['panel', panel.id, 'judges'], queryFn: () => answer(api.GET('/api/judging/panels/{panelId}/progress/judges', { params: { path } })), refetchInterval: 15_000 });
  const changeable = manages && panel.state !== 'locked';
  const withdraw = async (judge: Judge): Promise<void> => {
    const sure = await ask({ title: t('withdraw.title', { name: judge.name }), effects: [t('withdraw.void', { count: judge.submitted }), t('withdraw.refill')], verb: t('withdraw.verb'), danger: true, reason: 'required' });
    if (sure) await run(() => answer(api.POST('/api/judging/panels/{panelId}/judges/{judgeId}/withdraw', { params: { path: { ...path, judgeId: judge.judgeId } }, body: sure })), t('withdraw.done', { name: judge.name }));
  };
  const lead = (judge: Judge): Promise<boolean> =>
    run(() => answer(api.PATCH('/api/judging/panels/{panelId}/judges/{judgeId}', { params: { path: { ...path, judgeId: judge.judgeId } }, body: { lead: true } })), t('leadDone', { name: judge.name }));
  const senior = (judge: Judge): Promise<boolean> =>
    run(() => answer(api.PATCH('/api/judging/panels/{panelId}/judges/{judgeId}', { params: { path: { ...path, judgeId: judge.judgeId } }, body: { senior: !judge.senior } })), t(judge.senior ? 'seniorNoMore' : 'seniorDone', { name: judge.name }));
  return (
    <div className="stack">
      {changeable && <div><Button onClick={() => setInviting(true)}>{t('invite.open')}</Button></div>}
      {inviting && <InviteJudges panel={panel} close={() => setInviting(false)} />}
      <Loaded query={judges}>
        {(list) =>
          list.length === 0 ? <Empty title={t('noJudges')} how={t('noJudgesHow')} /> : (
            <StackTable<Judge>
              caption={t('part.judges')} rows={list} rowKey={(judge) => judge.judgeId}
              columns={[
                { key: 'judge', title: t('column.judge'), render: (judge) => <>{judge.name} {judge.lead && <span className="small quiet">{t('lead')}</span>} {judge.senior && <span className="small quiet">{t('senior')}</span>}</> },
                { key: 'seat', title: t('column.seat'), render: (judge) => <SeatState judge={judge} /> },
                { key: 'progress', title: t('column.progress'), render: (judge) => <Bar value={judge.submitted} of={judge.assigned} /> },
                { key: 'drafts', title: t('column.drafts'), render: (judge) => judge.drafts },
                { key: 'lastSaved', title: t('column.lastSaved'), render: (judge) => (judge.lastSavedAt ? showMoment(judge.lastSavedAt) : '–') },
                { key: 'reminded', title: t('column.reminded'), render: (judge) => (judge.remindedAt ? showMoment(judge.remindedAt) : '–') },
                ...(changeable
                  ? [{
                      key: 'acts', title: t('column.acts'), quietTitle: true,
                      render: (judge: Judge) =>
                        judge.state === 'accepted' && (
                          <span className="row">
                            {!judge.lead && <Button aria-label={t('makeLeadOf', { name: judge.name })} onClick={() => void lead(judge)}>{t('makeLead')}</Button>}
                            <Button aria-label={t(judge.senior ? 'dropSeniorOf' : 'makeSeniorOf', { name: judge.name })} onClick={() => void senior(judge)}>{t(judge.senior ? 'dropSenior' : 'makeSenior')}</Button>
                            <Button aria-label={t('withdraw.of', { name: judge.name })} onClick={() => void withdraw(judge)}>{t('withdraw.verb')}</Button>
                          </span>
                        ),
                    }]
                  : []),
              ]}
            />
          )
        }
      </Loaded>
    </div>
  );
}

type EntryRow = Schemas['EntryProgressRow'];

export function EntriesProgress({ panel, manages }: PartProps & { manages: boolean }) {
  const { t } = useTranslation('secretariat');
  const ask = useConfirm();
  const { run } = useAct();
  const absent = async (row: EntryRow): Promise<void> => {
    const sure = await ask({ title: t('absent.title', { code: row.code }), effects: [t('absent.effect')], verb: t('absent.verb'), danger: true, reason: 'required' });
    if (sure) await run(() => answer(api.POST('/api/judging/panels/{panelId}/absent', { params: { path: { panelId: panel.id } }, body: { code: row.code, ...sure } })), t('absent.done', { code: row.code }));
  };
  const columns: Column<EntryRow>[] = [
    { key: 'code', title: t('column.code'), fixed: true, card: 'title', render: (row) => <strong className="tnum">{row.code}</strong> },
    { key: 'progress', title: t('column.progress'), card: 'fact', render: (row) => <Bar value={row.submitted} of={row.needed} /> },
    { key: 'assigned', title: t('column.assigned'), render: (row) => row.assigned, align: 'end' },
    { key: 'drafts', title: t('column.drafts'), render: (row) => row.drafts, align: 'end' },
    { key: 'flag', title: t('column.flag'), card: 'fact', render: (row) => (row.diverging ? <StateTag state="diverging" word={t('diverging')} tone="needs" /> : '–') },
    { key: 'gap', title: t('column.gap'), render: (row) => row.gap ?? '–' },
    ...(manages && panel.state !== 'locked'
      ? [{ key: 'acts', title: t('column.acts'), card: 'action' as const, render: (row: EntryRow) => row.gap === null && row.submitted < row.needed && <Button aria-label={t('absent.of', { code: row.code })} onClick={() => void absent(row)}>{t('absent.verb')}</Button> }]
      : []),
  ];
  return (
    <DataTable<EntryRow>
      id={`panel-entries-${panel.id}`} caption={t('part.entries')} columns={columns} rowKey={(row) => row.codeId} queryKey={[panel.id]}
      filters={[{ key: 'short', label: t('onlyShort'), options: [{ value: 'true', label: t('shell:yes') }] }]}
      load={(query) => {
        const { short, ...rest } = apiQuery(query) as Record<string, string>;
        return answer(api.GET('/api/judging/panels/{panelId}/progress/entries', { params: { path: { panelId: panel.id }, query: { ...rest, page: query.page, size: query.size, ...(short === 'true' && { short: true }) } } }));
      }}
      empty={{ title: t('noEntries'), how: t('noEntriesHow') }}
    />
  );
}

export function Divergence({ panel }: PartProps) {
  const { t } = useTranslation('secretariat');
  const rows = useQuery({ queryKey: ['panel', panel.id, 'divergence'], queryFn: () => answer(api.GET('/api/judging/panels/{panelId}/divergence', { params: { path: { panelId: panel.id } } })) });
  return (
    <Loaded query={rows}>
      {(list) =>
        list.length === 0 ? <Empty title={t('noDivergence')} how={t('noDivergenceHow')} /> : (
          <>
            <p className="quiet">{t('divergenceWhat')}</p>
            <StackTable
              caption={t('part.divergence')} rows={list} rowKey={(row) => row.codeId}
              columns={[
                { key: 'code', title: t('column.code'), render: (row) => <span className="tnum">{row.code}</span> },
                { key: 'scores', title: t('column.scores'), render: (row) => row.scores },
                { key: 'range', title: t('column.range'), render: (row) => <>{row.range} {row.overRange && <StateTag state="over" word={t('overLimit')} tone="needs" />}</> },
                { key: 'sd', title: t('column.sd'), render: (row) => <>{row.sd} {row.overSd && <StateTag state="over" word={t('overLimit')} tone="needs" />}</> },
              ]}
            />
          </>
        )
      }
    </Loaded>
  );
}

export function Concerns({ panel, manages }: PartProps & { manages: boolean }) {
  const { t } = useTranslation('secretariat');
  const ask = useConfirm();
  const { run } = useAct();
  const concerns = useQuery({ queryKey: ['panel', panel.id, 'concerns'], queryFn: () => answer(api.GET('/api/judging/panels/{panelId}/concerns', { params: { path: { panelId: panel.id } } })) });
  const reply = async (concern: Schemas['ConcernRow']): Promise<void> => {
    const said = await ask({ title: t('concern.title', { code: concern.code }), effects: [concern.text], verb: t('concern.verb'), reason: 'required', reasonLabel: t('concern.answer') });
    if (said) await run(() => answer(api.POST('/api/judging/concerns/{id}/answer', { params: { path: { id: concern.id } }, body: { answer: said.reason } })));
  };
  return (
    <Loaded query={concerns}>
      {(list) =>
        list.length === 0 ? <Empty title={t('noConcerns')} how={t('noConcernsHow')} /> : (
          <ul className="plain stack">
            {list.map((concern) => (
              <li key={concern.id} className="card stack-s">
                <div className="row between"><span><strong className="tnum">{concern.code}</strong> {t(`concernKind.${concern.kind}`)}</span><span className="quiet small">{showMoment(concern.raisedAt)}</span></div>
                <p className="prose">{concern.text}</p>
                {concern.answer ? <p className="note good">{concern.answer}</p> : manages && <div><Button onClick={() => void reply(concern)}>{t('concern.verb')}</Button></div>}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

/** Since when a seat is as it is: asked, agreed to which terms, or declined and why. */
function SeatState({ judge }: { judge: Judge }) {
  const { t } = useTranslation('secretariat');
  const since = judge.answeredAt ?? judge.invitedAt;
  return (
    <>
      {t(`seat.${judge.state}`)} <span className="quiet small">{showMoment(since)}{judge.termsVersion && ` · ${t('termsAgreed', { version: judge.termsVersion })}`}</span>
      {judge.reason && <span className="quiet small"> {judge.reason}</span>}
    </>
  );
}
