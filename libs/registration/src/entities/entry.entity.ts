import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One work entered in an edition, from its first draft to its archive. */
@Entity({ name: 'entry' })
export class Entry {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  /** Key of the rulebook's entry type. */
  @Column({ type: 'text' }) type: string;
  @Column({ type: 'text', name: 'group_key', nullable: true }) groupKey: string | null;
  @Column({ type: 'text', nullable: true }) discipline: string | null;
  @Column({ type: 'text', name: 'class_key', nullable: true }) classKey: string | null;
  @Column({ type: 'text', default: '' }) title: string;
  /** Values of the type's form fields. */
  @Column({ type: 'jsonb', default: () => "'{}'" }) form: Record<string, unknown>;
  /** At which `version` each part of the form was last changed: two tabs that touch different parts do not disturb each other. */
  @Column({ type: 'jsonb', name: 'part_versions', default: () => "'{}'" }) partVersions: Record<string, number>;
  @Column({ type: 'text', default: 'draft' }) state: string;
  @Column({ type: 'uuid', name: 'school_id' }) schoolId: string;
  @Column({ type: 'uuid', name: 'county_id' }) countyId: string;
  @Column({ type: 'uuid', name: 'prefecture_id' }) prefectureId: string;
  @Column({ type: 'text', name: 'entry_no', nullable: true }) entryNo: string | null;
  /** Handed down with the prefecture's place: one per place used. */
  @Column({ type: 'text', name: 'authorisation_no', nullable: true }) authorisationNo: string | null;
  /** The content as recommended by the prefecture, and its SHA-256 over the canonical JSON. */
  @Column({ type: 'jsonb', name: 'frozen_content', nullable: true }) frozenContent: Record<string, unknown> | null;
  @Column({ type: 'text', name: 'content_sha256', nullable: true }) contentSha256: string | null;
  /** Order the unit gave the entry among its own. */
  @Column({ type: 'int', name: 'school_rank', nullable: true }) schoolRank: number | null;
  @Column({ type: 'int', name: 'county_rank', nullable: true }) countyRank: number | null;
  @Column({ type: 'int', name: 'prefecture_rank', nullable: true }) prefectureRank: number | null;
  /** Whether the entry uses one of its county's / prefecture's places. */
  @Column({ type: 'boolean', name: 'holds_county_place', default: false }) holdsCountyPlace: boolean;
  @Column({ type: 'boolean', name: 'holds_prefecture_place', default: false }) holdsPrefecturePlace: boolean;
  @Column({ type: 'text', name: 'return_reason', nullable: true }) returnReason: string | null;
  @Column({ type: 'timestamptz', name: 'fix_by', nullable: true }) fixBy: Date | null;
  /** Level that sent the entry back last; until it has passed there again, the levels below may act after their own end. */
  @Column({ type: 'text', name: 'returned_by', nullable: true }) returnedBy: string | null;
  /** Made by the page that began the draft: the same one twice is the same draft. */
  @Column({ type: 'text', name: 'request_key', nullable: true }) requestKey: string | null;
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ type: 'uuid', name: 'created_by' }) createdBy: string;
  /** Who took the entry over; null while it is with the one who began it. */
  @Column({ type: 'uuid', name: 'keeper_id', nullable: true }) keeperId: string | null;
  /** The entry this one was copied from. */
  @Column({ type: 'uuid', name: 'cloned_from', nullable: true }) clonedFrom: string | null;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt: Date;
  @Column({ type: 'timestamptz', name: 'submitted_at', nullable: true }) submittedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'state_since' }) stateSince: Date;
}
