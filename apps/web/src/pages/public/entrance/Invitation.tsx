import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { TextField } from '../../../forms/plain.js';
import { ByLink } from './ByLink.js';
import { NewPassword } from './new-password.js';

/** Accepts an invitation: choose a login name (where there is none) and a password. */
export function Invitation() {
  const { t } = useTranslation('entrance');
  return (
    <ByLink
      purpose="invitation" title={t('invitation.title')} submit={t('invitation.submit')} done={t('invitation.done')}
      send={(token, { password = '', loginName }) => answer(api.POST('/api/invitations/acceptance', { body: { token, password, ...(loginName?.trim() && { loginName: loginName.trim() }) } }))}
    >
      {(facts, problems) => (
        <>
          {facts.loginName ? (
            <p>{t('loginName')}: <strong>{facts.loginName}</strong></p>
          ) : (
            <TextField path="loginName" label={t('loginName')} hint={t('loginNameHint')} autoComplete="username" autoCapitalize="none" maxLength={40} problems={problems} />
          )}
          <NewPassword first problems={problems} />
        </>
      )}
    </ByLink>
  );
}
