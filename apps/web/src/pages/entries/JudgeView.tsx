import { useTranslation } from 'react-i18next';
import type { EntryView } from './entry-data.js';
import type { EditionRules, EntryTypeRules } from './entry-rules.js';
import { fieldValue } from './field-value.js';
import { conditionValues, holds } from './form/conditions.js';
import { words } from './form/words.js';
import { fileFacts, fileHref } from './materials-text.js';
import type { EntryContent } from './useEntryDraft.js';

interface JudgeViewProps {
  entry: EntryView;
  content: EntryContent;
  rules: EditionRules;
  type: EntryTypeRules;
}

/** The entry as a judge gets it in blind review: title, the fields checked for names, the files open to judges under neutral names; nothing else. */
export function JudgeView({ entry, content, rules, type }: JudgeViewProps) {
  const { t } = useTranslation('entries');
  const heads = [
    words(type.label),
    words(rules.groups.find((group) => group.key === content.groupKey)?.label),
    words(rules.disciplines.find((one) => one.key === content.discipline)?.label),
  ].filter(Boolean);
  const values = conditionValues(content);
  const fields = type.fields
    .filter((field) => field.blind && holds(field.when, values))
    .map((field) => ({ field, value: fieldValue(field, content.form[field.key], t) }))
    .filter(({ value }) => value !== '');
  const slots = type.materials
    .filter((slot) => slot.forJudges)
    .map((slot) => ({ slot, files: entry.materials.filter((file) => file.slot === slot.key && !file.endedAt) }))
    .filter(({ files }) => files.length > 0);
  return (
    <article className="judge-view" aria-label={t('review.judgeView')}>
      <section className="stack-s">
        <span className="small quiet">{t('review.code')}</span>
        <h3>{content.title.trim() || t('untitled')}</h3>
        <span className="quiet">{heads.join(' · ')}</span>
      </section>
      {fields.map(({ field, value }) => (
        <section key={field.key}>
          <h4 className="judge-label">{words(field.label)}</h4>
          <p className="long">{value}</p>
        </section>
      ))}
      <section>
        <h4 className="judge-label">{t('review.files')}</h4>
        {slots.length === 0 && <p className="quiet" style={{ margin: 0 }}>{t('review.noFiles')}</p>}
        <ul className="plain">
          {slots.flatMap(({ slot, files }) =>
            files.map((file, index) => (
              <li key={file.id}>
                <a href={fileHref(entry.id, file)} target="_blank" rel="noreferrer">
                  {words(slot.label)}-{index + 1}.{file.kind}
                </a>{' '}
                <span className="small quiet tnum">{fileFacts(t, file)}</span>
              </li>
            )),
          )}
        </ul>
      </section>
    </article>
  );
}
