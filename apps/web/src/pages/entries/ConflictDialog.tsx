import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionRules, EntryTypeRules, Labelled } from './entry-rules.js';
import type { EntryView } from './entry-data.js';
import { fieldValue } from './field-value.js';
import { words } from './form/words.js';
import type { EntryDraft, EntryParts } from './useEntryDraft.js';

interface Difference {
  key: string;
  label: string;
  mine: string;
  theirs: string;
  /** This part alone, as it is typed here. */
  part: EntryParts;
}

/** Another tab or person changed the same parts: both values beside each other, one choice for each, nothing lost. */
export function ConflictDialog({ draft, entry, rules, type }: { draft: EntryDraft; entry: EntryView; rules: EditionRules; type: EntryTypeRules }) {
  const { t } = useTranslation('entries');
  const [mine, setMine] = useState<Record<string, boolean>>({});
  if (!draft.conflict) return null;
  const { theirs } = draft.conflict;
  const label = (options: Labelled[] | undefined, key: string | null | undefined): string => words(options?.find((one) => one.key === key)?.label);
  const options = { groupKey: rules.groups, classKey: type.classes, discipline: rules.disciplines };

  const differences: Difference[] = [];
  const put = (difference: Difference): void => {
    if (difference.mine !== difference.theirs) differences.push(difference);
  };
  if (draft.unsaved.title !== undefined) put({ key: 'title', label: t('field.title'), mine: draft.unsaved.title, theirs: theirs.title, part: { title: draft.unsaved.title } });
  for (const key of ['groupKey', 'classKey', 'discipline'] as const) {
    const value = draft.unsaved[key];
    if (value !== undefined) put({ key, label: t(`field.${key}`), mine: label(options[key], value), theirs: label(options[key], theirs[key]), part: { [key]: value } });
  }
  for (const [key, value] of Object.entries(draft.unsaved.form ?? {})) {
    const field = type.fields.find((one) => one.key === key);
    if (field) put({ key: `form.${key}`, label: words(field.label), mine: fieldValue(field, value, t), theirs: fieldValue(field, theirs.form[key], t), part: { form: { [key]: value } } });
  }

  const settle = (): void => {
    const keep: EntryParts = {};
    for (const { key, part } of differences) {
      if (mine[key] === false) continue;
      Object.assign(keep, part, part.form ? { form: { ...keep.form, ...part.form } } : {});
    }
    setMine({});
    draft.settle(keep);
  };

  return (
    <Modal open title={t('conflict.title')} closable={false} maskClosable={false} width={760} okText={t('conflict.settle')} onOk={settle} cancelButtonProps={{ style: { display: 'none' } }}>
      <p>{t('conflict.why', { title: entry.title || t('untitled') })}</p>
      {differences.length === 0 && <p>{t('conflict.same')}</p>}
      <div className="stack">
        {differences.map(({ key, label: name, mine: own, theirs: other }) => (
          <fieldset key={key} className="conflict">
            <legend>{name}</legend>
            <div className="versions">
              {([true, false] as const).map((choice) => (
                <label key={String(choice)} className="choice">
                  <input type="radio" name={`conflict-${key}`} checked={(mine[key] ?? true) === choice} onChange={() => setMine({ ...mine, [key]: choice })} />
                  <span>
                    <strong className="block">{t(choice ? 'conflict.mine' : 'conflict.theirs')}</strong>
                    <span className="long">{(choice ? own : other) || t('conflict.empty')}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </Modal>
  );
}
