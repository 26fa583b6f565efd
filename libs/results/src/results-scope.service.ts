import { Injectable } from '@nestjs/common';
import { AccessService, type Actor } from '#libs/identity';
import { Database } from '#libs/platform';
import type { ResultSummary } from './result-summary.js';
import { ROW_ENTRY } from './stored-rows.js';

/** What of an edition's results somebody may read: all, or the entries of the units the role covers. */
@Injectable()
export class ResultsScope {
  constructor(private readonly database: Database, private readonly access: AccessService) {}

  /** For lists: `prefecture.path <@ ANY ($n::ltree[])`. */
  paths(actor: Actor, editionId: string): string[] {
    return this.access.orgPaths(actor, 'results.read', editionId);
  }

  isWhole(actor: Actor, editionId: string): boolean {
    return this.access.holdsThroughout(actor, 'results.read', editionId);
  }

  /** Leaves out entries beyond the reader's scope where a summary names them; counts and lines stay: they are no one entry's. */
  async narrowed(actor: Actor, editionId: string, snapshotId: string, summary: ResultSummary): Promise<ResultSummary> {
    if (this.isWhole(actor, editionId)) return summary;
    const own = new Set(await this.visible(actor, editionId, snapshotId));
    const mine = <T extends { entries: string[] }>(all: T[]): T[] => all.map((one) => ({ ...one, entries: one.entries.filter((id) => own.has(id)) })).filter((one) => one.entries.length > 0);
    return { ...summary, ties: mine(summary.ties), cuts: mine(summary.cuts), screens: summary.screens.filter((screen) => own.has(screen.entry)) };
  }

  /** Entries of a snapshot that the reader may see. */
  async visible(actor: Actor, editionId: string, snapshotId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT r.entry_id AS id FROM score_row r ${ROW_ENTRY} WHERE r.snapshot_id = $1 AND prefecture.path <@ ANY ($2::ltree[])`,
      [snapshotId, this.paths(actor, editionId)],
    );
    return rows.map((row) => row.id);
  }
}
