import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { useFormProblems } from '../../forms/antd-problems.js';
import { showMoment } from '../../i18n/time.js';
import { Loaded } from '../../status/Loaded.js';
import { RecoveryLine } from '../admin/people/RecoveryLine.js';
import { SecondFactor } from './SecondFactor.js';

/** Password, second factor, and where one is signed in. */
export function SecurityPage() {
  return (
    <div className="stack" style={{ gap: 32 }}>
      <OwnRecoveries />
      <SecondFactor />
      <Password />
      <Sessions />
    </div>
  );
}

/** What administrators began for this account: its owner reads it here first, and stops what was not wanted. */
function OwnRecoveries() {
  const { t } = useTranslation(['account', 'people']);
  const cache = useQueryClient();
  const { message } = App.useApp();
  const recoveries = useQuery({ queryKey: ['own-recoveries'], queryFn: () => answer(api.GET('/api/account/recoveries')) });
  const open = recoveries.data?.filter((one) => !one.closedAt) ?? [];
  const stop = async (id: string): Promise<void> => {
    try {
      await answer(api.POST('/api/account/recoveries/{id}/stop', { params: { path: { id } } }));
      void message.success(t('recovery.stopped'));
    } catch (error) {
      void message.error(asApiError(error).message);
    }
    await cache.invalidateQueries({ queryKey: ['own-recoveries'] });
  };
  if (open.length === 0) return null;
  return (
    <section className="stack-s" aria-labelledby="recovery-title">
      <h2 id="recovery-title">{t('recovery.title')}</h2>
      <p className="note needs">{t('recovery.about')}</p>
      <ul className="plain stack-s">
        {open.map((one) => <RecoveryLine key={one.id} recovery={one}><Button danger onClick={() => void stop(one.id)}>{t('recovery.stop')}</Button></RecoveryLine>)}
      </ul>
    </section>
  );
}

function Password() {
  const { t } = useTranslation(['account', 'admin', 'entrance']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Schemas['ChangePassword'] & { again: string }>();
  const problems = useFormProblems(form, 'password', (path) => t(`field.${path}`, { defaultValue: '' }));
  const [busy, setBusy] = useState(false);
  const change = async ({ current, next }: Schemas['ChangePassword']): Promise<void> => {
    setBusy(true);
    problems.clear();
    try {
      await answer(api.POST('/api/account/password', { body: { current, next } }));
      void message.success(t('password.done'));
      form.resetFields();
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="stack-s" aria-labelledby="password-title">
      <h2 id="password-title">{t('password.title')}</h2>
      {problems.list}
      <Form form={form} name="password" layout="vertical" style={{ maxWidth: 420 }} onFinish={(values) => void change(values)}>
        <Form.Item name="current" label={t('field.current')} rules={[{ required: true, message: t('admin:fill') }]}><Input.Password maxLength={200} autoComplete="current-password" /></Form.Item>
        <Form.Item name="next" label={t('field.next')} extra={t('entrance:passwordHint')} rules={[{ required: true, message: t('admin:fill') }]}><Input.Password maxLength={200} autoComplete="new-password" /></Form.Item>
        <Form.Item
          name="again"
          label={t('field.again')}
          dependencies={['next']}
          rules={[
            { required: true, message: t('admin:fill') },
            ({ getFieldValue }) => ({ validator: (_rule, value) => (!value || value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(t('entrance:differ')))) }),
          ]}
        >
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>{t('password.change')}</Button>
      </Form>
    </section>
  );
}

function Sessions() {
  const { t } = useTranslation(['account', 'admin', 'entrance']);
  const cache = useQueryClient();
  const { message } = App.useApp();
  const sessions = useQuery({ queryKey: ['own-sessions'], queryFn: () => answer(api.GET('/api/account/sessions')) });
  const end = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
      void message.success(t('sessions.ended'));
    } catch (error) {
      void message.error(asApiError(error).message);
    }
    await cache.invalidateQueries({ queryKey: ['own-sessions'] });
  };
  return (
    <section className="stack-s" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('sessions.title')}</h2>
      <p className="quiet">{t('sessions.about')}</p>
      <Loaded query={sessions} lines={3}>
        {(rows) => (
          <>
            <ul className="plain stack-s">
              {rows.map((row) => (
                <li key={row.id} className="card row between" style={{ padding: '10px 16px' }}>
                  <span>
                    <strong>{deviceOf(row.userAgent) ?? t('sessions.unknown')}</strong>
                    {row.current && <> · {t('sessions.current')}</>}
                    <span className="quiet small" style={{ display: 'block' }}>{t('sessions.seen', { time: showMoment(row.lastSeenAt), ip: row.ip ?? '–' })}</span>
                  </span>
                  {!row.current && <Button onClick={() => void end(() => answer(api.DELETE('/api/account/sessions/{id}', { params: { path: { id: row.id } } })))}>{t('sessions.end')}</Button>}
                </li>
              ))}
            </ul>
            {rows.length > 1 && <div><Button danger onClick={() => void end(() => answer(api.DELETE('/api/account/sessions')))}>{t('sessions.endOthers')}</Button></div>}
          </>
        )}
      </Loaded>
    </section>
  );
}

/** `Chrome · Windows` out of a browser's long name of itself. */
function deviceOf(userAgent: string | null): string | undefined {
  if (!userAgent) return undefined;
  const browser = /(MicroMessenger|Edg|Firefox|Chrome|Safari)/.exec(userAgent)?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent)?.[1];
  return [browser === 'Edg' ? 'Edge' : browser === 'MicroMessenger' ? 'WeChat' : browser, system].filter(Boolean).join(' · ') || userAgent.slice(0, 40);
}
