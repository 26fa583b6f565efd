import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useConfirm } from '../../../confirm/useConfirm.js';
import { ProblemList } from '../../../forms/ProblemList.js';
import { TextField } from '../../../forms/plain.js';
import { fieldId, useProblems } from '../../../forms/problems.js';
import { hasRole, useMe } from '../../../session/session.js';
import { Failure } from '../../../status/Failure.js';
import { useEntryAct, type EntryView } from '../entry-data.js';
import { PersonSearch, ROSTER_ROLES } from './PersonSearch.js';
import type { StepProps } from './step-props.js';

type CoachInput = Schemas['CoachInput'];

/** Who taught: names and posts as the certificate will carry them. */
export function CoachesStep({ entry, type, wrongAt, wrongUnder, editable }: StepProps) {
  const { t } = useTranslation('entries');
  const ask = useConfirm();
  const [adding, setAdding] = useState(entry.coaches.length < type.coaches.min);
  const remove = useEntryAct(entry.id, (coachId: string) =>
    answer(api.DELETE('/api/entries/{id}/coaches/{coachId}', { params: { path: { id: entry.id, coachId } } })));
  const room = entry.coaches.length < type.coaches.max;
  return (
    <div className="stack" id={fieldId('coaches')} tabIndex={-1}>
      <p className="quiet">{t('coaches.intro', { min: type.coaches.min, max: type.coaches.max })}</p>
      {wrongAt('coaches').map((sentence) => <p key={sentence} className="note needs">{sentence}</p>)}
      {entry.coaches.map((coach, index) => {
        const wrong = wrongUnder(`coaches[${index}]`).filter((sentence) => !wrongAt(`coaches[${index}].signature`).includes(sentence));
        return (
          <section key={coach.id} id={fieldId(`coaches[${index}]`)} tabIndex={-1} className={`item ${wrong.length > 0 ? 'wrong-item' : ''}`} aria-label={coach.name}>
            <div className="item-head">
              <strong>{coach.name}</strong>
              {editable && (
                <button
                  type="button"
                  className="btn bare"
                  disabled={remove.isPending}
                  aria-label={t('members.removeNamed', { name: coach.name })}
                  onClick={async () => {
                    if (await ask({ title: t('coaches.removeTitle', { name: coach.name }), effects: [t('coaches.removeEffect')], verb: t('remove'), danger: true })) remove.mutate(coach.id);
                  }}
                >
                  {t('remove')}
                </button>
              )}
            </div>
            <p className="small quiet" style={{ margin: 0 }}>{[coach.post, coach.schoolName].filter(Boolean).join(' · ')}</p>
            {wrong.map((sentence) => <p key={sentence} className="field" style={{ margin: 0 }}><span className="wrong"><span aria-hidden="true">!</span>{sentence}</span></p>)}
          </section>
        );
      })}
      {remove.isError && <Failure error={remove.error} />}
      {editable && room && (adding ? <AddCoach entry={entry} close={() => setAdding(false)} /> : (
        <div><button type="button" className="btn" onClick={() => setAdding(true)}>{t('coaches.add')}</button></div>
      ))}
    </div>
  );
}

function AddCoach({ entry, close }: { entry: EntryView; close: () => void }) {
  const { t } = useTranslation('entries');
  const problems = useProblems();
  const mayLook = hasRole(useMe(), ...ROSTER_ROLES);
  const [mode, setMode] = useState<'known' | 'new'>(mayLook ? 'known' : 'new');
  const [facts, setFacts] = useState<CoachInput>({});
  const add = useEntryAct(entry.id, (input: CoachInput) => answer(api.POST('/api/entries/{id}/coaches', { params: { path: { id: entry.id } }, body: input })));
  const send = async (input: CoachInput): Promise<void> => {
    problems.clear();
    try {
      await add.mutateAsync(input);
      close();
    } catch (error) {
      problems.take(error);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!add.isPending) void send(Object.fromEntries(Object.entries(facts).filter(([, value]) => value)) as CoachInput);
  };
  return (
    <section className="item" aria-label={t('coaches.add')}>
      <ProblemList error={problems.error} />
      {mode === 'known' ? (
        <PersonSearch
          label={t('coaches.search')}
          kind="coach"
          schoolId={entry.schoolId}
          exclude={entry.coaches.map((coach) => coach.personId)}
          busy={add.isPending}
          choose={(personId) => void send({ personId })}
          none={() => setMode('new')}
          noneLabel={t('coaches.new')}
        />
      ) : (
        <form className="fields" noValidate onSubmit={submit}>
          <TextField path="name" label={t('person.name')} required problems={problems} value={facts.name ?? ''} onChange={(event) => setFacts({ ...facts, name: event.target.value })} />
          <div className="pair">
            <TextField path="post" label={t('coaches.post')} hint={t('coaches.postHint')} problems={problems} value={facts.post ?? ''} onChange={(event) => setFacts({ ...facts, post: event.target.value })} />
            <TextField path="phone" type="tel" label={t('coaches.phone')} hint={t('coaches.phoneHint')} problems={problems} value={facts.phone ?? ''} onChange={(event) => setFacts({ ...facts, phone: event.target.value.trim() })} />
          </div>
          <div className="row">
            <button type="submit" className="btn" aria-disabled={add.isPending}>{t('coaches.addThis')}</button>
            {mayLook && <button type="button" className="btn bare" onClick={() => setMode('known')}>{t('coaches.known')}</button>}
          </div>
        </form>
      )}
      {mode === 'known' && (
        <div className="row">
          <button type="button" className="btn bare" onClick={() => setMode('new')}>{t('coaches.new')}</button>
          {entry.coaches.length > 0 && <button type="button" className="btn bare" onClick={close}>{t('shell:cancel')}</button>}
        </div>
      )}
    </section>
  );
}
