import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { currentLanguage } from '../../i18n/index.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { Failure } from '../../status/Failure.js';
import { Skeleton } from '../../status/Skeleton.js';
import { StateTag } from '../../status/StateTag.js';
import { ListState } from './list-parts.js';
import { stageInView, useAnnouncements, useResultIndex, type PublicEdition } from './portal.js';
import { StageLine } from './StageLine.js';

/** One edition: its calendar to the minute, who may enter what, its announcements and published lists. */
export function EditionPage() {
  const { t } = useTranslation('public');
  const { editionId = '' } = useParams();
  const edition = useQuery({
    queryKey: ['public', 'edition', currentLanguage(), editionId],
    queryFn: () => answer(api.GET('/api/public/editions/{id}', { params: { path: { id: editionId } } })),
    staleTime: 60_000,
  });
  if (!edition.data) return <Page title={t('edition.title')}>{edition.isError ? <Failure error={edition.error} retry={() => void edition.refetch()} /> : <Skeleton lines={8} />}</Page>;
  const one = edition.data;
  const stage = stageInView(one);
  const running = stage?.status === 'running';
  return (
    <Page
      where={[{ label: t('home.title'), to: '/' }]}
      title={one.name}
      state={<StateTag kind="edition" state={one.state} tone={one.state === 'open' && stage ? 'going' : 'plain'} word={one.state === 'open' && !stage ? t('home.over') : undefined} />}
      asked={running ? t('home.now', { stage: stage.label }) : undefined}
      until={running ? stage.closesAt : undefined}
      actions={running && stage.kind === 'submission' ? <Link className="btn primary" to="/login?next=/entries">{t('home.enter')}</Link> : undefined}
    >
      <div className="stack" style={{ gap: 28 }}>
        <StageLine stages={one.stages} now={one.stageNow} />
        <Calendar edition={one} />
        <Types edition={one} />
        <EditionNews editionId={one.id} />
        <EditionLists editionId={one.id} />
        <p className="note small">{one.disclaimer}{one.approvalNumber ? ` ${t('edition.approval', { number: one.approvalNumber })}` : ''}</p>
      </div>
    </Page>
  );
}

function Calendar({ edition }: { edition: PublicEdition }) {
  const { t } = useTranslation('public');
  return (
    <section className="stack-s" aria-labelledby="calendar">
      <h2 id="calendar">{t('edition.calendar')}</h2>
      <table className="plain cards">
        <thead>
          <tr><th scope="col">{t('edition.stage')}</th><th scope="col">{t('edition.opens')}</th><th scope="col">{t('edition.closes')}</th><th scope="col">{t('edition.status')}</th></tr>
        </thead>
        <tbody>
          {edition.stages.map((stage) => (
            <tr key={stage.key}>
              <td className="main">{stage.label}</td>
              <td data-label={t('edition.opens')}>{showMoment(stage.opensAt)}</td>
              <td data-label={t('edition.closes')}>{showMoment(stage.closesAt)}</td>
              <td data-label={t('edition.status')}>{t(`shell:stageStatus.${stage.status}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Types({ edition }: { edition: PublicEdition }) {
  const { t } = useTranslation('public');
  const label = (key: string): string => edition.groups.find((group) => group.key === key)?.label ?? key;
  if (edition.types.length === 0) return null;
  return (
    <section className="stack-s" aria-labelledby="types">
      <h2 id="types">{t('edition.types')}</h2>
      <ul className="plain lines">
        {edition.types.map((type) => (
          <li key={type.key} style={{ flexDirection: 'column' }}>
            <strong>{type.label}</strong>
            <span className="quiet">{type.entrant === 'students' ? type.groups.map(label).join(t('listComma')) : t('edition.teachers')}</span>
            {type.hint && <span className="small quiet">{type.hint}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function EditionNews({ editionId }: { editionId: string }) {
  const { t } = useTranslation('public');
  const { data } = useAnnouncements({ editionId, size: 10 });
  if (!data || data.total === 0) return null;
  return (
    <section className="stack-s" aria-labelledby="edition-news">
      <h2 id="edition-news">{t('news.title')}</h2>
      <ul className="plain lines">
        {data.rows.map((one) => (
          <li key={one.id}><Link to={`/announcements/${one.id}`}>{one.title}</Link></li>
        ))}
      </ul>
    </section>
  );
}

function EditionLists({ editionId }: { editionId: string }) {
  const { t } = useTranslation('public');
  const { data } = useResultIndex();
  const own = data?.filter((list) => list.editionId === editionId) ?? [];
  if (own.length === 0) return null;
  return (
    <section className="stack-s" aria-labelledby="edition-lists">
      <h2 id="edition-lists">{t('results.title')}</h2>
      <ul className="plain lines">
        {own.map((one) => (
          <li key={one.kind}>
            <Link to={`/published/${editionId}?kind=${one.kind}`}>{t(`results.list.${one.kind}`, { edition: one.editionName })}</Link>
            <ListState {...one} />
          </li>
        ))}
      </ul>
    </section>
  );
}
