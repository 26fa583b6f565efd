import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditQueries, type AuditRow } from '#libs/audit';
import { Access } from '#libs/identity';
import { Id, Instant, Json, pageOf, PageQuery, Returns, Text, Whole, type Page } from '#libs/platform';

class AuditQuery extends PageQuery {
  @Text({ max: 60, optional: true }) subjectType?: string;
  @Text({ max: 100, optional: true }) subjectId?: string;
  @Id({ optional: true }) accountId?: string;
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
  constructor(private readonly audit: AuditQueries) {}

  @Get() @Access('audit.read') @Returns(pageOf(AuditRowView))
  list(@Query() query: AuditQuery): Promise<Page<AuditRow>> {
    return this.audit.list(query);
  }
}
