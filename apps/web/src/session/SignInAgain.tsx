import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '../api/problem.js';
import { PlainForm, TextField } from '../forms/plain.js';
import { ownProblems, useProblems } from '../forms/problems.js';
import { ProblemList } from '../forms/ProblemList.js';
import { needsCode, wantsCode } from './second-factor.js';
import { signIn, signOut } from './session-api.js';
import { useSession } from './session.js';

/** Asks for the password again over the page when the session has ended; the page below keeps everything that was typed. */
export function SignInAgain() {
  const { me, expired, entered } = useSession();
  const { t } = useTranslation('shell');
  const dialog = useRef<HTMLDialogElement>(null);
  const problems = useProblems();
  const [code, setCode] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (expired && !dialog.current?.open) dialog.current?.showModal();
    if (!expired && dialog.current?.open) dialog.current.close();
  }, [expired]);
  if (!expired || !me) return null;
  const login = me.loginName ?? me.email ?? me.phone ?? '';
  const send = async (values: Record<string, string>): Promise<void> => {
    setBusy(true);
    problems.clear();
    try {
      const account = await signIn({ login, password: values.password ?? '', ...(values.code && { code: values.code }) });
      if (account.id !== me.id) {
        await signOut();
        problems.take(ownProblems(t('again.wrongAccount'), []));
      } else entered(account);
    } catch (thrown) {
      const error = asApiError(thrown);
      if (wantsCode(error)) setCode(true);
      if (!needsCode(error) || code) problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <dialog ref={dialog} className="again" aria-labelledby="again-title" onCancel={(event) => event.preventDefault()}>
      <div className="stack">
        <h2 id="again-title">{t('again.title')}</h2>
        <p className="quiet">{t('again.why')}</p>
        <ProblemList error={problems.error} />
        <PlainForm onSubmit={(values) => void send(values)} busy={busy} submit={t('again.submit')}>
          <p>{t('again.as')}: <strong>{login}</strong></p>
          <input type="hidden" name="username" autoComplete="username" value={login} readOnly />
          <TextField path="password" label={t('again.password')} type="password" autoComplete="current-password" required autoFocus problems={problems} />
          {code && <TextField path="code" label={t('again.code')} inputMode="numeric" autoComplete="one-time-code" required problems={problems} />}
        </PlainForm>
        <a href="/login" className="small">{t('again.other')}</a>
      </div>
    </dialog>
  );
}
