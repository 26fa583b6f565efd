import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Editions, Rulebooks, type Level, type Rulebook } from '#libs/contests';
import { AccessService, type Actor } from '#libs/identity';
import { Database, Refusal } from '#libs/platform';
import { after, isEditable } from './core/entry-state.js';
import { levelInTurn } from './core/recommendation-chain.js';
import type { CoachView, DeadlineView, DecisionView, EntryView, MaterialView, MemberView } from './dto/entry.dto.js';
import { consentOf, EntryPeople, type CoachRow, type MemberRow } from './entry-people.queries.js';
import { EntryReach, type ReachedEntry } from './entry-reach.service.js';
import { UploadGrace } from './upload-grace.service.js';

export interface MaterialRow extends Omit<MaterialView, 'sizeBytes' | 'addedAt' | 'endedAt'> {
  fileId: string;
  sizeBytes: string;
  addedAt: Date;
  endedAt: Date | null;
}

/** Versions of files with who brought and who ended them, and whether there is something to see of them; `WHERE` follows, over `material m`. */
export const MATERIALS = `SELECT m.id, m.slot, m.file_id AS "fileId", m.number, m.name, m.kind, m.size_bytes AS "sizeBytes", m.sha256, m.pages, m.width, m.height, m.dpi, m.seconds,
    m.added_at AS "addedAt", adder.name AS "addedBy", m.ended_at AS "endedAt", ender.name AS "endedBy",
    CASE WHEN i.sha256 IS NULL THEN 'waiting' WHEN i.preview_id IS NULL THEN 'none' ELSE 'ready' END AS preview
  FROM material m JOIN account adder ON adder.id = m.added_by LEFT JOIN account ender ON ender.id = m.ended_by LEFT JOIN file_inspection i ON i.sha256 = m.sha256`;

export const materialView = ({ fileId: _file, ...row }: MaterialRow): MaterialView => ({
  ...row, sizeBytes: Number(row.sizeBytes), addedAt: row.addedAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null,
});

