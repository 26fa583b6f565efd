import type { TextTree } from '#libs/platform';

export const en: TextTree = {
  errors: {
    HINT_GONE: 'The facts behind this hint have changed; nothing is left to decide. Reload the page.',
    HINT_DECIDED_ABOVE: '{level} has decided about this hint; levels below cannot change that.',
    HINT_UPHELD: 'An official found this to be true: {hint} The entry cannot go on. Return it; or, once the matter is settled, clear the hint with the reason first.',
    HINTS_OPEN: '{count} hints have no decision yet; by the rules each needs one before the entry goes on: {hint}',
  },
  hintLevels: { school: 'The school', county: 'The county', prefecture: 'The prefecture', province: 'The provincial office' },
};
