import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Schemas } from '../../../api/client.js';
import { PlainForm } from '../../../forms/plain.js';
import { useProblems, type Problems } from '../../../forms/problems.js';
import { ProblemList } from '../../../forms/ProblemList.js';
import { Page } from '../../../layout/Page.js';
import { Loaded } from '../../../status/Loaded.js';
import { differs, NewPassword } from './new-password.js';
import { useLink } from './use-link.js';

interface PasswordByLinkProps {
  purpose: 'invitation' | 'password_reset';
  title: string;
  submit: string;
  done: string;
  /** The account's first password. */
  first?: boolean;
  send: (token: string, values: Record<string, string>) => Promise<unknown>;
  /** What stands above the password. */
  children?: (facts: Schemas['LinkFacts'], problems: Problems) => ReactNode;
}

/** A password set by a link that works once: for whom it is, the password twice, then the way to signing in. */
export function PasswordByLink({ purpose, title, submit, done, first, send, children }: PasswordByLinkProps) {
  const { t } = useTranslation('entrance');
  const { token = '' } = useParams();
  const link = useLink(purpose, token);
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);
  const set = async (values: Record<string, string>): Promise<void> => {
    const wrong = differs(values, t('differ'));
    if (wrong) return problems.take(wrong);
    setBusy(true);
    problems.clear();
    try {
      await send(token, values);
      setDone(true);
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={title} width="form">
      {isDone ? (
        <div className="stack">
          <p className="note good" role="status">✓ {done}</p>
          <Link className="btn primary" to="/login">{t('toSignIn')}</Link>
        </div>
      ) : (
        <Loaded query={link}>
          {(facts) => (
            <div className="stack">
              <p>{t('link.for', { name: [facts.name, facts.school].filter(Boolean).join(' · ') })}</p>
              <ProblemList error={problems.error} />
              <PlainForm onSubmit={(values) => void set(values)} busy={busy} submit={submit}>
                {children?.(facts, problems)}
                <NewPassword first={first} problems={problems} />
              </PlainForm>
            </div>
          )}
        </Loaded>
      )}
    </Page>
  );
}