/** An entry as its makers and its units see it. */
@Injectable()
export class EntryViews {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly editions: Editions,
    private readonly rulebooks: Rulebooks,
    private readonly reach: EntryReach,
    private readonly people: EntryPeople,
    private readonly audit: Audit,
    private readonly grace: UploadGrace,
  ) {}

  /** Opens an entry for reading. It shows minors' data, so a look by anybody but its makers is written down. */
  async look(actor: Actor, id: string): Promise<EntryView> {
    const { maker } = await this.reach.seen(actor, id);
    if (!maker) await this.audit.record({ action: 'entry.viewed', subject: { type: 'entry', id } });
    return this.view(actor, id);
  }

  async view(actor: Actor, id: string): Promise<EntryView> {
    const entry = await this.reach.seen(actor, id);
    const { document } = await this.rulebooks.of(entry.editionId);
    const names = await this.database.oftenFirst<{ edition: string; school: string; county: string; prefecture: string }>(
      `SELECT e.name AS edition, s.name AS school, c.name AS county, p.name AS prefecture FROM edition e, org_unit s, org_unit c, org_unit p
       WHERE e.id = $1 AND s.id = $2 AND c.id = $3 AND p.id = $4`,
      [entry.editionId, entry.schoolId, entry.countyId, entry.prefectureId],
    );
    if (!names) throw new Refusal('missing', 'NOT_FOUND');
    const materials = await this.database.often<MaterialRow>(
      `${MATERIALS} WHERE m.entry_id = $1 AND m.ended_at IS NULL ORDER BY m.slot, m.number`,
      [id],
    );
    const level = levelInTurn(entry.state);
    return {
      id: entry.id, editionId: entry.editionId, editionName: names.edition, type: entry.type, groupKey: entry.groupKey, discipline: entry.discipline,
      classKey: entry.classKey, title: entry.title, form: entry.form, state: entry.state, version: entry.version, schoolId: entry.schoolId, schoolName: names.school,
      countyId: entry.countyId, countyName: names.county, prefectureId: entry.prefectureId, prefectureName: names.prefecture, entryNo: entry.entryNo,
      authorisationNo: entry.authorisationNo, contentSha256: entry.contentSha256, returnReason: entry.returnReason, fixBy: entry.fixBy?.toISOString() ?? null,
      updatedAt: entry.updatedAt.toISOString(), submittedAt: entry.submittedAt?.toISOString() ?? null,
      members: (await this.people.members(id)).map((row) => memberView(row, document, entry.type)),
      coaches: (await this.people.coaches(id)).map((row) => coachView(row, document, entry.type)),
      materials: materials.map(materialView),
      may: this.may(actor, entry, level),
      deadline: await this.deadline(entry, level, document),
    };
  }

  /** The entry's way so far. Makers learn what was decided and why, not which official did it. */
  async history(actor: Actor, id: string): Promise<DecisionView[]> {
    const entry = await this.reach.seen(actor, id);
    const official = entry.levels.length > 0 || this.access.covers(actor, 'entry.list', { orgPath: entry.schoolPath, editionId: entry.editionId });
    const rows = await this.database.query<Omit<DecisionView, 'decidedAt' | 'fixBy'> & { decidedAt: Date; fixBy: Date | null }>(
      `SELECT d.action, d.from_state AS "fromState", d.to_state AS "toState", d.level, CASE WHEN $2 THEN a.name END AS "decidedBy", d.reason, d.fix_by AS "fixBy",
              d.checked, d.decided_at AS "decidedAt"
       FROM entry_decision d LEFT JOIN account a ON a.id = d.decided_by WHERE d.entry_id = $1 ORDER BY d.sequence`,
      [id, official],
    );
    return rows.map((row) => ({ ...row, fixBy: row.fixBy?.toISOString() ?? null, decidedAt: row.decidedAt.toISOString() }));
  }

  /** The end that concerns this entry now: its makers' or that of the level whose turn it is. */
  async deadline(entry: ReachedEntry, level: Level | undefined, document: Rulebook): Promise<DeadlineView | null> {
    const stage = isEditable(entry.state) ? 'school' : document.chain.find((step) => step.level === level)?.stage;
    if (stage === undefined) return null;
    try {
      const window = await this.editions.stageWindow(entry.editionId, stage);
      const extended = isEditable(entry.state) ? await this.grace.untilHandedIn(entry) : null;
      const closesAt = extended && extended > window.closesAt ? extended : window.closesAt;
      const grace = isEditable(entry.state) ? (document.calendar.uploadGraceMinutes ?? 0) : 0;
      const uploadsUntil = grace > 0 ? new Date(Math.max(closesAt.getTime(), window.closesAt.getTime() + grace * 60_000)) : null;
      return { stage, opensAt: window.opensAt.toISOString(), closesAt: closesAt.toISOString(), now: window.now.toISOString(), uploadsUntil: uploadsUntil?.toISOString() ?? null };
    } catch (error) {
      if (error instanceof Refusal && error.code === 'STAGE_NOT_PLANNED') return null;
      throw error;
    }
  }

  private may(actor: Actor, entry: ReachedEntry, level: Level | undefined): string[] {
    const makes = entry.maker || entry.levels.includes('school');
    const decides = level !== undefined && entry.levels.includes(level);
    const may: [string, boolean][] = [
      ['edit', makes && isEditable(entry.state)],
      ['submit', makes && after(entry.state, 'submit') !== undefined],
      ['withdraw', makes && after(entry.state, 'withdraw') !== undefined],
      ['approve', decides && level === 'school'],
      ['recommend', decides && (level === 'county' || level === 'prefecture')],
      ['checkEligibility', decides && level === 'province'],
      ['return', decides],
      ['decline', decides && level !== 'province'],
      ['disqualify', after(entry.state, 'disqualify') !== undefined && this.access.covers(actor, 'entry.disqualify', { orgPath: entry.schoolPath, editionId: entry.editionId })],
    ];
    return may.filter(([, allowed]) => allowed).map(([name]) => name);
  }
}

function signedAll(document: Rulebook, type: string, by: 'member' | 'coach', versions: string[]): boolean {
  const wanted = document.types.find((one) => one.key === type)?.signatures.filter((signature) => signature.by === by) ?? [];
  return wanted.every((signature) => versions.includes(signature.version));
}

function memberView(row: MemberRow, document: Rulebook, type: string): MemberView {
  const consent = consentOf(row, document.consent.underAge);
  return {
    id: row.id, personId: row.personId, position: row.position, name: row.name, sex: row.sex, birthDate: row.birthDate, hasIdentity: row.hasIdentity,
    schoolId: row.schoolId, schoolName: row.schoolName, schoolStage: row.stage, grade: row.grade, share: row.share,
    consentRequired: consent !== 'notNeeded', consent, signed: signedAll(document, type, 'member', row.signedVersions),
  };
}

const coachView = (row: CoachRow, document: Rulebook, type: string): CoachView => ({
  id: row.id, personId: row.personId, position: row.position, name: row.name, schoolName: row.schoolName, post: row.post,
  signed: signedAll(document, type, 'coach', row.signedVersions),
});
