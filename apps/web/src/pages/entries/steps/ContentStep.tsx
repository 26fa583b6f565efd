import { useTranslation } from 'react-i18next';
import { conditionValues, holds } from '../form/conditions.js';
import { RulebookField } from '../form/RulebookField.js';
import type { StepProps } from './step-props.js';

/** The fields that the rulebook asks for; those with a condition appear with it. */
export function ContentStep({ type, draft, wrongAt, editable }: StepProps) {
  const { t } = useTranslation('entries');
  const { content, change } = draft;
  const values = conditionValues(content);
  const asked = type.fields.filter((field) => holds(field.when, values));
  if (asked.length === 0) return <p className="quiet">{t('content.nothing')}</p>;
  return (
    <div className="fields">
      {asked.map((field) => (
        <RulebookField
          key={field.key}
          rule={field}
          path={`form.${field.key}`}
          value={content.form[field.key]}
          wrong={wrongAt(`form.${field.key}`)}
          disabled={!editable}
          onChange={(value) => change({ form: { [field.key]: value ?? null } })}
        />
      ))}
    </div>
  );
}
