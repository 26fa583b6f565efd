export default {
  title: 'A place is free for this entry',
  text: '{unit} has a free place and this entry is next. Accepting recommends it at once and freezes its content; declining, or not answering in time, gives the place to the next.',
  until: 'Answer by',
  accept: 'Take the place',
  decline: 'Decline',
  declineTitle: 'Decline the place?',
  declineEffect: 'The place goes to the next substitute at once; this cannot be undone.',
};
