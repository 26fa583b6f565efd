import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { PlainForm, TextField } from '../../../forms/plain.js';
import { useProblems } from '../../../forms/problems.js';
import { ProblemList } from '../../../forms/ProblemList.js';
import { Page } from '../../../layout/Page.js';
import { useSession } from '../../../session/session.js';
import { Loaded } from '../../../status/Loaded.js';
import { differs, NewPassword } from './new-password.js';
import { useLink } from './use-link.js';

/** A student whom the school or coach entered takes the record over: into the account at work, or with a new one. */
export function Claim() {
  const { t } = useTranslation('entrance');
  const { token = '' } = useParams();
  const { me, refresh } = useSession();
  const link = useLink('claim', token);
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const send = async (values: Record<string, string>): Promise<void> => {
    const wrong = me ? undefined : differs(values, t('differ'));
    if (wrong) return problems.take(wrong);
    setBusy(true);
    problems.clear();
    try {
      const { loginName, email, password } = values;
      await answer(
        api.POST('/api/claims', {
          body: { token, ...(!me && { password, ...(loginName?.trim() && { loginName: loginName.trim() }), ...(email?.trim() && { email: email.trim() }) }) },
        }),
      );
      setDone(true);
      refresh();
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={t('claim.title')} width="form">
      {done ? (
        <div className="stack">
          <p className="note good" role="status">✓ {t('claim.done')}</p>
          <Link className="btn primary" to={me ? '/entries' : '/login?next=/entries'}>{t(me ? 'claim.toEntries' : 'toSignIn')}</Link>
        </div>
      ) : (
        <Loaded query={link}>
          {(facts) => (
            <div className="stack">
              <p>{t('claim.about', { name: [facts.name, facts.school].filter(Boolean).join(' · ') })}</p>
              <ProblemList error={problems.error} />
              <PlainForm onSubmit={(values) => void send(values)} busy={busy} submit={t(me ? 'claim.intoMine' : 'claim.submit')}>
                {me ? (
                  <p>{t('claim.as', { name: me.name })}</p>
                ) : (
                  <>
                    <TextField path="loginName" label={t('loginName')} hint={t('loginNameHint')} autoComplete="username" autoCapitalize="none" maxLength={40} problems={problems} />
                    <TextField path="email" label={t('email')} hint={t('emailHint')} type="email" autoComplete="email" maxLength={200} problems={problems} />
                    <NewPassword first problems={problems} />
                  </>
                )}
              </PlainForm>
              {!me && <p className="small"><Link to={`/login?next=${encodeURIComponent(`/claim/${token}`)}`}>{t('claim.haveAccount')}</Link></p>}
            </div>
          )}
        </Loaded>
      )}
    </Page>
  );
}
