import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useConfirm } from '../../../confirm/useConfirm.js';
import { fieldId } from '../../../forms/problems.js';
import { useMe } from '../../../session/session.js';
import { Failure } from '../../../status/Failure.js';
import { StateTag } from '../../../status/StateTag.js';
import { useEntryAct, type EntryView } from '../entry-data.js';
import { words, type Words } from '../form/words.js';
import { GuardianLink } from './GuardianLink.js';
import type { StepProps } from './step-props.js';

/** Guardians' consents and everyone's commitment. */
export function ConsentsStep({ entry, type, wrongAt, editable }: StepProps) {
  const { t } = useTranslation('entries');
  const asked = entry.members.filter((member) => member.consentRequired || member.consent !== 'notNeeded');
  return (
    <div className="stack">
      {type.entrant === 'students' && <section className="stack-s" id={fieldId('consents')} tabIndex={-1}>
        <h3>{t('consents.title')}</h3>
        <p className="quiet" style={{ margin: 0 }}>{t(asked.length > 0 ? 'consents.intro' : entry.members.length > 0 ? 'consents.notNeeded' : 'consents.noMembers')}</p>
        {asked.map((member) => (
          <GuardianLink
            key={member.id}
            entry={entry}
            member={member}
            fieldPath={`members[${entry.members.indexOf(member)}].consent`}
            wrong={wrongAt(`members[${entry.members.indexOf(member)}].consent`)}
            editable={editable}
          />
        ))}
      </section>}
      <section className="stack-s" id={fieldId('signatures')} tabIndex={-1}>
        <h3>{t('signatures.title')}</h3>
        {type.signatures.length === 0 && <p className="quiet">{t('signatures.none')}</p>}
        {type.signatures.map((rule) => <Commitment key={`${rule.by}-${rule.version}`} entry={entry} by={rule.by} teacher={type.entrant === 'teacher'} version={rule.version} text={rule.text} editable={editable} />)}
      </section>
    </div>
  );
}

function Commitment({ entry, by, teacher, version, text, editable }: { entry: EntryView; by: 'member' | 'coach'; teacher: boolean; version: string; text: Words; editable: boolean }) {
  const { t } = useTranslation('entries');
  const me = useMe();
  const ask = useConfirm();
  const sign = useEntryAct(entry.id, (input: Schemas['SignatureInput']) =>
    answer(api.POST('/api/entries/{id}/signatures', { params: { path: { id: entry.id } }, body: input })));
  const people = by === 'member' ? entry.members : entry.coaches;
  return (
    <div className="item">
      <strong>{t(`signatures.by.${teacher ? 'teacher' : by}`)}</strong>
      <p className="note" style={{ whiteSpace: 'pre-wrap', margin: 0 }}>{words(text)}</p>
      {people.length === 0 && <p className="small quiet" style={{ margin: 0 }}>{t(`signatures.nobody.${by}`)}</p>}
      {people.map((person, index) => {
        const own = person.personId === me.personId;
        return (
          <div key={person.id} className="file-row" id={fieldId(`${by === 'member' ? 'members' : 'coaches'}[${index}].signature`)} tabIndex={-1}>
            <span className="row" style={{ gap: 8 }}>
              <strong>{person.name}</strong>
              <StateTag state="" tone={person.signed ? 'good' : 'needs'} word={t(person.signed ? 'signatures.given' : 'signatures.missing')} />
            </span>
            {!person.signed && editable && (
              <button
                type="button"
                className="btn"
                disabled={sign.isPending}
                onClick={async () => {
                  const agreed = await ask({
                    title: t(own ? 'signatures.ownTitle' : 'signatures.paperTitle', { name: person.name }),
                    effects: [t(own ? 'signatures.ownEffect' : 'signatures.paperEffect', { name: person.name })],
                    verb: t(own ? 'signatures.own' : 'signatures.paper'),
                  });
                  if (agreed) sign.mutate({ personId: person.personId, signedAs: by, method: own ? 'account' : 'paper', textVersion: version });
                }}
              >
                {t(own ? 'signatures.own' : 'signatures.paper')}
              </button>
            )}
          </div>
        );
      })}
      {sign.isError && <Failure error={sign.error} />}
    </div>
  );
}
