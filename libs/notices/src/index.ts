import { registerTexts, type Room } from '#libs/platform';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { Notices1764000003001 } from './migrations/notices.1764000003001.js';
import { NoticesModule } from './notices.module.js';

registerTexts(zh, en);

export const noticesRoom: Room = { name: 'notices', module: NoticesModule, entities: [], migrations: [Notices1764000003001] };

export { DELIVERY_STATES, DeliveryQueries, type DeliveryFilter, type DeliveryListRow, type DeliveryState } from './deliveries.queries.js';
export { Inbox, type InboxRow } from './inbox.service.js';
export * from './notices.module.js';
export { Notices, type LetterOrder, type NoticeOrder } from './notices.service.js';
export { Recipients, type Recipient } from './recipients.service.js';
