import { useQuery } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { Failure } from '../../../status/Failure.js';

type School = Schemas['SchoolView'];

/** Merges a school that was registered twice: shows both sides and what will happen, then what was moved. */
export function MergeSchool({ school, onClose, onDone }: { school: School; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('admin');
  const [intoId, setIntoId] = useState<string>();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Schemas['MergeOutcome']>();
  const neighbours = useQuery({
    queryKey: ['neighbours', school.countyId],
    queryFn: () => answer(api.GET('/api/schools', { params: { query: { unitId: school.countyId, status: 'active', size: 200 } } })),
  });
  const into = neighbours.data?.rows.find((one) => one.id === intoId);
  const merge = async (): Promise<void> => {
    if (!intoId) return;
    setBusy(true);
    setError(undefined);
    try {
      setOutcome(await answer(api.POST('/api/schools/{id}/merge', { params: { path: { id: school.id } }, body: { intoId, reason: reason.trim() } })));
      onDone();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  if (outcome) {
    return (
      <Modal open title={t('merge.done')} onCancel={onClose} onOk={onClose} cancelButtonProps={{ style: { display: 'none' } }} okText={t('shell:close')}>
        <p>{t('merge.moved')}</p>
        <ul>{outcome.moved.map((one) => <li key={one.table}>{t(`merge.table.${one.table}`, { defaultValue: one.table })}: {one.rows}</li>)}</ul>
        {outcome.moved.length === 0 && <p>{t('merge.nothing')}</p>}
      </Modal>
    );
  }
  return (
    <Modal open title={t('school.merge')} okText={t('merge.verb')} okButtonProps={{ danger: true, disabled: !intoId || reason.trim().length < 2 }} confirmLoading={busy} onOk={() => void merge()} onCancel={onClose}>
      <div className="stack">
        <p>{t('merge.from', { name: school.name })}</p>
        <label className="stack-s">
          <span>{t('merge.into')}</span>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={neighbours.isPending}
            value={intoId}
            onChange={setIntoId}
            options={neighbours.data?.rows.filter((one) => one.id !== school.id).map((one) => ({ value: one.id, label: one.name }))}
          />
        </label>
        {into && (
          <div className="note needs">
            <p style={{ fontWeight: 600 }}>{t('merge.effects')}</p>
            <ul>
              <li>{t('merge.effectPeople', { count: school.people, into: into.name })}</li>
              <li>{t('merge.effectAll', { into: into.name })}</li>
              <li>{t('merge.effectClosed', { name: school.name })}</li>
              <li>{t('merge.effectFinal')}</li>
            </ul>
          </div>
        )}
        <label className="stack-s">
          <span>{t('shell:confirm.reason')}</span>
          <Input.TextArea rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        {error !== undefined && <Failure error={error} />}
      </div>
    </Modal>
  );
}
