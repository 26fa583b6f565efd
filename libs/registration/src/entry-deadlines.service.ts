import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { isLate, Rulebooks } from '#libs/contests';
import { Clock, Database, PROCESS_ROLE, text, type ProcessRole } from '#libs/platform';
import { inChina } from './core/contest-time.js';
import { EntryMoves } from './entry-moves.service.js';
import { EntryNotices } from './entry-notices.service.js';
import { ListExports } from './list-exports.service.js';
import { SubstituteCalls } from './substitute-calls.service.js';
import { WaitingList } from './waiting-list.service.js';

interface ReturnedEntry {
  id: string;
  title: string;
  editionId: string;
  returnedBy: string;
  fixBy: Date;
  version: number;
  /** End of the stage in which entries are handed in. */
  closesAt: Date | null;
}

export interface DeadlineWork {
  reminded: number;
  lapsed: number;
  expired: number;
  /** Files of exports that were emptied. */
  cleared: number;
}

const EVERY_MS = 60_000;

/** What happens by itself when a time has come: reminders, returns that were not put right, calls nobody answered, exports nobody may fetch any more. Runs in the worker; twice at once does no harm. */
@Injectable()
export class EntryDeadlines implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('registration');
  private timer?: NodeJS.Timeout;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(PROCESS_ROLE) private readonly role: ProcessRole,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rulebooks: Rulebooks,
    private readonly moves: EntryMoves,
    private readonly notices: EntryNotices,
    private readonly calls: SubstituteCalls,
    private readonly waitingList: WaitingList,
    private readonly exports: ListExports,
  ) {}

  onApplicationBootstrap(): void {
    if (this.role !== 'worker') return;
    this.timer = setInterval(() => {
      this.running = this.look().catch((error: unknown) => this.log.warn(`Deadlines were not looked at: ${String(error)}`));
    }, EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Does what is due by the server's clock. */
  async look(): Promise<DeadlineWork> {
    const waiting = await this.waitingList.look();
    const work = { reminded: 0, lapsed: 0, expired: (await this.calls.expire()) + waiting.expired, cleared: await this.exports.clear() };
    for (const entry of await this.returned()) {
      const { document } = await this.rulebooks.of(entry.editionId);
      const rule = document.chain.find((step) => step.level === entry.returnedBy)?.returns;
      if (!rule) continue;
      const now = this.clock.now();
      const { lastSecond } = document.calendar;
      if (isLate(now, entry.fixBy, lastSecond)) {
        // While the stage of handing in still runs, whoever is late can still hand in.
        const closed = entry.closesAt !== null && isLate(now, entry.closesAt, lastSecond);
        if (rule.afterwards === 'notRecommended' && closed && (await this.lapse(entry))) work.lapsed += 1;
      } else if (entry.fixBy.getTime() - now.getTime() <= rule.reminderHours * 3_600_000) {
        if ((await this.notices.tellMakers(entry, 'fixByNear', String(entry.version), { fixBy: inChina(entry.fixBy) })) > 0) work.reminded += 1;
      }
    }
    return work;
  }

  private lapse(entry: ReturnedEntry): Promise<boolean> {
    return this.database.transaction(async () => {
      // Meanwhile it may have been handed in and sent back again, with more time.
      if (!(await this.database.first('SELECT 1 FROM entry WHERE id = $1 AND version = $2 FOR UPDATE', [entry.id, entry.version]))) return false;
      const moved = await this.moves.move([entry.id], { action: 'lapse', reason: text('chain.notPutRight', { fixBy: inChina(entry.fixBy) }, 'zh') });
      if (moved.length === 0) return false;
      await this.notices.tellMakers(entry, 'entryLapsed', String(moved[0]?.version), { fixBy: inChina(entry.fixBy) });
      return true;
    });
  }

  /** Entries that are being put right, in editions that run; those whose makers have been reminded of this very time only once it is over. */
  private returned(): Promise<ReturnedEntry[]> {
    return this.database.query<ReturnedEntry>(
      `SELECT e.id, e.title, e.edition_id AS "editionId", e.returned_by AS "returnedBy", e.fix_by AS "fixBy", e.version, s.closes_at AS "closesAt"
       FROM entry e JOIN edition ed ON ed.id = e.edition_id AND ed.state = 'open' LEFT JOIN edition_stage s ON s.edition_id = e.edition_id AND s.key = 'school'
       WHERE e.state = 'returned' AND e.fix_by IS NOT NULL AND e.returned_by IS NOT NULL AND e.fix_by <= $1
         AND (e.fix_by <= $2 OR NOT EXISTS (SELECT 1 FROM notice n WHERE n.account_id = COALESCE(e.keeper_id, e.created_by) AND n.dedupe_key = 'entry:' || e.id || ':fixByNear:' || e.version))
       ORDER BY e.fix_by, e.id LIMIT 2000`,
      [new Date(this.clock.millis() + 31 * 86_400_000), this.clock.now()],
    );
  }
}
