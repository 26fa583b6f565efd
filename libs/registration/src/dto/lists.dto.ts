import { Id, OneOf } from '#libs/platform';
import { EntryQuery } from './entry.dto.js';

export class EditionQuery {
  @Id() editionId: string;
}

export class ExportQuery extends EntryQuery {
  @OneOf(['csv', 'xlsx'], { optional: true }) format?: string;
}
