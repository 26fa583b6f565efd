import { describe, expect, it } from '@jest/globals';
import type { SheetChoice } from '#libs/scoring';
import { rankingGroup, sheetFor } from '../core/entry-sheets.js';
import { shiftDays } from '../core/calendar.js';
import { checkRulebook } from '../core/rulebook-check.js';
import type { Rulebook } from '../core/rulebook.types.js';
import { innovationRulebook } from './innovation.js';

const faults = (change: (rulebook: Rulebook) => void): string[] => {
  const rulebook = innovationRulebook(2025);
  change(rulebook);
  return checkRulebook(rulebook).map((fault) => `${fault.code} ${fault.path}`);
};

const sheetLines = (rulebook: Rulebook): SheetChoice[] => (rulebook.scoring.stages[0] as { sheetFor: SheetChoice[] }).sheetFor;

describe('the innovation rulebook', () => {
  it('is valid as it stands', () => expect(checkRulebook(innovationRulebook(2025))).toEqual([]));

  it('is the same as its next year moved back', () => expect(shiftDays(innovationRulebook(2025), 1)).toEqual(innovationRulebook(2026)));

  it('tells every fault of form with its place, the scoring part included', () => {
    const found = faults((rulebook) => {
      rulebook.types[0]!.team.max = 'three' as never;
      delete (rulebook as Partial<Rulebook>).disclaimer;
      Object.assign(rulebook.consent, { color: 'red' });
      rulebook.scoring.total = { method: 'weighted', weights: { initial: 0.3, final: 0.6 }, places: 2 };
    });
    expect(found).toEqual(expect.arrayContaining(['RULE_TYPE /types/0/team/max', 'RULE_MISSING /disclaimer', 'RULE_UNKNOWN /consent/color']));
    expect(found.some((line) => line.includes(' /scoring/total'))).toBe(true);
  });

  it.each<[string, (rulebook: Rulebook) => void]>([
    ['RULE_NAMES_NOTHING /capacity/limits/0/type', (rulebook) => void (rulebook.capacity = { limits: [{ places: 5, type: 'camp' }] })],
    ['RULE_NAMES_NOTHING /capacity/limits/1/group', (rulebook) => void (rulebook.capacity = { limits: [{ places: 5 }, { places: 2, group: 'nursery' }] })],
    ['RULE_DUPLICATE /capacity/limits/1', (rulebook) => void (rulebook.capacity = { limits: [{ places: 5, per: 'school' }, { places: 2, per: 'school' }] })],
    ['RULE_NOT_ONE_OF /capacity/waitingList/order', (rulebook) => void (rulebook.capacity = { limits: [{ places: 5 }], waitingList: { order: 'alphabet' as never, answerHours: 24, afterExpiry: 'out', until: 'school' } })],
    ['RULE_MISSING /capacity/waitingList/answerHours', (rulebook) => void (rulebook.capacity = { limits: [{ places: 5 }], waitingList: { order: 'lot', afterExpiry: 'out', until: 'school' } as never })],
    ['RULE_NAMES_NOTHING /types/0/groups/0', (rulebook) => void (rulebook.types[0]!.groups = ['nursery'])],
    ['RULE_BOUNDS /types/0/team', (rulebook) => void (rulebook.types[0]!.team.min = 4)],
    ['RULE_SPAN /types/0/window', (rulebook) => void (rulebook.types[0]!.window!.until = '2023-07-01')],
    ['RULE_NAMES_NOTHING /types/0/window/field', (rulebook) => void (rulebook.types[0]!.window!.field = 'abstract')],
    ['RULE_DUPLICATE /disciplines/1/key', (rulebook) => void (rulebook.disciplines[1]!.key = 'MA')],
    ['RULE_NO_DISCIPLINE /types/0/groups/0', (rulebook) => void (rulebook.disciplines = rulebook.disciplines.filter((one) => !one.groups.includes('primary')))],
    ['RULE_CHAIN /chain', (rulebook) => void rulebook.chain.pop()],
    ['RULE_NAMES_NOTHING /chain/0/stage', (rulebook) => void (rulebook.chain[0]!.stage = 'village')],
    ['RULE_NAMES_NOTHING /panels/0/sheet', (rulebook) => void (rulebook.panels[0]!.sheet = 'projectFinal')],
    ['RULE_NO_SHEET /scoring/stages/0/sheetFor', (rulebook) => void sheetLines(rulebook).pop()],
    ['RULE_NAMES_NOTHING /scoring/stages/0/sheetFor/0/when/type', (rulebook) => void (sheetLines(rulebook)[0]!.when.type = 'poster')],
    ['RULE_NAMES_NOTHING /scoring/stages/0/sheetFor/0/when/colour', (rulebook) => void (sheetLines(rulebook)[0]!.when.colour = 'red')],
    ['RULE_SHEETS_UNEVEN /scoring/sheets/planInitial', (rulebook) => void Object.assign(rulebook.scoring.sheets!.planInitial!.items[0]!, { max: 30 })],
    ['RULE_NAMES_NOTHING /defaults/0/pointer', (rulebook) => void (rulebook.defaults[0]!.pointer = '/types/9/title')],
    ['RULE_OPTIONS /types/0/fields/0/options', (rulebook) => void (rulebook.types[0]!.fields[0]!.options = [{ key: 'a', label: { zh: '甲', en: 'a' } }])],
  ])('refuses %s', (fault, change) => expect(faults(change)).toContain(fault));

  it.each([null, 3, 'text', [], {}])('refuses %p without throwing', (document) => expect(checkRulebook(document).length).toBeGreaterThan(0));

  it.each<[string, (rulebook: Rulebook) => void]>([
    ['RULE_GROUP_OF_NOBODY /types/0/groups/3', (rulebook) => void rulebook.types[0]!.groups.push('teacher')],
    ['RULE_NAMES_NOTHING /types/0/pastWinners/awards/0', (rulebook) => void (rulebook.types[0]!.pastWinners!.awards = ['gold'])],
    ['RULE_NAMES_NOTHING /types/1/fields/5/notBefore', (rulebook) => void (rulebook.types[1]!.fields[5]!.notBefore = 'abstract')],
    ['RULE_PATTERN /types/0/fields/0/key', (rulebook) => void (rulebook.types[0]!.fields[0]!.key = 'prototype')],
    ['RULE_NAMES_NOTHING /types/1/fields/1/when', (rulebook) => void (rulebook.types[1]!.fields[1]!.when = { field: 'nothing', is: 'x' })],
    ['RULE_NAMES_NOTHING /types/0/earlierWorks/declared', (rulebook) => void (rulebook.types[0]!.earlierWorks!.declared = { field: 'nothing', is: true })],
  ])('of the newer rules too refuses %s', (fault, change) => expect(faults(change)).toContain(fault));

  it('judges each kind of entry on its own sheet, a painting by 50, 25 and 25 points', () => {
    const rulebook = innovationRulebook(2026);
    const used = (stage: string, type: string, classKey: string | null = null) => sheetFor(rulebook, stage, { type, groupKey: 'junior', classKey, discipline: null })?.name;
    expect([used('initial', 'project', 'A'), used('initial', 'painting'), used('initial', 'practice'), used('initial', 'video'), used('initial', 'teacher', 'making'), used('initial', 'teacher', 'plan')])
      .toEqual(['projectInitial', 'painting', 'practiceInitial', 'video', 'aidInitial', 'planInitial']);
    expect([used('final', 'project', 'B'), used('final', 'teacher', 'plan'), used('final', 'teacher')]).toEqual(['projectFinal', 'planFinal', undefined]);
    expect(rulebook.scoring.sheets!.painting!.items.map((item) => item.kind === 'score' && [item.key, item.max])).toEqual([['imagination', 50], ['science', 25], ['art', 25]]);
    for (const sheet of Object.values(rulebook.scoring.sheets!)) expect(sheet.items.reduce((sum, item) => sum + (item.kind === 'score' ? Number(item.max) : 0), 0)).toBe(100);
  });

  it('ranks classes together unless the rules say otherwise; sheets of classes ranked by themselves need not reach the same total', () => {
    const change = (rulebook: Rulebook): void => void Object.assign(rulebook.scoring.sheets!.planInitial!.items[0]!, { max: 30 });
    const apart = (rulebook: Rulebook): void => void (rulebook.types.find((type) => type.key === 'teacher')!.rankedByClass = true);
    expect(faults((rulebook) => (change(rulebook), apart(rulebook)))).toEqual(faults(change).filter((fault) => !fault.startsWith('RULE_SHEETS_UNEVEN')));
    expect(faults(apart)).toEqual([]);
    const rulebook = innovationRulebook(2026);
    const plan = { type: 'teacher', groupKey: 'teacher', classKey: 'plan', discipline: null };
    expect(rankingGroup(rulebook, plan)).toBe('teacher.teacher');
    apart(rulebook);
    expect([rankingGroup(rulebook, plan), rankingGroup(rulebook, { ...plan, type: 'project', groupKey: 'junior', classKey: 'A' }), rankingGroup(rulebook, { ...plan, classKey: null })]).toEqual(['teacher.teacher.plan', 'project.junior', 'teacher.teacher']);
  });

  it('has the five entry types, each with its own people', () => {
    const { types } = innovationRulebook(2026);
    expect(types.map((type) => [type.key, type.entrant, type.team.min, type.team.max])).toEqual([
      ['project', 'students', 1, 3], ['teacher', 'teacher', 1, 1], ['painting', 'students', 1, 1], ['practice', 'students', 2, 10], ['video', 'students', 1, 3],
    ]);
    expect(types[2]!.age).toEqual({ min: 5, max: 14, on: '2026-01-31' });
    expect(types.every((type) => type.materials.some((slot) => slot.printedForm === 'county'))).toBe(true);
  });

  it('keeps the sourced rules', () => {
    const { types, scoring, publication } = innovationRulebook(2025);
    expect(types[0]).toMatchObject({ team: { max: 3, sameStage: true, sameArea: 'prefecture', oneEntryPerPerson: true }, window: { from: '2023-07-01', until: '2025-07-01' } });
    expect(scoring.stages.map((stage) => stage.key)).toEqual(['initial', 'final']);
    expect(publication.noticeDays).toBe(7);
  });
});
