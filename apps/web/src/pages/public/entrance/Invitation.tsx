import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { PlainForm, TextField } from '../../../forms/plain.js';
import { useProblems } from '../../../forms/problems.js';
import { ProblemList } from '../../../forms/ProblemList.js';
import { Page } from '../../../layout/Page.js';
import { Loaded } from '../../../status/Loaded.js';
import { differs, NewPassword } from './new-password.js';
import { useLink } from './use-link.js';

/** Accepts an invitation: choose a login name (where there is none) and a password. */
export function Invitation() {
  const { t } = useTranslation('entrance');
  const { token = '' } = useParams();
  const link = useLink('invitation', token);
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const send = async (values: Record<string, string>): Promise<void> => {
    const wrong = differs(values, t('differ'));
    if (wrong) return problems.take(wrong);
    setBusy(true);
    problems.clear();
    try {
      await answer(api.POST('/api/invitations/acceptance', { body: { token, password: values.password ?? '', ...(values.loginName?.trim() && { loginName: values.loginName.trim() }) } }));
      setDone(true);
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={t('invitation.title')} width="form">
      {done ? (
        <div className="stack">
          <p className="note good" role="status">✓ {t('invitation.done')}</p>
          <Link className="btn primary" to="/login">{t('toSignIn')}</Link>
        </div>
      ) : (
        <Loaded query={link}>
          {(facts) => (
            <div className="stack">
              <p>{t('link.for', { name: [facts.name, facts.school].filter(Boolean).join(' · ') })}</p>
              <ProblemList error={problems.error} />
              <PlainForm onSubmit={(values) => void send(values)} busy={busy} submit={t('invitation.submit')}>
                {facts.loginName ? (
                  <p>{t('loginName')}: <strong>{facts.loginName}</strong></p>
                ) : (
                  <TextField path="loginName" label={t('loginName')} hint={t('loginNameHint')} autoComplete="username" autoCapitalize="none" maxLength={40} problems={problems} />
                )}
                <NewPassword first problems={problems} />
              </PlainForm>
            </div>
          )}
        </Loaded>
      )}
    </Page>
  );
}
