import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { PlainForm } from '../../../forms/plain.js';
import { useProblems } from '../../../forms/problems.js';
import { ProblemList } from '../../../forms/ProblemList.js';
import { Page } from '../../../layout/Page.js';
import { useSession } from '../../../session/session.js';
import { Loaded } from '../../../status/Loaded.js';
import { useLink } from './use-link.js';

/** Confirms an e-mail address by the link that was sent there. By a press: mail scanners open links too. */
export function VerifyEmail() {
  const { t } = useTranslation('entrance');
  const { token = '' } = useParams();
  const { me, refresh } = useSession();
  const link = useLink('email_verification', token);
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    problems.clear();
    try {
      await answer(api.POST('/api/email-verifications', { body: { token } }));
      setDone(true);
      refresh();
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={t('verify.title')} width="form">
      {done ? (
        <div className="stack">
          <p className="note good" role="status">✓ {t('verify.done')}</p>
          <Link className="btn primary" to={me ? '/account' : '/login'}>{t(me ? 'verify.toAccount' : 'toSignIn')}</Link>
        </div>
      ) : (
        <Loaded query={link}>
          {(facts) => (
            <div className="stack">
              <p>{t('link.for', { name: [facts.name, facts.school].filter(Boolean).join(' · ') })}</p>
              <ProblemList error={problems.error} />
              <PlainForm onSubmit={() => void confirm()} busy={busy} submit={t('verify.submit')}>
                <p>{t('verify.what')}</p>
              </PlainForm>
            </div>
          )}
        </Loaded>
      )}
    </Page>
  );
}
