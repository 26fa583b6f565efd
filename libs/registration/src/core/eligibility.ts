import { checkBlind } from './blind-leak.js';
import { checkFields, checkHead, checkWindow } from './check-form.js';
import { checkContested, checkEarlierWorks, checkLookalikes, checkPastWinners } from './check-history.js';
import { checkMaterials, checkStampedPrints } from './check-materials.js';
import { checkCoaches, checkMembers, checkTeam } from './check-team.js';
import type { CheckedEntry, EntryProblem } from './entry-facts.js';

/** Everything that stands in an entry's way by the rules of its type, all at once, and what a human should look at (domain 4.4). */
export function checkEntry(entry: CheckedEntry): EntryProblem[] {
  const { rules } = entry;
  const groupStages = entry.rulebook.groups.find((group) => group.key === entry.groupKey)?.schoolStages;
  return [
    ...checkHead(entry),
    ...checkTeam(entry.members, rules.team, entry.coaches),
    ...checkMembers(entry.members, rules, groupStages),
    ...checkCoaches(entry.coaches, rules),
    ...checkFields(entry),
    ...(rules.window ? checkWindow(rules.window, entry.form) : []),
    ...checkMaterials(entry),
    ...checkBlind(entry),
    ...checkStampedPrints(entry),
    ...checkEarlierWorks(entry),
    ...checkPastWinners(entry),
    ...checkLookalikes(entry),
    ...checkContested(entry),
  ];
}
