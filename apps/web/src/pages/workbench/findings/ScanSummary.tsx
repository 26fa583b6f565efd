import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Progress } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { may, useMe } from '../../../session/session.js';
import { Failure } from '../../../status/Failure.js';
import { FINDING_KEYS, type Summary } from './findings-data.js';

/** How far the scan is, whether the review may begin, and the way to scan again. */
export function ScanSummary({ editionId, summary }: { editionId: string; summary: Summary }) {
  const { t } = useTranslation('findings');
  const client = useQueryClient();
  const me = useMe();
  const [jobId, setJob] = useState<string>();
  const scan = useMutation({
    mutationFn: () => answer(api.POST('/api/findings/scan', { body: { editionId } })),
    onSuccess: ({ jobId: ordered }) => setJob(ordered),
  });
  const job = useQuery({
    queryKey: ['job', jobId],
    queryFn: () => answer(api.GET('/api/jobs/{id}', { params: { path: { id: jobId! } } })),
    enabled: jobId !== undefined,
    refetchInterval: (query) => (query.state.data?.state === 'done' || query.state.data?.state === 'dead' ? false : 800),
  });
  const over = job.data?.state === 'done';
  useEffect(() => {
    if (!over) return;
    for (const key of FINDING_KEYS) void client.invalidateQueries({ queryKey: [...key] });
  }, [over, client]);
  const running = jobId !== undefined && job.data?.state !== 'done' && job.data?.state !== 'dead';
  const left = summary.entries - summary.scanned;
  return (
    <section className={`note ${summary.blocking > 0 ? 'needs' : left > 0 ? '' : 'good'} stack-s`} aria-label={t('summary.title')}>
      <p><strong>{t(summary.blocks === 'none' ? 'summary.free' : summary.blocking > 0 ? `summary.blocked.${summary.blocks}` : 'summary.clear', { count: summary.blocking })}</strong></p>
      <p className="tnum">
        {t('summary.scanned', { scanned: summary.scanned, entries: summary.entries })}{left > 0 && t('summary.left', { count: left })}{' '}
        {t('summary.counts', { high: summary.openHigh, medium: summary.openMedium, low: summary.openLow, confirmed: summary.confirmed, similar: summary.similarOpen })}
      </p>
      {scan.isError && <Failure error={scan.error} />}
      <div aria-live="polite">
        {running && <Progress percent={job.data?.total ? Math.round(((job.data.done ?? 0) / job.data.total) * 100) : 0} aria-label={t('summary.running')} />}
        {over && <p className="small">✓ {t('summary.done')}</p>}
        {job.data?.state === 'dead' && <p className="small">! {t('summary.failed')}</p>}
      </div>
      {may(me, 'finding.decide') && !running && (
        <div className="row"><button type="button" className="btn" disabled={scan.isPending} onClick={() => scan.mutate()}>{t('summary.again')}</button><span className="small quiet">{t('summary.againHow')}</span></div>
      )}
    </section>
  );
}
