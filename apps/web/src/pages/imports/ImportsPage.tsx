import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { may, useMe } from '../../session/session.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { UploadField } from '../../uploads/UploadField.js';
import { words, type Words } from '../entries/form/words.js';
import { countOf } from './import-data.js';
import { ImportSteps } from './ImportSteps.js';

const ACCEPT = '.xlsx,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv';

interface Choice {
  key: string;
  label: string;
  target: { kind: 'schools' | 'entries' | 'ranking' | 'scores'; editionId?: string; type?: string; schoolId?: string; unitId?: string; stageKey?: string; level?: 'school' | 'county' | 'prefecture' };
}

/** What is to be brought in: the template to fill in, and the place to send it. */
export function ImportsPage() {
  const { t } = useTranslation('imports');
  const me = useMe();
  const contests = useQuery({ queryKey: ['public-contests'], queryFn: () => answer(api.GET('/api/public/contests')), enabled: may(me, 'entry.import') });
  const schools = [...new Map(me.grants.filter((grant) => ['coach', 'school_admin'].includes(grant.role) && grant.state === 'active' && grant.orgUnitId).map((grant) => [grant.orgUnitId!, grant.orgUnit ?? ''])).entries()];
  const entryChoices = (all: Schemas['PublicContest'][]): Choice[] =>
    all.flatMap((contest) => contest.editions.filter((edition) => edition.state === 'open').flatMap((edition) => edition.types.flatMap((type) => schools.map(([schoolId, school]): Choice => ({
      key: `${edition.id} ${type.key} ${schoolId}`, label: [edition.name, type.label, ...(schools.length > 1 ? [school] : [])].join(' · '), target: { kind: 'entries', editionId: edition.id, type: type.key, schoolId },
    })))));
  const [params] = useSearchParams();
  const level = params.get('level');
  const ranking: Choice[] = params.get('kind') === 'ranking' && (level === 'school' || level === 'county' || level === 'prefecture')
    ? [{ key: 'ranking', label: t('ranking'), target: { kind: 'ranking', editionId: params.get('editionId') ?? '', type: params.get('type') ?? '', unitId: params.get('unitId') ?? '', level } }]
    : [];
  const given = useQuery({ queryKey: ['given-stages'], queryFn: givenStages, enabled: may(me, 'judging.manage') });
  const registry: Choice[] = may(me, 'school.import') ? [{ key: 'schools', label: t('schools'), target: { kind: 'schools' } }] : [];
  return (
    <Page title={t('title')} asked={t('asked')} width="narrow">
      <div className="stack">
        <ImportSteps at={0} />
        {ranking.length > 0 ? (
          <Begin choices={ranking} />
        ) : may(me, 'entry.import') ? (
          <Loaded query={contests}>{(all) => <Begin choices={[...entryChoices(all), ...registry]} />}</Loaded>
        ) : may(me, 'judging.manage') ? (
          <Loaded query={given}>{(stages) => <Begin choices={[...stages, ...registry]} />}</Loaded>
        ) : (
          <Begin choices={registry} />
        )}
        <Recent />
      </div>
    </Page>
  );
}

/** Stages whose scores come from elsewhere, of every running edition. */
async function givenStages(): Promise<Choice[]> {
  const { rows } = await answer(api.GET('/api/editions', { params: { query: { size: 50 } } }));
  const choices = rows.filter((edition) => edition.state === 'open').map(async (edition): Promise<Choice[]> => {
    const { document } = await answer(api.GET('/api/editions/{id}/rulebook', { params: { path: { id: edition.id } } }));
    const { scoring } = document as { scoring?: { stages: { key: string; kind: string; label: Words }[] } };
    return (scoring?.stages ?? []).filter((stage) => stage.kind === 'given').map((stage) => ({ key: `${edition.id} ${stage.key}`, label: `${edition.name} · ${words(stage.label)}`, target: { kind: 'scores', editionId: edition.id, stageKey: stage.key } }));
  });
  return (await Promise.all(choices)).flat();
}

function Begin({ choices }: { choices: Choice[] }) {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const [key, setKey] = useState(choices[0]?.key);
  const [failed, setFailed] = useState<string>();
  const chosen = choices.find((one) => one.key === key) ?? choices[0];
  if (!chosen) return <Empty title={t('nothing')} how={t('nothingHow')} />;
  const begin = async (fileId: string): Promise<void> => {
    try {
      const run = await answer(api.POST('/api/imports', { body: { ...chosen.target, fileId } }));
      await navigate(`/imports/${run.id}`);
    } catch (thrown) {
      setFailed(asApiError(thrown).message);
    }
  };
  return (
    <section className="card stack" aria-label={t('step.template')}>
      {choices.length > 1 ? (
        <label className="stack-s">
          <strong>{t('what')}</strong>
          <select className="pick" value={chosen.key} onChange={(event) => setKey(event.target.value)}>
            {choices.map((one) => <option key={one.key} value={one.key}>{one.label}</option>)}
          </select>
        </label>
      ) : (
        <p style={{ margin: 0 }}><strong>{t('what')}</strong> {chosen.label}</p>
      )}
      <p style={{ margin: 0 }}>{t(`about.${chosen.target.kind}`)}</p>
      <div><a className="btn" href={`/api/imports/template?${new URLSearchParams({ ...chosen.target }).toString()}`} download>{t('download')}</a></div>
      <UploadField key={chosen.key} label={t('upload')} hint={t('uploadHint')} accept={ACCEPT} maxBytes={5_000_000} metadata={{ purpose: 'import' }} onDone={begin} />
      {failed && <p className="note bad" role="alert">{failed}</p>}
    </section>
  );
}

function Recent() {
  const { t } = useTranslation('imports');
  const recent = useQuery({ queryKey: ['imports'], queryFn: () => answer(api.GET('/api/imports')) });
  return (
    <section className="stack-s" aria-label={t('recent')}>
      <h2>{t('recent')}</h2>
      <Loaded query={recent} lines={3}>
        {(runs) =>
          runs.length === 0 ? (
            <p className="quiet">{t('recentNone')}</p>
          ) : (
            <ul className="import-list">
              {runs.map((run) => (
                <li key={run.id} className="row between">
                  <span>
                    <Link to={`/imports/${run.id}`}>{run.fileName}</Link>
                    <span className="block small quiet">{showMoment(run.createdAt)} · {t(`kind.${run.kind}`)} · {t('rows', { count: run.rows })}</span>
                  </span>
                  <span className="small">{t(`state.${run.state}`)}{countOf(run, 'problem', 'failed') > 0 && ` · ${t('withProblems', { count: countOf(run, 'problem', 'failed') })}`}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
