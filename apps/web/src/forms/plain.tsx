import type { FormEvent, InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId, type Problems } from './problems.js';

interface Common {
  path: string;
  label: string;
  hint?: ReactNode;
  problems?: Problems;
}

function Frame({ path, label, hint, problems, required, children }: Common & { required?: boolean; children: ReactNode }) {
  const { t } = useTranslation('shell');
  const wrong = problems?.at(path);
  return (
    <div className="field">
      <label htmlFor={fieldId(path)}>
        {label} {required && <span className="must" title={t('required')}>*</span>}
      </label>
      {hint && <p className="hint" id={`${fieldId(path)}-hint`}>{hint}</p>}
      {children}
      {wrong && (
        <p className="wrong" id={`${fieldId(path)}-wrong`}>
          <span aria-hidden="true">!</span>
          {wrong}
        </p>
      )}
    </div>
  );
}

const described = ({ path, hint, problems }: Common) => ({
  id: fieldId(path),
  name: path,
  'aria-invalid': problems?.at(path) ? true : undefined,
  'aria-describedby': [hint && `${fieldId(path)}-hint`, problems?.at(path) && `${fieldId(path)}-wrong`].filter(Boolean).join(' ') || undefined,
});

/** A labelled text input of the light pages; the problem of its path stands below it. */
export function TextField({ path, label, hint, problems, ...input }: Common & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Frame {...{ path, label, hint, problems }} required={input.required}>
      <input type="text" {...input} {...described({ path, label, hint, problems })} />
    </Frame>
  );
}

export function SelectField({ path, label, hint, problems, children, ...select }: Common & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Frame {...{ path, label, hint, problems }} required={select.required}>
      <select {...select} {...described({ path, label, hint, problems })}>{children}</select>
    </Frame>
  );
}

/** A form of the light pages: the browser's own checks are off, the server's sentences are shown instead. */
export function PlainForm({ onSubmit, busy, submit, children }: { onSubmit: (values: Record<string, string>) => void; busy?: boolean; submit: string; children: ReactNode }) {
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (busy) return;
    const values: Record<string, string> = {};
    for (const [name, value] of new FormData(event.currentTarget)) if (typeof value === 'string') values[name] = value;
    onSubmit(values);
  };
  return (
    <form className="fields" noValidate onSubmit={send}>
      {children}
      <button type="submit" className="btn primary wide" aria-disabled={busy}>
        {submit}
      </button>
    </form>
  );
}
