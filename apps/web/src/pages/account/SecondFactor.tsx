import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { useMe, useSession } from '../../session/session.js';

interface Enrolment {
  secret: string;
  /** The QR code as an image address. */
  picture: string;
}

/** Enrols a code generator by its QR code (or the key by hand), and shows the recovery codes once. */
export function SecondFactor() {
  const { t } = useTranslation(['account', 'people']);
  const me = useMe();
  const { refresh } = useSession();
  const { message } = App.useApp();
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [codes, setCodes] = useState<string[]>();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [asking, setAsking] = useState<'renew' | 'remove'>();

  const begin = async (): Promise<void> => {
    try {
      const { secret, uri } = await answer(api.POST('/api/account/second-factor'));
      const { default: qr } = await import('qrcode');
      setEnrolment({ secret, picture: await qr.toDataURL(uri, { width: 220, margin: 2 }) });
    } catch (error) {
      void message.error(asApiError(error).message);
    }
  };
  const confirm = async (): Promise<void> => {
    setWrong(undefined);
    try {
      setCodes((await answer(api.POST('/api/account/second-factor/confirmation', { body: { code: code.replace(/\s/g, '') } }))).codes);
      setEnrolment(undefined);
      setCode('');
    } catch (thrown) {
      const error = asApiError(thrown);
      setWrong(error.problems[0]?.message ?? error.message);
    }
  };
  const withPassword = async (password: string): Promise<void> => {
    if (asking === 'renew') setCodes((await answer(api.POST('/api/account/second-factor/recovery-codes', { body: { password } }))).codes);
    else await answer(api.POST('/api/account/second-factor/removal', { body: { password } }));
    if (asking === 'remove') refresh();
    setAsking(undefined);
  };

  return (
    <section className="stack-s" aria-labelledby="second-title">
      <h2 id="second-title">{t('second.title')}</h2>
      <p className="quiet">{t('second.about')}</p>
      {me.secondFactor && !codes && (
        <>
          <p className="note good">✓ {t('second.on')}</p>
          <div className="row">
            <Button onClick={() => setAsking('renew')}>{t('second.renew')}</Button>
            <Button danger onClick={() => setAsking('remove')}>{t('second.remove')}</Button>
          </div>
        </>
      )}
      {!me.secondFactor && !enrolment && !codes && <div><Button type={me.mustEnrolSecondFactor ? 'primary' : 'default'} onClick={() => void begin()}>{t('second.begin')}</Button></div>}
      {enrolment && (
        <div className="card stack">
          <p>{t('second.scan')}</p>
          <img src={enrolment.picture} width={220} height={220} alt={t('second.qr')} style={{ background: '#fff', borderRadius: 8 }} />
          <p>{t('second.byHand')} <code style={{ overflowWrap: 'anywhere' }}>{enrolment.secret}</code></p>
          <form
            className="stack-s"
            onSubmit={(event) => {
              event.preventDefault();
              void confirm();
            }}
          >
            <label className="stack-s"><span>{t('second.code')}</span>
              <Input value={code} inputMode="numeric" autoComplete="one-time-code" maxLength={7} style={{ width: 160 }} status={wrong ? 'error' : undefined} onChange={(event) => setCode(event.target.value)} />
            </label>
            {wrong && <p role="alert" style={{ color: 'var(--qs-red)' }}>! {wrong}</p>}
            <div><Button type="primary" htmlType="submit">{t('second.confirm')}</Button></div>
          </form>
        </div>
      )}
      {codes && (
        <div className="note needs stack-s" role="status">
          <p style={{ fontWeight: 600 }}>{t('second.codes')}</p>
          <ul className="plain" style={{ columns: 2, fontFamily: 'monospace' }}>{codes.map((one) => <li key={one}>{one}</li>)}</ul>
          <div className="row">
            <Button onClick={() => void navigator.clipboard.writeText(codes.join('\n')).then(() => message.success(t('people:link.copied')))}>{t('people:link.copy')}</Button>
            <Button type="primary" onClick={() => { setCodes(undefined); refresh(); }}>{t('second.kept')}</Button>
          </div>
        </div>
      )}
      {asking && <AskPassword title={t(`second.${asking}`)} effect={t(`second.${asking}Effect`)} onClose={() => setAsking(undefined)} onPassword={withPassword} />}
    </section>
  );
}

function AskPassword({ title, effect, onClose, onPassword }: { title: string; effect: string; onClose: () => void; onPassword: (password: string) => Promise<void> }) {
  const { t } = useTranslation(['account', 'people']);
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<string>();
  const go = async (): Promise<void> => {
    try {
      await onPassword(password);
    } catch (thrown) {
      const error = asApiError(thrown);
      setWrong(error.problems[0]?.message ?? error.message);
    }
  };
  return (
    <Modal open title={title} okText={title} okButtonProps={{ disabled: password === '' }} onOk={() => void go()} onCancel={onClose}>
      <p>{effect}</p>
      <label className="stack-s"><span>{t('field.password')}</span>
        <Input.Password value={password} autoComplete="current-password" onChange={(event) => setPassword(event.target.value)} onPressEnter={() => void go()} />
      </label>
      {wrong && <p role="alert" style={{ color: 'var(--qs-red)' }}>! {wrong}</p>}
    </Modal>
  );
}
