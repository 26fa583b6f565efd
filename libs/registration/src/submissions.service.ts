import { Injectable } from '@nestjs/common';
import { Editions, entryType, isLate, Rulebooks } from '#libs/contests';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, Database, Refusal, refuseIfAny, violatedConstraint } from '#libs/platform';
import { isEditable } from './core/entry-state.js';
import { levelInTurn } from './core/recommendation-chain.js';
import type { Withdrawal } from './dto/chain.dto.js';
import type { EntryCheckView, EntryView, Submission } from './dto/entry.dto.js';
import { EntryChecks, worded } from './entry-checks.service.js';
import { EntryMoves } from './entry-moves.service.js';
import { EntryNotices } from './entry-notices.service.js';
import { EntryPlaces } from './entry-places.service.js';
import { EntryProgress } from './entry-progress.service.js';
import { SubstituteCalls } from './substitute-calls.service.js';
import { EntryReach, type ReachedEntry } from './entry-reach.service.js';
import { EntryViews } from './entry-views.queries.js';
import { isSeenBy, withoutOtherSchools } from './hints.service.js';
import { UploadGrace } from './upload-grace.service.js';
import { WaitingListCalls } from './waiting-list-calls.service.js';

/** Handing an entry in, and taking it back. */
@Injectable()
export class Submissions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: AccessService,
    private readonly editions: Editions,
    private readonly rulebooks: Rulebooks,
    private readonly reach: EntryReach,
    private readonly checks: EntryChecks,
    private readonly views: EntryViews,
    private readonly moves: EntryMoves,
    private readonly places: EntryPlaces,
    private readonly notices: EntryNotices,
    private readonly progress: EntryProgress,
    private readonly calls: SubstituteCalls,
    private readonly grace: UploadGrace,
    private readonly waitingList: WaitingListCalls,
  ) {}

  /** All problems now, in the caller's language; the same as submitting would tell. What a human should look at is told to those who decide. */
  async check(actor: Actor, id: string): Promise<EntryCheckView> {
    const entry = await this.reach.seen(actor, id);
    const higher = entry.levels.some((level) => level !== 'school');
    const found = (await this.checks.problems(entry)).filter((problem) => isSeenBy(problem, higher)).map((problem) => worded(higher ? problem : withoutOtherSchools(problem))) as EntryCheckView['problems'];
    const problems = found.filter((problem) => problem.neededFor !== 'look');
    const { document } = await this.rulebooks.of(entry.editionId);
    return {
      ready: problems.every((problem) => problem.neededFor !== 'submit'),
      problems,
      toLookAt: entry.levels.length > 0 ? found.filter((problem) => problem.neededFor === 'look') : [],
      deadline: await this.views.deadline(entry, levelInTurn(entry.state), document),
      capacity: isEditable(entry.state) ? await this.waitingList.outlook(entry) : null,
    };
  }

  /**
   * Hands the entry in to its school. Effects: its members are bound (one entry per person and edition), it gets its number, its makers
   * are told. Handing in what is handed in already changes nothing. Refuses ENTRY_INCOMPLETE with every problem, DEADLINE_PASSED,
   * STUDENT_ALREADY_ENTERED when another entry was quicker. Where the edition has only so many places and none is left, it joins the waiting
   * list if its maker agrees to that; otherwise CAPACITY_WAIT or CAPACITY_FULL refuses it.
   */
  async submit(actor: Actor, id: string, input: Submission): Promise<EntryView> {
    try {
      return await this.database.transaction(() => this.handIn(actor, id, input));
    } catch (error) {
      if (violatedConstraint(error) === 'entry_consents') throw new Refusal('conflict', 'CONSENT_MISSING', { name: '' }, [{ code: 'CONSENT_MISSING', path: 'members', params: { name: '' } }]);
      if (violatedConstraint(error) !== 'entry_member_one_entry') throw error;
      throw new Refusal('conflict', 'STUDENT_ALREADY_ENTERED', { name: '' }, [{ code: 'STUDENT_ALREADY_ENTERED', path: 'members', params: { name: '' } }]);
    }
  }

  /** Takes an entry out of the contest before the last recommendation ends. Effects: places are given back and the next substitutes called, its members are free again. */
  withdraw(actor: Actor, id: string, input: Withdrawal): Promise<EntryView> {
    return this.database.transaction(async () => {
      const entry = await this.reach.made(actor, id);
      if (entry.state === 'withdrawn') return this.views.view(actor, id);
      if (entry.version !== input.version) throw new Refusal('conflict', 'CHANGED_MEANWHILE', { current: entry.version });
      await this.refuseAfterRecommendation(entry);
      await this.takeOut(entry, input.reason);
      return this.views.view(actor, id);
    });
  }

  /** The withdrawal itself, whoever decides it; also when a guardian takes the consent back. Refuses ENTRY_STATE where it is too late. */
  async takeOut(entry: ReachedEntry, reason: string): Promise<void> {
    const freed = await this.places.release([entry]);
    const moved = await this.moves.move([entry.id], { action: 'withdraw', reason });
    if (moved.length === 0) throw new Refusal('conflict', 'ENTRY_STATE', { state: entry.state });
    await this.database.query('UPDATE entry_member SET bound = false WHERE entry_id = $1', [entry.id]);
    await this.calls.callNext(freed);
    await this.notices.tellMakers(entry, 'entryWithdrawn', String(moved[0]?.version), { reason });
  }

  disqualify(actor: Actor, id: string, reason: string): Promise<EntryView> {
    return this.database.transaction(async () => {
      const entry = await this.reach.seen(actor, id);
      this.access.within(actor, 'entry.disqualify', { orgPath: entry.schoolPath, editionId: entry.editionId });
      await this.progress.disqualify(id, reason);
      return this.views.view(actor, id);
    });
  }

  private async handIn(actor: Actor, id: string, { version, joinWaitingList }: Submission): Promise<EntryView> {
    const entry = await this.reach.made(actor, id);
    if (entry.state === 'submitted' || entry.state === 'waiting') return this.views.view(actor, id);
    if (!isEditable(entry.state)) throw new Refusal('conflict', 'ENTRY_NOT_EDITABLE', { state: entry.state });
    if (entry.version !== version) throw new Refusal('conflict', 'CHANGED_MEANWHILE', { current: entry.version });
    await this.editions.requireOpen(entry.editionId, 'school', await this.grace.untilHandedIn(entry));
    refuseIfAny((await this.checks.problems(entry)).filter((problem) => problem.neededFor === 'submit').map(worded), 'ENTRY_INCOMPLETE');
    const { document } = await this.rulebooks.of(entry.editionId);
    if (entryType(document, entry.type).team.oneEntryPerPerson) await this.database.often('UPDATE entry_member SET bound = true WHERE entry_id = $1', [id]);
    const waits = (await this.waitingList.claim(entry, joinWaitingList ?? false)) === 'waits';
    const [moved] = await this.moves.move([id], { action: waits ? 'wait' : 'submit' });
    const facts = await this.editions.facts(entry.editionId);
    await this.database.often(
      `UPDATE entry SET submitted_at = COALESCE(submitted_at, $2), return_reason = NULL,
              entry_no = COALESCE(entry_no, $3 || lpad(nextval('entry_number')::text, 6, '0')) WHERE id = $1`,
      [id, this.clock.now(), `${facts.number}${facts.contestCode}`],
    );
    if (waits) await this.waitingList.join(entry, entry.title);
    else await this.notices.tellMakers(entry, 'entrySubmitted', String(moved?.version));
    return this.views.view(actor, id);
  }

  private async refuseAfterRecommendation(entry: ReachedEntry): Promise<void> {
    if (entry.state === 'draft') return;
    const { document } = await this.rulebooks.of(entry.editionId);
    const stage = document.chain.find((step) => step.level === 'prefecture')?.stage;
    if (stage === undefined) return;
    const window = await this.editions.stageWindow(entry.editionId, stage);
    if (isLate(window.now, window.closesAt, window.lastSecond)) throw new Refusal('conflict', 'WITHDRAWAL_TOO_LATE', { closesAt: window.closesAt.toISOString() });
  }
}
