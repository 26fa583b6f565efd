import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one drawing of a waiting list's order. Whoever has the seed and the entries drawn from gets the same order. */
@Entity({ name: 'waiting_draw' })
export class WaitingDraw {
  @PrimaryColumn({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'text' }) seed: string;
  /** Ids in the order of their entry numbers. */
  @Column({ type: 'uuid', array: true, name: 'drawn_from' }) drawnFrom: string[];
  @Column({ type: 'uuid', array: true, name: 'drawn_order' }) drawnOrder: string[];
  @Column({ type: 'uuid', name: 'drawn_by' }) drawnBy: string;
  @Column({ type: 'timestamptz', name: 'drawn_at' }) drawnAt: Date;
}
