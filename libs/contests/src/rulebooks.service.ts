import { Injectable } from '@nestjs/common';
import { Database, Refusal } from '#libs/platform';
import type { EntryTypeRules } from './core/entry-type.types.js';
import type { Rulebook } from './core/rulebook.types.js';

/** The rules an edition runs by, with the version that a result has to name. */
export interface RulebookInForce {
  versionId: string;
  /** Number of the version inside its edition, from 1. */
  version: number;
  sha256: string;
  document: Rulebook;
}

export interface RulesAtStage {
  editionState: string;
  /** Null where the calendar does not plan the stage. */
  opensAt: Date | null;
  closesAt: Date | null;
  rules: RulebookInForce | undefined;
}

interface VersionRow {
  id: string;
  number: number;
  revision: number;
  sha256: string;
}

const KEPT = 50;

@Injectable()
export class Rulebooks {
  private readonly documents = new Map<string, Rulebook>();

  constructor(private readonly database: Database) {}

  /** The version in force. Refuses NOT_FOUND where the edition does not exist and RULEBOOK_NONE where it has no rules yet. */
  async of(editionId: string): Promise<RulebookInForce> {
    const row = await this.database.first<VersionRow & { edition: string }>(
      `SELECT e.id AS edition, v.id, v.number, v.revision, v.sha256 FROM edition e LEFT JOIN rulebook_version v ON v.id = e.rulebook_version_id WHERE e.id = $1`,
      [editionId],
    );
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    if (!row.id) throw new Refusal('conflict', 'RULEBOOK_NONE');
    return { versionId: row.id, version: row.number, sha256: row.sha256, document: await this.document(row) };
  }

  /** The rules in force and one stage of the calendar, in one question; undefined where the edition does not exist. */
  async atStage(editionId: string, key: string): Promise<RulesAtStage | undefined> {
    const [row] = await this.database.often<Partial<VersionRow> & Omit<RulesAtStage, 'rules'>>(
      `SELECT e.state AS "editionState", s.opens_at AS "opensAt", s.closes_at AS "closesAt", v.id, v.number, v.revision, v.sha256
       FROM edition e LEFT JOIN edition_stage s ON s.edition_id = e.id AND s.key = $2 LEFT JOIN rulebook_version v ON v.id = e.rulebook_version_id WHERE e.id = $1`,
      [editionId, key],
    );
    if (!row) return undefined;
    const { id, number, revision, sha256, ...stage } = row;
    const version = id && number !== undefined && revision !== undefined && sha256 !== undefined ? { id, number, revision, sha256 } : undefined;
    return { ...stage, rules: version && { versionId: version.id, version: version.number, sha256: version.sha256, document: await this.document(version) } };
  }

  /** A version by its id, also one that is no longer in force. */
  async version(versionId: string): Promise<RulebookInForce> {
    const row = await this.database.first<VersionRow>('SELECT id, number, revision, sha256 FROM rulebook_version WHERE id = $1', [versionId]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return { versionId: row.id, version: row.number, sha256: row.sha256, document: await this.document(row) };
  }

  /** Rules of one entry type. Refuses ENTRY_TYPE_UNKNOWN. */
  async typeOf(editionId: string, type: string): Promise<EntryTypeRules> {
    const { document } = await this.of(editionId);
    return entryType(document, type);
  }

  /** Documents are large and rarely change: the newest few are kept, by version and revision. Treat them as read-only. */
  private async document(row: VersionRow): Promise<Rulebook> {
    const key = `${row.id}:${row.revision}`;
    const known = this.documents.get(key);
    if (known) return known;
    const found = await this.database.first<{ document: Rulebook }>('SELECT document FROM rulebook_version WHERE id = $1 AND revision = $2', [row.id, row.revision]);
    if (!found) throw new Refusal('unavailable', 'UNAVAILABLE');
    if (this.documents.size >= KEPT) this.documents.delete(this.documents.keys().next().value as string);
    this.documents.set(key, found.document);
    return found.document;
  }
}

/** Rules of one entry type of a document. Refuses ENTRY_TYPE_UNKNOWN. */
export function entryType(document: Rulebook, type: string): EntryTypeRules {
  const found = document.types.find((one) => one.key === type);
  if (!found) throw new Refusal('unprocessable', 'ENTRY_TYPE_UNKNOWN', { type });
  return found;
}
