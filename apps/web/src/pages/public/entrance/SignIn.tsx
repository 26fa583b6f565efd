import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { asApiError } from '../../../api/problem.js';
import { PlainForm, TextField } from '../../../forms/plain.js';
import { useProblems } from '../../../forms/problems.js';
import { ProblemList } from '../../../forms/ProblemList.js';
import { changeLanguage } from '../../../i18n/index.js';
import { menuOf } from '../../../layout/menu.js';
import { Page } from '../../../layout/Page.js';
import { needsCode, wantsCode } from '../../../session/second-factor.js';
import { signIn } from '../../../session/session-api.js';
import { useSession, type Me } from '../../../session/session.js';

/** Only addresses of this site may be gone to after the sign-in. */
const safe = (next: string | null): string | undefined => (next && /^\/(?![/\\])/.test(next) ? next : undefined);
const desk = (me: Me): string => menuOf(me)[0]?.to ?? '/account';

/** Name and password; the code of the second factor is asked for only where one is enrolled. */
export function SignIn() {
  const { t } = useTranslation('entrance');
  const { me, entered } = useSession();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const problems = useProblems();
  const [given, setGiven] = useState<{ login: string; password: string }>();
  const [busy, setBusy] = useState(false);
  const next = safe(params.get('next'));
  if (me && !busy) return <Navigate to={next ?? desk(me)} replace />;

  const send = async (values: Record<string, string>): Promise<void> => {
    const attempt = given ?? { login: values.login?.trim() ?? '', password: values.password ?? '' };
    setBusy(true);
    problems.clear();
    try {
      const account = await signIn({ ...attempt, ...(values.code && { code: values.code.replace(/\s/g, '') }) });
      if (!localStorage.getItem('qingsai.language')) void changeLanguage(account.language);
      entered(account);
      void navigate(next ?? desk(account), { replace: true });
    } catch (thrown) {
      const error = asApiError(thrown);
      if (wantsCode(error)) setGiven(attempt);
      if (!needsCode(error) || given) problems.take(error);
      setBusy(false);
    }
  };

  return (
    <Page title={t(given ? 'code.title' : 'signIn.title')} asked={t(given ? 'code.asked' : 'signIn.asked')} width="form">
      <div className="stack">
        <ProblemList error={problems.error} />
        <PlainForm key={given ? 'code' : 'password'} onSubmit={(values) => void send(values)} busy={busy} submit={t('signIn.submit')}>
          {given ? (
            <TextField path="code" label={t('code.label')} hint={t('code.hint')} inputMode="text" autoComplete="one-time-code" maxLength={20} required autoFocus problems={problems} />
          ) : (
            <>
              <TextField path="login" label={t('signIn.login')} autoComplete="username" autoCapitalize="none" required maxLength={200} problems={problems} />
              <TextField path="password" label={t('password')} type="password" autoComplete="current-password" required maxLength={200} problems={problems} />
            </>
          )}
        </PlainForm>
        {given ? (
          <button type="button" className="btn bare" onClick={() => setGiven(undefined)}>{t('code.back')}</button>
        ) : (
          <p className="row between">
            <Link to="/register">{t('signIn.register')}</Link>
            <Link to="/forgotten">{t('signIn.forgotten')}</Link>
          </p>
        )}
      </div>
    </Page>
  );
}
