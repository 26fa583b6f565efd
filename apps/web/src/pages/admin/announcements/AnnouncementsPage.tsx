import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
import { AnnouncementEditor } from './AnnouncementEditor.js';

type Announcement = Schemas['AnnouncementView'];
const STATES = ['draft', 'published', 'withdrawn'] as const;
const TONES: Record<string, Tone> = { draft: 'needs', published: 'good', withdrawn: 'plain' };

/** Announcements of the office: written as drafts, shown to everyone once published. */
export function AnnouncementsPage() {
  const { t } = useTranslation('admin');
  const me = useMe();
  const ask = useConfirm();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [editing, setEditing] = useState<{ one?: Announcement }>();
  const writable = mayChange(me, 'announcements');
  const act = async (work: () => Promise<unknown>, done: string): Promise<void> => {
    try {
      await work();
      void message.success(done);
      await cache.invalidateQueries({ queryKey: ['list', 'announcements'] });
    } catch (error) {
      void message.error(asApiError(error).message);
    }
  };
  const publish = async (one: Announcement): Promise<void> => {
    if (await ask({ title: one.title, effects: [t('announcement.publishEffect')], verb: t('announcement.publish') }))
      await act(() => answer(api.POST('/api/announcements/{id}/publish', { params: { path: { id: one.id } } })), t('announcement.published'));
  };
  const withdraw = async (one: Announcement): Promise<void> => {
    if (await ask({ title: one.title, effects: [t('announcement.withdrawEffect')], verb: t('announcement.withdraw'), danger: true }))
      await act(() => answer(api.POST('/api/announcements/{id}/withdraw', { params: { path: { id: one.id } } })), t('announcement.withdrawn'));
  };
  const columns: Column<Announcement>[] = [
    {
      key: 'title', title: t('announcement.title'), fixed: true, card: 'title',
      render: (one) => (writable ? <Button type="link" style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'start' }} onClick={() => setEditing({ one })}>{one.title}</Button> : one.title),
    },
    { key: 'state', title: t('announcement.state'), card: 'fact', render: (one) => <StateTag state={one.state} word={t(`announcement.stateWord.${one.state}`)} tone={TONES[one.state]} /> },
    { key: 'edition', title: t('announcement.edition'), render: (one) => one.editionName ?? t('announcement.allEditions') },
    { key: 'pinned', title: t('announcement.pinned'), render: (one) => t(one.pinned ? 'shell:yes' : 'shell:no') },
    { key: 'publishedAt', title: t('announcement.publishedAt'), card: 'fact', render: (one) => (one.publishedAt ? showMoment(one.publishedAt) : '–') },
    ...(writable
      ? [{
          key: 'acts', title: t('acts'), card: 'action' as const,
          render: (one: Announcement) =>
            one.state === 'published' ? <Button onClick={() => void withdraw(one)}>{t('announcement.withdraw')}</Button> : <Button onClick={() => void publish(one)}>{t('announcement.publish')}</Button>,
        }]
      : []),
  ];
  return (
    <Page
      where={[{ label: t('title'), to: '/admin' }]}
      title={t('area.announcements')}
      asked={t('announcement.asked')}
      actions={writable && <Button type="primary" onClick={() => setEditing({})}>{t('announcement.new')}</Button>}
    >
      <DataTable<Announcement>
        id="announcements"
        caption={t('area.announcements')}
        columns={columns}
        rowKey={(one) => one.id}
        search={t('announcement.search')}
        load={(query) => answer(api.GET('/api/announcements', { params: { query: apiQuery(query) } }))}
        filters={[{ key: 'state', label: t('announcement.state'), options: STATES.map((value) => ({ value, label: t(`announcement.stateWord.${value}`) })) }]}
        empty={{ title: t('announcement.empty'), how: t('announcement.emptyHow') }}
      />
      {editing && (
        <AnnouncementEditor
          one={editing.one}
          onClose={() => setEditing(undefined)}
          onDone={() => {
            setEditing(undefined);
            void cache.invalidateQueries({ queryKey: ['list', 'announcements'] });
          }}
        />
      )}
    </Page>
  );
}
