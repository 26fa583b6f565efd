import { Global, Module } from '@nestjs/common';
import { Channels } from './channels.service.js';
import { DeliveryQueries } from './deliveries.queries.js';
import { Inbox } from './inbox.service.js';
import { Deliveries } from './notices.jobs.js';
import { Notices } from './notices.service.js';
import { Recipients } from './recipients.service.js';

@Global()
@Module({ providers: [Channels, Deliveries, DeliveryQueries, Inbox, Notices, Recipients], exports: [DeliveryQueries, Inbox, Notices, Recipients] })
export class NoticesModule {}
