import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { Failure } from '../../../status/Failure.js';

/** Roles that may look through a school's register; a student may not. */
export const ROSTER_ROLES = ['coach', 'school_admin'];

interface PersonSearchProps {
  label: string;
  kind: 'student' | 'coach';
  schoolId: string;
  /** People who are already there. */
  exclude: string[];
  busy: boolean;
  choose: (personId: string) => void;
  /** What to do when nobody is found. */
  none: () => void;
  noneLabel: string;
}

/** Finds a person of the school by name; each hit can be chosen. */
export function PersonSearch({ label, kind, schoolId, exclude, busy, choose, none, noneLabel }: PersonSearchProps) {
  const { t } = useTranslation('entries');
  const id = useId();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 350);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQuery({
    queryKey: ['people', kind, schoolId, asked],
    queryFn: () => answer(api.GET('/api/people', { params: { query: { kind, unitId: schoolId, size: 20, page: 1, ...(asked && { q: asked }) } } })),
  });
  const rows = (found.data?.rows ?? []).filter((person) => !exclude.includes(person.id));
  return (
    <div className="stack-s">
      <div className="field">
        <label htmlFor={id} className="label">{label}</label>
        <input id={id} type="search" value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      </div>
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && rows.length === 0 && (
        <p className="quiet" role="status">
          {t(asked ? 'person.notFound' : 'person.noneYet')}{' '}
          <button type="button" className="btn bare" onClick={none}>{noneLabel}</button>
        </p>
      )}
      {rows.length > 0 && (
        <ul className="plain" aria-label={t('person.found')}>
          {rows.map((person) => (
            <li key={person.id} className="file-row">
              <span>
                <strong>{person.name}</strong>
                <span className="small quiet block">{[person.sex && t(`sex.${person.sex}`), person.stage && t(`shell:schoolStage.${person.stage}`), person.grade].filter(Boolean).join(' · ')}</span>
              </span>
              <button type="button" className="btn" disabled={busy} aria-label={t('person.chooseNamed', { name: person.name })} onClick={() => choose(person.id)}>{t('person.choose')}</button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
