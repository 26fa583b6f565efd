import { useTranslation } from 'react-i18next';
import type { EntryView } from './entry-data.js';
import type { EditionRules, EntryTypeRules } from './entry-rules.js';
import { fieldValue } from './field-value.js';
import { conditionValues, holds } from './form/conditions.js';
import { words } from './form/words.js';
import { stepName } from './wizard-steps.js';
import { fileFacts, fileHref } from './materials-text.js';
import { StateTag } from '../../status/StateTag.js';

/** Everything an entry says, to read: team, fields, files. */
export function EntryFacts({ entry, rules, type }: { entry: EntryView; rules: EditionRules; type: EntryTypeRules }) {
  const { t } = useTranslation('entries');
  const label = (options: { key: string; label: Parameters<typeof words>[0] }[] | undefined, key: string | null): string => words(options?.find((one) => one.key === key)?.label);
  const heads: [string, string][] = [
    [t('facts.type'), words(type.label)],
    [t('field.groupKey'), label(rules.groups, entry.groupKey)],
    [t('field.classKey'), label(type.classes, entry.classKey)],
    [t('field.discipline'), label(rules.disciplines, entry.discipline)],
    [t('facts.school'), entry.schoolName],
    [t('facts.area'), `${entry.prefectureName} ${entry.countyName}`],
    [t('facts.entryNo'), entry.entryNo ?? ''],
    [t('facts.authorisationNo'), entry.authorisationNo ?? ''],
    [t('facts.sha256'), entry.contentSha256 ?? ''],
  ];
  const values = conditionValues(entry);
  const fields = type.fields.filter((field) => holds(field.when, values)).map((field) => [words(field.label), fieldValue(field, entry.form[field.key] ?? (field.kind === 'flag' ? false : undefined), t)] as const);
  return (
    <div className="stack">
      <dl className="facts">
        {heads.filter(([, value]) => value).map(([name, value]) => <Fact key={name} name={name} value={value} />)}
      </dl>
      <section className="stack-s">
        <h3>{t(stepName('members', type))}</h3>
        {entry.members.length === 0 && <p className="quiet">{t('facts.none')}</p>}
        <ol className="plain stack-s">
          {entry.members.map((member) => (
            <li key={member.id} className="item">
              <span className="row" style={{ gap: 8 }}>
                <strong>{member.name}</strong>
                {member.consentRequired && <StateTag state="" tone={member.consent === 'granted' ? 'good' : 'needs'} word={t(`consents.state.${member.consent}`)} />}
                <StateTag state="" tone={member.signed ? 'good' : 'needs'} word={t(member.signed ? 'signatures.given' : 'signatures.missing')} />
              </span>
              <span className="small quiet">{[member.sex && t(`sex.${member.sex}`), member.schoolStage && t(`shell:schoolStage.${member.schoolStage}`), member.grade, member.schoolName].filter(Boolean).join(' · ')}</span>
              {member.share && <span className="small">{t('facts.share', { share: member.share })}</span>}
            </li>
          ))}
        </ol>
      </section>
      {(type.coaches.max > 0 || entry.coaches.length > 0) && <section className="stack-s">
        <h3>{t('step.coaches')}</h3>
        {entry.coaches.length === 0 ? <p className="quiet">{t('facts.none')}</p> : <p>{entry.coaches.map((coach) => [coach.name, coach.post].filter(Boolean).join(' ')).join(t('listComma'))}</p>}
      </section>}
      {fields.length > 0 && (
        <section className="stack-s">
          <h3>{t('step.content')}</h3>
          <dl className="facts">{fields.map(([name, value]) => <Fact key={name} name={name} value={value || t('facts.empty')} />)}</dl>
        </section>
      )}
      <section className="stack-s">
        <h3>{t('step.materials')}</h3>
        {type.materials.every((slot) => !entry.materials.some((file) => file.slot === slot.key && !file.endedAt)) && <p className="quiet">{t('facts.none')}</p>}
        <ul className="plain">
          {type.materials.flatMap((slot) =>
            entry.materials.filter((file) => file.slot === slot.key && !file.endedAt).map((file) => (
              <li key={file.id} className="file-row">
                <div>
                  <span className="small quiet block">{words(slot.label)}</span>
                  <a className="name" href={fileHref(entry.id, file)} target="_blank" rel="noreferrer">{file.name}</a>
                  <span className="small quiet block tnum">{fileFacts(t, file)}</span>
                </div>
              </li>
            )),
          )}
        </ul>
      </section>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd style={{ whiteSpace: 'pre-wrap' }}>{value}</dd>
    </>
  );
}
