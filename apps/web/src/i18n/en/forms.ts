export default {
  title: 'Check a printed form',
  asked: 'Whether the entry still says what the paper says.',
  state: { current: 'Same as in the system', outdated: 'The content has changed: this form is outdated', unknown: 'No such form was printed here' },
  how: {
    current: 'Compare the code at the bottom left of the paper with the one below.',
    outdated: 'The entry was changed after this was printed. The authors have to print it again and have it signed and stamped.',
    unknown: 'The code is incomplete, or the form was not made by this system. Print the form in the system.',
  },
  code: 'Content code',
  edition: 'Edition',
  entryNo: 'Entry number',
  printedAt: 'Made',
};
