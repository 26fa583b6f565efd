import type { TextTree } from '#libs/platform';

export const en: TextTree = {
  errors: {
    SESSION_ENDED: 'Your login has expired; please log in again. What you typed is kept on this device.',
    FOREIGN_ORIGIN: 'The request did not come from a page of this site and was refused.',
    SECOND_FACTOR_NEEDED: 'Your role needs a second factor: please enrol a code generator first.',
  },
};
