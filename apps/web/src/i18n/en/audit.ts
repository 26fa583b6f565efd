/** What the audit log's actions and subjects are called. */
export default {
  action: {
    account: {
      added: 'account made', email_verified: 'e-mail address verified', locked: 'account locked', logged_in: 'signed in', password_set: 'password set', profile_edited: 'profile changed',
      recovery_asked: 'recovery asked for', recovery_approved: 'recovery approved', recovery_done: 'recovery done', recovery_ended: 'recovery stopped',
      recovery_codes_renewed: 'recovery codes renewed', reset_offered: 'reset link handed out', second_factor_on: 'two-step sign-in on', second_factor_off: 'two-step sign-in off',
      unlocked: 'lock-out ended', invited_again: 'invited again', viewed: 'account looked at', disabled: 'account disabled', enabled: 'account enabled',
    },
    announcement: {
      created: 'announcement drafted', changed: 'announcement changed', published: 'announcement published', withdrawn: 'announcement withdrawn',
    },
    callBacks: {
      planned: 'second interviews planned', withdrawn: 'second interviews withdrawn',
    },
    consent: {
      requested: 'consent asked for', granted: 'consent granted', refused: 'consent refused', withdrawn: 'consent withdrawn',
    },
    contest: {
      created: 'contest made', changed: 'contest changed',
    },
    delivery: {
      retried: 'message sent again',
    },
    edition: {
      created: 'edition made', changed: 'edition changed', cloned: 'edition cloned', calendarSet: 'calendar set', defaultsConfirmed: 'defaults confirmed', opened: 'edition opened',
      closed: 'edition closed', archived: 'edition archived',
    },
    entry: {
      begun: 'entry begun', saved: 'entry saved', cloned: 'entry cloned', teamChanged: 'team changed', signed: 'commitment signed', submit: 'submitted', submitted: 'submitted',
      wait: 'put on the waiting list', admit: 'admitted from the waiting list', approve: 'approved by the school', recommendCounty: 'recommended by the county',
      recommendPrefecture: 'recommended by the prefecture', declineRecommendation: 'not recommended', return: 'returned', returned: 'returned', withdraw: 'withdrawn', lapse: 'lapsed',
      declareEligible: 'declared eligible', declareIneligible: 'declared ineligible', startReview: 'review begun', shortlist: 'shortlisted', leaveOut: 'not shortlisted',
      shortlistLater: 'shortlisted later', takeOffShortlist: 'taken off the shortlist', markFinalScored: 'final scored', markAbsent: 'marked absent', award: 'award decided',
      enterNotice: 'notice begun', confirm: 'result confirmed', disqualify: 'disqualified', materialAdded: 'material added', materialRemoved: 'material removed',
      materialOpened: 'material opened', formPrinted: 'form printed', formOpened: 'form opened', scanNamed: 'code of the paper noted', viewed: 'entry looked at',
      exported: 'entries exported', ranked: 'ranked', handedOver: 'handed over', messageSent: 'message sent', unitsReminded: 'units reminded', blindCopyReplaced: 'blind copy replaced',
    },
    finding: {
      scanOrdered: 'check ordered again', leak: 'found to be a leak', notLeak: 'found to be no leak',
    },
    grant: {
      given: 'role given', requested: 'role asked for', approved: 'role approved', refused: 'role refused', revoked: 'role revoked',
    },
    hint: {
      cleared: 'hint cleared', upheld: 'hint upheld',
    },
    identityExport: {
      requested: 'export with identity numbers asked for', approved: 'export with identity numbers approved', refused: 'export with identity numbers refused',
      collected: 'export with identity numbers collected',
    },
    import: {
      begun: 'import begun', committed: 'import committed',
    },
    interviews: {
      planned: 'interviews planned', published: 'interview timetable published', arrived: 'checked in for the interview',
    },
    job: {
      retried: 'job retried',
    },
    judge: {
      profileSaved: 'judge profile saved', interestDeclared: 'conflict of interest declared', interestEnded: 'conflict of interest ended',
    },
    judging: {
      codesIssued: 'codes issued', codesOpened: 'codes opened', conflictsSearched: 'conflicts searched', conflictsRechecked: 'conflicts checked again', conflictLifted: 'conflict lifted',
      assignmentStarted: 'assignment started', assigned: 'judges assigned', assignedByHand: 'assigned by hand', replacedByHand: 'replaced by hand', refilled: 'judges refilled',
      recused: 'recused', declined: 'assignment declined', removed: 'assignment removed', absent: 'marked absent', scoreGiven: 'score given', paperEntered: 'paper sheet entered',
      paperVerified: 'paper sheet verified', paperDiffers: 'paper sheets differ', sheetReopened: 'sheet reopened', concernRaised: 'concern raised', concernAnswered: 'concern answered',
      questionAnswered: 'question answered', screeningAsked: 'screening asked for', reliabilityAsked: 'reliability report asked for', reminded: 'judges reminded',
      stageClosed: 'stage closed', stageReopened: 'stage reopened',
      comment: { released: 'comment released', withheld: 'comment withheld' },
    },
    keys: {
      resealed: 'keys renewed',
    },
    panel: {
      created: 'panel made', changed: 'panel changed', removed: 'panel removed', judgesInvited: 'judges invited', judgesSeated: 'judges seated', seatAccepted: 'invitation accepted',
      seatDeclined: 'invitation declined', seatChanged: 'seat changed', judgeWithdrawn: 'judge withdrawn', ordered: 'ordered by the panel', concluded: 'concluded by the leader',
      locked: 'panel locked', unlocked: 'panel unlocked',
    },
    person: {
      added: 'person added', edited: 'person changed', viewed: 'person looked at', listed: 'people listed', moved: 'person moved', claim_offered: 'claim link handed out',
      claimed: 'record claimed', id_opened: 'identity number opened', documentContested: 'document contested', document_released: 'document released',
    },
    policy: {
      set: 'security policy set',
    },
    quota: {
      set: 'quota set',
    },
    recommendation: {
      listPrinted: 'recommendation list printed',
    },
    results: {
      aggregationRequested: 'aggregation asked for', aggregated: 'scores aggregated', drafted: 'list drafted', juryDecided: 'decided by the jury', proposed: 'sent for approval',
      proposalWithdrawn: 'list taken back', approvedFirst: 'first approval', approved: 'second approval', rejected: 'rejected', published: 'published', corrected: 'correction published',
      confirmed: 'confirmed', prizeRevoked: 'prize revoked',
    },
    rulebook: {
      saved: 'rulebook saved', amended: 'rulebook amended',
    },
    school: {
      added: 'school added', proposed: 'school proposed', approved: 'school approved', rejected: 'school rejected', edited: 'school changed', merged: 'schools merged',
    },
    similarity: {
      cleared: 'similarity cleared', concern: 'similarity is a concern',
    },
    substitute: {
      listed: 'put on the reserve list', called: 'reserve called', accepted: 'call accepted', declined: 'call declined', expired: 'call expired', removed: 'taken off the reserve list',
    },
    training: {
      saved: 'trial judging saved', entryAdded: 'trial work added', entryEnded: 'trial work ended', passed: 'trial judging passed', waived: 'trial judging waived',
    },
    waitingList: {
      drawn: 'lots drawn', called: 'called from the waiting list', calledOutOfOrder: 'called out of order', accepted: 'place accepted', declined: 'place declined', expired: 'call expired',
      removed: 'taken off the waiting list',
    },
  },
  subject: {
    account: 'account', announcement: 'announcement', assignment: 'assignment', assignment_run: 'assignment run', award_proposal: 'award proposal', comment_check: 'comment',
    concern: 'concern', conflict: 'conflict', contest: 'contest', delivery: 'message', edition: 'edition', entry: 'entry', entry_code: 'code', entry_message: 'message to entries',
    identity_export: 'export with identity numbers', import_run: 'import', installation: 'installation', interview_timetable: 'interview timetable', job: 'job', judge: 'judge',
    judging_question: 'judging question', org_unit: 'unit', panel: 'panel', person: 'person', person_list: 'list of people', publication: 'publication', quota: 'quota',
    role_grant: 'role', rulebook_version: 'rulebook', score_sheet: 'score sheet', score_snapshot: 'score snapshot', security_policy: 'security policy', training_entry: 'trial work',
  },
};
