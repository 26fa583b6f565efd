import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { showDay } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { useSession, type Me } from '../../session/session.js';
import { Deadline } from '../../status/Deadline.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { StateTag } from '../../status/StateTag.js';
import { menuOf } from '../../layout/menu.js';
import { ListState } from './list-parts.js';
import { stageInView, useAnnouncements, useContests, useResultIndex, type PublicContest, type PublicEdition } from './portal.js';
import { StageLine } from './StageLine.js';

/** What runs now with its stage, date line and one action; then announcements and published lists. */
export function Home() {
  const { t } = useTranslation('public');
  const contests = useContests();
  return (
    <Page title={t('home.title')}>
      <div className="stack" style={{ gap: 28 }}>
        <Loaded query={contests} lines={5}>
          {(all) => <Running contests={all} />}
        </Loaded>
        <div className="home-columns">
          <News />
          <Published />
        </div>
      </div>
    </Page>
  );
}

function Running({ contests }: { contests: PublicContest[] }) {
  const { t } = useTranslation('public');
  const running = contests.flatMap((contest) => contest.editions.filter((edition) => edition.state === 'open').map((edition) => ({ contest, edition })));
  if (running.length === 0) return <Empty title={t('home.noneRunning')} how={t('home.noneRunningHow')} />;
  return (
    <ul className="plain stack">
      {running.map(({ contest, edition }) => (
        <li key={edition.id}>
          <EditionCard contest={contest} edition={edition} />
        </li>
      ))}
    </ul>
  );
}

function EditionCard({ contest, edition }: { contest: PublicContest; edition: PublicEdition }) {
  const { t } = useTranslation('public');
  const { me } = useSession();
  const stage = stageInView(edition);
  const running = stage?.status === 'running';
  return (
    <article className="card">
      <div className="row between">
        <h2><Link to={`/contests/${edition.id}`} className="quiet-link">{edition.name}</Link></h2>
        {!stage && <StateTag kind="edition" state={edition.state} word={t('home.over')} />}
        {stage && <StateTag state={stage.key} tone={running ? 'going' : 'plain'} word={running ? t('home.now', { stage: stage.label }) : t('home.next', { stage: stage.label })} />}
      </div>
      {contest.organiser && <p className="quiet small" style={{ margin: '2px 0 0' }}>{contest.organiser}</p>}
      {stage && <StageLine stages={edition.stages} now={edition.stageNow} />}
      <div className="row between" style={{ marginTop: 14 }}>
        {stage ? <Deadline at={running ? stage.closesAt : stage.opensAt} label={running ? t('home.closes', { stage: stage.label }) : t('home.opens', { stage: stage.label })} /> : <span />}
        <NextStep me={me} edition={edition} stageKind={running ? stage?.kind : undefined} />
      </div>
    </article>
  );
}

/** The one thing to do: one's own desk when signed in, entering while entries are open, reading on otherwise. */
function NextStep({ me, edition, stageKind }: { me: Me | null | undefined; edition: PublicEdition; stageKind: string | undefined }) {
  const { t } = useTranslation('public');
  const desk = me ? menuOf(me)[0] : undefined;
  if (desk) return <Link className="btn primary" to={desk.to}>{t('home.toDesk', { desk: t(`shell:menu.${desk.key}`) })}</Link>;
  if (stageKind === 'submission') return <Link className="btn primary" to="/login?next=/entries">{t('home.enter')}</Link>;
  return <Link className="btn" to={`/contests/${edition.id}`}>{t('home.details')}</Link>;
}

function News() {
  const { t } = useTranslation('public');
  const announcements = useAnnouncements({ size: 6 });
  return (
    <section className="stack-s" aria-labelledby="news">
      <div className="row between">
        <h2 id="news">{t('news.title')}</h2>
        <Link to="/announcements">{t('news.all')}</Link>
      </div>
      <Loaded query={announcements} lines={4}>
        {(page) =>
          page.total === 0 ? (
            <Empty title={t('news.empty')} how={t('news.emptyHow')} />
          ) : (
            <ul className="plain lines">
              {page.rows.map((one) => (
                <li key={one.id}>
                  <Link to={`/announcements/${one.id}`}>{one.pinned && <span className="small">{t('news.pinned')} </span>}{one.title}</Link>
                  <time className="quiet small nowrap" dateTime={one.publishedAt ?? ''}>{one.publishedAt && showDay(one.publishedAt)}</time>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Published() {
  const { t } = useTranslation('public');
  const lists = useResultIndex();
  return (
    <section className="stack-s" aria-labelledby="published">
      <div className="row between">
        <h2 id="published">{t('results.title')}</h2>
        <Link to="/published">{t('results.all')}</Link>
      </div>
      <Loaded query={lists} lines={4}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t('results.empty')} how={t('results.emptyHow')} />
          ) : (
            <ul className="plain lines">
              {all.slice(0, 6).map((one) => (
                <li key={`${one.editionId}.${one.kind}`}>
                  <Link to={`/published/${one.editionId}?kind=${one.kind}`}>{t(`results.list.${one.kind}`, { edition: one.editionName })}</Link>
                  <ListState {...one} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
