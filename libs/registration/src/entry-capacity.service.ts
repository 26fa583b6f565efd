import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Rulebooks, type CapacityLimit } from '#libs/contests';
import { SchoolMerges } from '#libs/identity';
import { Clock, Database } from '#libs/platform';
import { fullScope, scopeKey, scopesOf, type CapacityScope, type CapacitySubject } from './core/capacity.js';
import { HAS_LEFT } from './core/entry-state.js';

export type PlaceSeeker = CapacitySubject & { id: string; editionId: string };

interface CountedRow {
  id: string;
  entryType: string | null;
  groupKey: string | null;
  unitId: string | null;
  used: number;
}

const ROWS = 'SELECT id, entry_type AS "entryType", group_key AS "groupKey", unit_id AS "unitId", used FROM capacity WHERE edition_id = $1';
const HOLDS_NONE = ['draft', 'returned', 'waiting', ...HAS_LEFT];

/**
 * The places of an edition that has so many. Whoever takes or gives back one holds the edition's first row, so all of them go one by one;
 * the table's CHECK holds `used <= places` whatever a service does. Rows are locked after the entry, never before it.
 */
@Injectable()
export class EntryCapacity implements OnModuleInit {
  constructor(private readonly database: Database, private readonly clock: Clock, private readonly rulebooks: Rulebooks, private readonly merges: SchoolMerges) {}

  onModuleInit(): void {
    this.merges.beforeMerge((merge) => this.joinPlaces(merge.fromId, merge.intoId));
  }

  /** The edition's limits; undefined where its rulebook has none. */
  async limits(editionId: string): Promise<CapacityLimit[] | undefined> {
    return (await this.rulebooks.of(editionId)).document.capacity?.limits;
  }

  /** Waits until nobody else takes or gives back places of the edition; until the transaction ends. */
  async lock(editionId: string): Promise<void> {
    const gate = (): Promise<unknown[]> => this.database.query('SELECT 1 FROM capacity WHERE edition_id = $1 AND entry_type IS NULL AND group_key IS NULL AND unit_id IS NULL FOR UPDATE', [editionId]);
    if ((await gate()).length > 0) return;
    // Entries that were taken in before the rulebook had a limit count as well.
    const made = await this.database.query<{ id: string }>('INSERT INTO capacity (edition_id, updated_at) VALUES ($1, $2) ON CONFLICT ON CONSTRAINT capacity_key DO NOTHING RETURNING id', [editionId, this.clock.now()]);
    for (const { id } of made) await this.database.query('INSERT INTO capacity_place SELECT $1::uuid, id FROM entry WHERE edition_id = $2 AND state <> ALL ($3::text[])', [id, editionId, HOLDS_NONE]);
    await gate();
  }

  /** Places used so far, by scope. */
  async used(editionId: string): Promise<Map<string, number>> {
    return new Map((await this.database.query<CountedRow>(ROWS, [editionId])).map((row) => [scopeKey(row), row.used]));
  }

  /** Takes a place under every limit of the entry, or none; the limit that has no room is answered. What the entry held before is given back first. Call `lock` before. */
  async take(entry: PlaceSeeker, limits: CapacityLimit[]): Promise<CapacityScope | undefined> {
    const scopes = scopesOf(limits, entry);
    await this.ensureRows(entry.editionId, scopes);
    const used = await this.used(entry.editionId);
    for (const held of await this.held(entry.id)) used.set(held, (used.get(held) ?? 1) - 1);
    const full = fullScope(scopes, used);
    if (full) return full;
    await this.giveBack([entry.id]);
    await this.refreshLimits(entry.editionId, scopes);
    await this.database.query(
      `INSERT INTO capacity_place (capacity_id, entry_id) SELECT c.id, $2 FROM capacity c JOIN jsonb_to_recordset($3) AS s ("entryType" text, "groupKey" text, "unitId" uuid)
         ON c.entry_type IS NOT DISTINCT FROM s."entryType" AND c.group_key IS NOT DISTINCT FROM s."groupKey" AND c.unit_id IS NOT DISTINCT FROM s."unitId" WHERE c.edition_id = $1`,
      [entry.editionId, entry.id, JSON.stringify(scopes)],
    );
    return undefined;
  }

  /** Whether the entry already holds a place under each of its limits. */
  async holdsAll(entry: PlaceSeeker, limits: CapacityLimit[]): Promise<boolean> {
    const held = await this.held(entry.id);
    return held.size > 0 && scopesOf(limits, entry).every((scope) => held.has(scopeKey(scope)));
  }

