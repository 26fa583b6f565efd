import { Id, Instant, OneOf, Text, Whole } from '#libs/platform';
import { EntryQuery } from './entry.dto.js';

export class EditionQuery {
  @Id() editionId: string;
}

export class ExportQuery extends EntryQuery {
  @OneOf(['csv', 'xlsx'], { optional: true }) format?: string;
  @Text({ max: 400, optional: true, description: 'Columns in their order, with commas; default: the usual ones.' }) columns?: string;
}

export class ListExportView {
  @Id() id: string;
  @OneOf(['making', 'ready', 'refused']) state: string;
  @Id({ nullable: true, description: 'Job to follow at /api/jobs; null where the file was made at once.' }) jobId: string | null;
  @Whole({ nullable: true }) rows: number | null;
  @Text({ nullable: true }) refusedCode: string | null;
  @Instant({ description: 'Until when the file can be fetched.' }) expiresAt: string;
}
