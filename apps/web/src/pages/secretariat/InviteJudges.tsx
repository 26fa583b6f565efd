import { useQuery } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import type { PanelDetail } from './secretariat-data.js';
import { useAct } from './useAct.js';

/** More judges for a panel that exists: each of them is asked first. */
export function InviteJudges({ panel, close }: { panel: PanelDetail; close: () => void }) {
  const { t } = useTranslation('secretariat');
  const judges = useQuery({ queryKey: ['judges', 'all'], queryFn: () => answer(api.GET('/api/judging/judges', { params: { query: { size: 200 } } })) });
  const [chosen, setChosen] = useState<string[]>([]);
  const { busy, run } = useAct();
  const seated = new Set(panel.seats.filter((seat) => seat.state === 'invited' || seat.state === 'accepted').map((seat) => seat.judgeId));
  const invite = async (): Promise<void> => {
    if (await run(() => answer(api.POST('/api/judging/panels/{panelId}/judges', { params: { path: { panelId: panel.id } }, body: { accountIds: chosen } })), t('invite.done'))) close();
  };
  return (
    <Modal open title={t('invite.title', { name: panel.name })} okText={t('invite.verb')} cancelText={t('shell:cancel')} okButtonProps={{ disabled: chosen.length === 0, loading: busy }} onOk={() => void invite()} onCancel={close}>
      <label className="stack-s">
        <span>{t('newPanel.judges')}</span>
        <Select
          mode="multiple" value={chosen} loading={judges.isPending} optionFilterProp="label" onChange={setChosen}
          options={judges.data?.rows.filter((judge) => !seated.has(judge.id)).map((judge) => ({ value: judge.accountId, label: t('invite.option', { name: judge.name, employer: judge.employer, load: judge.load }) }))}
        />
      </label>
      <p className="quiet small">{t('newPanel.judgesHint')}</p>
    </Modal>
  );
}