  /** How many of the entries held a place and have given it back. */
  async giveBack(entryIds: string[]): Promise<number> {
    const gone = await this.database.query<{ entry_id: string }>('DELETE FROM capacity_place WHERE entry_id = ANY ($1::uuid[]) RETURNING entry_id', [entryIds]);
    return new Set(gone.map((row) => row.entry_id)).size;
  }

  /** Editions in which these entries hold places. */
  async editionsOf(entryIds: string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>('SELECT DISTINCT c.edition_id AS id FROM capacity_place p JOIN capacity c ON c.id = p.capacity_id WHERE p.entry_id = ANY ($1::uuid[]) ORDER BY 1', [entryIds]);
    return rows.map((row) => row.id);
  }

  private async held(entryId: string): Promise<Set<string>> {
    const rows = await this.database.query<CountedRow>(
      'SELECT c.id, c.entry_type AS "entryType", c.group_key AS "groupKey", c.unit_id AS "unitId", c.used FROM capacity_place p JOIN capacity c ON c.id = p.capacity_id WHERE p.entry_id = $1', [entryId],
    );
    return new Set(rows.map(scopeKey));
  }

  /** A limit met for the first time counts those who hold a place of the edition already. */
  private async ensureRows(editionId: string, scopes: CapacityScope[]): Promise<void> {
    const made = await this.database.query<{ id: string }>(
      `INSERT INTO capacity (edition_id, entry_type, group_key, unit_id, updated_at)
       SELECT $1, s."entryType", s."groupKey", s."unitId", $3 FROM jsonb_to_recordset($2) AS s ("entryType" text, "groupKey" text, "unitId" uuid)
       ON CONFLICT ON CONSTRAINT capacity_key DO NOTHING RETURNING id`,
      [editionId, JSON.stringify(scopes), this.clock.now()],
    );
    if (made.length === 0) return;
    await this.database.query(
      `INSERT INTO capacity_place (capacity_id, entry_id)
       SELECT c.id, e.id FROM capacity c JOIN capacity gate ON gate.edition_id = c.edition_id AND gate.entry_type IS NULL AND gate.group_key IS NULL AND gate.unit_id IS NULL
         JOIN capacity_place p ON p.capacity_id = gate.id JOIN entry e ON e.id = p.entry_id
       WHERE c.id = ANY ($1::uuid[]) AND (c.entry_type IS NULL OR c.entry_type = e.type) AND (c.group_key IS NULL OR c.group_key = e.group_key)
         AND (c.unit_id IS NULL OR c.unit_id IN (e.school_id, e.county_id, e.prefecture_id))`,
      [made.map((row) => row.id)],
    );
  }

  /** The rulebook's figure; where an amendment went below what is held, nobody loses the place, and nobody gets one. */
  private async refreshLimits(editionId: string, scopes: CapacityScope[]): Promise<void> {
    await this.database.query(
      `UPDATE capacity c SET places = CASE WHEN s.limit IS NULL THEN NULL ELSE greatest(s.limit, c.used) END, updated_at = $3 FROM jsonb_to_recordset($2) AS s ("entryType" text, "groupKey" text, "unitId" uuid, "limit" int)
       WHERE c.edition_id = $1 AND c.entry_type IS NOT DISTINCT FROM s."entryType" AND c.group_key IS NOT DISTINCT FROM s."groupKey" AND c.unit_id IS NOT DISTINCT FROM s."unitId"
         AND c.places IS DISTINCT FROM CASE WHEN s.limit IS NULL THEN NULL ELSE greatest(s.limit, c.used) END`,
      [editionId, JSON.stringify(scopes), this.clock.now()],
    );
  }

  /** Two schools that are one: their entries keep their places, under the limit of the one that stays. */
  private async joinPlaces(fromId: string, intoId: string): Promise<void> {
    const twins = `f.unit_id = $1 AND i.unit_id = $2 AND i.edition_id = f.edition_id AND i.entry_type IS NOT DISTINCT FROM f.entry_type AND i.group_key IS NOT DISTINCT FROM f.group_key`;
    await this.database.query(`UPDATE capacity i SET places = i.places + f.used FROM capacity f WHERE ${twins}`, [fromId, intoId]);
    await this.database.query(`INSERT INTO capacity_place SELECT i.id, p.entry_id FROM capacity f JOIN capacity i ON ${twins} JOIN capacity_place p ON p.capacity_id = f.id`, [fromId, intoId]);
    await this.database.query(`DELETE FROM capacity_place p USING capacity f JOIN capacity i ON ${twins} WHERE p.capacity_id = f.id`, [fromId, intoId]);
    await this.database.query(`DELETE FROM capacity f USING capacity i WHERE ${twins}`, [fromId, intoId]);
  }
}
