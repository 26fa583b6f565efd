export default {
  links: 'Other work of this stage',
  column: { code: 'Code', judge: 'Judge', panel: 'Panel', why: 'Why', sheet: 'Sheet', found: 'Found' },
  touched: {
    liftEffect: 'The review goes on; its scores stay.',
    title: 'Reviews touched by new conflicts',
    what: 'After people, judges or entries changed, the comparison ran again by itself: {count} reviews under way are in conflict. Until this is settled, their panels cannot be locked.',
    repair: 'Settle all',
    repairTitle: 'End these reviews and give them to others',
    effectEnd: '{count} reviews end; the judges no longer see these entries.',
    effectVoid: '{count} of them have scores, which become void; the sheets stay as evidence.',
    effectRefill: 'Other judges without conflict take over at once; all other reviews stay.',
    done: 'Settled; others are being looked for',
  },
  lift: { verb: 'Lift', of: 'Lift the conflict of {name} with {code}', title: '{name} has no tie to {code} after all', effect: 'The pair is no longer in conflict and will not be reported again. Your name and reason go into the audit log.', done: 'Lifted' },
  replace: { verb: 'Replace', of: 'Replace {name} on {code}', title: 'Another judge in place of {name} for {code}', done: 'Replaced' },
};
