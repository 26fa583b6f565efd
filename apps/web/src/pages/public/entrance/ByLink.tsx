import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Schemas } from '../../../api/client.js';
import { PlainForm } from '../../../forms/plain.js';
import { useProblems, type Problems } from '../../../forms/problems.js';
import { ProblemList } from '../../../forms/ProblemList.js';
import { Page } from '../../../layout/Page.js';
import { useSession } from '../../../session/session.js';
import { Loaded } from '../../../status/Loaded.js';
import { differs } from './new-password.js';
import { useLink } from './use-link.js';

interface ByLinkProps {
  purpose: Schemas['LookAtLink']['purpose'];
  title: string;
  submit: string;
  /** What is said when it is done, and where it goes on; signing in unless it says otherwise. */
  done: string;
  onward?: { to: string; word: string };
  /** For whom the link is, in words. */
  about?: (who: string) => string;
  send: (token: string, values: Record<string, string>) => Promise<unknown>;
  children: (facts: Schemas['LinkFacts'], problems: Problems) => ReactNode;
  /** What stands below the form. */
  below?: ReactNode;
}

/** What a link that works once allows: for whom it is, what is asked, one button, and then onward. A password stands there twice, alike. */
export function ByLink({ purpose, title, submit, done, onward, about, send, children, below }: ByLinkProps) {
  const { t } = useTranslation('entrance');
  const { token = '' } = useParams();
  const { refresh } = useSession();
  const link = useLink(purpose, token);
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);
  const use = async (values: Record<string, string>): Promise<void> => {
    const wrong = differs(values, t('differ'));
    if (wrong) return problems.take(wrong);
    setBusy(true);
    problems.clear();
    try {
      await send(token, values);
      setDone(true);
      refresh();
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  const { to, word } = onward ?? { to: '/login', word: t('toSignIn') };
  const forWhom = about ?? ((name: string) => t('link.for', { name }));
  return (
    <Page title={title} width="form">
      {isDone ? (
        <div className="stack">
          <p className="note good" role="status">✓ {done}</p>
          <Link className="btn primary" to={to}>{word}</Link>
        </div>
      ) : (
        <Loaded query={link}>
          {(facts) => (
            <div className="stack">
              <p>{forWhom([facts.name, facts.school].filter(Boolean).join(' · '))}</p>
              <ProblemList error={problems.error} />
              <PlainForm onSubmit={(values) => void use(values)} busy={busy} submit={submit}>
                {children(facts, problems)}
              </PlainForm>
              {below}
            </div>
          )}
        </Loaded>
      )}
    </Page>
  );
}
