import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { Level } from '#libs/contests';
import { Clock, currentContext, Database, Outbox } from '#libs/platform';
import { ScanEntry } from './registration.jobs.js';
import { CALLABLE, SubstituteCalls } from './substitute-calls.service.js';
import { WaitingListCalls } from './waiting-list-calls.service.js';
import { statesBefore, TRANSITIONS, type EntryAction, type EntryState } from './core/entry-state.js';

export interface Move {
  action: EntryAction;
  level?: Level | null;
  reason?: string;
  fixBy?: Date | null;
  /** Keys of the check list that were ticked. */
  checked?: string[];
}

export interface MovedEntry {
  id: string;
  fromState: EntryState;
  toState: EntryState;
  version: number;
}

/** An action leads to one state wherever it starts. */
const goal = (action: EntryAction): EntryState => {
  const from = statesBefore(action)[0] as EntryState;
  return TRANSITIONS[from][action] as EntryState;
};

/** From elsewhere no entry has a turn as a substitute that could end. */
const CAN_BE_CALLED: readonly EntryState[] = Object.values(CALLABLE);

/** What comes in is looked through: for names before the blind review, and for works it resembles. */
const SCANNED_AFTER: readonly EntryAction[] = ['submit', 'wait', 'recommendPrefecture'];

/** The one place where an entry changes its state. */
@Injectable()
export class EntryMoves {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly substitutes: SubstituteCalls,
    private readonly waitingList: WaitingListCalls,
  ) {}

  /**
   * Moves those of `ids` that stand where the action may begin; the others stay and are missing from the answer. Effects of each move:
   * the new state with its time, a higher version, one line in the entry's record, one in the audit log; a scan of what was handed in or reached the
   * province; its turn as a substitute ends; who leaves gives back the place in the edition. What an action means beyond that
   * (places, frozen content, notices) is done by the service that calls.
   */
  async move(ids: string[], move: Move): Promise<MovedEntry[]> {
    if (ids.length === 0) return [];
    const now = this.clock.now();
    const to = goal(move.action);
    const moved = await this.database.often<MovedEntry>(
      `WITH old AS (SELECT id, state FROM entry WHERE id = ANY ($1::uuid[]) AND state = ANY ($2::text[]) ORDER BY id FOR UPDATE),
            moved AS (UPDATE entry e SET state = $3, state_since = $4, updated_at = $4, version = e.version + 1 FROM old WHERE e.id = old.id
                      RETURNING e.id, old.state AS from_state, e.version),
            noted AS (INSERT INTO entry_decision (entry_id, action, from_state, to_state, level, decided_by, reason, fix_by, checked, entry_version, decided_at)
                      SELECT id, $5, from_state, $3, $6, $7, $8, $9, $10, version, $4 FROM moved ORDER BY id)
       SELECT id, from_state AS "fromState", $3::text AS "toState", version FROM moved ORDER BY id`,
      [ids, statesBefore(move.action), to, now, move.action, move.level ?? null, currentContext().accountId ?? null, move.reason ?? '', move.fixBy ?? null, move.checked ?? []],
    );
    await this.audit.recordAll(
      moved.map((entry) => ({
        action: `entry.${move.action}`, subject: { type: 'entry', id: entry.id }, before: { state: entry.fromState }, after: { state: entry.toState, version: entry.version },
        ...(move.reason ? { reason: move.reason } : {}),
      })),
    );
    await this.substitutes.leave(moved.filter((entry) => CAN_BE_CALLED.includes(entry.fromState)).map((entry) => entry.id));
    await this.waitingList.follow(moved);
    if (SCANNED_AFTER.includes(move.action)) await this.outbox.addAll(ScanEntry, moved.map(({ id }) => ({ payload: { entryId: id }, dedupeKey: id })));
    return moved;
  }
}
