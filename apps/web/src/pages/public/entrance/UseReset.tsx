import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { PlainForm } from '../../../forms/plain.js';
import { useProblems } from '../../../forms/problems.js';
import { ProblemList } from '../../../forms/ProblemList.js';
import { Page } from '../../../layout/Page.js';
import { Loaded } from '../../../status/Loaded.js';
import { differs, NewPassword } from './new-password.js';
import { useLink } from './use-link.js';

/** A new password by the link that was sent. */
export function UseReset() {
  const { t } = useTranslation('entrance');
  const { token = '' } = useParams();
  const link = useLink('password_reset', token);
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const send = async (values: Record<string, string>): Promise<void> => {
    const wrong = differs(values, t('differ'));
    if (wrong) return problems.take(wrong);
    setBusy(true);
    problems.clear();
    try {
      await answer(api.POST('/api/password-resets/use', { body: { token, password: values.password ?? '' } }));
      setDone(true);
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={t('reset.newTitle')} width="form">
      {done ? (
        <div className="stack">
          <p className="note good" role="status">✓ {t('reset.done')}</p>
          <Link className="btn primary" to="/login">{t('toSignIn')}</Link>
        </div>
      ) : (
        <Loaded query={link}>
          {(facts) => (
            <div className="stack">
              <p>{t('link.for', { name: facts.name })}</p>
              <ProblemList error={problems.error} />
              <PlainForm onSubmit={(values) => void send(values)} busy={busy} submit={t('reset.set')}>
                <NewPassword problems={problems} />
              </PlainForm>
            </div>
          )}
        </Loaded>
      )}
    </Page>
  );
}
