import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { useMe } from '../../session/session.js';
import { StateTag } from '../../status/StateTag.js';

/** What the address is used for, whether it is verified, and the letter once more. */
export function EmailState({ changed }: { changed: boolean }) {
  const { t } = useTranslation('account');
  const me = useMe();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      await answer(api.POST('/api/account/email-verification'));
      void message.success(t('email.sent', { email: me.email }));
    } catch (error) {
      void message.error(asApiError(error).message);
    } finally {
      setBusy(false);
    }
  };
  if (changed || me.emailState === 'none') return <span>{t('email.use')}</span>;
  if (me.emailState === 'mailOff') return <span>{t('email.mailOff')}</span>;
  if (me.emailState === 'verified') return <StateTag state="verified" word={t('email.verified')} tone="good" />;
  return (
    <span className="row" style={{ paddingTop: 8 }}>
      <StateTag state="unverified" word={t('email.unverified')} tone="needs" />
      <span>{t('email.why')}</span>
      <Button loading={busy} onClick={() => void send()}>{t('email.send')}</Button>
    </span>
  );
}
