import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Clock, Database, FieldCrypto, Random, Refusal, refuseIfAny, violatedConstraint } from '#libs/platform';
import { AccessService } from './access.service.js';
import type { Actor } from './actor.js';
import { dayInChina } from './core/age.js';
import { checkIdentity, type CheckedIdentity } from './core/person-check.js';
import type { Permission } from './core/permissions.js';
import { LINK_LIFE_MS } from './core/session-policy.js';
import type { AddPerson, EditPerson, PersonFacts } from './dto/person.dto.js';
import type { IdKind, PersonKind } from './entities/person.entity.js';
import { ContestedDocuments } from './contested-documents.service.js';
import { DocumentMatches } from './document-matches.service.js';
import { Grants } from './grants.service.js';
import { documentText } from './key-rotation.service.js';
import { Organisations } from './organisations.service.js';
import { SingleUseLinks, type IssuedLink } from './single-use-links.service.js';

interface StoredPerson {
  id: string;
  kind: PersonKind;
  name: string;
  sex: 'M' | 'F' | null;
  birthDate: string | null;
  idKind: IdKind | null;
  idSealed: string | null;
  schoolId: string | null;
  schoolPath: string | null;
  createdBy: string | null;
  accountId: string | null;
}

/** Who enters a person: an account through its rights, or the person itself. */
export interface PersonOrder {
  kind: PersonKind;
  facts: PersonFacts;
  schoolId: string | null;
  createdBy: string | null;
  /** Who enters somebody else. A document on record is refused only to who may list its owner; anybody else, also who registers oneself, has it taken down as contested and is told nothing. */
  enteredBy?: Actor;
}

