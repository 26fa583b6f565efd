import { Injectable } from '@nestjs/common';
import type { Rulebook } from '#libs/contests';
import { Database, Refusal } from '#libs/platform';

export interface RulebookVersionFacts {
  number: number;
  sha256: string;
  document: Rulebook;
}

const KEPT = 20;

/** Rulebooks by version: a result is read with the rules that made it, not with today's. Frozen versions never change, so they are kept. */
@Injectable()
export class RulebookVersions {
  private readonly known = new Map<string, RulebookVersionFacts>();

  constructor(private readonly database: Database) {}

  async byId(versionId: string): Promise<RulebookVersionFacts> {
    const kept = this.known.get(versionId);
    if (kept) return kept;
    const row = await this.database.first<RulebookVersionFacts & { frozen: boolean }>(
      'SELECT number, sha256, document, frozen_at IS NOT NULL AS frozen FROM rulebook_version WHERE id = $1',
      [versionId],
    );
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    const facts = { number: row.number, sha256: row.sha256, document: row.document };
    if (row.frozen) {
      if (this.known.size >= KEPT) this.known.clear();
      this.known.set(versionId, facts);
    }
    return facts;
  }
}
