import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { useFormProblems } from '../../../forms/antd-problems.js';
import type { Edition } from './edition-data.js';

interface Values {
  name: string;
  nameEn: string;
  year: number;
}

/** How the edition is called; its year as long as it is in preparation. */
export function EditionNames({ edition, onClose }: { edition: Edition; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const [form] = Form.useForm<Values>();
  const problems = useFormProblems(form, 'names', (path) => t(`edition.${path}`, { defaultValue: '' }));
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const save = async (values: Values): Promise<void> => {
    setBusy(true);
    problems.clear();
    try {
      cache.setQueryData(['edition', edition.id], await answer(api.PATCH('/api/editions/{id}', { params: { path: { id: edition.id } }, body: { version: edition.version, ...values } })));
      await cache.invalidateQueries({ queryKey: ['list', 'editions'] });
      onClose();
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open title={t('edition.rename')} okText={t('shell:saveWord')} confirmLoading={busy} onOk={form.submit} onCancel={onClose} destroyOnHidden>
      {problems.list}
      {edition.state !== 'preparing' && <p className="quiet">{t('edition.renameEffect')}</p>}
      <Form<Values> form={form} name="names" layout="vertical" initialValues={{ name: edition.name, nameEn: edition.nameEn, year: edition.year }} onFinish={(values) => void save(values)}>
        <Form.Item name="name" label={t('edition.name')} rules={[{ required: true, message: t('fill') }]}><Input maxLength={80} /></Form.Item>
        <Form.Item name="nameEn" label={t('edition.nameEn')}><Input maxLength={160} /></Form.Item>
        <Form.Item name="year" label={t('edition.year')} rules={[{ required: true, message: t('fill') }]}><InputNumber disabled={edition.state !== 'preparing'} min={1980} max={2200} style={{ width: 160 }} /></Form.Item>
      </Form>
    </Modal>
  );
}
