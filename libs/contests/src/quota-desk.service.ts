import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, SchoolMerges, type Actor, type SchoolMerge } from '#libs/identity';
import { Clock, Database, Refusal, refuseIfAny, type Problem } from '#libs/platform';
import { splitQuota } from '#libs/planning';
import { figureProblems, quotaKinds, sumProblems, type StandingQuota } from './core/quota-figures.js';
import type { QuotaInput, QuotasInput, QuotaProposalInput, QuotaProposalRow, QuotaQuery, QuotaView } from './dto/quota.dto.js';
import { Rulebooks } from './rulebooks.service.js';

interface UnitRow {
  id: string;
  kind: string;
  code: string | null;
  name: string;
  reachable: boolean;
}

/** Setting and looking at quotas: a unit sets the places of the units right below it, never its own. */
@Injectable()
export class QuotaDesk implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly access: AccessService,
    private readonly rulebooks: Rulebooks,
    private readonly merges: SchoolMerges,
  ) {}

  onModuleInit(): void {
    this.merges.beforeMerge((merge) => this.joinPlaces(merge));
  }

  /** Quotas of the caller's unit and the units below it. */
  async list(actor: Actor, editionId: string, query: QuotaQuery): Promise<QuotaView[]> {
    if (!(await this.database.first('SELECT 1 FROM edition WHERE id = $1', [editionId]))) throw new Refusal('missing', 'NOT_FOUND');
    return this.database.query<QuotaView>(
      `SELECT q.level, q.unit_id AS "unitId", COALESCE(u.code, '') AS "unitCode", u.name AS "unitName", q.entry_type AS "entryType", q.places, q.used,
              q.places - q.used AS left
       FROM quota q JOIN org_unit u ON u.id = q.unit_id
       WHERE q.edition_id = $1 AND u.path <@ ANY ($2::ltree[]) AND ($3::text IS NULL OR q.level = $3) AND ($4::uuid IS NULL OR q.unit_id = $4)
         AND ($5::text IS NULL OR q.entry_type = $5)
       ORDER BY u.path, q.entry_type`,
      [editionId, this.access.orgPaths(actor, 'quota.view'), query.level ?? null, query.unitId ?? null, query.entryType ?? null],
    );
  }

  /**
   * Sets places; all rows or none, every problem at once. Refuses QUOTA_LEVEL, QUOTA_TYPE, QUOTA_UNIT, QUOTA_TWICE, below what is used already
   * QUOTA_BELOW_USED, below the base QUOTA_BELOW_BASE, more of one type than of all QUOTA_TYPE_ABOVE_ALL, and QUOTA_SUM where a total was given and is missed.
   */
  set(actor: Actor, editionId: string, { quotas, total, base }: QuotasInput): Promise<QuotaView[]> {
    return this.database.transaction(async () => {
      const { document } = await this.rulebooks.of(editionId);
      const types = new Set(document.types.flatMap((type) => [null, ...type.groups].flatMap((group) => quotaKinds(type.key, group))));
      const units = await this.units(actor, quotas.map((quota) => quota.unitId));
      const misfits = quotas.map((quota, index): Problem | undefined => {
        const unit = units.get(quota.unitId);
        if (!unit?.reachable) return { code: 'QUOTA_UNIT', path: `quotas[${index}].unitId` };
        if (unit.kind !== quota.level) return { code: 'QUOTA_LEVEL', path: `quotas[${index}].level`, params: { level: unit.kind } };
        if (!types.has(quota.entryType)) return { code: 'QUOTA_TYPE', path: `quotas[${index}].entryType`, params: { type: quota.entryType } };
        const earlier = quotas.findIndex((other) => other.unitId === quota.unitId && other.entryType === quota.entryType);
        return earlier < index ? { code: 'QUOTA_TWICE', path: `quotas[${index}].unitId`, params: { line: earlier + 1 } } : undefined;
      });
      const fitting = quotas.filter((_quota, index) => !misfits[index]);
      await this.lockRows(editionId, fitting);
      const there = await this.standing(editionId, quotas);
      const figures = quotas.flatMap((quota, index) => (misfits[index] ? [] : figureProblems({ quota, at: `quotas[${index}].places`, base, quotas, there })));
      refuseIfAny([...misfits.filter((problem) => problem !== undefined), ...figures, ...(total === undefined ? [] : sumProblems(total, fitting, there))]);
      await this.database.query(
        `UPDATE quota SET places = q.places, updated_at = $3
         FROM jsonb_to_recordset($2) AS q (level text, "unitId" uuid, "entryType" text, places int)
         WHERE quota.edition_id = $1 AND quota.level = q.level AND quota.unit_id = q."unitId" AND quota.entry_type = q."entryType"`,
        [editionId, JSON.stringify(quotas), this.clock.now()],
      );
      await this.audit.record({ action: 'quota.set', subject: { type: 'edition', id: editionId }, after: { quotas: quotas.map((quota) => ({ ...quota })) } });
      return this.list(actor, editionId, {});
    });
  }

  /** A proposal by largest remainders; equal remainders go to the lower division code. Nothing is saved. */
  async propose(_editionId: string, input: QuotaProposalInput): Promise<QuotaProposalRow[]> {
    const rows = await this.database.query<{ id: string; code: string | null; name: string }>('SELECT id, code, name FROM org_unit WHERE id = ANY ($1::uuid[])', [
      input.shares.map((share) => share.unitId),
    ]);
    const units = new Map(rows.map((row) => [row.id, row]));
    refuseIfAny(input.shares.flatMap((share, index) => (units.has(share.unitId) ? [] : [{ code: 'QUOTA_UNIT', path: `shares[${index}].unitId` }])));
    const key = (unitId: string): string => `${units.get(unitId)?.code ?? ''} ${unitId}`;
    const result = splitQuota({ total: input.total, base: input.base ?? 0, shares: input.shares.map((share) => ({ id: key(share.unitId), weight: share.weight })) });
    if (result.kind === 'infeasible') throw new Refusal('unprocessable', 'QUOTA_SPLIT_IMPOSSIBLE', { reason: result.proof.kind, bound: result.proof.bound, total: result.proof.total });
    const places = new Map(result.places.map((one) => [one.id, one.places]));
    return input.shares.map((share) => ({ unitId: share.unitId, unitName: units.get(share.unitId)?.name ?? '', places: places.get(key(share.unitId)) ?? 0 }));
  }

  /** Two schools that are one had two rows each; their places and what is used of them belong together. */
  private async joinPlaces({ fromId, intoId }: SchoolMerge): Promise<void> {
    await this.database.query(
      `WITH gone AS (DELETE FROM quota f USING quota i WHERE f.unit_id = $1 AND i.unit_id = $2 AND i.edition_id = f.edition_id AND i.level = f.level AND i.entry_type = f.entry_type RETURNING f.*)
       UPDATE quota i SET places = i.places + gone.places, used = i.used + gone.used, updated_at = $3 FROM gone
       WHERE i.unit_id = $2 AND i.edition_id = gone.edition_id AND i.level = gone.level AND i.entry_type = gone.entry_type`,
      [fromId, intoId, this.clock.now()],
    );
  }

  private async units(actor: Actor, ids: string[]): Promise<Map<string, UnitRow>> {
    const rows = await this.database.query<UnitRow>(
      `SELECT u.id, u.kind, u.code, u.name, parent.path <@ ANY ($2::ltree[]) AS reachable
       FROM org_unit u LEFT JOIN org_unit parent ON parent.id = u.parent_id WHERE u.id = ANY ($1::uuid[])`,
      [ids, this.access.orgPaths(actor, 'quota.manage')],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** A row that does not exist yet cannot be locked: it is made first, or somebody could take its first place while it is being looked at. */
  private async lockRows(editionId: string, quotas: QuotaInput[]): Promise<void> {
    const asked = `jsonb_to_recordset($2) AS q (level text, "unitId" uuid, "entryType" text)`;
    await this.database.query(
      `INSERT INTO quota (edition_id, level, unit_id, entry_type, places, updated_at)
       SELECT DISTINCT $1::uuid, q.level, q."unitId", q."entryType", NULL::int, $3::timestamptz FROM ${asked} ORDER BY q.level, q."unitId", q."entryType"
       ON CONFLICT ON CONSTRAINT quota_key DO NOTHING`,
      [editionId, JSON.stringify(quotas), this.clock.now()],
    );
    await this.database.query(
      `SELECT 1 FROM quota WHERE edition_id = $1 AND (level, unit_id, entry_type) IN (SELECT q.level, q."unitId", q."entryType" FROM ${asked})
       ORDER BY level, unit_id, entry_type FOR UPDATE`,
      [editionId, JSON.stringify(quotas)],
    );
  }

  /** The rows of these units and of their sisters, as they stand under the lock. */
  private standing(editionId: string, quotas: QuotaInput[]): Promise<StandingQuota[]> {
    return this.database.query<StandingQuota>(
      `SELECT q.level, q.unit_id AS "unitId", q.entry_type AS "entryType", q.places, q.used FROM quota q JOIN org_unit u ON u.id = q.unit_id
       WHERE q.edition_id = $1 AND u.parent_id IN (SELECT parent_id FROM org_unit WHERE id = ANY ($2::uuid[]))`,
      [editionId, quotas.map((quota) => quota.unitId)],
    );
  }
}
