import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '../core/roles.js';

export const GRANT_STATES = ['requested', 'active', 'refused', 'revoked'] as const;
export type GrantState = (typeof GRANT_STATES)[number];

/** A role of an account within a scope. Ended grants stay as a record of who could do what. */
@Entity('role_grant')
export class RoleGrant {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'account_id' })
  accountId: string;

  @Column({ type: 'text' })
  role: Role;

  @Column({ type: 'uuid', name: 'org_unit_id', nullable: true })
  orgUnitId: string | null;

  @Column({ type: 'uuid', name: 'edition_id', nullable: true })
  editionId: string | null;

  @Column({ type: 'uuid', name: 'panel_id', nullable: true })
  panelId: string | null;

  @Column({ type: 'text', default: 'active' })
  state: GrantState;

  @Column({ type: 'uuid', name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'text', name: 'decision_reason', nullable: true })
  decisionReason: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
