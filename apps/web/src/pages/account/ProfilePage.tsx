import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useFormProblems } from '../../forms/antd-problems.js';
import { changeLanguage } from '../../i18n/index.js';
import { showDay } from '../../i18n/time.js';
import { useMe, useSession } from '../../session/session.js';
import { StateTag } from '../../status/StateTag.js';
import { EmailState } from './EmailState.js';

type Values = Required<Pick<Schemas['EditProfile'], 'name' | 'language'>> & { email: string; phone: string; password?: string };

/** Name, contact and language; another address or phone needs the password. */
export function ProfilePage() {
  const { t } = useTranslation(['account', 'admin', 'people']);
  const me = useMe();
  const { refresh } = useSession();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const problems = useFormProblems(form, 'profile', (path) => t(`field.${path}`, { defaultValue: '' }));
  const [busy, setBusy] = useState(false);
  const email = Form.useWatch('email', form);
  const phone = Form.useWatch('phone', form);
  const otherContact = (email !== undefined && email !== (me.email ?? '')) || (phone !== undefined && phone !== (me.phone ?? ''));
  const save = async (values: Values): Promise<void> => {
    setBusy(true);
    problems.clear();
    try {
      await answer(
        api.PATCH('/api/account', {
          body: {
            name: values.name,
            language: values.language,
            ...(values.email && values.email !== me.email && { email: values.email }),
            ...(values.phone && values.phone !== me.phone && { phone: values.phone }),
            ...(values.password && { password: values.password }),
          },
        }),
      );
      if (values.language !== me.language) await changeLanguage(values.language);
      void message.success(t('admin:saved'));
      form.resetFields(['password']);
      refresh();
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack" style={{ gap: 28 }}>
      {problems.list}
      <Form<Values> form={form} name="profile" layout="vertical" initialValues={{ name: me.name, email: me.email ?? '', phone: me.phone ?? '', language: me.language }} onFinish={(values) => void save(values)}>
        {me.loginName && <p>{t('field.loginName')}: <strong>{me.loginName}</strong></p>}
        <Form.Item name="name" label={t('field.name')}><Input maxLength={50} disabled={me.personId !== null} /></Form.Item>
        <Form.Item name="email" label={t('field.email')} extra={<EmailState changed={otherContact} />}><Input type="email" maxLength={200} autoComplete="email" /></Form.Item>
        <Form.Item name="phone" label={t('field.phone')}><Input type="tel" maxLength={25} autoComplete="tel" /></Form.Item>
        {otherContact && (
          <Form.Item name="password" label={t('field.password')} extra={t('passwordWhy')} rules={[{ required: true, message: t('admin:fill') }]}>
            <Input.Password maxLength={200} autoComplete="current-password" />
          </Form.Item>
        )}
        <Form.Item name="language" label={t('field.language')}>
          <Select style={{ width: 200 }} options={[{ value: 'zh', label: t('language.zh') }, { value: 'en', label: t('language.en') }]} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>{t('shell:saveWord')}</Button>
      </Form>
      <section className="stack-s" aria-labelledby="my-roles">
        <h2 id="my-roles">{t('roles')}</h2>
        {me.grants.length === 0 && <p className="quiet">{t('noRoles')}</p>}
        <ul className="plain stack-s">
          {me.grants.map((grant) => (
            <li key={grant.id} className="row">
              <span>{[t(`shell:role.${grant.role}`), grant.orgUnit].filter(Boolean).join(' · ')}</span>
              <StateTag state={grant.state} word={t(`people:grantState.${grant.state}`)} tone={grant.state === 'active' ? 'good' : grant.state === 'requested' ? 'needs' : 'plain'} />
              <span className="quiet small">{showDay(grant.createdAt)}{grant.decisionReason && ` · ${grant.decisionReason}`}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
