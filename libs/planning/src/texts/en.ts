import type { PlanningTexts } from './planning-texts.js';

const count = (amount: number, one: string, many = `${one}s`): string => `${amount} ${amount === 1 ? one : many}`;

export const en: PlanningTexts = {
  proof: {
    'reviews-short': ({ groups, entries, judges, need, capacity }) =>
      `${groups.length > 0 ? `${groups.join(', ')}: ` : ''}${count(entries.length, 'entry needs', 'entries need')} ${count(need, 'review')}; ` +
      `${count(judges.length, 'judge')} without conflict can give ${capacity}. ${count(need - capacity, 'review is', 'reviews are')} missing.`,
    'minimum-short': ({ judges, minimum, entries, available }) =>
      `${count(judges.length, 'judge is', 'judges are')} promised at least ${count(minimum, 'review')}, but the ${count(entries.length, 'entry', 'entries')} open to them can use ${available}.`,
    'fixed-pair-in-conflict': ({ pair }) => `Judge ${pair.judge} is fixed for entry ${pair.entry} but has a conflict with it.`,
    'fixed-over-need': ({ entry, need, fixed }) => `Entry ${entry} needs ${count(need, 'judge')} but ${fixed} are fixed.`,
    'fixed-over-maximum': ({ judge, maximum, fixed }) => `Judge ${judge} takes at most ${count(maximum, 'entry', 'entries')} but ${fixed} are fixed.`,
    'fixed-breaks-rule': ({ entry, judges }) => `The judges fixed for entry ${entry} (${judges.join(', ')}) break a panel rule.`,
    'solver-verdict': ({ entries, solver }) => `No plan for ${count(entries.length, 'entry', 'entries')} keeps all panel rules together (searched completely by ${solver}).`,
  },
  pair: {
    assigned: ({ score, rank, candidates, fixed }) => (fixed ? 'Fixed beforehand.' : `Expertise ${score}, number ${rank} of ${candidates} judges without conflict.`),
    conflict: () => 'Conflict of interest: never assigned.',
    'not-needed': ({ score, rank, candidates, panelLowest, judgeAtMaximum, leastLoss }) =>
      [
        `Expertise ${score}, number ${rank} of ${candidates} judges without conflict; the lowest on the panel has ${panelLowest ?? 'none'}.`,
        judgeAtMaximum ? 'This judge has reached the maximum load.' : '',
        leastLoss.loadSteps > 0 ? `Forcing the pair would make the loads less even (by at least ${leastLoss.loadSteps}).` : '',
        leastLoss.loadSteps === 0 ? (leastLoss.expertise > 0 ? `Forcing the pair would cost the whole plan at least ${leastLoss.expertise}.` : 'An equally good choice was made.') : '',
      ]
        .filter(Boolean)
        .join(' '),
  },
};
