import { useMutation } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { ProblemList } from '../../forms/ProblemList.js';
import { useWorkbench } from './desk.js';
import type { EntryRow } from './workbench-data.js';

const newKey = (): string => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');

/** A message to the people around the chosen rows: written, shown as it will arrive with the number of recipients, sent once. */
export function MessageTools({ rows, done }: { rows: EntryRow[]; done: () => void }) {
  const { t } = useTranslation('workbench');
  const [open, setOpen] = useState(false);
  if (rows.length === 0) return null;
  return (
    <>
      <button type="button" className="btn" onClick={() => setOpen(true)}>{t('message.to', { count: rows.length })}</button>
      {open && (
        <MessageDialog
          entryIds={rows.map((row) => row.id)}
          close={(sent) => {
            setOpen(false);
            if (sent) done();
          }}
        />
      )}
    </>
  );
}

function MessageDialog({ entryIds, close }: { entryIds: string[]; close: (sent: boolean) => void }) {
  const { t } = useTranslation('workbench');
  const { edition } = useWorkbench();
  const { message } = App.useApp();
  const requestKey = useRef(newKey());
  const [audience, setAudience] = useState<Schemas['EntryMessageInput']['audience']>('makers');
  const [subject, setSubject] = useState('');
  const [body, setBody] = useState('');
  const input = { editionId: edition.id, entryIds, audience, subject: subject.trim(), body: body.trim() };
  const preview = useMutation({ mutationFn: () => answer(api.POST('/api/entry-messages/preview', { body: input })) });
  const send = useMutation({
    mutationFn: () => answer(api.POST('/api/entry-messages', { body: { ...input, requestKey: requestKey.current } })),
    onSuccess: (sent) => {
      void message.success(t('message.sent', { count: sent.recipients }));
      close(true);
    },
  });
  const shown = preview.data;
  const failed = send.error ?? preview.error;
  const change = (set: () => void): void => {
    set();
    preview.reset();
  };
  return (
    <Modal
      open
      width={600}
      title={t('message.to', { count: entryIds.length })}
      onCancel={() => close(false)}
      cancelText={t('shell:cancel')}
      okText={shown ? t('message.send', { count: shown.recipients }) : t('message.preview')}
      okButtonProps={{ disabled: subject.trim().length < 2 || body.trim().length < 2 || shown?.recipients === 0, loading: preview.isPending || send.isPending }}
      onOk={() => (shown ? send.mutate() : preview.mutate())}
    >
      <div className="stack">
        <ProblemList error={failed ? asApiError(failed) : undefined} />
        <label className="stack-s">{t('message.audience')}
          <select className="pick" value={audience} onChange={(event) => change(() => setAudience(event.target.value as typeof audience))}>
            <option value="makers">{t('message.makers')}</option>
            <option value="schools">{t('message.schools')}</option>
          </select>
        </label>
        <label className="stack-s">{t('message.subject')}<Input maxLength={60} value={subject} onChange={(event) => change(() => setSubject(event.target.value))} /></label>
        <label className="stack-s">{t('message.body')}<Input.TextArea rows={5} maxLength={1000} value={body} onChange={(event) => change(() => setBody(event.target.value))} /></label>
        {shown && (
          <div className="note" role="status">
            <strong>{shown.title}</strong>
            <p style={{ whiteSpace: 'pre-wrap' }}>{shown.body}</p>
            <p className="small quiet tnum">{t('message.reaches', { count: shown.recipients })}{shown.unreached > 0 && ` · ${t('message.unreached', { count: shown.unreached })}`}</p>
          </div>
        )}
      </div>
    </Modal>
  );
}
