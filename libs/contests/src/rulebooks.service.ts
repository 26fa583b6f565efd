import { Injectable } from '@nestjs/common';
import { Database, Gathered, Refusal } from '#libs/platform';
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

interface StageAsked {
  editionId: string;
  key: string;
}

type StageRow = StageAsked & Partial<VersionRow> & Omit<RulesAtStage, 'rules'>;

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
  private readonly stages = new Gathered<StageAsked, StageRow | undefined>((asked) => this.stageRows(asked));

  constructor(private readonly database: Database) {}

  /** The version in force. Refuses NOT_FOUND where the edition does not exist and RULEBOOK_NONE where it has no rules yet. */
  of(editionId: string): Promise<RulebookInForce> {
    return this.database.once(`rulebook ${editionId}`, () => this.inForce(editionId));
  }

  /** The running transaction has put another version in force. */
  forget(editionId: string): void {
    this.database.forget(`rulebook ${editionId}`);
  }

  private async inForce(editionId: string): Promise<RulebookInForce> {
    const row = await this.database.oftenFirst<VersionRow & { edition: string }>(
      `SELECT e.id AS edition, v.id, v.number, v.revision, v.sha256 FROM edition e LEFT JOIN rulebook_version v ON v.id = e.rulebook_version_id WHERE e.id = $1`,
      [editionId],
    );
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    if (!row.id) throw new Refusal('conflict', 'RULEBOOK_NONE');
    return { versionId: row.id, version: row.number, sha256: row.sha256, document: await this.document(row) };
  }

  /** The rules in force and one stage of the calendar, in one question; undefined where the edition does not exist. */
  async atStage(editionId: string, key: string): Promise<RulesAtStage | undefined> {
    const asked = { editionId, key };
    const row = this.database.inTransaction ? (await this.stageRows([asked]))[0] : await this.stages.of(asked);
    if (!row) return undefined;
    const { id, number, revision, sha256, editionState, opensAt, closesAt } = row;
    const version = id && number !== undefined && revision !== undefined && sha256 !== undefined ? { id, number, revision, sha256 } : undefined;
    return { editionState, opensAt, closesAt, rules: version && { versionId: version.id, version: version.number, sha256: version.sha256, document: await this.document(version) } };
  }

  private async stageRows(asked: StageAsked[]): Promise<(StageRow | undefined)[]> {
    const once = [...new Map(asked.map((one) => [`${one.editionId} ${one.key}`, one])).values()];
    const rows = await this.database.often<StageRow>(
      `SELECT q.edition_id AS "editionId", q.key, e.state AS "editionState", s.opens_at AS "opensAt", s.closes_at AS "closesAt", v.id, v.number, v.revision, v.sha256
       FROM unnest($1::uuid[], $2::text[]) AS q (edition_id, key) JOIN edition e ON e.id = q.edition_id LEFT JOIN edition_stage s ON s.edition_id = e.id AND s.key = q.key
       LEFT JOIN rulebook_version v ON v.id = e.rulebook_version_id`,
      [once.map((one) => one.editionId), once.map((one) => one.key)],
    );
    return asked.map((one) => rows.find((row) => row.editionId === one.editionId && row.key === one.key));
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
