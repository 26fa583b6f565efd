import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useFormProblems } from '../../../forms/antd-problems.js';
import { LinkToHandOver } from './LinkToHandOver.js';
import { RoleFields } from './role-scope.js';

/** Invites somebody into a role: makes the account and the link by which its owner chooses a password. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['people', 'admin']);
  const [form] = Form.useForm<Schemas['Invite']>();
  const problems = useFormProblems(form, 'invite', (path) => t(path, { defaultValue: '' }));
  const [busy, setBusy] = useState(false);
  const [invited, setInvited] = useState<Schemas['Invited']>();
  const send = async (values: Schemas['Invite']): Promise<void> => {
    setBusy(true);
    problems.clear();
    try {
      const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as Schemas['Invite'];
      setInvited(await answer(api.POST('/api/invitations', { body: given })));
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  if (invited) return <LinkToHandOver title={t('invite.done')} url={invited.url} expiresAt={invited.expiresAt} onClose={onClose} />;
  return (
    <Modal open title={t('invite.open')} okText={t('invite.send')} confirmLoading={busy} onOk={form.submit} onCancel={onClose} destroyOnHidden>
      {problems.list}
      <Form form={form} name="invite" layout="vertical" onFinish={(values) => void send(values)}>
        <Form.Item name="name" label={t('name')} rules={[{ required: true, message: t('admin:fill') }]}><Input maxLength={50} autoComplete="off" /></Form.Item>
        <RoleFields />
        <Form.Item name="email" label={t('email')} extra={t('invite.emailHint')}><Input type="email" maxLength={200} autoComplete="off" /></Form.Item>
        <Form.Item name="phone" label={t('phone')}><Input type="tel" maxLength={25} autoComplete="off" /></Form.Item>
        <Form.Item name="loginName" label={t('login')} extra={t('invite.loginHint')}><Input maxLength={40} autoComplete="off" /></Form.Item>
      </Form>
    </Modal>
  );
}
