import { auditRoom } from '#libs/audit';
import { contestsRoom } from '#libs/contests';
import { identityRoom } from '#libs/identity';
import { judgingRoom } from '#libs/judging';
import { noticesRoom } from '#libs/notices';
import { platformRoom, type Room } from '#libs/platform';
import { registrationRoom } from '#libs/registration';
import { resultsRoom } from '#libs/results';

/** The rooms every process loads, in the order of who knows whom. A new contest family is one more line. */
export const rooms: Room[] = [platformRoom, auditRoom, noticesRoom, identityRoom, contestsRoom, registrationRoom, resultsRoom, judgingRoom];
