import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { Loaded } from '../../status/Loaded.js';
import { DataTable, type Column } from '../../tables/DataTable.js';
import { useAct } from '../secretariat/useAct.js';
import '../workbench/workbench.css';
import { countOf, isMoving, OUTCOMES, type Run, type RunRow } from './import-data.js';
import { ImportSteps } from './ImportSteps.js';

/** One table that was sent in: what would become of each row, and after the taking over what did. */
export function RunPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('imports');
  const run = useQuery({
    queryKey: ['imports', id],
    queryFn: () => answer(api.GET('/api/imports/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data && isMoving(query.state.data.state) ? 800 : false),
  });
  return (
    <Page where={[{ label: t('title'), to: '/imports' }]} title={run.data?.fileName ?? t('title')} asked={run.data && t(`askedOf.${run.data.state}`)}>
      <Loaded query={run} lines={8}>{(data) => <RunWork run={data} />}</Loaded>
    </Page>
  );
}

const STEP: Record<string, number> = { checking: 1, unreadable: 1, checked: 2, discarded: 2, committing: 2, committed: 4 };

function RunWork({ run }: { run: Run }) {
  const { t } = useTranslation('imports');
  const cache = useQueryClient();
  const moved = useRef(false);
  const moving = isMoving(run.state);
  useEffect(() => {
    // The rows below are those from before the job.
    if (moved.current && !moving) void cache.invalidateQueries({ queryKey: ['list'] });
    moved.current = moving;
  }, [moving, cache]);
  return (
    <div className="stack">
      <ImportSteps at={STEP[run.state] ?? 1} />
      {moving && <Moving run={run} />}
      {run.failure && <p className="note bad" role="alert">{run.failure}</p>}
      {run.notes.length > 0 && <ul className="note">{run.notes.map((note) => <li key={note}>{note}</li>)}</ul>}
      {run.sentBefore && run.state === 'checked' && <p className="note">{t('sentBefore')}</p>}
      <Acts run={run} />
      {run.rows > 0 && <Rows run={run} />}
    </div>
  );
}

function Moving({ run }: { run: Run }) {
  const { t } = useTranslation('imports');
  const job = useQuery({ queryKey: ['job', run.jobId], queryFn: () => answer(api.GET('/api/jobs/{id}', { params: { path: { id: run.jobId! } } })), enabled: run.jobId !== null, refetchInterval: 800 });
  const [done, total] = [job.data?.done ?? 0, job.data?.total ?? 0];
  return (
    <section className="card stack-s" aria-live="polite">
      <strong>{t(`state.${run.state}`)}</strong>
      <Progress percent={total > 0 ? Math.round((done / total) * 100) : 0} aria-label={t(`state.${run.state}`)} />
      <span className="small quiet">{t('mayLeave')}</span>
    </section>
  );
}

function Acts({ run }: { run: Run }) {
  const { t } = useTranslation('imports');
  const ask = useConfirm();
  const navigate = useNavigate();
  const { busy, run: act } = useAct();
  const [good, bad] = [countOf(run, 'add', 'change'), countOf(run, 'problem', 'failed')];
  const path = { id: run.id };
  const commit = async (): Promise<void> => {
    const effects = [t('effect.add', { count: countOf(run, 'add') }), t('effect.change', { count: countOf(run, 'change') }), t('effect.same', { count: countOf(run, 'same') }), t('effect.problem', { count: bad })];
    if (await ask({ title: t('commitTitle'), effects, verb: t('commit', { count: good }) })) await act(() => answer(api.POST('/api/imports/{id}/commit', { params: { path } })));
  };
  const discard = async (): Promise<void> => {
    if (!(await ask({ title: t('discardTitle'), effects: [t('discardEffect')], verb: t('discard'), danger: true }))) return;
    if (await act(() => answer(api.POST('/api/imports/{id}/discard', { params: { path } })))) await navigate('/imports');
  };
  if (isMoving(run.state)) return null;
  return (
    <div className="row">
      {run.state === 'checked' && good > 0 && <Button type="primary" size="large" loading={busy} onClick={() => void commit()}>{t('commit', { count: good })}</Button>}
      {run.state === 'checked' && good === 0 && <p className="note" style={{ margin: 0 }}>{t(bad > 0 ? 'allBad' : 'allSame')}</p>}
      {run.state === 'committed' && <p className="note good" style={{ margin: 0 }}>{t('doneAt', { at: showMoment(run.committedAt!), added: countOf(run, 'added'), changed: countOf(run, 'changed'), kept: countOf(run, 'kept') })}</p>}
      {run.rows > 0 && run.state !== 'discarded' && <a className="btn" href={`/api/imports/${run.id}/report`} download>{t('report')}</a>}
      {run.state !== 'committed' && run.state !== 'discarded' && <button type="button" className="btn bare" onClick={() => void discard()}>{t('discard')}</button>}
      {run.state !== 'checked' && <Link className="btn" to="/imports">{t('another')}</Link>}
    </div>
  );
}

function Rows({ run }: { run: Run }) {
  const { t } = useTranslation('imports');
  const [params] = useSearchParams();
  const wanted = params.get('outcome') ?? '';
  // A remark tells its cell even where its sentence does not.
  const said = (one: RunRow['problems'][number]): string => (one.column && !one.message.includes(one.column) ? t('atColumn', { column: one.column, message: one.message }) : one.message);
  const columns: Column<RunRow>[] = [
    { key: 'number', title: t('column.number'), width: 80, align: 'end', fixed: true, card: 'fact', render: (row) => row.number },
    { key: 'title', title: t('column.title'), width: 260, fixed: true, card: 'title', render: (row) => (row.resultId && run.kind === 'entries' ? <Link to={`/entries/${row.resultId}`}>{row.title || t('untitled')}</Link> : row.title || t('untitled')) },
    { key: 'outcome', title: t('column.outcome'), width: 150, card: 'fact', render: (row) => <strong className={row.outcome === 'problem' || row.outcome === 'failed' ? 'import-bad' : undefined}>{t(`outcome.${row.outcome}`)}</strong> },
    {
      key: 'remarks', title: t('column.remarks'), card: 'fact', fixed: true,
      render: (row) =>
        row.problems.length + row.hints.length === 0 ? '–' : (
          <ul className="import-remarks">
            {row.problems.map((one, index) => <li key={`p${index}`}>{said(one)}</li>)}
            {row.hints.map((one, index) => <li key={`h${index}`} className="hint">{t('hint')}{said(one)}</li>)}
          </ul>
        ),
    },
  ];
  return (
    <div className="stack-s">
      <nav className="views" aria-label={t('column.outcome')}>
        <Link to="?" replace aria-current={wanted === '' ? 'true' : undefined}>{t('all')} <span className="tnum">{run.rows}</span></Link>
        {OUTCOMES.filter((outcome) => countOf(run, outcome) > 0).map((outcome) => (
          <Link key={outcome} to={`?outcome=${outcome}`} replace aria-current={wanted === outcome ? 'true' : undefined}>{t(`outcome.${outcome}`)} <span className="tnum">{countOf(run, outcome)}</span></Link>
        ))}
      </nav>
      <DataTable<RunRow>
        id="imports.rows"
        caption={t('rowsOf')}
        columns={columns}
        rowKey={(row) => String(row.number)}
        queryKey={[run.id, run.state, wanted]}
        load={(query) => answer(api.GET('/api/imports/{id}/rows', { params: { path: { id: run.id }, query: { page: query.page, size: query.size, ...(wanted && { outcome: wanted }) } } }))}
        empty={{ title: t('noRows') }}
        defaults={{ size: 50 }}
      />
    </div>
  );
}
