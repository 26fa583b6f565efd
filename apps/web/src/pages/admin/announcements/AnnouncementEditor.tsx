import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useKept } from '../../../drafts/useKept.js';
import { useFormProblems } from '../../../forms/antd-problems.js';
import { showMoment } from '../../../i18n/time.js';
import { useMe } from '../../../session/session.js';

type Values = Schemas['AnnouncementInput'];

interface EditorProps {
  one: Schemas['AnnouncementView'] | undefined;
  onClose: () => void;
  onDone: () => void;
}

/** Writes or changes an announcement; what is typed is kept on this device until it is saved. */
export function AnnouncementEditor({ one, onClose, onDone }: EditorProps) {
  const { t } = useTranslation('admin');
  const me = useMe();
  const [form] = Form.useForm<Values>();
  const problems = useFormProblems(form, 'announcement', (path) => t(`announcement.${path}`, { defaultValue: '' }));
  const [busy, setBusy] = useState(false);
  const kept = useKept<Values>(`${me.id}/announcement/${one?.id ?? 'new'}`);
  const editions = useQuery({ queryKey: ['editions-all'], queryFn: () => answer(api.GET('/api/editions', { params: { query: { size: 200 } } })) });
  const save = async (values: Values): Promise<void> => {
    setBusy(true);
    problems.clear();
    try {
      const { title, body, pinned } = values;
      if (one) await answer(api.PATCH('/api/announcements/{id}', { params: { path: { id: one.id } }, body: { version: one.version, title, body, pinned } }));
      else await answer(api.POST('/api/announcements', { body: { title, body, pinned, editionId: values.editionId ?? null } }));
      kept.drop();
      onDone();
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open width={720} title={one ? one.title : t('announcement.new')} okText={t('shell:saveWord')} confirmLoading={busy} onOk={form.submit} onCancel={onClose} destroyOnHidden>
      {problems.list}
      {kept.found && (
        <div className="note needs row between" style={{ marginBottom: 12 }}>
          <span>{t('shell:found.plain', { time: showMoment(kept.found.at) })}</span>
          <span className="row">
            <Button onClick={() => { form.setFieldsValue(kept.found!.value); kept.drop(); }}>{t('shell:found.take')}</Button>
            <Button type="text" onClick={kept.drop}>{t('shell:found.drop')}</Button>
          </span>
        </div>
      )}
      <Form<Values>
        form={form}
        name="announcement"
        layout="vertical"
        initialValues={{ title: one?.title, body: one?.body, pinned: one?.pinned ?? false, editionId: one?.editionId ?? undefined }}
        onValuesChange={(_changed, all) => kept.keep(all)}
        onFinish={(values) => void save(values)}
      >
        <Form.Item name="title" label={t('announcement.title')} rules={[{ required: true, message: t('fill') }]}><Input maxLength={120} /></Form.Item>
        {!one && (
          <Form.Item name="editionId" label={t('announcement.edition')}>
            <Select allowClear placeholder={t('announcement.allEditions')} options={editions.data?.rows.map((edition) => ({ value: edition.id, label: edition.name }))} />
          </Form.Item>
        )}
        <Form.Item name="body" label={t('announcement.body')} extra={t('announcement.bodyHint')} rules={[{ required: true, message: t('fill') }]}>
          <Input.TextArea rows={12} maxLength={20_000} showCount />
        </Form.Item>
        <Form.Item name="pinned" valuePropName="checked"><Checkbox>{t('announcement.pin')}</Checkbox></Form.Item>
      </Form>
    </Modal>
  );
}
