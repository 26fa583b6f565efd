import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** How a stage trains its judges; `required`: no assigned entry opens before the training is passed. */
@Entity('training_set')
export class TrainingSet {
  @PrimaryColumn({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @PrimaryColumn({ type: 'text', name: 'stage_key' }) stageKey: string;
  @Column({ type: 'boolean' }) required: boolean;
  /** Of each criterion's highest mark. */
  @Column({ type: 'int', name: 'tolerance_percent' }) tolerancePercent: number;
  @Column({ type: 'int' }) attempts: number;
  @Column({ type: 'int', name: 'to_pass' }) toPass: number;
  @Column({ type: 'uuid', name: 'saved_by' }) savedBy: string;
  @Column({ type: 'timestamptz', name: 'saved_at' }) savedAt: Date;
}

/** A known work with its reference scores and why they are so. */
@Entity('training_entry')
export class TrainingEntry {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'text', name: 'stage_key' }) stageKey: string;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text' }) text: string;
  /** Name of the score sheet it is scored on. */
  @Column({ type: 'text' }) sheet: string;
  @Column({ type: 'jsonb' }) reference: Record<string, unknown>;
  @Column({ type: 'jsonb' }) reasons: Record<string, string>;
  @Column({ type: 'timestamptz', name: 'added_at' }) addedAt: Date;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt: Date | null;
}

/** A file that judges see with a known work. */
@Entity('training_material')
export class TrainingMaterial {
  @PrimaryColumn({ type: 'uuid', name: 'training_entry_id' }) trainingEntryId: string;
  @PrimaryColumn({ type: 'int' }) number: number;
  @Column({ type: 'uuid', name: 'file_id' }) fileId: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'bigint', name: 'size_bytes' }) sizeBytes: string;
}

/** One scoring of a known work by a judge, with the distance to the reference as it was then. */
@Entity('training_attempt')
export class TrainingAttempt {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'training_entry_id' }) trainingEntryId: string;
  @Column({ type: 'uuid', name: 'judge_id' }) judgeId: string;
  @Column({ type: 'int' }) number: number;
  @Column({ type: 'jsonb' }) values: Record<string, unknown>;
  @Column({ type: 'jsonb' }) criteria: unknown[];
  @Column({ type: 'boolean' }) within: boolean;
  @Column({ type: 'timestamptz', name: 'made_at' }) madeAt: Date;
}

/** Passed, or let through by the secretariat with a reason. */
@Entity('training_pass')
export class TrainingPass {
  @PrimaryColumn({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @PrimaryColumn({ type: 'text', name: 'stage_key' }) stageKey: string;
  @PrimaryColumn({ type: 'uuid', name: 'judge_id' }) judgeId: string;
  @Column({ type: 'timestamptz', name: 'passed_at' }) passedAt: Date;
  @Column({ type: 'uuid', name: 'waived_by', nullable: true }) waivedBy: string | null;
  @Column({ type: 'text', nullable: true }) reason: string | null;
}
