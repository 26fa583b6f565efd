import type { TextTree } from '#libs/platform';

export const en: TextTree = {
  errors: {
    CAPACITY_FULL: 'All {places} places are taken; no further entries are accepted.',
    CAPACITY_WAIT: 'All {places} places are taken and {waiting} entries wait. If you are willing to wait, choose “Submit and join the waiting list”.',
    CAPACITY_NO_ROOM: 'No free place fits this entry now. Try again when one has become free.',
    WAITING_NOT: 'This entry no longer waits. Please reload the page.',
    WAITING_CLOSED: 'The waiting list is over, or nobody can be called now.',
    WAITING_NONE: 'Nobody waits yet; there is nothing to draw.',
    LOT_NOT_USED: "This edition's rules do not draw lots for the waiting list.",
    LOT_DRAWN: 'The order has been drawn already and stays. Seed and order are on record.',
  },
  chain: { placeDeclined: 'Place declined', placeNotAnswered: 'Place not answered for in time', waitingClosed: 'The waiting list ended without a free place' },
  entryStates: { waiting: 'On the waiting list' },
  notices: {
    entryWaits: { title: 'On the waiting list', body: 'All places are taken; “{title}” is handed in and stands at place {place} of the waiting list. You are told when a place becomes free; nothing has to be sent again.' },
    entryWaitsForLot: { title: 'On the waiting list', body: 'All places are taken; “{title}” is handed in and waits. The order will be drawn by lot and then shown on the entry.' },
    waitingListCalled: { title: 'A place is free: please answer', body: 'A place has become free and “{title}” is next. Please answer by {answerBy}; afterwards it goes to the next.', sms: 'A place is free for “{title}”. Answer by {answerBy}.' },
    waitingListExpired: { title: 'The time to answer is over', body: '“{title}” was not answered for in time; the place went to the next, and the entry now stands at the end of the list.' },
    waitingListOut: { title: 'The time to answer is over', body: '“{title}” was not answered for in time; the place went to the next, and by the rules the entry no longer waits.' },
    waitingListClosed: { title: 'The waiting list is over', body: 'The waiting list has ended without a free place; “{title}” cannot take part this time. Thank you for entering.' },
  },
};
