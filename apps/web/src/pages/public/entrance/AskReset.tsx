import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { PlainForm, TextField } from '../../../forms/plain.js';
import { useProblems } from '../../../forms/problems.js';
import { ProblemList } from '../../../forms/ProblemList.js';
import { Page } from '../../../layout/Page.js';

/** Asks for a link for a new password; the answer never tells whether the account exists. */
export function AskReset() {
  const { t } = useTranslation('entrance');
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  const send = async (values: Record<string, string>): Promise<void> => {
    setBusy(true);
    problems.clear();
    try {
      await answer(api.POST('/api/password-resets', { body: { login: values.login?.trim() ?? '' } }));
      setSent(true);
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={t('reset.title')} asked={sent ? undefined : t('reset.asked')} width="form">
      <div className="stack">
        {sent ? (
          <div className="note good" role="status"><p>✓ {t('reset.sent')}</p></div>
        ) : (
          <>
            <ProblemList error={problems.error} />
            <PlainForm onSubmit={(values) => void send(values)} busy={busy} submit={t('reset.submit')}>
              <TextField path="login" label={t('signIn.login')} autoComplete="username" autoCapitalize="none" required maxLength={200} problems={problems} />
            </PlainForm>
          </>
        )}
        <p><Link to="/login">{t('toSignIn')}</Link></p>
        <p className="quiet small">{t('reset.noMail')}</p>
      </div>
    </Page>
  );
}
