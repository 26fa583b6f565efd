import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { showDay } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { Deadline } from '../../status/Deadline.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { StateTag } from '../../status/StateTag.js';
import './results.css';

type Own = Schemas['OwnResult'];

/** The results of one's own entries: the prize, how it came about in one paragraph, the judges' words, what may be done next. */
export function OwnResults() {
  const { t } = useTranslation(['results', 'timetable']);
  const results = useQuery({ queryKey: ['results', 'mine'], queryFn: () => answer(api.GET('/api/results/mine')) });
  return (
    <Page title={t('own.title')} asked={t('own.asked')} width="narrow" actions={<Link className="btn" to="/results/interviews">{t('timetable:own.title')}</Link>}>
      <Loaded query={results} lines={8}>
        {(list) => (list.length === 0 ? <Empty title={t('own.none')} how={t('own.noneHow')} /> : <div className="stack">{byEntry(list).map(([newest, ...earlier]) => newest && <OwnResult key={newest.entryId} result={newest} earlier={earlier} />)}</div>)}
      </Loaded>
    </Page>
  );
}

/** The results of each entry, the newest first. */
function byEntry(results: Own[]): Own[][] {
  const entries = new Map<string, Own[]>();
  for (const result of [...results].sort((one, other) => other.postedAt.localeCompare(one.postedAt))) entries.set(result.entryId, [...(entries.get(result.entryId) ?? []), result]);
  return [...entries.values()];
}

function OwnResult({ result, earlier }: { result: Own; earlier: Own[] }) {
  const { t } = useTranslation('results');
  const comments = useQuery({
    queryKey: ['results', 'comments', result.entryId],
    queryFn: () => answer(api.GET('/api/judging/entries/{entryId}/comments', { params: { path: { entryId: result.entryId } } })),
    retry: false,
  });
  const criteria = useQuery({
    queryKey: ['results', 'criteria', result.entryId],
    queryFn: () => answer(api.GET('/api/judging/entries/{entryId}/criteria', { params: { path: { entryId: result.entryId } } })),
    retry: false,
  });
  return (
    <article className="card stack own-result">
      <p className="quiet small">{result.editionName} · {result.entryNo}</p>
      <h2>{result.title}</h2>
      <p className="own-award"><span className="sr-only">{t('column.award')} </span>{result.awardLabel}</p>
      <dl className="facts">
        {result.rank !== null && <><dt>{t('rank')}</dt><dd className="tnum">{t('rankOf', { rank: result.rank, of: result.of ?? '–' })}</dd></>}
        {result.total !== null && <><dt>{t('total')}</dt><dd className="tnum">{result.total}</dd></>}
        {result.stages.map((stage) => <StageScore key={stage.stage} label={stage.label} score={stage.score} />)}
      </dl>
      <section>
        <h3>{t('own.how')}</h3>
        <p className="prose">{result.explanation}</p>
      </section>
      {criteria.data && criteria.data.length > 0 && (
        <section className="stack-s">
          <h3>{t('own.criteria')}</h3>
          <dl className="facts">
            {criteria.data.map((one) => <Criterion key={`${one.stageLabel} ${one.label}`} label={`${one.stageLabel} · ${one.label}`} mean={one.mean} max={one.max} />)}
          </dl>
        </section>
      )}
      {comments.data && comments.data.length > 0 && (
        <section className="stack-s">
          <h3>{t('own.comments')}</h3>
          {comments.data.map((comment, index) => <blockquote key={index} className="note">{comment.comment} <span className="quiet small">{comment.stageLabel}</span></blockquote>)}
        </section>
      )}
      <div className="row between">
        <StateTag state={result.state} word={t(`publicationState.${result.state}`)} tone={result.state === 'confirmed' ? 'good' : 'going'} />
        {result.state === 'in_notice' ? <Deadline at={result.noticeClosesAt} label={t('own.objectUntil')} /> : <span className="quiet small">{t('own.posted', { day: showDay(result.postedAt) })}</span>}
      </div>
      {earlier.length > 0 && (
        <details className="own-earlier">
          <summary>{t('own.earlier')}</summary>
          <ul className="plain stack-s">
            {earlier.map((one) => (
              <li key={`${one.kind}-${one.postedAt}`}>
                <strong>{t('own.kindAward', { kind: t(`kind.${one.kind}`), award: one.awardLabel })}</strong> <span className="quiet small">{t('own.posted', { day: showDay(one.postedAt) })}</span>
                <p className="prose small">{one.explanation}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

function StageScore({ label, score }: { label: string; score: string | null }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="tnum">{score ?? '–'}</dd>
    </>
  );
}

function Criterion({ label, mean, max }: { label: string; mean: string; max: string }) {
  return <><dt>{label}</dt><dd className="tnum">{mean} / {max}</dd></>;
}
