import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { asApiError } from '../../../api/problem.js';
import { useConfirm } from '../../../confirm/useConfirm.js';
import { showMoment } from '../../../i18n/time.js';
import { useMe } from '../../../session/session.js';
import { mayChange } from '../areas.js';
import type { Edition } from './edition-data.js';
import { EditionNames } from './EditionNames.js';

/** Opening, closing, archiving: each says what it does. Opening needs the defaults confirmed first. */
export function EditionActs({ edition }: { edition: Edition }) {
  const { t } = useTranslation('admin');
  const me = useMe();
  const ask = useConfirm();
  const cache = useQueryClient();
  const [renaming, setRenaming] = useState(false);
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  if (!mayChange(me, 'editions')) return null;
  const path = { params: { path: { id: edition.id } } };
  const act = async (work: () => Promise<Edition>, done: string): Promise<void> => {
    setBusy(true);
    try {
      cache.setQueryData(['edition', edition.id], await work());
      void cache.invalidateQueries({ queryKey: ['list', 'editions'] });
      void message.success(done);
    } catch (thrown) {
      const error = asApiError(thrown);
      modal.error({ title: error.message, content: error.problems.length > 0 && <ul>{error.problems.map((problem, index) => <li key={index}>{problem.message}</li>)}</ul> });
    } finally {
      setBusy(false);
    }
  };
  const open = async (): Promise<void> => {
    const effects = [t('edition.openEffectFrozen'), t('edition.openEffectShown')];
    const first = edition.stages[0];
    if (first) effects.push(t('edition.openEffectFirst', { stage: first.label, time: showMoment(first.opensAt) }));
    if (await ask({ title: t('edition.open'), effects, verb: t('edition.open') })) await act(() => answer(api.POST('/api/editions/{id}/open', path)), t('edition.opened'));
  };
  const close = async (): Promise<void> => {
    if (await ask({ title: t('edition.close'), effects: [t('edition.closeEffect')], verb: t('edition.close'), danger: true })) await act(() => answer(api.POST('/api/editions/{id}/close', path)), t('edition.closed'));
  };
  const archive = async (): Promise<void> => {
    if (await ask({ title: t('edition.archive'), effects: [t('edition.archiveEffect')], verb: t('edition.archive'), danger: true })) await act(() => answer(api.POST('/api/editions/{id}/archive', path)), t('edition.archived'));
  };
  return (
    <>
      {edition.state !== 'archived' && <Button onClick={() => setRenaming(true)}>{t('edition.rename')}</Button>}
      <NextStep edition={edition} busy={busy} open={open} close={close} archive={archive} />
      {renaming && <EditionNames edition={edition} onClose={() => setRenaming(false)} />}
    </>
  );
}

interface NextStepProps {
  edition: Edition;
  busy: boolean;
  open: () => Promise<void>;
  close: () => Promise<void>;
  archive: () => Promise<void>;
}

function NextStep({ edition, busy, open, close, archive }: NextStepProps) {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  if (edition.state === 'preparing' && !edition.defaultsConfirmed) return <Button type="primary" onClick={() => void navigate(`/admin/editions/${edition.id}/defaults`)}>{t('edition.confirmFirst')}</Button>;
  if (edition.state === 'preparing') return <Button type="primary" loading={busy} onClick={() => void open()}>{t('edition.open')}</Button>;
  if (edition.state === 'open') return <Button danger loading={busy} onClick={() => void close()}>{t('edition.close')}</Button>;
  if (edition.state === 'closed') return <Button loading={busy} onClick={() => void archive()}>{t('edition.archive')}</Button>;
  return null;
}
