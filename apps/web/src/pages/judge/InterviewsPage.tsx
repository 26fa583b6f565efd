import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { showDay, showMinute } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { StackTable } from '../secretariat/StackTable.js';
import '../secretariat/secretariat.css';

/** What a judge's panels hear, where and when. */
export function InterviewsPage() {
  const { t } = useTranslation(['timetable', 'judge']);
  const interviews = useQuery({ queryKey: ['judge', 'interviews'], queryFn: () => answer(api.GET('/api/judge/interviews')) });
  return (
    <Page where={[{ label: t('judge:title'), to: '/judge' }]} title={t('judge_.title')} asked={t('judge_.asked')}>
      <Loaded query={interviews} lines={6}>
        {(rows) => rows.length === 0 ? <Empty title={t('judge_.none')} how={t('judge_.noneHow')} /> : (
          <StackTable
            caption={t('judge_.title')} rows={rows} rowKey={(row) => row.panelId + row.code + row.startsAt}
            columns={[
              { key: 'time', title: t('column.time'), render: (row) => <span className="tnum">{showDay(row.startsAt)} {showMinute(row.startsAt)}–{showMinute(row.endsAt)}</span> },
              { key: 'room', title: t('column.room'), render: (row) => row.room },
              { key: 'code', title: t('column.code'), render: (row) => <span><span className="tnum nowrap">{row.code}</span>{row.callBack && <strong> {t('callBack.title')}</strong>}</span> },
              { key: 'panel', title: t('column.panel'), render: (row) => `${row.stageLabel} · ${row.panel}` },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
