import type { CompositionRule } from '../assignment/problem.js';
import { NAMED_AT_MOST, type PlanningTexts } from './planning-texts.js';

const count = (amount: number, one: string, many = `${one}s`): string => `${amount} ${amount === 1 ? one : many}`;

/** The few by name; many only by number. */
const named = (ids: readonly string[]): string => (ids.length <= NAMED_AT_MOST ? ` (${ids.join(', ')})` : '');

function ruleInWords(rule: CompositionRule): string {
  switch (rule.kind) {
    case 'at-least':
      return `at least ${rule.count} “${rule.tag}”`;
    case 'at-most':
      return `at most ${rule.count} “${rule.tag}”`;
    case 'at-most-per-employer':
      return `at most ${rule.count} from one employer`;
    case 'at-most-per-region':
      return `at most ${rule.count} from one region`;
    case 'apart':
      return `never ${rule.judges.join(' and ')} together`;
  }
}

export const en: PlanningTexts = {
  proof: {
    'reviews-short': ({ groups, entries, judges, need, capacity, rules = [] }) =>
      `${groups.length > 0 ? `${groups.join(', ')}: ` : ''}${count(entries.length, 'entry needs', 'entries need')} ${count(need, 'review')}; ` +
      `${count(judges.length, 'judge')} without conflict can give ${capacity}${rules.length > 0 ? ` under the panel ${rules.length === 1 ? 'rule' : 'rules'}: ${rules.map(ruleInWords).join(', ')}` : ''}. ${count(need - capacity, 'review is', 'reviews are')} missing.`,
    'minimum-short': ({ judges, minimum, entries, available }) =>
      `${count(judges.length, 'judge is', 'judges are')} promised at least ${count(minimum, 'review')}, but the ${count(entries.length, 'entry', 'entries')} open to them can use ${available}.`,
    'fixed-pair-in-conflict': ({ pair }) => `Judge ${pair.judge} is fixed for entry ${pair.entry} but has a conflict with it.`,
    'fixed-over-need': ({ entry, need, fixed }) => `Entry ${entry} needs ${count(need, 'judge')} but ${fixed} are fixed.`,
    'fixed-over-maximum': ({ judge, maximum, fixed }) => `Judge ${judge} takes at most ${count(maximum, 'entry', 'entries')} but ${fixed} are fixed.`,
    'fixed-breaks-rule': ({ entry, judges }) => `The judges fixed for entry ${entry} (${judges.join(', ')}) break a panel rule.`,
    'solver-verdict': ({ groups, entries, judges, minimums, need, capacity, solver }) =>
      `${groups.length > 0 ? `${groups.join(', ')}: ` : ''}${count(entries.length, 'entry needs', 'entries need')} ${count(need, 'review')}${named(entries)}; ` +
      `${count(judges.length, 'judge')} without conflict ` +
      (minimums.length > 0
        ? `cannot keep all panel rules and the minimum loads of ${count(minimums.length, 'judge')}${named(minimums)} together`
        : `cannot give them under all panel rules together${capacity === null ? '' : `, only ${capacity}`}`) +
      ` (searched completely by ${solver}).`,
  },
  refusal: {
    'limit-too-tight': ({ least }) => `No plan keeps the limit; the smallest possible is ${least.numerator}/${least.denominator}.`,
    'seats-short': ({ candidates, sites, needs, seats }) =>
      sites.length === 0
        ? `No site has a seat for ${count(candidates.length, 'candidate')}${needs.length > 0 ? ` needing ${needs.join(', ')}` : ''}.`
        : `${count(candidates.length, 'candidate')}${needs.length > 0 ? ` (needing ${needs.join(', ')})` : ''} can only go to ${sites.join(', ')}, where there are ${count(seats, 'suitable seat')}.`,
    'neighbours-unavoidable': ({ value, site, candidates, apart, penalty }) =>
      `${count(candidates, 'candidate')} of ${value} at ${site}, where at most ${apart} can sit apart in the rooms used: a penalty of ${penalty} cannot be avoided.`,
    'odd-number': ({ teams }) => `${count(teams, 'team')} cannot be paired and byes are not allowed.`,
    'everybody-had-a-bye': () => 'The number of teams is odd and everybody has had a bye.',
    'rematches-unavoidable': ({ separators, oddClusters }) =>
      `No round without a rematch: ${separators.length > 0 ? `without ${count(separators.length, 'team')} (${separators.join(', ')}) the others` : 'the teams'} fall into ${oddClusters.length} groups of odd size that have met everybody outside.`,
    'too-few-teams': ({ teams, perMatch }) => `A match needs ${count(perMatch, 'team')}; there are ${teams}.`,
    'gap-too-wide': ({ teams, perMatch, gap }) => `${count(gap, 'match', 'matches')} in a row without a team twice need ${count(perMatch * gap, 'team')}; there are ${teams}.`,
    'time-short': ({ matches, places }) => `${count(matches, 'match', 'matches')} do not fit: the time blocks have ${count(places, 'place')}.`,
    'places-short': ({ proof }) => {
      const needs = proof.kind === 'reviews-short' ? proof : null;
      return needs ? `${needs.entries.join(', ')}: ${count(needs.need, 'place is', 'places are')} needed, ${needs.capacity} can be had.` : 'The places do not suffice.';
    },
    'solver-verdict': ({ solver, items }) => `No timetable keeps all rules for these ${items.length}: ${items.join(', ')} (searched completely by ${solver}); without any one of them there is one.`,
    'floor-exceeds-total': ({ bound, total }) => `The guaranteed places add up to ${bound}, more than the ${total} to give.`,
    'ceiling-below-total': ({ bound, total }) => `The limits allow ${count(bound, 'place')} in all, fewer than the ${total} to give.`,
    'no-weight': ({ bound, total }) => `Nobody has a weight above zero: ${bound} of ${total} places can be given.`,
    'no-whole-blocks': ({ blockSize, remainder }) => `Places come in blocks of ${blockSize}; ${remainder} would be left over.`,
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
