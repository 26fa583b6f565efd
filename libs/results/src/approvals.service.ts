import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { Actor } from '#libs/identity';
import { Clock, Database, Refusal, violatedConstraint } from '#libs/platform';
import type { ApprovalInput, ProposalDetail, RejectionInput } from './dto/proposal.dto.js';
import { ProposalQueries } from './proposal.queries.js';
import { Proposals, type LockedProposal } from './proposals.service.js';

const REFUSED_BY: Record<string, string> = {
  approvers_differ: 'APPROVED_ALREADY',
  approval_once: 'APPROVED_ALREADY',
  proposer_does_not_approve: 'PROPOSER_CANNOT_APPROVE',
};

/** Two different people, neither of them the one who proposed, say yes to the same digest. */
@Injectable()
export class Approvals {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly proposals: Proposals,
    private readonly queries: ProposalQueries,
  ) {}

  /** The first yes is noted, the second one makes the list publishable. */
  async approve(actor: Actor, id: string, { digest, reason = '' }: ApprovalInput): Promise<ProposalDetail> {
    await this.database.transaction(async () => {
      const proposal = await this.open(actor, id, digest);
      if (proposal.firstApprover === actor.accountId) throw new Refusal('conflict', 'APPROVED_ALREADY');
      if (!proposal.proposerMayApprove && proposal.proposedBy === actor.accountId) throw new Refusal('conflict', 'PROPOSER_CANNOT_APPROVE');
      await this.speak(actor, proposal, { approved: true, reason });
      const second = proposal.firstApprover !== null;
      await this.translated(
        second
          ? this.database.query(`UPDATE award_proposal SET state = 'approved', second_approver = $2, approved_at = $3 WHERE id = $1`, [id, actor.accountId, this.clock.now()])
          : this.database.query('UPDATE award_proposal SET first_approver = $2 WHERE id = $1', [id, actor.accountId]),
      );
      await this.audit.record({ action: second ? 'results.approved' : 'results.approvedFirst', subject: { type: 'award_proposal', id }, after: { digest }, reason: reason || undefined });
    });
    return this.queries.detail(actor, id);
  }

  /** One no ends the proposal; the reason stays with it. */
  async reject(actor: Actor, id: string, { digest, reason }: RejectionInput): Promise<ProposalDetail> {
    await this.database.transaction(async () => {
      const proposal = await this.open(actor, id, digest);
      await this.speak(actor, proposal, { approved: false, reason });
      await this.database.query(`UPDATE award_proposal SET state = 'rejected' WHERE id = $1`, [id]);
      await this.audit.record({ action: 'results.rejected', subject: { type: 'award_proposal', id }, after: { digest }, reason });
    });
    return this.queries.detail(actor, id);
  }

  private async open(actor: Actor, id: string, digest: string): Promise<LockedProposal> {
    const proposal = await this.proposals.lock(actor, id, 'results.approve');
    this.proposals.requireStep(proposal, 'approve');
    if (proposal.digest !== digest) throw new Refusal('conflict', 'PROPOSAL_CHANGED');
    await this.proposals.requireNewest(proposal);
    return proposal;
  }

  private async speak(actor: Actor, proposal: LockedProposal, { approved, reason }: { approved: boolean; reason: string }): Promise<void> {
    await this.translated(
      this.database.query('INSERT INTO approval (proposal_id, account_id, approved, reason, digest, decided_at) VALUES ($1, $2, $3, $4, $5, $6)', [
        proposal.id, actor.accountId, approved, reason, proposal.digest, this.clock.now(),
      ]),
    );
  }

  /** What only the database noticed is said in the same words. */
  private async translated(write: Promise<unknown>): Promise<void> {
    try {
      await write;
    } catch (error) {
      const code = REFUSED_BY[violatedConstraint(error) ?? ''];
      if (code) throw new Refusal('conflict', code);
      throw error;
    }
  }
}
