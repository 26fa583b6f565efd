import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { asApiError } from '../../../api/problem.js';
import { showMoment } from '../../../i18n/time.js';
import { Page } from '../../../layout/Page.js';
import { useMe } from '../../../session/session.js';
import { Loaded } from '../../../status/Loaded.js';
import { DataTable, type Column } from '../../../tables/DataTable.js';
import { apiQuery } from '../../../tables/list-query.js';
import { mayChange } from '../areas.js';

type Dead = Schemas['DeadJobView'];
const QUEUES = ['scores', 'notices', 'documents', 'imports'] as const;
const REFRESH = 5_000;

/** The background jobs: how many wait and run, and those that failed for good with a way to run them again. */
export function QueuesPage() {
  const { t } = useTranslation('admin');
  const me = useMe();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const queues = useQuery({ queryKey: ['queues'], queryFn: () => answer(api.GET('/api/admin/jobs/queues')), refetchInterval: REFRESH });
  const retry = async (job: Dead): Promise<void> => {
    try {
      await answer(api.POST('/api/admin/jobs/{id}/retry', { params: { path: { id: job.id } } }));
      void message.success(t('queue.retried'));
    } catch (error) {
      void message.error(asApiError(error).message);
    }
    await Promise.all([cache.invalidateQueries({ queryKey: ['queues'] }), cache.invalidateQueries({ queryKey: ['list', 'dead-jobs'] })]);
  };
  const columns: Column<Dead>[] = [
    { key: 'name', title: t('queue.job'), fixed: true, card: 'title', render: (job) => <code>{job.name}</code> },
    { key: 'error', title: t('queue.error'), card: 'fact', width: 420, render: (job) => <span style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>{job.error}</span> },
    { key: 'queue', title: t('queue.queue'), render: (job) => t(`queue.name.${job.queue}`) },
    { key: 'attempts', title: t('queue.attempts'), align: 'end', render: (job) => job.attempts },
    { key: 'diedAt', title: t('queue.diedAt'), card: 'fact', render: (job) => showMoment(job.diedAt) },
    { key: 'payload', title: t('queue.payload'), hidden: true, render: (job) => <code>{JSON.stringify(job.payload)}</code> },
    { key: 'requestId', title: t('queue.requestId'), hidden: true, render: (job) => <code>{job.requestId}</code> },
    ...(mayChange(me, 'queues') ? [{ key: 'acts', title: t('acts'), card: 'action' as const, render: (job: Dead) => <Button onClick={() => void retry(job)}>{t('queue.retry')}</Button> }] : []),
  ];
  return (
    <Page where={[{ label: t('title'), to: '/admin' }]} title={t('area.queues')} asked={t('queue.asked')}>
      <div className="stack" style={{ gap: 28 }}>
        <Loaded query={queues} lines={4}>
          {(rows) => (
            <table className="plain cards">
              <thead>
                <tr>
                  <th scope="col">{t('queue.queue')}</th>
                  {(['waiting', 'queued', 'running', 'retrying', 'dead'] as const).map((state) => <th key={state} scope="col" style={{ textAlign: 'end' }}>{t(`queue.state.${state}`)}</th>)}
                  <th scope="col" style={{ textAlign: 'end' }}>{t('queue.oldest')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.queue}>
                    <td className="main">{t(`queue.name.${row.queue}`)}</td>
                    {(['waiting', 'queued', 'running', 'retrying', 'dead'] as const).map((state) => (
                      <td key={state} data-label={t(`queue.state.${state}`)} style={{ textAlign: 'end' }}>
                        {state === 'dead' && row.dead > 0 ? <strong style={{ color: 'var(--qs-red)' }}>! {row.dead}</strong> : row[state]}
                      </td>
                    ))}
                    <td data-label={t('queue.oldest')} style={{ textAlign: 'end' }}>{t('queue.seconds', { seconds: Math.round(row.oldestSeconds) })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Loaded>
        <div className="stack-s">
          <h2>{t('queue.dead')}</h2>
          <DataTable<Dead>
            id="dead-jobs"
            caption={t('queue.dead')}
            columns={columns}
            rowKey={(job) => job.id}
            load={(query) => answer(api.GET('/api/admin/jobs/dead', { params: { query: apiQuery(query) } }))}
            filters={[{ key: 'queue', label: t('queue.queue'), options: QUEUES.map((value) => ({ value, label: t(`queue.name.${value}`) })) }]}
            empty={{ title: t('queue.none'), how: t('queue.noneHow') }}
            refreshMs={REFRESH}
          />
        </div>
      </div>
    </Page>
  );
}
