export default {
  title: 'Interviews', titleOf: '{stage} · interviews', asked: 'Find a time and a room for every entry, publish it, and on the day check people in here.',
  plan: 'Make a timetable', replan: 'Something changed: plan again', none: 'No timetable yet', noneHow: 'Once codes are issued and panels stand, give days and rooms; the timetable is worked out.', print: 'Print', count: '{count} interviews', moved: '{count} moved', movedTag: 'moved',
  codesSecret: 'By the rulebook the codes of this stage are secret (blind review), so there are no interviews: whoever comes is known.', codesOpen: 'By the rulebook the codes of this stage are not secret: students come with their number. The judges’ pages still show codes only, and nobody sees a score before the panel is locked.',
  state: { queued: 'being worked out', draft: 'draft, not published', impossible: 'impossible', published: 'published', superseded: 'replaced', discarded: 'discarded' },
  column: { time: 'Time', code: 'Code', presence: 'Check-in', room: 'Room', panel: 'Panel' },
  presence: { expected: 'not yet', arrived: 'checked in', absent: 'absent' },
  publish: { verb: 'Publish', title: 'Publish this timetable', effect: '{count} interviews; participants, coaches and judges see their own.', effectAll: 'Everybody concerned gets a notice.', effectMoved: 'Only those of the {count} moved interviews, and of new ones, get a notice.', done: 'Published' },
  absent: { verb: 'Mark absent', title: 'Mark {codes} absent', effect: 'By the rules these entries have withdrawn: they are not ranked and do not count for the number of prizes.', done: 'Marked absent', missing: '{count} interviews are over without a check-in.' },
  door: { title: 'Check-in at the door', ticket: 'Ticket', verb: 'Check in', hint: 'Scan the QR code, or type the ticket and press Enter.', done: '{ticket} is checked in', again: '{ticket} had checked in at {time}' },
  form: {
    title: 'Times and rooms', day: 'Day {number}', date: 'Date', from: 'From', to: 'To', remove: 'Remove', removeDayOf: 'Remove day {number}', removeBlockOf: 'Remove hours {number} of day {day}', addBlock: 'Add hours', addDay: 'Add a day',
    length: 'Minutes of an interview', cycle: 'Minutes from start to start', gap: 'Least minutes between two of one pupil', travel: 'More minutes between buildings', room: 'Room', place: 'Building', keep: 'Start from the published one and move as few as possible', verb: 'Work it out', done: 'Being worked out',
    always: 'No pupil is in two places; a panel with too few judges on a day does not sit on it.',
  },
  callBack: {
    title: 'Call-back', plan: 'Call some back', day: 'Day', from: 'Begins', length: 'Minutes of one', cycle: 'Minutes from start to start', of: 'Codes {panel} hears again', none: 'None', verb: 'Plan', done: 'Planned; look at it and publish', pick: 'Choose codes',
    how: 'A panel calls each work once, and no pupil to two rooms at a time. Rooms are those of the published timetable.', effect: 'Makers, coaches and judges of these are told.',
    withdraw: 'Withdraw', withdrawTitle: 'Withdraw these call-backs', withdrawEffect: 'Whoever was called is told that it is cancelled, and why; no score changes.', withdrawDraft: 'The draft is dropped; nobody is told.', withdrawn: 'Withdrawn',
  },
  board: { open: 'Open the screen for the hall', title: '{stage} · waiting', now: 'Now', next: 'Next', later: 'After that', none: 'Nobody is waiting', nobody: '—', callBack: 'Second', arrived: 'here', whole: 'Full screen' },
  judge_: { title: 'Interviews', asked: 'Times and rooms of the interviews of your panels.', none: 'No interviews are published yet', noneHow: 'You will get a notice when they are.' },
  own: { callBack: 'A second interview: the panel asks you to come again.', title: 'My interviews', asked: 'Please come on time and check in with your ticket; by the rules whoever does not come has withdrawn.', none: 'No interviews are published yet', noneHow: 'Once the times of finalists are published you get a notice and see them here.', where: 'Where: {place} {room}', ticket: 'Ticket', qr: 'QR code of ticket {ticket}', arrived: 'Checked in at {time}' },
};
