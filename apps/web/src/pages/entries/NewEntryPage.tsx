import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { ProblemList } from '../../forms/ProblemList.js';
import { Page } from '../../layout/Page.js';
import { hasRole, useMe } from '../../session/session.js';
import { Deadline } from '../../status/Deadline.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { newKey } from './request-key.js';
import './wizard.css';

type Edition = Schemas['PublicEdition'];

/** Which contest, which kind of entry; then the draft exists and nothing can be lost any more. */
export function NewEntryPage() {
  const { t } = useTranslation('entries');
  const contests = useQuery({ queryKey: ['public-contests'], queryFn: () => answer(api.GET('/api/public/contests')) });
  return (
    <Page where={[{ label: t('title'), to: '/entries' }]} title={t('new.title')} asked={t('new.asked')} width="narrow">
      <Loaded query={contests}>
        {(all) => {
          const open = all.filter((contest) => contest.family === 'innovation').flatMap((contest) => contest.editions.filter((edition) => edition.state === 'open').map((edition) => ({ contest, edition })));
          if (open.length === 0) return <Empty title={t('new.none')} how={t('new.noneHow')} />;
          return (
            <div className="stack">
              {open.map(({ contest, edition }) => (
                <EditionChoice key={edition.id} name={contest.name} edition={edition} />
              ))}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

function EditionChoice({ name, edition }: { name: string; edition: Edition }) {
  const { t } = useTranslation('entries');
  const me = useMe();
  const navigate = useNavigate();
  const requestKey = useRef(newKey());
  const [type, setType] = useState<string>();
  const schools = [...new Map(me.grants.filter((grant) => ['student', 'coach', 'school_admin'].includes(grant.role) && grant.state === 'active' && grant.orgUnitId).map((grant) => [grant.orgUnitId!, grant])).values()];
  const [schoolId, setSchoolId] = useState(schools[0]?.orgUnitId ?? undefined);
  const types = edition.types.filter((one) => one.entrant === 'students' || hasRole(me, 'coach', 'school_admin'));
  const stage = edition.stages.find((one) => one.kind === 'submission');
  const begin = useMutation({
    mutationFn: () => answer(api.POST('/api/entries', { body: { editionId: edition.id, type: type!, requestKey: requestKey.current, ...(schools.length > 1 && schoolId && { schoolId }) } })),
    onSuccess: (entry) => void navigate(`/entries/${entry.id}/edit/project`, { replace: true }),
  });
  const running = stage === undefined || stage.status === 'running';
  return (
    <section className="card stack" aria-label={name}>
      <div>
        <span className="small quiet">{name}</span>
        <h2>{edition.name}</h2>
        {stage && <Deadline at={stage.status === 'coming' ? stage.opensAt : stage.closesAt} label={stage.status === 'coming' ? t('new.opens') : t('wizard.deadline')} />}
      </div>
      {!running && <p className="note">{t(stage?.status === 'coming' ? 'new.coming' : 'new.over')}</p>}
      {running && (
        <>
          <div className="choices" role="radiogroup" aria-label={t('facts.type')}>
            {types.map((one) => (
              <label key={one.key} className="choice">
                <input type="radio" name={`type-${edition.id}`} checked={type === one.key} onChange={() => setType(one.key)} />
                <span>
                  {one.label}
                  {one.hint && <span className="small quiet block">{one.hint}</span>}
                </span>
              </label>
            ))}
          </div>
          {schools.length > 1 && (
            <div className="field">
              <label htmlFor={`school-${edition.id}`} className="label">{t('facts.school')}</label>
              <select id={`school-${edition.id}`} value={schoolId} onChange={(event) => setSchoolId(event.target.value)}>
                {schools.map((grant) => <option key={grant.orgUnitId} value={grant.orgUnitId!}>{grant.orgUnit}</option>)}
              </select>
            </div>
          )}
          <ProblemList error={begin.error ? asApiError(begin.error) : undefined} />
          <div>
            <button type="button" className="btn primary" disabled={!type || begin.isPending} onClick={() => begin.mutate()}>{t('new.begin')}</button>
          </div>
        </>
      )}
    </section>
  );
}
