import { Injectable } from '@nestjs/common';
import { Editions, isLate, Rulebooks } from '#libs/contests';
import { Database } from '#libs/platform';

interface Graced {
  id: string;
  editionId: string;
  fixBy: Date | null;
}

/**
 * Uploads that began in time and end a little late, where the rulebook has a grace for them. Both ends are told by the server's clock:
 * when the upload began is what the server wrote down when it did.
 */
@Injectable()
export class UploadGrace {
  constructor(private readonly database: Database, private readonly editions: Editions, private readonly rulebooks: Rulebooks) {}

  /** Until when a file may still be put in, whose upload began at `begunAt`: the entry's own extension, or the grace's end. */
  async until(entry: Graced, begunAt: Date | null): Promise<Date | null> {
    const grace = await this.end(entry);
    if (!grace || !begunAt || isLate(begunAt, grace.closesAt, grace.lastSecond)) return entry.fixBy;
    return later(entry.fixBy, grace.until);
  }

  /** Until when an entry may still be handed in: the grace's end if one of its files came in by it. */
  async untilHandedIn(entry: Graced): Promise<Date | null> {
    const grace = await this.end(entry);
    if (!grace) return entry.fixBy;
    const came = await this.database.first(
      `SELECT 1 FROM material m JOIN file_object f ON f.id = m.file_id WHERE m.entry_id = $1 AND m.ended_at IS NULL AND m.added_at >= $2 AND f.begun_at < $2`,
      [entry.id, grace.closesAt],
    );
    return came ? later(entry.fixBy, grace.until) : entry.fixBy;
  }

  /** End of the grace of an edition; null where there is none. */
  async end(entry: Pick<Graced, 'editionId'>): Promise<{ closesAt: Date; until: Date; lastSecond: 'included' | 'excluded' } | null> {
    const { document } = await this.rulebooks.of(entry.editionId);
    const minutes = document.calendar.uploadGraceMinutes ?? 0;
    if (minutes === 0) return null;
    const { closesAt, lastSecond } = await this.editions.stageWindow(entry.editionId, 'school');
    return { closesAt, until: new Date(closesAt.getTime() + minutes * 60_000), lastSecond };
  }
}

const later = (one: Date | null, other: Date): Date => (one && one > other ? one : other);
