import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { ByLink } from './ByLink.js';
import { NewPassword } from './new-password.js';

/** A new password by the link that was sent. */
export function UseReset() {
  const { t } = useTranslation('entrance');
  return (
    <ByLink
      purpose="password_reset" title={t('reset.newTitle')} submit={t('reset.set')} done={t('reset.done')}
      send={(token, { password = '' }) => answer(api.POST('/api/password-resets/use', { body: { token, password } }))}
    >
      {(_facts, problems) => <NewPassword problems={problems} />}
    </ByLink>
  );
}
