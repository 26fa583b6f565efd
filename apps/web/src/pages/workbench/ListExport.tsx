import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';

type Ordered = Schemas['ListExportView'];
type Wanted = Omit<Schemas['ExportQuery'], 'format'>;

/** The list as a file with the columns of the page, in their order: fetched at once, or as soon as its job has written it. */
export function ListExport({ query, label }: { query: Wanted; label?: string }) {
  const { t } = useTranslation('workbench');
  const [ordered, setOrdered] = useState<Ordered>();
  const [failure, setFailure] = useState<string>();
  const making = ordered?.state === 'making';
  const job = useQuery({
    queryKey: ['job', ordered?.jobId], enabled: making && ordered.jobId !== null, refetchInterval: 700,
    queryFn: () => answer(api.GET('/api/jobs/{id}', { params: { path: { id: ordered!.jobId! } } })),
  });
  const look = useQuery({
    queryKey: ['list-export', ordered?.id], enabled: making, refetchInterval: 700,
    queryFn: () => answer(api.GET('/api/entry-exports/{id}', { params: { path: { id: ordered!.id } } })),
  });
  const now = look.data?.id === ordered?.id ? look.data : undefined;
  useEffect(() => {
    if (!making || now?.state !== 'ready') return;
    setOrdered(now);
    fetchFile(now.id);
  }, [making, now]);
  const lost = now?.state === 'refused' || job.data?.state === 'dead';
  const order = async (format: 'xlsx' | 'csv'): Promise<void> => {
    setFailure(undefined);
    try {
      const made = await answer(api.POST('/api/entry-exports', { body: { ...query, format } }));
      setOrdered(made);
      if (made.state === 'ready') fetchFile(made.id);
    } catch (thrown) {
      setFailure(asApiError(thrown).message);
    }
  };
  const share = job.data?.total ? Math.round(((job.data.done ?? 0) / job.data.total) * 100) : 0;
  return (
    <span className="row" aria-live="polite">
      <Dropdown menu={{ items: [{ key: 'xlsx', label: 'Excel (.xlsx)' }, { key: 'csv', label: 'CSV' }], onClick: ({ key }) => void order(key as 'xlsx' | 'csv') }} trigger={['click']}>
        <Button loading={making && !lost}>{making && !lost ? t('export.making', { share }) : (label ?? t('export.order'))}</Button>
      </Dropdown>
      {(failure ?? lost) && <span className="small">! {failure ?? t('export.failed')}</span>}
    </span>
  );
}

function fetchFile(id: string): void {
  const link = document.createElement('a');
  link.href = `/api/entry-exports/${id}/file`;
  link.download = '';
  link.click();
}
