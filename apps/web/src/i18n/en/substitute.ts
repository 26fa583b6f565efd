export default {
  title: 'A place is free for this entry',
  text: '{unit} has a free place and this entry is next. Accepting recommends it at once and freezes its content; declining, or not answering in time, gives the place to the next.',
  until: 'Answer by',
  accept: 'Take the place',
  decline: 'Decline',
  declineTitle: 'Decline the place?',
  declineEffect: 'The place goes to the next substitute at once; this cannot be undone.',
  edition: {
    waiting: 'Waiting list',
    place: 'Place {place} of {waiting} on the waiting list',
    lot: 'On the waiting list; the order is still to be drawn',
    about: 'All places are taken. When one becomes free the next is asked by notice, e-mail and SMS; nothing has to be sent again. Withdraw if you no longer want to wait.',
    text: 'A place has become free and this entry is next. Accepting hands it to the school; declining takes it out, and without an answer in time the rules decide and the place goes to the next.',
    accept: 'Take the place',
    declineEffect: 'The place goes to the next at once and this entry is out; this cannot be undone.',
  },
};
