import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Flag, Id, Ids, Instant, OneOf, pageOf, PageQuery, Returns, Text, Whole, type Page } from '#libs/platform';
import { DELIVERY_STATES, Inbox, type DeliveryState, type InboxRow } from '#libs/notices';
import { DeliveryDesk, type NamedDelivery } from './delivery-desk.service.js';

class InboxQuery extends PageQuery {
  @Flag({ optional: true }) unread?: boolean;
}

class NoticeView {
  @Id() id: string;
  @Text() title: string;
  @Text() body: string;
  @Text({ nullable: true }) link: string | null;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) readAt: string | null;
}

class UnreadView {
  @Whole() unread: number;
}

class ReadInput {
  /** Without ids all are marked. */
  @Ids({ optional: true, max: 200 }) ids?: string[];
}

class DeliveriesQuery extends PageQuery {
  @OneOf(DELIVERY_STATES, { optional: true }) state?: DeliveryState;
  @OneOf(['email', 'sms'], { optional: true }) channel?: string;
  /** A notice's template or its beginning, e.g. `results.` */
  @Text({ max: 60, optional: true }) template?: string;
}

class DeliveryView {
  @Id() id: string;
  @OneOf(['email', 'sms']) channel: 'email' | 'sms';
  @OneOf(DELIVERY_STATES, { name: 'DeliveryState' }) state: DeliveryState;
  @Whole() attempts: number;
  @Text({ nullable: true }) error: string | null;
  @Text({ nullable: true }) template: string | null;
  @Id({ nullable: true }) accountId: string | null;
  @Text({ nullable: true }) accountName: string | null;
  @Flag({ description: 'It can be sent once more.' }) mayRetry: boolean;
  @Instant() changedAt: string;
}

/** One's own notices; and, for administrators, what was sent out. */
@ApiTags('notices')
@Controller()
export class NoticesController {
  constructor(
    private readonly inbox: Inbox,
    private readonly deliveries: DeliveryDesk,
  ) {}

  @Get('notices') @Access('notice.read') @Returns(pageOf(NoticeView))
  list(@Query() query: InboxQuery, @CurrentActor() actor: Actor): Promise<Page<InboxRow>> {
    return this.inbox.list(actor.accountId, query);
  }

  @Get('notices/unread') @Access('notice.read') @Returns(UnreadView)
  async unread(@CurrentActor() actor: Actor): Promise<UnreadView> {
    return { unread: await this.inbox.unreadCount(actor.accountId) };
  }

  @Post('notices/read') @HttpCode(204) @Access('notice.read')
  read(@Body() input: ReadInput, @CurrentActor() actor: Actor): Promise<void> {
    return this.inbox.markRead(actor.accountId, input.ids);
  }

  @Get('admin/deliveries') @Access('job.read') @Returns(pageOf(DeliveryView))
  sent(@Query() query: DeliveriesQuery, @CurrentActor() actor: Actor): Promise<Page<NamedDelivery>> {
    return this.deliveries.list(actor, query);
  }

  @Post('admin/deliveries/:id/retry') @HttpCode(204) @Access('job.retry')
  retry(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.deliveries.retry(actor, id);
  }
}
