import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { may, useMe } from '../../session/session.js';
import { Loaded } from '../../status/Loaded.js';
import { StateTag } from '../../status/StateTag.js';
import { useAct } from '../secretariat/useAct.js';
import { Levels } from './Levels.js';
import { ProposalRows } from './ProposalRows.js';
import { PROPOSAL_TONES } from './ResultsDesk.js';
import './results.css';
import type { Proposal } from './proposal-data.js';


/** A list on its way to publication: who gets what and why, two approvals by different people, then publishing. */
export function ProposalPage() {
  const { proposalId = '' } = useParams();
  const proposal = useQuery({ queryKey: ['proposal', proposalId], queryFn: () => answer(api.GET('/api/results/proposals/{id}', { params: { path: { id: proposalId } } })) });
  return <Loaded query={proposal} lines={12}>{(data) => <ProposalWork proposal={data} />}</Loaded>;
}

function ProposalWork({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('results');
  const me = useMe();
  const ask = useConfirm();
  const { busy, run } = useAct();
  const path = { id: proposal.id };
  const digest = proposal.digest ?? '';

  const submit = async (): Promise<void> => {
    const sure = await ask({ title: t('propose.title'), effects: [t('propose.effect')], verb: t('propose.verb') });
    if (sure) await run(() => answer(api.POST('/api/results/proposals/{id}/propose', { params: { path } })));
  };
  const approve = async (): Promise<void> => {
    const sure = await ask({ title: t('approve.title'), effects: [t('approve.effect', { digest: digest.slice(0, 16) })], verb: t('approve.verb') });
    if (sure) await run(() => answer(api.POST('/api/results/proposals/{id}/approve', { params: { path }, body: { digest } })), t('approve.done'));
  };
  const reject = async (): Promise<void> => {
    const sure = await ask({ title: t('reject.title'), effects: [t('reject.effect')], verb: t('reject.verb'), danger: true, reason: 'required' });
    if (sure) await run(() => answer(api.POST('/api/results/proposals/{id}/reject', { params: { path }, body: { digest, reason: sure.reason } })));
  };
  const withdraw = async (): Promise<void> => {
    const sure = await ask({ title: t('withdraw.title'), effects: [t('withdraw.effect')], verb: t('withdraw.verb'), danger: true });
    if (sure) await run(() => answer(api.POST('/api/results/proposals/{id}/withdraw', { params: { path } })), t('withdraw.done'));
  };
  const publish = async (): Promise<void> => {
    const sure = await ask({ title: t('publish.title'), effects: [t('publish.effect'), t('publish.notices')], verb: t('publish.verb'), reason: 'optional', reasonLabel: t('publish.correction') });
    if (sure) await run(() => answer(api.POST('/api/results/proposals/{id}/publish', { params: { path }, body: sure.reason ? { correction: sure.reason } : {} })), t('publish.done'));
  };

  return (
    <Page
      where={[{ label: t('title'), to: `/results?edition=${proposal.editionId}` }]}
      title={`${t(`kind.${proposal.kind}`)} · ${t('version', { version: proposal.version })}`}
      state={<StateTag state={proposal.state} word={t(`proposalState.${proposal.state}`)} tone={PROPOSAL_TONES[proposal.state]} />}
      asked={t(`proposalAsked.${proposal.state}`, { defaultValue: '', count: proposal.undecided })}
      actions={
        <>
          {proposal.state === 'draft' && may(me, 'results.propose') && <Button type="primary" size="large" loading={busy} disabled={proposal.undecided > 0} onClick={() => void submit()}>{t('propose.verb')}</Button>}
          {proposal.state === 'proposed' && may(me, 'results.propose') && <Button size="large" onClick={() => void withdraw()}>{t('withdraw.verb')}</Button>}
          {proposal.mayApprove && <Button size="large" danger onClick={() => void reject()}>{t('reject.verb')}</Button>}
          {proposal.mayApprove && <Button type="primary" size="large" loading={busy} onClick={() => void approve()}>{t('approve.verb')}</Button>}
          {proposal.state === 'approved' && may(me, 'results.publish') && <Button type="primary" size="large" loading={busy} onClick={() => void publish()}>{t('publish.verb')}</Button>}
        </>
      }
    >
      {proposal.outdated && proposal.state !== 'published' && <p className="note needs">{t('outdatedNote')}</p>}
      <div className="award-split">
        <ProposalRows proposal={proposal} writable={proposal.state === 'draft' && may(me, 'results.propose')} />
        <aside className="stack">
          <Levels proposal={proposal} />
          <Cuts proposal={proposal} />
          <Approvals proposal={proposal} />
        </aside>
      </div>
    </Page>
  );
}

function Cuts({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('results');
  if (proposal.cuts.length === 0) return null;
  return (
    <section className="card stack-s" aria-label={t('cuts')}>
      <h2>{t('cuts')}</h2>
      {proposal.cuts.map((cut) => <p key={`${cut.group}-${cut.level}`} className="note needs">{t('cut', { count: cut.entries.length, places: cut.places, policy: t(`policy.${cut.policy}`) })}</p>)}
    </section>
  );
}

function Approvals({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('results');
  const me = useMe();
  const mine = proposal.approvals.some((approval) => approval.accountId === me.id);
  return (
    <section className="card stack-s" aria-label={t('approvals')}>
      <h2>{t('approvals')}</h2>
      <p className="quiet small">{t('approvalsWhat')}</p>
      {proposal.proposedBy && proposal.proposedAt && <p>{t('proposedBy', { name: proposal.proposedBy, time: showMoment(proposal.proposedAt) })}</p>}
      <ul className="plain stack-s">
        {proposal.approvals.map((approval) => (
          <li key={`${approval.accountId}-${approval.decidedAt}`}>
            <StateTag state={approval.approved ? 'approved' : 'rejected'} word={t(approval.approved ? 'approvedBy' : 'rejectedBy', { name: approval.name })} tone={approval.approved ? 'good' : 'bad'} />{' '}
            <span className="quiet small">{showMoment(approval.decidedAt)}</span>
            {approval.reason && <p className="small">{approval.reason}</p>}
          </li>
        ))}
      </ul>
      {proposal.state === 'proposed' && may(me, 'results.approve') && !proposal.mayApprove && <p className="note">{t(mine ? 'approvedAlready' : proposal.outdated ? 'outdatedNote' : 'ownProposal')}</p>}
    </section>
  );
}
