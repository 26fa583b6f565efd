import { Injectable } from '@nestjs/common';
import { Rulebooks } from '#libs/contests';
import { AccessService, type Actor } from '#libs/identity';
import { currentContext, Database, Refusal } from '#libs/platform';
import type { Compared, ComparisonView } from './dto/office.dto.js';
import { forEdition, scopeOf, topPath } from './entry-scope.js';

const FROM = 'FROM entry e JOIN org_unit school ON school.id = e.school_id';

/** Entries handed in this year beside those of the edition before, by unit, type and group. */
@Injectable()
export class YearComparison {
  constructor(private readonly database: Database, private readonly access: AccessService, private readonly rulebooks: Rulebooks) {}

  async compare(actor: Actor, editionId: string): Promise<ComparisonView> {
    const edition = await this.database.first<{ contestId: string; number: number }>('SELECT contest_id AS "contestId", number FROM edition WHERE id = $1', [editionId]);
    if (!edition) throw new Refusal('missing', 'NOT_FOUND');
    const before = await this.database.first<{ id: string; name: string }>(
      `SELECT id, name FROM edition WHERE contest_id = $1 AND number < $2 AND state <> 'preparing' ORDER BY number DESC LIMIT 1`, [edition.contestId, edition.number],
    );
    const { document } = await this.rulebooks.of(editionId);
    const { language } = currentContext();
    const named = (list: { key: string; label: { zh: string; en: string } }[]) => (key: string): string => list.find((one) => one.key === key)?.label[language] ?? key;
    const top = topPath(this.access.orgPaths(forEdition(actor, editionId), 'entry.list'));
    const depth = top === '' ? 0 : top.split('.').length;
    const unit = depth <= 1 ? 'e.prefecture_id' : depth === 2 ? 'e.county_id' : 'e.school_id';
    const by = (column: string): Promise<Compared[]> => this.sideBySide(actor, editionId, before?.id, column);
    const units = await by(`${unit}::text`);
    const names = new Map((await this.database.query<{ id: string; name: string }>('SELECT id, name FROM org_unit WHERE id = ANY ($1::uuid[])', [units.map((row) => row.key)])).map((row) => [row.id, row.name]));
    return {
      before: before ?? null,
      totalNow: units.reduce((sum, row) => sum + row.now, 0), totalBefore: units.reduce((sum, row) => sum + row.before, 0),
      byUnit: units.map((row) => ({ ...row, label: names.get(row.key) ?? row.key })),
      byType: (await by('e.type')).map((row) => ({ ...row, label: named(document.types)(row.key) })),
      byGroup: (await by(`COALESCE(e.group_key, '')`)).map((row) => ({ ...row, label: named(document.groups)(row.key) })),
    };
  }

  private async sideBySide(actor: Actor, editionId: string, beforeId: string | undefined, column: string): Promise<Compared[]> {
    const counted = async (id: string): Promise<Map<string, number>> => {
      const scope = scopeOf(this.access, actor, { editionId: id });
      const rows = await this.database.query<{ key: string; count: number }>(
        `SELECT ${column} AS key, count(*)::int AS count ${FROM} WHERE ${scope.sql} AND e.submitted_at IS NOT NULL AND e.state <> 'withdrawn' GROUP BY 1`, scope.values,
      );
      return new Map(rows.map((row) => [row.key, row.count]));
    };
    const now = await counted(editionId);
    const before = beforeId === undefined ? new Map<string, number>() : await counted(beforeId);
    return [...new Set([...now.keys(), ...before.keys()])]
      .map((key) => ({ key, label: key, now: now.get(key) ?? 0, before: before.get(key) ?? 0 }))
      .sort((one, other) => other.now - one.now || other.before - one.before || (one.key < other.key ? -1 : 1));
  }
}
