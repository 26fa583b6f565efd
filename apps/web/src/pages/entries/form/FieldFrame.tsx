import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../../../forms/problems.js';

interface FieldFrameProps {
  path: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  /** What is wrong here, in sentences. */
  wrong?: string[];
  /** `128 / 500` beside the label. */
  count?: string;
  /** A group of choices instead of one control: its label is no `<label>`. */
  group?: boolean;
  children: ReactNode;
}

/** Label, explanation, control and problem of one field; the id comes from the field's path so that lists can link to it. */
export function FieldFrame({ path, label, hint, required, wrong = [], count, group, children }: FieldFrameProps) {
  const { t } = useTranslation('shell');
  const id = fieldId(path);
  const caption = (
    <>
      {label} {required && <span className="must" title={t('required')}>*</span>}
    </>
  );
  return (
    <div className="field" {...(group && { id, role: 'group', tabIndex: -1, 'aria-labelledby': `${id}-label` })}>
      <div className="row between entry-label">
        {group ? <span className="label" id={`${id}-label`}>{caption}</span> : <label htmlFor={id} className="label">{caption}</label>}
        {count && <span className="small quiet tnum">{count}</span>}
      </div>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {children}
      {wrong.length > 0 && (
        <p className="wrong" id={`${id}-wrong`}>
          <span aria-hidden="true">!</span>
          <span>{wrong.join(' ')}</span>
        </p>
      )}
    </div>
  );
}

/** What ties a control to its frame. */
export function tied(path: string, wrong: string[] | undefined, hint: unknown) {
  const id = fieldId(path);
  return {
    id,
    'aria-invalid': wrong && wrong.length > 0 ? true : undefined,
    'aria-describedby': [hint && `${id}-hint`, wrong && wrong.length > 0 && `${id}-wrong`].filter(Boolean).join(' ') || undefined,
  } as const;
}
