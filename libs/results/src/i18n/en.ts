import type { TextTree } from '#libs/platform';

export const en: TextTree = {
  errors: {
    RESULT_OUTDATED: 'The result has been worked out again since. Please start from the newest one.',
    RESULTS_PENDING: '{count} entries have no result yet, so the list cannot be made.',
    RESULT_HAS_NO_SUCH_LIST: 'The result of this stage does not make such a list.',
    PROPOSAL_STEP: 'This step is not possible while the list is "{state}".',
    PROPOSAL_UNDER_WAY: 'Another list is under way ("{state}"). Settle or withdraw it first.',
    PROPOSAL_CHANGED: 'The list is not the one you read. Please reload it and check again.',
    RULE_DECIDES: 'The rule decides about this entry; it cannot be changed by hand.',
    JURY_MUST_DECIDE: '{count} entries still wait for the jury.',
    AWARD_UNKNOWN: 'There is no such prize.',
    NOT_APPROVED: 'Two different people must approve the list before it is posted.',
    APPROVED_ALREADY: 'You have already spoken on this list; another person must approve it.',
    PROPOSER_CANNOT_APPROVE: 'Whoever handed the list in cannot approve it.',
    CORRECTION_NEEDS_REASON: 'A list is posted already. Please say why it is corrected.',
    PUBLICATION_STEP: 'This step is not possible while the list is "{state}".',
    NOTICE_RUNNING: 'The notice period runs until {until}; the list can be confirmed after that.',
    NOT_PUBLISHED: 'This result has not been published yet.',
  },
  results: {
    finalist: 'Finalist',
    anotherEntry: 'another entry',
    notShortlisted: 'Not shortlisted',
    noPrize: 'No prize',
  },
  notices: {
    'results.shortlisted': { title: 'Finalists announced', body: 'The finalists of {edition} have been posted. Log in to see the result of your entry and how it came about.' },
    'results.published': { title: 'Prizes announced', body: 'The prizes of {edition} have been posted. Log in to see the result of your entry and how it came about.' },
    'results.corrected': { title: 'Posted list corrected', body: 'The posted list of {edition} has been corrected and the notice period begins afresh. Log in to see it.' },
    'results.confirmed': { title: 'List confirmed', body: 'The notice period of {edition} is over and the list is final.' },
  },
};
