import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useFormProblems } from '../../../forms/antd-problems.js';
import { useDivisionOptions } from './divisions.js';

type Values = Schemas['ProposeSchool'];
const TYPES: Values['schoolType'][] = ['ordinary', 'vocational', 'special', 'international', 'out_of_school', 'teaching_research'];
const STAGES = ['primary', 'junior', 'senior'];

/** A new school: its full official name (certificates copy it); likely duplicates are shown before it is sent. */
export function ProposeSchool({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const { t } = useTranslation('admin');
  const [form] = Form.useForm<Values>();
  const problems = useFormProblems(form, 'school', (path) => t(`school.${path}`, { defaultValue: '' }));
  const [busy, setBusy] = useState(false);
  const counties = useDivisionOptions(['county']);
  const countyId = Form.useWatch('countyId', form);
  const name = Form.useWatch('name', form);
  const likely = useQuery({
    queryKey: ['likely-duplicates', countyId, name],
    queryFn: () => answer(api.GET('/api/schools/likely-duplicates', { params: { query: { countyId, name: name.trim() } } })),
    enabled: Boolean(countyId) && (name?.trim().length ?? 0) >= 2,
  });
  const found = likely.data ?? [];
  const send = async (values: Values): Promise<void> => {
    setBusy(true);
    problems.clear();
    try {
      const made = await answer(api.POST('/api/schools', { body: { ...values, code: values.code || undefined } }));
      onDone(made.id);
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open title={t('school.propose')} okText={t('school.proposeVerb')} confirmLoading={busy} onOk={form.submit} onCancel={onClose} destroyOnHidden>
      {problems.list}
      <Form<Values> form={form} name="school" layout="vertical" requiredMark onFinish={(values) => void send(values)} initialValues={{ schoolType: 'ordinary', stages: [] }}>
        <Form.Item name="countyId" label={t('school.countyId')} rules={[{ required: true, message: t('fill') }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={counties} />
        </Form.Item>
        <Form.Item name="name" label={t('school.name')} extra={t('school.nameHint')} rules={[{ required: true, message: t('fill') }]}>
          <Input maxLength={60} />
        </Form.Item>
        {found.length > 0 && (
          <div className="note needs" role="status" style={{ marginBottom: 18 }}>
            <p>{t('school.likely')}</p>
            <ul>
              {found.map((one) => (
                <li key={one.id}>
                  <Link to={`/admin/schools/${one.id}`}>{one.name}</Link> · {one.county} · {t('school.similar', { percent: Math.round(one.similarity * 100) })}
                </li>
              ))}
            </ul>
            <Form.Item name="notADuplicate" valuePropName="checked" noStyle>
              <Checkbox>{t('school.notADuplicate')}</Checkbox>
            </Form.Item>
          </div>
        )}
        <Form.Item name="schoolType" label={t('school.type')} rules={[{ required: true, message: t('fill') }]}>
          <Select options={TYPES.map((value) => ({ value, label: t(`school.typeWord.${value}`) }))} />
        </Form.Item>
        <Form.Item name="stages" label={t('school.stages')} rules={[{ required: true, type: 'array', min: 1, message: t('fill') }]}>
          <Checkbox.Group options={STAGES.map((value) => ({ value, label: t(`shell:schoolStage.${value}`) }))} />
        </Form.Item>
        <Form.Item name="code" label={t('school.code')} extra={t('school.codeHint')}>
          <Input maxLength={30} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
