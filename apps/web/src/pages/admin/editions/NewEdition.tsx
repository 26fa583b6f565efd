import { Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useFormProblems } from '../../../forms/antd-problems.js';

interface Values {
  contestId: string;
  number: number;
  year: number;
  name: string;
  nameEn?: string;
  quotas?: boolean;
}

interface NewEditionProps {
  /** Last year's edition when cloning: rules, calendar (a year later) and, if wanted, quotas come along. */
  from?: Schemas['EditionView'];
  contests: Schemas['ContestView'][];
  onClose: () => void;
  onDone: (id: string) => void;
}

/** A new edition, empty or cloned from an earlier one. */
export function NewEdition({ from, contests, onClose, onDone }: NewEditionProps) {
  const { t } = useTranslation('admin');
  const [form] = Form.useForm<Values>();
  const problems = useFormProblems(form, 'edition', (path) => t(`edition.${path}`, { defaultValue: '' }));
  const [busy, setBusy] = useState(false);
  const send = async ({ contestId, quotas, ...values }: Values): Promise<void> => {
    setBusy(true);
    problems.clear();
    try {
      const made = from
        ? await answer(api.POST('/api/editions/{id}/clone', { params: { path: { id: from.id } }, body: { ...values, quotas } }))
        : await answer(api.POST('/api/editions', { body: { contestId, ...values } }));
      onDone(made.id);
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  const initial = from
    ? { contestId: from.contestId, number: from.number + 1, year: from.year + 1, name: from.name.replace(String(from.number), String(from.number + 1)), nameEn: from.nameEn.replace(String(from.number), String(from.number + 1)), quotas: true }
    : { contestId: contests[0]?.id };
  return (
    <Modal open title={from ? t('edition.cloneTitle', { name: from.name }) : t('edition.new')} okText={t(from ? 'edition.clone' : 'edition.create')} confirmLoading={busy} onOk={form.submit} onCancel={onClose} destroyOnHidden>
      {problems.list}
      {from && <p className="quiet">{t('edition.cloneEffect')}</p>}
      <Form<Values> form={form} name="edition" layout="vertical" initialValues={initial} onFinish={(values) => void send(values)}>
        <Form.Item name="contestId" label={t('edition.contest')} hidden={Boolean(from)} rules={[{ required: true, message: t('fill') }]}>
          <Select options={contests.map((contest) => ({ value: contest.id, label: contest.name }))} />
        </Form.Item>
        <Form.Item name="number" label={t('edition.number')} rules={[{ required: true, message: t('fill') }]}>
          <InputNumber min={1} max={999} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="year" label={t('edition.year')} rules={[{ required: true, message: t('fill') }]}>
          <InputNumber min={1980} max={2200} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="name" label={t('edition.name')} rules={[{ required: true, message: t('fill') }]}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('edition.nameEn')}>
          <Input maxLength={160} />
        </Form.Item>
        {from && (
          <Form.Item name="quotas" valuePropName="checked">
            <Checkbox>{t('edition.cloneQuotas')}</Checkbox>
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
