import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { TextField } from '../../../forms/plain.js';
import { useSession } from '../../../session/session.js';
import { ByLink } from './ByLink.js';
import { NewPassword } from './new-password.js';

/** A student whom the school or coach entered takes the record over: into the account at work, or with a new one. */
export function Claim() {
  const { t } = useTranslation('entrance');
  const { token = '' } = useParams();
  const { me } = useSession();
  return (
    <ByLink
      purpose="claim" title={t('claim.title')} submit={t(me ? 'claim.intoMine' : 'claim.submit')} done={t('claim.done')}
      onward={{ to: me ? '/entries' : '/login?next=/entries', word: t(me ? 'claim.toEntries' : 'toSignIn') }}
      about={(name) => t('claim.about', { name })}
      send={(_token, { loginName, email, password }) =>
        answer(api.POST('/api/claims', { body: { token, ...(!me && { password, ...(loginName?.trim() && { loginName: loginName.trim() }), ...(email?.trim() && { email: email.trim() }) }) } }))
      }
      below={!me && <p className="small"><Link to={`/login?next=${encodeURIComponent(`/claim/${token}`)}`}>{t('claim.haveAccount')}</Link></p>}
    >
      {(_facts, problems) =>
        me ? (
          <p>{t('claim.as', { name: me.name })}</p>
        ) : (
          <>
            <TextField path="loginName" label={t('loginName')} hint={t('loginNameHint')} autoComplete="username" autoCapitalize="none" maxLength={40} problems={problems} />
            <TextField path="email" label={t('email')} hint={t('emailHint')} type="email" autoComplete="email" maxLength={200} problems={problems} />
            <NewPassword first problems={problems} />
          </>
        )
      }
    </ByLink>
  );
}
