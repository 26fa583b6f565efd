import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { may, useMe } from '../../session/session.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { StateTag, type Tone } from '../../status/StateTag.js';
import { useAct } from '../secretariat/useAct.js';
import { NothingYet } from './NothingYet.js';
import { Publications } from './Publications.js';
import './results.css';

type Edition = Schemas['EditionView'];
type Proposal = Schemas['ProposalView'];

export const PROPOSAL_TONES: Record<Proposal['state'], Tone> = { draft: 'plain', proposed: 'needs', approved: 'going', rejected: 'bad', published: 'good', superseded: 'plain' };

/** From scores to the published list: calculations, proposals, publications of one edition. */
export function ResultsDesk() {
  const { t } = useTranslation('results');
  const [params, setParams] = useSearchParams();
  const editions = useQuery({
    queryKey: ['editions', 'reviewed'],
    queryFn: async () => (await answer(api.GET('/api/editions', { params: { query: { size: 50 } } }))).rows.filter((edition) => edition.state !== 'preparing'),
  });
  const running = editions.data?.find((one) => one.stages.some((stage) => stage.kind === 'review' && stage.status === 'running'));
  const edition = editions.data?.find((one) => one.id === params.get('edition')) ?? running ?? editions.data?.[0];
  return (
    <Page
      where={edition ? [{ label: edition.name }] : []}
      title={t('title')}
      asked={t('asked')}
      actions={
        <select aria-label={t('edition')} className="pick" value={edition?.id} onChange={(event) => setParams({ edition: event.target.value })}>
          {editions.data?.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        </select>
      }
    >
      <Loaded query={editions}>
        {() =>
          edition ? (
            <div className="stack">
              <Publications edition={edition} />
              <Proposals edition={edition} />
              {edition.stages.filter((stage) => stage.kind === 'review').map((stage) => <Snapshots key={stage.key} edition={edition} stageKey={stage.key} label={stage.label} />)}
            </div>
          ) : (
            <Empty title={t('noEdition')} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Proposals({ edition }: { edition: Edition }) {
  const { t } = useTranslation('results');
  const proposals = useQuery({ queryKey: ['proposals', edition.id], queryFn: () => answer(api.GET('/api/results/editions/{editionId}/proposals', { params: { path: { editionId: edition.id } } })) });
  return (
    <section className="stack-s" aria-label={t('proposals')}>
      <h2>{t('proposals')}</h2>
      <Loaded query={proposals} lines={2}>
        {(list) =>
          list.length === 0 ? <NothingYet title={t('noProposals')} how={t('noProposalsHow')} /> : (
            <ul className="plain stack-s">
              {list.map((proposal) => (
                <li key={proposal.id} className="card row between">
                  <Link to={`/results/proposals/${proposal.id}`}>{t(`kind.${proposal.kind}`)} · {t('version', { version: proposal.version })}</Link>
                  <span className="row">
                    {proposal.outdated && <StateTag state="outdated" word={t('outdated')} tone="needs" />}
                    {proposal.undecided > 0 && <StateTag state="undecided" word={t('undecided', { count: proposal.undecided })} tone="needs" />}
                    <StateTag state={proposal.state} word={t(`proposalState.${proposal.state}`)} tone={PROPOSAL_TONES[proposal.state]} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Snapshots({ edition, stageKey, label }: { edition: Edition; stageKey: string; label: string }) {
  const { t } = useTranslation('results');
  const me = useMe();
  const navigate = useNavigate();
  const { busy, run } = useAct();
  const path = { editionId: edition.id, stageKey };
  const isLast = edition.stages.filter((stage) => stage.kind === 'review').at(-1)?.key === stageKey;
  const snapshots = useQuery({
    queryKey: ['snapshots', edition.id, stageKey],
    queryFn: () => answer(api.GET('/api/results/editions/{editionId}/stages/{stageKey}/snapshots', { params: { path } })),
    refetchInterval: 10_000,
  });
  const latest = snapshots.data?.find((snapshot) => snapshot.latest);
  const propose = (kind: 'shortlist' | 'awards'): Promise<boolean> =>
    run(async () => {
      const proposal = await answer(api.POST('/api/results/proposals', { body: { snapshotId: latest?.id ?? '', kind } }));
      await navigate(`/results/proposals/${proposal.id}`);
    });
  return (
    <section className="stack-s" aria-label={t('calculations', { stage: label })}>
      <h2>{t('calculations', { stage: label })}</h2>
      <Loaded query={snapshots} lines={2}>
        {(list) =>
          list.length === 0 ? <NothingYet title={t('noCalculation')} how={t('noCalculationHow')} /> : (
            <ul className="plain stack-s">
              {list.map((snapshot) => (
                <li key={snapshot.id} className="row between card">
                  <span className="stack-s" style={{ gap: 2 }}>
                    <span>{t('calculation', { number: snapshot.sequence, time: showMoment(snapshot.createdAt) })} {snapshot.latest && <StateTag state="latest" word={t('latest')} tone="good" />}</span>
                    <span className="quiet small digest">{t('engine', { engine: snapshot.engine, digest: snapshot.outputSha256.slice(0, 16) })}</span>
                  </span>
                  <span className="row">
                    {may(me, 'results.verify') && <a className="btn bare" href={`/api/results/snapshots/${snapshot.id}/bundle`} download>{t('bundle')}</a>}
                    {snapshot.latest && may(me, 'results.propose') && <Button loading={busy} onClick={() => void propose(isLast ? 'awards' : 'shortlist')}>{t(isLast ? 'proposeAwards' : 'proposeShortlist')}</Button>}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
