import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import type { PanelDetail } from './PanelPage.js';
import { useAct } from './useAct.js';

const SHORTEST_REASON = 5;

/** One more judge for one entry, by hand; the server refuses a pair with a conflict. */
export function AssignByHand({ panel, close }: { panel: PanelDetail; close: (done: boolean) => void }) {
  const { t } = useTranslation('secretariat');
  const { busy, run } = useAct();
  const [code, setCode] = useState('');
  const [judgeId, setJudgeId] = useState<string>();
  const [reason, setReason] = useState('');
  const ready = code.trim() !== '' && judgeId !== undefined && reason.trim().length >= SHORTEST_REASON;
  const assign = async (): Promise<void> => {
    const body = { code: code.trim().toUpperCase(), judgeId: judgeId ?? '', reason: reason.trim() };
    if (await run(() => answer(api.POST('/api/judging/panels/{panelId}/assignments', { params: { path: { panelId: panel.id } }, body })), t('assignment.added'))) close(true);
  };
  return (
    <Modal open title={t('assignment.addTitle')} okText={t('assignment.add')} cancelText={t('shell:cancel')} okButtonProps={{ disabled: !ready, loading: busy }} onOk={() => void assign()} onCancel={() => close(false)}>
      <div className="stack">
        <label className="stack-s"><span>{t('column.code')}</span><Input value={code} maxLength={20} onChange={(event) => setCode(event.target.value)} /></label>
        <label className="stack-s">
          <span>{t('column.judge')}</span>
          <Select value={judgeId} onChange={setJudgeId} showSearch={{ optionFilterProp: 'label' }} options={panel.seats.filter((seat) => seat.state === 'accepted').map((seat) => ({ value: seat.judgeId, label: `${seat.name} · ${seat.employer}` }))} />
        </label>
        <label className="stack-s"><span>{t('lock.reason')}</span><Input.TextArea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} /></label>
      </div>
    </Modal>
  );
}
