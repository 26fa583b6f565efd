import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Flag, Id, Instant, Json, pageOf, PageQuery, Returns, Text, Whole, type Page } from '#libs/platform';
import { AuditLog, type NamedAuditRow } from './audit-log.service.js';

class AuditQuery extends PageQuery {
  @Text({ max: 60, optional: true }) subjectType?: string;
  @Text({ max: 100, optional: true }) subjectId?: string;
  @Id({ optional: true }) accountId?: string;
  @Text({ min: 1, max: 60, optional: true, description: 'Part of the name or login of who acted' }) who?: string;
  @Flag({ optional: true, description: 'Without records that only tell that somebody looked' }) changes?: boolean;
  /** An action or its beginning, e.g. `entry.` */
  @Text({ max: 60, optional: true }) action?: string;
  @Text({ max: 100, optional: true }) requestId?: string;
  @Instant({ optional: true }) from?: string;
  @Instant({ optional: true }) to?: string;
}

class AuditRowView {
  @Id() id: string;
  @Instant() at: string;
  @Id({ nullable: true }) accountId: string | null;
  /** The account's name today; null for the system itself and for accounts that are gone. */
  @Text({ nullable: true }) accountName: string | null;
  @Text() requestId: string;
  @Text() action: string;
  @Text() subjectType: string;
  @Text() subjectId: string;
  @Json({ nullable: true }) before: Record<string, unknown> | null;
  @Json({ nullable: true }) after: Record<string, unknown> | null;
  @Text({ nullable: true }) reason: string | null;
  @Whole() position: number;
}

/** The audit log, for those who watch over a contest. */
@ApiTags('administration')
@Controller('admin/audit')
export class AuditController {
  constructor(private readonly log: AuditLog) {}

  @Get() @Access('audit.read') @Returns(pageOf(AuditRowView))
  list(@Query() query: AuditQuery, @CurrentActor() actor: Actor): Promise<Page<NamedAuditRow>> {
    return this.log.list(actor, query);
  }
}
