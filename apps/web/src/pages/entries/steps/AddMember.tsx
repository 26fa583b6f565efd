import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { ProblemList } from '../../../forms/ProblemList.js';
import { SelectField, TextField } from '../../../forms/plain.js';
import { useProblems } from '../../../forms/problems.js';
import { hasRole, useMe } from '../../../session/session.js';
import { useEntryAct, type EntryView } from '../entry-data.js';
import { readIdentityNumber } from '../identity-number.js';
import { PersonSearch, ROSTER_ROLES } from './PersonSearch.js';

type MemberInput = Schemas['MemberInput'];
type Facts = Omit<MemberInput, 'personId' | 'share' | 'schoolId'>;

const GRADES: Record<string, number> = { primary: 6, junior: 3, senior: 3 };

/** Adds a member: somebody whom the school already has, or a pupil whose facts are given here. */
export function AddMember({ entry, entrant, close }: { entry: EntryView; entrant: 'students' | 'teacher'; close: () => void }) {
  const { t } = useTranslation('entries');
  const teacher = entrant === 'teacher';
  const problems = useProblems();
  const me = useMe();
  const mayLook = hasRole(me, ...ROSTER_ROLES);
  const [mode, setMode] = useState<'known' | 'new'>(mayLook ? 'known' : 'new');
  const [facts, setFacts] = useState<Facts>({ idKind: 'resident' });
  const add = useEntryAct(entry.id, (input: MemberInput) => answer(api.POST('/api/entries/{id}/members', { params: { path: { id: entry.id } }, body: input })));
  const put = (more: Facts): void => setFacts((old) => ({ ...old, ...more }));

  const send = async (input: MemberInput): Promise<void> => {
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
    if (add.isPending) return;
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''));
    void send(given as MemberInput);
  };
  const mayAddOneself = me.personId !== null && hasRole(me, teacher ? 'coach' : 'student') && !entry.members.some((member) => member.personId === me.personId);
  const taken = entry.members.map((member) => member.personId);

  return (
    <section className="item" aria-label={t(teacher ? 'members.addTeacher' : 'members.add')}>
      {mayAddOneself && (
        <div className="row">
          <button type="button" className="btn" disabled={add.isPending} onClick={() => void send({ personId: me.personId! })}>{t('members.myself', { name: me.name })}</button>
        </div>
      )}
      {mayLook && <div className="choices" role="radiogroup" aria-label={t('members.how')}>
        {(['known', 'new'] as const).map((key) => (
          <label key={key} className="choice">
            <input type="radio" name="member-mode" checked={mode === key} onChange={() => setMode(key)} />
            <span>
              {t(`members.${teacher ? 'teacherMode' : 'mode'}.${key}`)}
              <span className="small quiet block">{t(`members.${teacher ? 'teacherHint' : 'modeHint'}.${key}`)}</span>
            </span>
          </label>
        ))}
      </div>}
      <ProblemList error={problems.error} />
      {mode === 'known' ? (
        <PersonSearch
          label={t('members.search')}
          kind={teacher ? 'coach' : 'student'}
          schoolId={entry.schoolId}
          exclude={taken}
          busy={add.isPending}
          choose={(personId) => void send({ personId })}
          none={() => setMode('new')}
          noneLabel={t(`members.${teacher ? 'teacherMode' : 'mode'}.new`)}
        />
      ) : (
        <form className="fields" noValidate onSubmit={submit}>
          <TextField path="name" label={t('person.name')} hint={t('person.nameHint')} required problems={problems} value={facts.name ?? ''} onChange={(event) => put({ name: event.target.value })} />
          {!teacher && <SelectField path="idKind" label={t('person.idKind')} problems={problems} value={facts.idKind} onChange={(event) => put({ idKind: event.target.value as Facts['idKind'] })}>
            {(['resident', 'hk_macao', 'taiwan', 'passport'] as const).map((kind) => <option key={kind} value={kind}>{t(`idKind.${kind}`)}</option>)}
          </SelectField>}
          {!teacher && <TextField
            path="idNumber"
            label={t('person.idNumber')}
            hint={t('person.idNumberHint')}
            required
            autoComplete="off"
            problems={problems}
            value={facts.idNumber ?? ''}
            onChange={(event) => {
              const idNumber = event.target.value.trim();
              put({ idNumber, ...(facts.idKind === 'resident' ? readIdentityNumber(idNumber) : undefined) });
            }}
          />}
          {!teacher && <div className="pair">
            <TextField path="birthDate" type="date" label={t('person.birthDate')} required problems={problems} value={facts.birthDate ?? ''} onChange={(event) => put({ birthDate: event.target.value })} />
            <SelectField path="sex" label={t('person.sex')} required problems={problems} value={facts.sex ?? ''} onChange={(event) => put({ sex: (event.target.value || undefined) as Facts['sex'] })}>
              <option value="">{t('choose')}</option>
              <option value="F">{t('sex.F')}</option>
              <option value="M">{t('sex.M')}</option>
            </SelectField>
          </div>}
          {entrant === 'students' && (
            <>
              <div className="pair">
                <SelectField path="schoolStage" label={t('person.schoolStage')} required problems={problems} value={facts.schoolStage ?? ''} onChange={(event) => put({ schoolStage: (event.target.value || undefined) as Facts['schoolStage'], grade: undefined })}>
                  <option value="">{t('choose')}</option>
                  {(['primary', 'junior', 'senior'] as const).map((stage) => <option key={stage} value={stage}>{t(`shell:schoolStage.${stage}`)}</option>)}
                </SelectField>
                <SelectField path="grade" label={t('person.grade')} problems={problems} value={facts.grade ?? ''} disabled={!facts.schoolStage} onChange={(event) => put({ grade: event.target.value || undefined })}>
                  <option value="">{t('choose')}</option>
                  {Array.from({ length: GRADES[facts.schoolStage ?? ''] ?? 0 }, (_none, year) => {
                    const grade = t(`grade.${facts.schoolStage!}${year + 1}`);
                    return <option key={grade} value={grade}>{grade}</option>;
                  })}
                </SelectField>
              </div>
              <TextField path="guardianPhone" type="tel" inputMode="tel" autoComplete="off" label={t('person.guardianPhone')} hint={t('person.guardianPhoneHint')} problems={problems} value={facts.guardianPhone ?? ''} onChange={(event) => put({ guardianPhone: event.target.value.trim() })} />
            </>
          )}
          <div className="row">
            <button type="submit" className="btn" aria-disabled={add.isPending}>{t(teacher ? 'members.addThisTeacher' : 'members.addThis')}</button>
            {entry.members.length > 0 && <button type="button" className="btn bare" onClick={close}>{t('shell:cancel')}</button>}
          </div>
        </form>
      )}
    </section>
  );
}
