import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Clock, Database, Refusal, sqlState } from '#libs/platform';
import type { Actor } from './actor.js';
import type { MergeOutcome, MovedRows } from './dto/organisation.dto.js';
import { Organisations } from './organisations.service.js';

/** A school that disappears into another one of the same county. */
export interface SchoolMerge {
  fromId: string;
  intoId: string;
}

/** What a room does itself before its rows move, inside the merge's transaction: settle what the two schools have twice. */
export type BeforeMerge = (merge: SchoolMerge) => Promise<void>;

interface Reference {
  table: string;
  column: string;
}

/** Merges a school that was registered twice. */
@Injectable()
export class SchoolMerges {
  private readonly settling: BeforeMerge[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
    private readonly audit: Audit,
  ) {}

  /** A room whose rows could clash (unique per school) registers what to settle first. Rows with a foreign key to org_unit move by themselves. */
  beforeMerge(settle: BeforeMerge): void {
    this.settling.push(settle);
  }

  /**
   * Moves everything that refers to the school to the other one and closes it: people, grants and every row of any room that has a foreign key
   * to org_unit. Both must lie in the actor's scope and in the same county. Audited with the number of rows per table.
   */
  async merge(actor: Actor, fromId: string, intoId: string, reason: string): Promise<MergeOutcome> {
    if (fromId === intoId) throw new Refusal('unprocessable', 'MERGE_WITH_ITSELF');
    return this.database.transaction(async () => {
      // Always locked in the same order, so that two merges in opposite directions cannot block each other.
      const [low, high] = [fromId, intoId].sort() as [string, string];
      const first = await this.organisations.locked(actor, low, 'school.merge');
      const second = await this.organisations.locked(actor, high, 'school.merge');
      const [from, into] = first.id === fromId ? [first, second] : [second, first];
      if (from.status === 'merged') throw new Refusal('conflict', 'SCHOOL_MERGED');
      if (into.status !== 'active') throw new Refusal('unprocessable', 'MERGE_TARGET_NOT_ACTIVE');
      if (from.parentId !== into.parentId) throw new Refusal('unprocessable', 'MERGE_OTHER_COUNTY');
      const merge = { fromId, intoId };
      await this.settleGrants(merge);
      for (const settle of this.settling) await settle(merge);
      const moved: MovedRows[] = [];
      for (const reference of await this.references()) {
        const rows = await this.move(reference, merge);
        if (rows > 0) moved.push({ table: reference.table, rows });
      }
      await this.database.query(`UPDATE org_unit SET status = 'merged', merged_into_id = $2, decision_reason = $3 WHERE id = $1`, [fromId, intoId, reason]);
      await this.audit.record({
        action: 'school.merged', subject: { type: 'org_unit', id: fromId }, before: { name: from.name, status: from.status }, after: { intoId, into: into.name, moved }, reason,
      });
      return { intoId, moved };
    });
  }

  /** Who holds the same role at both schools keeps the one at the school that stays. */
  private async settleGrants({ fromId, intoId }: SchoolMerge): Promise<void> {
    await this.database.query(
      `UPDATE role_grant g SET state = 'revoked', ended_at = $3 WHERE g.org_unit_id = $1 AND g.state IN ('requested', 'active')
         AND EXISTS (SELECT 1 FROM role_grant o WHERE o.org_unit_id = $2 AND o.account_id = g.account_id AND o.role = g.role AND o.state IN ('requested', 'active'))`,
      [fromId, intoId, this.clock.now()],
    );
  }

  /** Columns of any table that refer to org_unit alone, from the database's own catalogue. */
  private references(): Promise<Reference[]> {
    return this.database.query<Reference>(
      `SELECT c.conrelid::regclass::text AS "table", quote_ident(a.attname) AS "column"
       FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype = 'f' AND c.confrelid = 'org_unit'::regclass AND cardinality(c.conkey) = 1 AND c.conparentid = 0
         AND NOT (c.conrelid = 'org_unit'::regclass AND a.attname = 'parent_id')
       ORDER BY 1, 2`,
    );
  }

  private async move({ table, column }: Reference, { fromId, intoId }: SchoolMerge): Promise<number> {
    try {
      // Both names were quoted by the database itself.
      const rows = await this.database.query(`UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1 RETURNING 1`, [fromId, intoId]);
      return rows.length;
    } catch (error) {
      if (/^23/.test(sqlState(error) ?? '')) throw new Refusal('conflict', 'MERGE_CLASH', { table });
      throw error;
    }
  }
}
