import { innovationRulebook, type EntryTypeRules, type Rulebook } from '#libs/contests';

const camp = (key: string, zh: string, en: string): EntryTypeRules => ({
  key, label: { zh, en }, groups: ['primary', 'junior'], entrant: 'students', title: { min: 1, max: 40 },
  team: { min: 1, max: 1, collectiveFrom: 2, sameStage: true, sameArea: 'none', oneEntryPerPerson: true, shares: false },
  coaches: { min: 0, max: 2 }, disciplineRequired: false,
  fields: [{ key: 'wish', kind: 'text', required: false, max: 200, label: { zh: '想学什么', en: 'What to learn' } }],
  materials: [], signatures: [],
});

/**
 * Rules of a summer camp: one pupil per entry, twenty places, at most twelve of them for the junior group; whoever comes later waits in the order of handing in, has two
 * days to answer a call and goes to the end of the list without an answer.
 */
export function campRulebook(year: number): Rulebook {
  const usual = innovationRulebook(year);
  const sheetOf: Record<string, string> = { initial: 'projectInitial', final: 'projectFinal' };
  return {
    ...usual,
    scoring: { ...usual.scoring, stages: usual.scoring.stages.map((stage) => (stage.kind === 'sheets' ? { ...stage, sheetFor: undefined, sheet: sheetOf[stage.key] } : stage)) },
    title: { zh: '青少年科学营规则', en: 'Rules of the science camp' },
    types: [camp('camp', '科学营营员', 'Camp'), camp('workshop', '工作坊学员', 'Workshop')],
    capacity: {
      limits: [{ places: 20 }, { places: 12, group: 'junior' }],
      waitingList: { order: 'handedIn', answerHours: 48, afterExpiry: 'end', until: 'prefecture' },
    },
    defaults: [],
  };
}
