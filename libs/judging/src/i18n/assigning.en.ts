import type { TextTree } from '#libs/platform';

export const assigningEn: TextTree = {
  errors: {
    YEARS_REVERSED: 'The last year lies before the first. Please correct it.',
    DAYS_REVERSED: 'The last day lies before the first. Please correct it.',
    ALIAS_UNREADABLE: 'Please give an e-mail address or a telephone number.',
    TRAINING_OPEN: 'Please pass the training of this stage first; the entries open after it.',
    TRAINING_EXHAUSTED: 'All {attempts} attempts at this work are used. Please ask the secretariat.',
    TRAINING_PASSED: 'This judge has passed the training or was let through already.',
    TRAINING_TOO_FEW: '{toPass} works must be passed, but there are only {count}. Add works or ask for fewer.',
    REFERENCE_INCOMPLETE: 'The reference scores still have {count} gaps.',
    ITEM_TO_SCORE: 'Please score this item.',
    PLAN_OUTDATED: 'Judges, entries, conflicts or reviews have changed since the preview. Please make another one.',
    BELOW_MINIMUM: 'The entry would be left with {left} judges where the rules ask for {minimum}, and nobody can take over. Replace the judge, or invite somebody first.',
    CONFLICT_LIFTED: 'This conflict has been lifted already.',
    CONFLICT_STANDS: 'This conflict rests on an employer, on coaching or on earlier work and cannot be lifted by hand. Correct the data; the comparison runs again by itself.',
    CONFLICTS_TO_SETTLE: '{count} reviews are touched by conflicts found meanwhile. Settle them in one step under “Conflicts” first.',
  },
  judging: {
    advice: {
      invite: 'Invite judges without conflict who can take {count} more reviews',
      raiseMost: 'Raise the most that the panel or single judges read',
      fewerReviews: 'Ask for fewer reviews per entry, as far as the rules allow',
      lowerLeast: 'Lower the least that each judge reads',
      dropWishes: 'Let judges read more than they wished this time',
      dropEmployer: 'Drop the limit for judges of one employer this time',
    },
    conflict: {
      chain: 'Worked with somebody of the entry before',
      declaredKin: 'Declared a relative on the entry',
      guardianName: 'Same name as a guardian of the entry',
      samePerson: 'Same address or telephone as somebody of the entry',
    },
    conflictWhy: {
      member: 'The judge is a member of the entry and must not judge it.',
      coach: 'The judge coached a pupil of the entry, or is its coach, and must not judge it.',
      chain: 'Within the years that the rules count, the judge did another entry together with somebody of this one (as members, as coaches, or one teaching the other).',
      sameSchool: 'The judge works at the school of a pupil or coach of the entry and must not judge it.',
      pastSchool: 'The judge declared an earlier post where a pupil or coach of the entry is; it ended within the years that the rules count.',
      samePrefecture: 'Judge and entry are of one prefecture, which the rules of this edition take into account.',
      declaredSchool: 'The judge declared an interest in the school of the entry or in a unit above it and must not judge it.',
      declaredPerson: 'The judge declared an interest in somebody of the entry (compared by name). It can be lifted when it is another person of that name.',
      declaredKin: 'The judge declared a relative on the entry (compared by name). It can be lifted when it is another person of that name.',
      guardianName: 'A guardian of the entry has the judge’s name and may be the judge; better avoided. It can be lifted when it is another person.',
      samePerson: 'An address or telephone of the judge also stands with somebody of the entry: the same person or the same family. It can be lifted when it is not so.',
      recused: 'The judge asked not to judge this entry.',
    },
  },
  notices: {
    'judging.conflictsTouch': { title: 'New conflicts of interest', body: '{count} running reviews of {stage} are touched by conflicts found meanwhile. Please look and settle them in one step.' },
  },
};
