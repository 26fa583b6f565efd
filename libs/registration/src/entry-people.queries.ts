import { Injectable } from '@nestjs/common';
import type { SchoolStage } from '#libs/contests';
import { ageOn, dayInChina } from '#libs/identity';
import { Clock, Database } from '#libs/platform';
import type { ConsentState } from './core/entry-facts.js';

/** A member as stored, with what the rules ask about the person. */
export interface MemberRow {
  id: string;
  personId: string;
  position: number;
  share: string;
  bound: boolean;
  addedAt: Date;
  name: string;
  sex: string | null;
  birthDate: string | null;
  hasIdentity: boolean;
  schoolId: string | null;
  schoolName: string | null;
  countyId: string | null;
  prefectureId: string | null;
  stage: SchoolStage | null;
  grade: string | null;
  enteredElsewhere: boolean;
  signedVersions: string[];
  /** Newest decision of the guardian. */
  decision: 'granted' | 'refused' | 'withdrawn' | null;
  /** A link is on its way that can still be answered. */
  requested: boolean;
}

export interface CoachRow {
  id: string;
  personId: string;
  position: number;
  name: string;
  schoolName: string | null;
  post: string | null;
  signedVersions: string[];
}

const signedAs = (kind: 'member' | 'coach', alias: string): string =>
  `ARRAY(SELECT g.text_version FROM signature g WHERE g.entry_id = ${alias}.entry_id AND g.person_id = ${alias}.person_id AND g.signed_as = '${kind}')`;

/** The people of an entry. Identity numbers never pass here. */
@Injectable()
export class EntryPeople {
  constructor(private readonly database: Database, private readonly clock: Clock) {}

  members(entryId: string): Promise<MemberRow[]> {
    return this.database.often<MemberRow>(
      `SELECT m.id, m.person_id AS "personId", m.position, m.share, m.bound, m.added_at AS "addedAt", p.name, p.sex, p.birth_date::text AS "birthDate",
              p.id_hash IS NOT NULL AS "hasIdentity", p.school_id AS "schoolId", s.name AS "schoolName", s.parent_id AS "countyId", county.parent_id AS "prefectureId",
              p.stage, p.grade,
              EXISTS (SELECT 1 FROM entry_member o WHERE o.edition_id = m.edition_id AND o.person_id = m.person_id AND o.bound AND o.entry_id <> m.entry_id) AS "enteredElsewhere",
              ${signedAs('member', 'm')} AS "signedVersions",
              (SELECT c.decision FROM consent c WHERE c.entry_id = m.entry_id AND c.person_id = m.person_id ORDER BY c.sequence DESC LIMIT 1) AS decision,
              EXISTS (SELECT 1 FROM consent_request r WHERE r.entry_id = m.entry_id AND r.person_id = m.person_id AND r.ended_at IS NULL AND r.expires_at > $2) AS requested
       FROM entry_member m JOIN person p ON p.id = m.person_id LEFT JOIN org_unit s ON s.id = p.school_id LEFT JOIN org_unit county ON county.id = s.parent_id
       WHERE m.entry_id = $1 ORDER BY m.position`,
      [entryId, this.clock.now()],
    );
  }

  coaches(entryId: string): Promise<CoachRow[]> {
    return this.database.often<CoachRow>(
      `SELECT c.id, c.person_id AS "personId", c.position, p.name, s.name AS "schoolName", p.title AS post, ${signedAs('coach', 'c')} AS "signedVersions"
       FROM entry_coach c JOIN person p ON p.id = c.person_id LEFT JOIN org_unit s ON s.id = p.school_id WHERE c.entry_id = $1 ORDER BY c.position`,
      [entryId],
    );
  }
}

/** Whether a guardian must consent: by the member's age on the day the data was collected. */
export function consentOf(member: Pick<MemberRow, 'birthDate' | 'addedAt' | 'decision' | 'requested'>, underAge: number): ConsentState {
  if (member.decision !== null) return member.decision;
  if (member.birthDate === null || ageOn(member.birthDate, dayInChina(member.addedAt)) >= underAge) return 'notNeeded';
  return member.requested ? 'requested' : 'missing';
}
