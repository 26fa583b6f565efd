import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { useSession } from '../../../session/session.js';
import { ByLink } from './ByLink.js';

/** Confirms an e-mail address by the link that was sent there. By a press: mail scanners open links too. */
export function VerifyEmail() {
  const { t } = useTranslation('entrance');
  const { me } = useSession();
  return (
    <ByLink
      purpose="email_verification" title={t('verify.title')} submit={t('verify.submit')} done={t('verify.done')} onward={me ? { to: '/account', word: t('verify.toAccount') } : undefined}
      send={(token) => answer(api.POST('/api/email-verifications', { body: { token } }))}
    >
      {() => <p>{t('verify.what')}</p>}
    </ByLink>
  );
}
