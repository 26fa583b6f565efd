import type { RegistrationDesk } from './registration-desk.js';
import type { Where } from './cast.js';

/** Entries that stand somewhere in the chain already, made in the database: for specs about what happens from there on. */
export class RecommendedEntries {
  private serial = 0;

  constructor(private readonly desk: RegistrationDesk) {}

  async add(count: number, state: 'submitted' | 'school_approved' | 'county_recommended', where: Where = 'here', title?: string): Promise<{ id: string; version: number }[]> {
    const { system, cast, editionId } = this.desk;
    const unit = cast.units[where];
    const coach = await cast.as('coach', where);
    const first = this.serial + 1;
    this.serial += count;
    return system.db.query(
      `INSERT INTO entry (edition_id, type, group_key, discipline, class_key, title, state, school_id, county_id, prefecture_id, entry_no, created_by, created_at, updated_at, submitted_at, state_since)
       SELECT $1, 'project', 'junior', 'EN', 'B', COALESCE($2, '第' || n || '号装置'), $3, $4, $5, $6, 'S' || lpad(n::text, 6, '0'), $7, $8, $8, $8, $8 FROM generate_series($9::int, $10::int) n
       RETURNING id, version`,
      [editionId, title ?? null, state, unit.school, unit.county, unit.prefecture, coach.accountId, system.clock.now(), first, this.serial],
    );
  }

  async state(id: string): Promise<string | undefined> {
    return (await this.desk.system.db.first<{ state: string }>('SELECT state FROM entry WHERE id = $1', [id]))?.state;
  }
}
