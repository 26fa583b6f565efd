import { App, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import type { BlindEntry } from './judge-data.js';

type Kind = Schemas['ConcernInput']['kind'];
const KINDS: Kind[] = ['leak', 'plagiarism', 'ethics', 'other'];

/** A judge reports what looks wrong about an entry. What was written stays in the form until the server has it. */
export function ConcernForm({ entry, open, close }: { entry: BlindEntry; open: boolean; close: () => void }) {
  const { t } = useTranslation('judge');
  const { message } = App.useApp();
  const [kind, setKind] = useState<Kind>('leak');
  const [text, setText] = useState('');
  const [clientKey, setClientKey] = useState(() => crypto.randomUUID());
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);

  const send = async (): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      await answer(api.POST('/api/judge/assignments/{id}/concerns', { params: { path: { id: entry.assignmentId } }, body: { kind, text: text.trim(), clientKey } }));
      void message.success(t('desk.concernSent'));
      setText('');
      setClientKey(crypto.randomUUID());
      close();
    } catch (error) {
      setFault(asApiError(error).message);
    } finally {
      setBusy(false);
    }
  };
  const change = (part: { kind?: Kind; text?: string }): void => {
    if (part.kind) setKind(part.kind);
    if (part.text !== undefined) setText(part.text);
    // Other words are another report.
    setClientKey(crypto.randomUUID());
  };
  return (
    <Modal open={open} title={t('desk.concernTitle', { code: entry.code })} okText={t('desk.concernSend')} cancelText={t('shell:cancel')} okButtonProps={{ disabled: text.trim().length < 5, loading: busy }} onOk={() => void send()} onCancel={close}>
      <div className="stack">
        <p>{t('desk.concernEffect')}</p>
        <Radio.Group aria-label={t('desk.concernKind')} value={kind} onChange={(event) => change({ kind: event.target.value as Kind })} options={KINDS.map((value) => ({ value, label: t(`desk.kind.${value}`) }))} />
        <label className="stack-s">
          <span>{t('desk.concernLabel')}</span>
          <Input.TextArea rows={4} maxLength={2000} value={text} onChange={(event) => change({ text: event.target.value })} />
        </label>
        {fault && <p className="note needs" role="alert">{fault}</p>}
      </div>
    </Modal>
  );
}
