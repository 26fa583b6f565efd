import type { TextTree } from '#libs/platform';

export const en: TextTree = {
  errors: {
    LEAKS_OPEN: '{count} entries have undecided findings of identity; by the rules the blind review cannot begin. Decide about them first.',
    LEAKS_OF_ENTRY: '{entryNo} "{title}": {count} undecided.',
    LEAKS_NONE: 'Nothing of this entry is a confirmed leak, so there is nothing to send back for. Confirm a finding first.',
    FINDING_GONE: 'The newer material does not contain this any more; nothing is left to decide. Reload the page.',
  },
  leaks: {
    returned: 'The material for the judges tells who made the work. Remove or rewrite this and hand in again:',
    at: {
      title: 'Title: "{passage}"',
      form: 'Form: "{passage}"',
      text: '"{name}", page {page}: "{passage}"',
      fileName: 'File name "{name}"',
      fact: 'Properties of "{name}" ({field}): "{passage}"',
    },
  },
};
