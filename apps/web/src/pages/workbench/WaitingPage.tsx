import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { showMoment } from '../../i18n/time.js';
import { Loaded } from '../../status/Loaded.js';
import { StateTag, type Tone } from '../../status/StateTag.js';
import { DataTable, type Column } from '../../tables/DataTable.js';
import { words } from '../entries/form/words.js';
import { useWorkbench } from './desk.js';
import { QuotaBar } from './QuotaBar.js';

type Row = Schemas['WaitingListRow'];
type Summary = Schemas['WaitingListSummary'];
const TONES: Record<string, Tone> = { waiting: 'plain', called: 'needs', accepted: 'good', declined: 'plain', expired: 'bad', removed: 'plain' };

/** Who waits for a place of the edition, in which order, who is called until when; and the two acts of the province: the lot, and a call out of order. */
export function WaitingPage() {
  const { t } = useTranslation('waiting');
  const { edition } = useWorkbench();
  const summary = useQuery({ queryKey: ['workbench', 'waiting', edition.id], queryFn: () => answer(api.GET('/api/waiting-list/summary', { params: { query: { editionId: edition.id } } })) });
  return (
    <Loaded query={summary}>
      {(data) => data.limited ? (
        <div className="stack">
          <Places summary={data} />
          {data.order === null ? <p className="note">{t('noList')}</p> : <Lines summary={data} />}
        </div>
      ) : <p className="note">{t('noLimit')}</p>}
    </Loaded>
  );
}

function Places({ summary }: { summary: Summary }) {
  const { t } = useTranslation('waiting');
  const { rules } = useWorkbench();
  const label = (limit: Summary['limits'][number]): string => {
    const type = rules.types.find((one) => one.key === limit.type);
    const group = rules.groups.find((one) => one.key === limit.group);
    const parts = [limit.unitName, type && words(type.label), group && words(group.label)].filter(Boolean);
    return parts.length === 0 ? t('allPlaces') : parts.join(' · ');
  };
  return (
    <section className="card stack-s" aria-labelledby="places">
      <h2 id="places">{t('places')}</h2>
      {summary.limits.map((limit) => <QuotaBar key={`${limit.type} ${limit.group} ${limit.unitName}`} label={label(limit)} used={limit.used} places={limit.places} held={limit.held} />)}
      {summary.order && (
        <p className="small quiet" style={{ margin: 0 }}>
          {t('held')} {t(`order.${summary.order}`)}{summary.callsUntil && ` ${t('callsUntil', { time: showMoment(summary.callsUntil) })}`}
        </p>
      )}
    </section>
  );
}

