import { describe, expect, it } from '@jest/globals';
import { innovationRulebook } from '../rulebooks/innovation.js';
import { touchedBy } from './amendment-reach.js';
import { differences } from './json-pointer.js';
import type { Rulebook } from './rulebook.types.js';

function reach(change: (rulebook: Rulebook) => void): { stages: string[]; types: string[] } {
  const [before, after] = [innovationRulebook(2025), innovationRulebook(2025)];
  change(after);
  return touchedBy(differences(before, after), before, after);
}

describe('what an amendment reaches', () => {
  it.each<[string, (rulebook: Rulebook) => void, { stages: string[]; types: string[] }]>([
    ['a sheet touches the stages that use it', (rulebook) => void (rulebook.scoring.sheets!.projectFinal!.items[0]!.label.zh = '新'), { stages: ['final'], types: [] }],
    ['a sheet of both stages touches both', (rulebook) => void (rulebook.scoring.sheets!.painting!.items[0]!.label.zh = '新'), { stages: ['initial', 'final'], types: [] }],
    ['a stage touches itself', (rulebook) => void (rulebook.scoring.stages[0]!.places = 3), { stages: ['initial'], types: [] }],
    ['weights touch every stage', (rulebook) => void Object.assign(rulebook.scoring.total, { weights: { initial: 0.4, final: 0.6 } }), { stages: ['initial', 'final'], types: [] }],
    ['a panel rule touches its stage', (rulebook) => void (rulebook.panels[0]!.judgesPerEntry = 6), { stages: ['initial'], types: [] }],
    ['a team rule touches the entries of its type', (rulebook) => void (rulebook.types[0]!.team.max = 4), { stages: [], types: ['project'] }],
    ['a new group touches every type', (rulebook) => void rulebook.groups.pop(), { stages: [], types: ['project', 'teacher', 'painting', 'practice', 'video'] }],
    ['days of notice touch neither', (rulebook) => void (rulebook.publication.noticeDays = 5), { stages: [], types: [] }],
  ])('%s', (_name, change, expected) => expect(reach(change)).toEqual(expected));
});
