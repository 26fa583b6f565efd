import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { TextField } from '../../../forms/plain.js';
import { PasswordByLink } from './PasswordByLink.js';

/** Accepts an invitation: choose a login name (where there is none) and a password. */
export function Invitation() {
  const { t } = useTranslation('entrance');
  return (
    <PasswordByLink
      purpose="invitation" title={t('invitation.title')} submit={t('invitation.submit')} done={t('invitation.done')} first
      send={(token, { password = '', loginName }) => answer(api.POST('/api/invitations/acceptance', { body: { token, password, ...(loginName?.trim() && { loginName: loginName.trim() }) } }))}
    >
      {(facts, problems) =>
        facts.loginName ? (
          <p>{t('loginName')}: <strong>{facts.loginName}</strong></p>
        ) : (
          <TextField path="loginName" label={t('loginName')} hint={t('loginNameHint')} autoComplete="username" autoCapitalize="none" maxLength={40} problems={problems} />
        )
      }
    </PasswordByLink>
  );
}