/** The records of people. A human being is one record: one record owns a document; others with it contest it until an office has settled that. */
@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly crypto: FieldCrypto,
    private readonly access: AccessService,
    private readonly organisations: Organisations,
    private readonly grants: Grants,
    private readonly links: SingleUseLinks,
    private readonly audit: Audit,
    private readonly matches: DocumentMatches,
    private readonly contestedDocuments: ContestedDocuments,
  ) {}

  /** A school, its coach or an office enters somebody who has no account. A coach enters students of the own school only. */
  async enter(actor: Actor, input: AddPerson): Promise<string> {
    const school = await this.organisations.activeSchool(input.schoolId);
    const asCoach = input.kind === 'student' && this.access.ownSchoolIds(actor, 'person.create').includes(school.id);
    if (!asCoach) this.access.within(actor, 'person.create', { orgPath: school.path });
    const { kind, schoolId, ...facts } = input;
    return this.add({ kind, facts, schoolId, createdBy: actor.accountId, enteredBy: actor });
  }

  /** A new record, checked; PERSON_EXISTS when the document is known and the caller may know that, see `enteredBy`. Rights are the caller's affair. Audited. */
  async add(order: PersonOrder): Promise<string> {
    const identity = this.checked(order.facts);
    const { facts } = order;
    const id = this.random.uuid();
    await this.refusingTwice(() =>
      this.database.transaction(async () => {
        const owner = identity && (await this.ownerOf(identity));
        if (owner !== undefined) await this.refuseKnown(owner, order.enteredBy);
        await this.database.query(
          `INSERT INTO person (id, kind, name, sex, birth_date, id_kind, id_sealed, id_hash, id_checked, school_id, stage, grade, phone, email, title, created_by, created_at, updated_at, id_contested_with)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17, $18)`,
          [id, order.kind, facts.name.trim(), identity?.sex ?? facts.sex ?? null, identity?.birthDate ?? facts.birthDate ?? null, ...this.documentColumns(identity),
            order.schoolId, facts.stage ?? null, facts.grade ?? null, facts.phone ?? null, facts.email ?? null, facts.title ?? null, order.createdBy, this.clock.now(), owner ?? null],
        );
        await this.audit.record({ action: 'person.added', subject: { type: 'person', id }, after: { kind: order.kind, schoolId: order.schoolId, documented: identity !== undefined } });
        if (owner !== undefined) await this.audit.record({ action: 'person.documentContested', subject: { type: 'person', id }, after: { with: owner } });
      }),
    );
    return id;
  }

  /** Corrects a record. A changed document, sex or birth date is checked together with what stays. */
  async edit(actor: Actor, id: string, input: EditPerson): Promise<void> {
    await this.refusingTwice(() =>
      this.database.transaction(async () => {
        const person = await this.reachable(actor, id, 'person.edit');
        await this.change(person, input, actor);
      }),
    );
  }

  /** One's own record: what one may correct without the school. */
  async editOwn(personId: string, input: Pick<EditPerson, 'phone' | 'email' | 'grade' | 'title'>): Promise<void> {
    await this.database.transaction(async () => {
      const person = await this.stored(personId);
      if (!person) throw new Refusal('missing', 'NOT_FOUND');
      await this.change(person, input);
    });
  }

  /** Somebody changes school, with the grants that hang on the old one. Both schools must lie in the actor's scope. */
  async move(actor: Actor, id: string, schoolId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const person = await this.reachable(actor, id, 'person.move');
      const school = await this.organisations.activeSchool(schoolId);
      this.access.within(actor, 'person.move', { orgPath: school.path });
      if (person.schoolId === schoolId) return;
      await this.database.query(`UPDATE person SET school_id = $2, updated_at = $3 WHERE id = $1`, [id, schoolId, this.clock.now()]);
      const role = person.kind === 'student' || person.kind === 'coach' ? person.kind : undefined;
      if (person.accountId && person.schoolId && role) await this.grants.moveSchool(person.accountId, role, person.schoolId, schoolId);
      await this.audit.record({ action: 'person.moved', subject: { type: 'person', id }, before: { schoolId: person.schoolId }, after: { schoolId }, reason });
    });
  }

  /** A link by which the person takes over the record with an account of its own. */
  async claimLink(actor: Actor, id: string): Promise<IssuedLink> {
    return this.database.transaction(async () => {
      const person = await this.reachable(actor, id, 'person.claim');
      if (person.accountId) throw new Refusal('conflict', 'PERSON_HAS_ACCOUNT');
      await this.audit.record({ action: 'person.claim_offered', subject: { type: 'person', id } });
      return this.links.issue({ purpose: 'claim', subjectId: id, lifeMs: LINK_LIFE_MS.claim });
    });
  }

  /** The id of the person with that document, whatever the scope; for other services, never for an answer. */
  async idOfDocument(kind: IdKind, number: string): Promise<string | undefined> {
    const row = await this.database.first<{ id: string }>(`SELECT id FROM person WHERE id_hash = ANY ($1) AND id_contested_with IS NULL`, [this.crypto.lookupHashes(documentText(kind, number))]);
    return row?.id;
  }

  /** Whether the record has that document already, contested with another one. */
  async contests(personId: string, kind: IdKind, number: string): Promise<boolean> {
    return (await this.database.first('SELECT 1 FROM person WHERE id = $1 AND id_contested_with IS NOT NULL AND id_hash = ANY ($2)', [personId, this.crypto.lookupHashes(documentText(kind, number))])) !== undefined;
  }

  /** The same for many documents at once: ids by `<kind> <number>`; documents nobody has are left out. */
  async idsOfDocuments(documents: { kind: IdKind; number: string }[]): Promise<Map<string, string>> {
    const named = new Map(documents.flatMap(({ kind, number }) => this.crypto.lookupHashes(documentText(kind, number)).map((hash) => [hash, `${kind} ${number}`] as const)));
    const rows = await this.database.query<{ id: string; hash: string }>(`SELECT id, id_hash AS hash FROM person WHERE id_hash = ANY ($1) AND id_contested_with IS NULL`, [[...named.keys()]]);
    return new Map(rows.flatMap((row) => (named.has(row.hash) ? [[named.get(row.hash) as string, row.id] as const] : [])));
  }

  /** The same for many people: numbers by person; who has none is left out. Each opening is audited. */
  async openIdNumbers(personIds: string[], purpose: string): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; sealed: string }>('SELECT id, id_sealed AS sealed FROM person WHERE id = ANY ($1::uuid[]) AND id_sealed IS NOT NULL ORDER BY id', [personIds]);
    await this.audit.recordAll(rows.map((row) => ({ action: 'person.id_opened', subject: { type: 'person', id: row.id }, reason: purpose })));
    return new Map(rows.map((row) => [row.id, this.crypto.unseal(row.sealed)]));
  }

  /** Opens an identity number for a use that the law or a partner requires (never a list or page); the opening itself is audited. */
  async openIdNumber(personId: string, purpose: string): Promise<string | undefined> {
    return this.database.transaction(async () => {
      const person = await this.stored(personId);
      if (!person?.idSealed) return undefined;
      await this.audit.record({ action: 'person.id_opened', subject: { type: 'person', id: personId }, reason: purpose });
      return this.crypto.unseal(person.idSealed);
    });
  }

  /** Who it is and where, or undefined. */
  async stored(id: string): Promise<StoredPerson | undefined> {
    return this.database.first<StoredPerson>(
      `SELECT p.id, p.kind, p.name, p.sex, p.birth_date::text AS "birthDate", p.id_kind AS "idKind", p.id_sealed AS "idSealed", p.school_id AS "schoolId",
              o.path::text AS "schoolPath", p.created_by AS "createdBy", (SELECT a.id FROM account a WHERE a.person_id = p.id) AS "accountId"
       FROM person p LEFT JOIN org_unit o ON o.id = p.school_id WHERE p.id = $1`,
      [id],
    );
  }

  /** The person if the actor may reach it: its office by the school's place, its coach by having entered it. NOT_FOUND otherwise. */
  async reachable(actor: Actor, id: string, permission: Permission): Promise<StoredPerson> {
    const person = await this.stored(id);
    if (!person) throw new Refusal('missing', 'NOT_FOUND');
    const entered = person.createdBy === actor.accountId && person.schoolId !== null && this.access.ownSchoolIds(actor, permission).includes(person.schoolId);
    // A person without a school (judge, guardian) belongs to the province.
    const covered = person.schoolPath === null ? this.access.orgPaths(actor, permission).some((path) => !path.includes('.')) : this.access.covers(actor, permission, { orgPath: person.schoolPath });
    if (!entered && !covered) throw new Refusal('missing', 'NOT_FOUND');
    return person;
  }

  private async change(person: StoredPerson, input: EditPerson, actor?: Actor): Promise<void> {
    const sex = input.sex ?? person.sex ?? undefined;
    const birthDate = input.birthDate ?? person.birthDate ?? undefined;
    const touchesDocument = input.idNumber !== undefined || input.sex !== undefined || input.birthDate !== undefined;
    const number = input.idNumber ?? (person.idSealed === null ? undefined : this.crypto.unseal(person.idSealed));
    const identity = touchesDocument ? this.checked({ idKind: input.idKind ?? person.idKind ?? undefined, idNumber: number, sex, birthDate }) : undefined;
    if (input.idNumber !== undefined && identity) {
      const known = await this.ownerOf(identity);
      const owner = known === person.id ? undefined : known;
      if (owner !== undefined) await this.refuseKnown(owner, actor);
      await this.database.query(`UPDATE person SET id_kind = $2, id_sealed = $3, id_hash = $4, id_checked = $5, id_contested_with = $6 WHERE id = $1`, [person.id, ...this.documentColumns(identity), owner ?? null]);
      if (owner === undefined) await this.contestedDocuments.passOn(person.id);
      else await this.audit.record({ action: 'person.documentContested', subject: { type: 'person', id: person.id }, after: { with: owner } });
    }
    await this.database.query(
      `UPDATE person SET name = coalesce($2, name), sex = coalesce($3, sex), birth_date = coalesce($4, birth_date), stage = coalesce($5, stage), grade = coalesce($6, grade),
              phone = coalesce($7, phone), email = coalesce($8, email), title = coalesce($9, title), updated_at = $10 WHERE id = $1`,
      [person.id, input.name?.trim() ?? null, identity?.sex ?? input.sex ?? null, identity?.birthDate ?? input.birthDate ?? null, input.stage ?? null, input.grade ?? null,
        input.phone ?? null, input.email ?? null, input.title ?? null, this.clock.now()],
    );
    const changed = Object.entries(input).flatMap(([field, value]) => (value === undefined ? [] : [field]));
    await this.audit.record({ action: 'person.edited', subject: { type: 'person', id: person.id }, after: { changed } });
  }

  private checked(facts: Pick<PersonFacts, 'idKind' | 'idNumber' | 'sex' | 'birthDate'>): CheckedIdentity | undefined {
    const { problems, identity } = checkIdentity(facts, dayInChina(this.clock.now()));
    refuseIfAny(problems);
    return identity;
  }

  private documentColumns(identity: CheckedIdentity | undefined): [IdKind | null, string | null, string | null, boolean] {
    if (!identity) return [null, null, null, false];
    return [identity.idKind, this.crypto.seal(identity.idNumber), this.crypto.lookupHash(documentText(identity.idKind, identity.idNumber)), identity.idChecked];
  }

  /** The record that owns the document; nobody else enters the same one until the transaction ends. */
  private async ownerOf(identity: CheckedIdentity): Promise<string | undefined> {
    await this.database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`qingsai.document ${this.crypto.lookupHash(documentText(identity.idKind, identity.idNumber))}`]);
    return this.idOfDocument(identity.idKind, identity.idNumber);
  }

  /** Says that a document is on record, and which record has it, only to those who may list it. */
  private async refuseKnown(owner: string, enteredBy: Actor | undefined): Promise<void> {
    if (!enteredBy || !(await this.matches.mayKnow(enteredBy, owner))) return;
    const params = { id: owner };
    throw new Refusal('conflict', 'PERSON_EXISTS', params, [{ code: 'PERSON_EXISTS', path: 'idNumber', params }]);
  }

  private async refusingTwice<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (violatedConstraint(error) === 'person_id_hash') throw new Refusal('conflict', 'PERSON_EXISTS', {}, [{ code: 'PERSON_EXISTS', path: 'idNumber' }]);
      throw error;
    }
  }
}
