import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/problem.js';
import { TextField } from '../../../forms/plain.js';
import { ownProblems, type Problems } from '../../../forms/problems.js';

/** A new password, twice. */
export function NewPassword({ problems, first }: { problems: Problems; first?: boolean }) {
  const { t } = useTranslation('entrance');
  return (
    <>
      <TextField path="password" label={t(first ? 'password' : 'newPassword')} hint={t('passwordHint')} type="password" autoComplete="new-password" required maxLength={200} problems={problems} />
      <TextField path="again" label={t(first ? 'passwordAgainFirst' : 'passwordAgain')} type="password" autoComplete="new-password" required maxLength={200} problems={problems} />
    </>
  );
}

/** The refusal when the two differ; undefined when they are alike. */
export function differs(values: Record<string, string>, sentence: string): ApiError | undefined {
  return values.password === values.again ? undefined : ownProblems(sentence, [{ code: 'PASSWORDS_DIFFER', path: 'again', message: sentence }]);
}
