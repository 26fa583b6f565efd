import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { ProblemList } from '../../../forms/ProblemList.js';
import { fieldId, useProblems } from '../../../forms/problems.js';
import { entryKey, type MemberView } from '../entry-data.js';
import { readIdentityNumber } from '../identity-number.js';

type Facts = Pick<Schemas['EditPerson'], 'idNumber' | 'birthDate' | 'sex' | 'stage'>;

/** Adds what the school register lacks of a member: identity number, date of birth, stage. What is there already stays. */
export function CompletePerson({ entryId, member, path }: { entryId: string; member: MemberView; path: string }) {
  const { t } = useTranslation('entries');
  const client = useQueryClient();
  const problems = useProblems();
  const [facts, setFacts] = useState<Facts>({ birthDate: member.birthDate ?? undefined, stage: member.schoolStage ?? undefined });
  const save = useMutation({
    mutationFn: (body: Facts) => answer(api.PATCH('/api/people/{id}', { params: { path: { id: member.personId } }, body })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: entryKey(entryId) });
      void client.invalidateQueries({ queryKey: ['entry-check', entryId] });
    },
    onError: problems.take,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    problems.clear();
    if (!save.isPending) save.mutate(Object.fromEntries(Object.entries(facts).filter(([, value]) => value)));
  };
  const id = fieldId(`${path}.idNumber`);
  return (
    <form className="fields" noValidate onSubmit={submit} aria-label={t('members.completeNamed', { name: member.name })}>
      <ProblemList error={problems.error} />
      <div className="pair">
        <div className="field">
          <label htmlFor={id} className="label">{t('person.idNumber')}</label>
          <input
            id={id}
            type="text"
            autoComplete="off"
            value={facts.idNumber ?? ''}
            onChange={(event) => {
              const idNumber = event.target.value.trim();
              setFacts({ ...facts, idNumber, ...readIdentityNumber(idNumber) });
            }}
          />
        </div>
        <div className="field">
          <label htmlFor={fieldId(`${path}.birthDate`)} className="label">{t('person.birthDate')}</label>
          <input id={fieldId(`${path}.birthDate`)} type="date" value={facts.birthDate ?? ''} onChange={(event) => setFacts({ ...facts, birthDate: event.target.value || undefined })} />
        </div>
        <div className="field">
          <label htmlFor={fieldId(`${path}.schoolStage`)} className="label">{t('person.schoolStage')}</label>
          <select id={fieldId(`${path}.schoolStage`)} value={facts.stage ?? ''} onChange={(event) => setFacts({ ...facts, stage: (event.target.value || undefined) as Facts['stage'] })}>
            <option value="">{t('choose')}</option>
            {(['primary', 'junior', 'senior'] as const).map((stage) => <option key={stage} value={stage}>{t(`shell:schoolStage.${stage}`)}</option>)}
          </select>
        </div>
      </div>
      <div>
        <button type="submit" className="btn" aria-disabled={save.isPending}>{t('members.complete')}</button>
      </div>
    </form>
  );
}
