import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { PasswordByLink } from './PasswordByLink.js';

/** A new password by the link that was sent. */
export function UseReset() {
  const { t } = useTranslation('entrance');
  return (
    <PasswordByLink
      purpose="password_reset" title={t('reset.newTitle')} submit={t('reset.set')} done={t('reset.done')}
      send={(token, { password = '' }) => answer(api.POST('/api/password-resets/use', { body: { token, password } }))}
    />
  );
}
