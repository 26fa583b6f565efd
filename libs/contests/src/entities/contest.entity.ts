import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A contest that comes back every year, e.g. the province's innovation contest. */
@Entity({ name: 'contest' })
export class Contest {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  /** Two digits, part of certificate and entry numbers. */
  @Column({ type: 'text' }) code: string;
  @Column({ type: 'text' }) family: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text', name: 'name_en' }) nameEn: string;
  @Column({ type: 'text', default: '' }) organiser: string;
  @Column({ type: 'text', default: '' }) summary: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
}
