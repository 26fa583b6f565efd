import { useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { Failure } from '../../../status/Failure.js';
import { Loaded } from '../../../status/Loaded.js';
import { useEdition } from './EditionFrame.js';

interface AmendProps {
  editionId: string;
  document: Record<string, unknown>;
  onClose: () => void;
  onDone: () => void;
}

/** What an amendment would touch, before it is made; then it needs a reason and becomes a new version. */
export function AmendRulebook({ editionId, document, onClose, onDone }: AmendProps) {
  const { t } = useTranslation('admin');
  const edition = useEdition();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const path = { params: { path: { id: editionId } } };
  const preview = useQuery({ queryKey: ['amendment', editionId, document], queryFn: () => answer(api.POST('/api/editions/{id}/rulebook/amendments/preview', { ...path, body: { document } })), staleTime: 0 });
  const amend = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await answer(api.POST('/api/editions/{id}/rulebook/amendments', { ...path, body: { document, reason: reason.trim() } }));
      onDone();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const stageLabel = (key: string): string => edition.stages.find((stage) => stage.key === key)?.label ?? key;
  const ready = preview.data?.valid === true && reason.trim().length >= 5;
  return (
    <Modal open width={640} title={t('rulebook.amend')} okText={t('rulebook.amendVerb')} okButtonProps={{ danger: true, disabled: !ready }} confirmLoading={busy} onOk={() => void amend()} onCancel={onClose}>
      <div className="stack">
        <Loaded query={preview} lines={4}>
          {(data) => (
            <div className="stack-s">
              {data.problems.map((problem, index) => <p key={index} className="note bad">{problem.message} <code>{problem.path}</code></p>)}
              <p style={{ fontWeight: 600 }}>{t('rulebook.changed', { count: data.changed.length })}</p>
              <ul>{data.changed.slice(0, 20).map((pointer) => <li key={pointer}><code>{pointer}</code></li>)}</ul>
              <p style={{ fontWeight: 600 }}>{t('rulebook.affected')}</p>
              {data.affected.length === 0 && data.stages.length === 0 && <p>{t('rulebook.affectsNothing')}</p>}
              <ul>
                {data.affected.map((one) => <li key={one.what}>{one.label}: <span className="tnum">{one.count}</span></li>)}
                {data.stages.length > 0 && <li>{t('rulebook.recompute', { stages: data.stages.map(stageLabel).join(t('comma')) })}</li>}
              </ul>
            </div>
          )}
        </Loaded>
        <label className="stack-s">
          <span>{t('shell:confirm.reason')}</span>
          <Input.TextArea rows={3} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        {error !== undefined && <Failure error={error} />}
      </div>
    </Modal>
  );
}
