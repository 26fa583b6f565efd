import { useTranslation } from 'react-i18next';
import { FieldFrame, tied } from '../form/FieldFrame.js';
import { characters, words } from '../form/words.js';
import type { Labelled } from '../entry-rules.js';
import type { StepProps } from './step-props.js';

/** Title, group, class and subject. */
export function ProjectStep({ rules, type, draft, wrongAt, editable }: StepProps) {
  const { t } = useTranslation('entries');
  const { content, change } = draft;
  const groups = rules.groups.filter((group) => type.groups.includes(group.key));
  const disciplines = rules.disciplines.filter((one) => (content.groupKey ? one.groups.includes(content.groupKey) : one.groups.some((group) => type.groups.includes(group))));
  const choice = (path: 'groupKey' | 'classKey', options: Labelled[]) => (
    <FieldFrame path={path} label={t(`field.${path}`)} required group wrong={wrongAt(path)}>
      <div className="choices">
        {options.map((option) => (
          <label key={option.key} className="choice">
            <input
              type="radio"
              name={path}
              disabled={!editable}
              checked={content[path] === option.key}
              onChange={() => {
                const lost = path === 'groupKey' && content.discipline && !rules.disciplines.some((one) => one.key === content.discipline && one.groups.includes(option.key));
                change({ [path]: option.key, ...(lost && { discipline: null }) });
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
  return (
    <div className="fields">
      <FieldFrame
        path="title"
        label={t('field.title')}
        hint={t('field.titleHint', { min: type.title.min, max: type.title.max })}
        required
        wrong={wrongAt('title')}
        count={t('field.count', { count: characters(content.title.trim()), max: type.title.max })}
      >
        <input type="text" disabled={!editable} {...tied('title', wrongAt('title'), true)} value={content.title} onChange={(event) => change({ title: event.target.value })} />
      </FieldFrame>
      {groups.length > 1 && choice('groupKey', groups)}
      {type.classes && type.classes.length > 0 && choice('classKey', type.classes)}
      {(type.disciplineRequired || content.discipline) && (
        <FieldFrame path="discipline" label={t('field.discipline')} required={type.disciplineRequired} wrong={wrongAt('discipline')}>
          <select disabled={!editable} {...tied('discipline', wrongAt('discipline'), false)} value={content.discipline ?? ''} onChange={(event) => change({ discipline: event.target.value || null })}>
            <option value="">{t('choose')}</option>
            {disciplines.map((one) => (
              <option key={one.key} value={one.key}>{words(one.label)}</option>
            ))}
          </select>
        </FieldFrame>
      )}
    </div>
  );
}
