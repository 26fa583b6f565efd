import { useTranslation } from 'react-i18next';
import type { FormField } from '../entry-rules.js';
import { FieldFrame, tied } from './FieldFrame.js';
import { characters, words } from './words.js';

interface RulebookFieldProps {
  rule: FormField;
  path: string;
  value: unknown;
  wrong?: string[];
  disabled?: boolean;
  onChange: (value: unknown) => void;
}

/** One field of an entry's form as the rulebook describes it. */
export function RulebookField({ rule, path, value, wrong, disabled, onChange }: RulebookFieldProps) {
  const { t } = useTranslation('entries');
  const label = words(rule.label);
  const hint = words(rule.hint) || (rule.blind ? t('field.blind') : '');
  const frame = { path, label, hint: hint || undefined, required: rule.required, wrong };
  const control = { ...tied(path, wrong, hint), disabled };

  if (rule.kind === 'flag') {
    return (
      <div className="field">
        <label className="check">
          <input type="checkbox" {...control} checked={value === true} onChange={(event) => onChange(event.target.checked)} />
          <span>
            {label} {rule.required && <span className="must">*</span>}
            {hint && <span className="small quiet block" id={`${control.id}-hint`}>{hint}</span>}
          </span>
        </label>
        {wrong && wrong.length > 0 && <p className="wrong" id={`${control.id}-wrong`}><span aria-hidden="true">!</span>{wrong.join(' ')}</p>}
      </div>
    );
  }
  if (rule.kind === 'choice' || rule.kind === 'choices') {
    const chosen = rule.kind === 'choices' ? (Array.isArray(value) ? (value as string[]) : []) : [value as string];
    return (
      <FieldFrame {...frame} group>
        <div className="choices">
          {(rule.options ?? []).map((option) => (
            <label key={option.key} className="choice">
              <input
                type={rule.kind === 'choice' ? 'radio' : 'checkbox'}
                name={control.id}
                disabled={disabled}
                checked={chosen.includes(option.key)}
                onChange={(event) => {
                  if (rule.kind === 'choice') onChange(option.key);
                  else onChange(event.target.checked ? [...chosen, option.key] : chosen.filter((key) => key !== option.key));
                }}
              />
              <span>
                {words(option.label)}
                {option.hint && <span className="small quiet block">{words(option.hint)}</span>}
              </span>
            </label>
          ))}
        </div>
      </FieldFrame>
    );
  }
  if (rule.kind === 'number') {
    return (
      <FieldFrame {...frame}>
        <input
          type="text"
          inputMode="decimal"
          className="short"
          {...control}
          value={value === undefined || value === null ? '' : String(value)}
          onChange={(event) => {
            const typed = event.target.value.trim();
            onChange(typed === '' ? undefined : /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed);
          }}
        />
      </FieldFrame>
    );
  }
  if (rule.kind === 'day') {
    return (
      <FieldFrame {...frame}>
        <input type="date" className="short" {...control} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value || undefined)} />
      </FieldFrame>
    );
  }
  const typed = typeof value === 'string' ? value : '';
  const count = rule.max === undefined ? undefined : t('field.count', { count: characters(typed), max: rule.max });
  return (
    <FieldFrame {...frame} count={count}>
      {rule.kind === 'longText' ? (
        <textarea rows={(rule.max ?? 500) > 200 ? 8 : 4} {...control} value={typed} onChange={(event) => onChange(event.target.value || undefined)} />
      ) : (
        <input type="text" {...control} value={typed} onChange={(event) => onChange(event.target.value || undefined)} />
      )}
    </FieldFrame>
  );
}
