import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import type { PanelDetail } from './secretariat-data.js';
import { useAct } from './useAct.js';

const SHORTEST_REASON = 5;

/** One more judge for one entry by hand, or one in place of another; the server refuses a pair with a conflict. */
export function AssignByHand({ panel, instead, close }: { panel: PanelDetail; instead?: { id: string; code: string; judgeId: string; judgeName: string }; close: (done: boolean) => void }) {
  const { t } = useTranslation(['secretariat', 'jury']);
  const { busy, run } = useAct();
  const [code, setCode] = useState(instead?.code ?? '');
  const [judgeId, setJudgeId] = useState<string>();
  const [reason, setReason] = useState('');
  const ready = code.trim() !== '' && judgeId !== undefined && reason.trim().length >= SHORTEST_REASON;
  const assign = async (): Promise<void> => {
    const body = { code: code.trim().toUpperCase(), judgeId: judgeId ?? '', reason: reason.trim() };
    if (instead) {
      const replace = () => answer(api.POST('/api/judging/assignments/{id}/replace', { params: { path: { id: instead.id } }, body: { judgeId: body.judgeId, reason: body.reason } }));
      if (await run(replace, t('jury:replace.done'))) close(true);
      return;
    }
    if (await run(() => answer(api.POST('/api/judging/panels/{panelId}/assignments', { params: { path: { panelId: panel.id } }, body })), t('assignment.added'))) close(true);
  };
  return (
    <Modal open title={instead ? t('jury:replace.title', { name: instead.judgeName, code: instead.code }) : t('assignment.addTitle')} okText={instead ? t('jury:replace.verb') : t('assignment.add')} cancelText={t('shell:cancel')} okButtonProps={{ disabled: !ready, loading: busy }} onOk={() => void assign()} onCancel={() => close(false)}>
      <div className="stack">
        <label className="stack-s"><span>{t('column.code')}</span><Input value={code} maxLength={20} disabled={instead !== undefined} onChange={(event) => setCode(event.target.value)} /></label>
        <label className="stack-s">
          <span>{t('column.judge')}</span>
          <Select value={judgeId} onChange={setJudgeId} showSearch={{ optionFilterProp: 'label' }} options={panel.seats.filter((seat) => seat.state === 'accepted' && seat.judgeId !== instead?.judgeId).map((seat) => ({ value: seat.judgeId, label: `${seat.name} · ${seat.employer}` }))} />
        </label>
        <label className="stack-s"><span>{t('lock.reason')}</span><Input.TextArea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} /></label>
      </div>
    </Modal>
  );
}