function Lines({ summary }: { summary: Summary }) {
  const { t } = useTranslation('waiting');
  const { edition } = useWorkbench();
  const [params] = useSearchParams();
  const ask = useConfirm();
  const client = useQueryClient();
  const { message } = App.useApp();
  const ended = params.get('show') === 'ended';
  const renew = (): Promise<unknown> => Promise.all([client.invalidateQueries({ queryKey: ['list'] }), client.invalidateQueries({ queryKey: ['workbench'] })]);
  const callNow = async (row: Row): Promise<void> => {
    const agreed = await ask({ title: t('callTitle', { title: row.title }), effects: [t('callEffect.order'), t('callEffect.place'), t('callEffect.audit')], verb: t('callVerb'), reason: 'required', reasonLabel: t('callReason') });
    if (!agreed) return;
    try {
      await answer(api.POST('/api/waiting-list/{id}/call', { params: { path: { id: row.id } }, body: { reason: agreed.reason } }));
      void message.success(t('calledNow', { title: row.title }));
    } catch (thrown) {
      void message.error(asApiError(thrown).message);
    }
    await renew();
  };
  const columns: Column<Row>[] = [
    { key: 'place', title: t('column.place'), width: 90, align: 'end', card: 'fact', render: (row) => row.place ?? '–' },
    { key: 'title', title: t('column.title'), fixed: true, card: 'title', width: 240, render: (row) => <Link to={`/workbench?entry=${row.entryId}&view=all&edition=${edition.id}`}>{row.title}</Link> },
    { key: 'state', title: t('column.state'), width: 240, card: 'fact', render: (row) => (
      <span>
        <StateTag state={row.state} word={t(`state.${row.state}`)} tone={TONES[row.state] ?? 'plain'} />
        {row.state === 'called' && row.answerBy && <span className="small"> {t('until', { time: showMoment(row.answerBy) })}</span>}
      </span>
    ) },
    { key: 'school', title: t('column.school'), width: 200, render: (row) => row.schoolName },
    { key: 'county', title: t('column.county'), width: 130, render: (row) => row.countyName },
    { key: 'joined', title: t('column.joined'), width: 170, render: (row) => <span className="nowrap">{showMoment(row.joinedAt)}</span> },
    ...(ended ? [{ key: 'ended', title: t('column.ended'), width: 170, render: (row: Row) => <span className="nowrap">{row.endedAt ? showMoment(row.endedAt) : '–'}</span> }] : []),
    ...(summary.mayManage && !ended ? [{ key: 'act', title: t('column.act'), width: 130, card: 'action' as const, render: (row: Row) => row.state === 'waiting' && (
      <button type="button" className="btn small" aria-label={t('callNamed', { title: row.title })} onClick={() => void callNow(row)}>{t('callVerb')}</button>
    ) }] : []),
  ];
  return (
    <>
      {summary.order === 'lot' && <Lot summary={summary} renew={renew} />}
      <DataTable<Row>
        id="workbench.waiting"
        caption={t('title')}
        columns={columns}
        rowKey={(row) => row.id}
        queryKey={[edition.id]}
        load={(query) => answer(api.GET('/api/waiting-list', { params: { query: { page: query.page, size: query.size, editionId: edition.id, ...(ended && { show: 'ended' as const }) } } }))}
        filters={[{ key: 'show', label: t('show'), options: [{ value: 'ended', label: t('ended') }] }]}
        defaults={{ size: 50 }}
        empty={{ title: t(ended ? 'emptyEnded' : 'empty'), how: t('emptyHow') }}
      />
    </>
  );
}

function Lot({ summary, renew }: { summary: Summary; renew: () => Promise<unknown> }) {
  const { t } = useTranslation('waiting');
  const { edition } = useWorkbench();
  const ask = useConfirm();
  const { message } = App.useApp();
  const [seed, setSeed] = useState('');
  if (summary.drawnAt) return <p className="note good">{t('drawn', { time: showMoment(summary.drawnAt), seed: summary.seed ?? '' })}</p>;
  if (!summary.mayManage) return <p className="note">{t('notDrawn')}</p>;
  const draw = async (): Promise<void> => {
    const sure = await ask({ title: t('drawTitle'), effects: [t('drawEffect.once', { count: summary.waiting }), t('drawEffect.record'), t('drawEffect.behind')], verb: t('drawVerb') });
    if (!sure) return;
    try {
      await answer(api.POST('/api/waiting-list/draw', { body: { editionId: edition.id, ...(seed.trim() && { seed: seed.trim() }) } }));
    } catch (thrown) {
      void message.error(asApiError(thrown).message);
    }
    await renew();
  };
  return (
    <section className="card stack-s" aria-labelledby="lot">
      <h2 id="lot">{t('lot')}</h2>
      <p className="small quiet" style={{ margin: 0 }}>{t('lotAbout')}</p>
      <label className="stack-s"><span>{t('seed')}</span><Input value={seed} maxLength={200} placeholder={t('seedExample')} onChange={(event) => setSeed(event.target.value)} style={{ maxWidth: 420 }} /></label>
      <div><button type="button" className="btn primary" disabled={summary.waiting === 0} onClick={() => void draw()}>{t('drawVerb')}</button></div>
    </section>
  );
}
