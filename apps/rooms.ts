import { auditRoom } from '#libs/audit';
import { identityRoom } from '#libs/identity';
import { platformRoom, type Room } from '#libs/platform';

/** The rooms every process loads, in the order of who knows whom. A new contest family is one more line. */
export const rooms: Room[] = [platformRoom, auditRoom, identityRoom];
