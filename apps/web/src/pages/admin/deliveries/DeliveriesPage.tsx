import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { asApiError } from '../../../api/problem.js';
import { useConfirm } from '../../../confirm/useConfirm.js';
import { showMoment } from '../../../i18n/time.js';
import { Page } from '../../../layout/Page.js';
import { useMe } from '../../../session/session.js';
import { StateTag, type Tone } from '../../../status/StateTag.js';
import { DataTable, type Column } from '../../../tables/DataTable.js';
import { apiQuery } from '../../../tables/list-query.js';
import { mayChange } from '../areas.js';

type Delivery = Schemas['DeliveryView'];
const TONES: Record<Delivery['state'], Tone> = { waiting: 'going', sending: 'going', sent: 'good', failed: 'bad', uncertain: 'needs', skipped: 'plain' };
const STATES = Object.keys(TONES) as Delivery['state'][];
const CHANNELS = ['email', 'sms'] as const;

/** What left the house by e-mail and SMS: what arrived, what did not and why; what stopped can be sent once more. */
export function DeliveriesPage() {
  const { t } = useTranslation('admin');
  const me = useMe();
  const ask = useConfirm();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const retry = async (one: Delivery): Promise<void> => {
    const effects = [t('delivery.retryEffect', { name: one.accountName ?? t('delivery.noOne') }), ...(one.state === 'uncertain' ? [t('delivery.retryUncertain')] : [])];
    if (!(await ask({ title: t('delivery.retry'), effects, verb: t('delivery.retry') }))) return;
    try {
      await answer(api.POST('/api/admin/deliveries/{id}/retry', { params: { path: { id: one.id } } }));
      void message.success(t('queue.retried'));
    } catch (error) {
      void message.error(asApiError(error).message);
    }
    await cache.invalidateQueries({ queryKey: ['list', 'deliveries'] });
  };
  const columns: Column<Delivery>[] = [
    { key: 'who', title: t('delivery.to'), fixed: true, card: 'title', render: (one) => (one.accountId ? <Link to={`/admin/people/${one.accountId}`}>{one.accountName ?? t('delivery.gone')}</Link> : t('delivery.letter')) },
    { key: 'template', title: t('delivery.what'), card: 'fact', render: (one) => (one.template ? t(`delivery.template.${one.template.split('.')[0] ?? ''}`, { defaultValue: one.template }) : t('delivery.letterWhat')) },
    { key: 'state', title: t('delivery.state'), card: 'fact', render: (one) => <StateTag state={one.state} word={t(`delivery.stateWord.${one.state}`)} tone={TONES[one.state]} /> },
    { key: 'channel', title: t('delivery.channel'), render: (one) => t(`delivery.by.${one.channel}`) },
    { key: 'attempts', title: t('queue.attempts'), align: 'end', render: (one) => one.attempts },
    { key: 'error', title: t('queue.error'), card: 'fact', width: 320, render: (one) => (one.error ? <span style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>{one.error}</span> : '–') },
    { key: 'changedAt', title: t('delivery.changedAt'), render: (one) => <span className="nowrap">{showMoment(one.changedAt)}</span> },
    ...(mayChange(me, 'deliveries')
      ? [{
          key: 'acts', title: t('acts'), card: 'action' as const,
          render: (one: Delivery) => {
            if (one.mayRetry) return <Button onClick={() => void retry(one)}>{t('delivery.retry')}</Button>;
            return TONES[one.state] === 'bad' || one.state === 'uncertain' ? <Tooltip title={t('delivery.letterLost')}><span className="quiet small">{t('delivery.notAgain')}</span></Tooltip> : null;
          },
        }]
      : []),
  ];
  return (
    <Page where={[{ label: t('title'), to: '/admin' }]} title={t('area.deliveries')} asked={t('delivery.asked')}>
      <DataTable<Delivery>
        id="deliveries"
        caption={t('area.deliveries')}
        columns={columns}
        rowKey={(one) => one.id}
        load={(query) => answer(api.GET('/api/admin/deliveries', { params: { query: apiQuery(query) } }))}
        filters={[
          { key: 'state', label: t('delivery.state'), options: STATES.map((value) => ({ value, label: t(`delivery.stateWord.${value}`) })) },
          { key: 'channel', label: t('delivery.channel'), options: CHANNELS.map((value) => ({ value, label: t(`delivery.by.${value}`) })) },
        ]}
        empty={{ title: t('delivery.empty'), how: t('delivery.emptyHow') }}
        refreshMs={15_000}
      />
    </Page>
  );
}
