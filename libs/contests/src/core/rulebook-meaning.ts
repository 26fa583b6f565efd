import type { EntryTypeRules } from './entry-type.types.js';
import { checkEntrySheets, sheetsOfStage } from './entry-sheets.js';
import { ENTRY_FACTS, fieldsOf } from './field-condition.js';
import { valueAt } from './json-pointer.js';
import type { RulebookFault } from './rulebook-fault.js';
import { type Rulebook } from './rulebook.types.js';
import { LEVELS } from './rulebook-terms.types.js';

const fault = (code: string, path: string, params: Record<string, string | number> = {}): RulebookFault => ({ code, path, params });

function duplicates(keys: string[], path: string, member = 'key'): RulebookFault[] {
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [fault('RULE_DUPLICATE', `${path}/${index}/${member}`, { key })] : []));
}

function unknown(keys: readonly string[], known: ReadonlySet<string>, path: string): RulebookFault[] {
  return keys.flatMap((key, index) => (known.has(key) ? [] : [fault('RULE_NAMES_NOTHING', `${path}/${index}`, { key })]));
}

function checkBounds(bounds: { min: number; max: number }, path: string): RulebookFault[] {
  return bounds.min > bounds.max ? [fault('RULE_BOUNDS', path, { min: bounds.min, max: bounds.max })] : [];
}

function checkFields(type: EntryTypeRules, path: string): RulebookFault[] {
  const known = new Set([...ENTRY_FACTS, ...type.fields.map((field) => field.key)]);
  const days = new Set(type.fields.filter((field) => field.kind === 'day').map((field) => field.key));
  const faults = duplicates(type.fields.map((field) => field.key), `${path}/fields`);
  for (const [index, field] of type.fields.entries()) {
    const at = `${path}/fields/${index}`;
    if (field.when) for (const name of fieldsOf(field.when)) if (!known.has(name)) faults.push(fault('RULE_NAMES_NOTHING', `${at}/when`, { key: name }));
    for (const order of ['before', 'notBefore'] as const) {
      const other = field[order];
      if (other !== undefined && !days.has(other)) faults.push(fault('RULE_NAMES_NOTHING', `${at}/${order}`, { key: other }));
    }
    if ((field.kind === 'choice' || field.kind === 'choices') !== (field.options !== undefined)) faults.push(fault('RULE_OPTIONS', `${at}/options`));
    if (field.min !== undefined && field.max !== undefined) faults.push(...checkBounds({ min: field.min, max: field.max }, at));
  }
  for (const [index, slot] of type.materials.entries()) {
    const at = `${path}/materials/${index}`;
    faults.push(...checkBounds(slot, at));
    if (slot.when) for (const name of fieldsOf(slot.when)) if (!known.has(name)) faults.push(fault('RULE_NAMES_NOTHING', `${at}/when`, { key: name }));
  }
  for (const name of type.earlierWorks?.declared ? fieldsOf(type.earlierWorks.declared) : []) {
    if (!known.has(name)) faults.push(fault('RULE_NAMES_NOTHING', `${path}/earlierWorks/declared`, { key: name }));
  }
  if (type.window) {
    if (!days.has(type.window.field)) faults.push(fault('RULE_NAMES_NOTHING', `${path}/window/field`, { key: type.window.field }));
    if (type.window.startField !== undefined && !days.has(type.window.startField)) faults.push(fault('RULE_NAMES_NOTHING', `${path}/window/startField`, { key: type.window.startField }));
    if (type.window.from >= type.window.until) faults.push(fault('RULE_SPAN', `${path}/window`));
  }
  return faults;
}

function checkType(type: EntryTypeRules, path: string, groups: ReadonlySet<string>, rulebook: Rulebook): RulebookFault[] {
  const faults = [
    ...unknown(type.groups, groups, `${path}/groups`),
    ...checkBounds(type.title, `${path}/title`),
    ...checkBounds(type.team, `${path}/team`),
    ...checkBounds(type.coaches, `${path}/coaches`),
    ...duplicates(type.materials.map((slot) => slot.key), `${path}/materials`),
    ...checkFields(type, path),
  ];
  if (type.age) faults.push(...checkBounds(type.age, `${path}/age`));
  if (type.classes) faults.push(...duplicates(type.classes.map((one) => one.key), `${path}/classes`));
  const prizes = new Set((rulebook.scoring.awards ?? []).flatMap((award) => award.levels.map((level) => level.key)));
  if (type.pastWinners) faults.push(...unknown(type.pastWinners.awards, prizes, `${path}/pastWinners/awards`));
  if (type.disciplineRequired) {
    for (const [index, group] of type.groups.entries()) {
      if (!rulebook.disciplines.some((discipline) => discipline.groups.includes(group))) faults.push(fault('RULE_NO_DISCIPLINE', `${path}/groups/${index}`, { key: group }));
    }
  }
  return faults;
}

function checkChain(rulebook: Rulebook, stages: ReadonlySet<string>): RulebookFault[] {
  const faults = rulebook.chain.flatMap((step, index) => (stages.has(step.stage) ? [] : [fault('RULE_NAMES_NOTHING', `/chain/${index}/stage`, { key: step.stage })]));
  const levels = rulebook.chain.map((step) => step.level);
  if (levels.join() !== LEVELS.join()) faults.push(fault('RULE_CHAIN', '/chain', { levels: LEVELS.join(', ') }));
  return faults;
}

function checkCapacity(rulebook: Rulebook, groups: ReadonlySet<string>): RulebookFault[] {
  const limits = rulebook.capacity?.limits ?? [];
  const types = new Set(rulebook.types.map((type) => type.key));
  const scopes = limits.map(({ type = '*', group = '*', per = '*' }) => `${type} ${group} ${per}`);
  return limits.flatMap((limit, index) => {
    const at = `/capacity/limits/${index}`;
    return [
      ...(limit.type === undefined || types.has(limit.type) ? [] : [fault('RULE_NAMES_NOTHING', `${at}/type`, { key: limit.type })]),
      ...(limit.group === undefined || groups.has(limit.group) ? [] : [fault('RULE_NAMES_NOTHING', `${at}/group`, { key: limit.group })]),
      ...(scopes.indexOf(scopes[index] as string) < index ? [fault('RULE_DUPLICATE', at, { key: scopes[index] as string })] : []),
    ];
  });
}

/** What a schema cannot say: names that must lead somewhere, bounds in the right order, one chain from school to province. */
export function checkRulebookMeaning(rulebook: Rulebook): RulebookFault[] {
  const groups = new Set(rulebook.groups.map((group) => group.key));
  const stages = new Set(rulebook.calendar.stages.map((stage) => stage.key));
  const scored = new Set(rulebook.scoring.stages.map((stage) => stage.key));
  const pupilGroups = new Set(rulebook.groups.filter((group) => group.schoolStages.length > 0).map((group) => group.key));
  return [
    ...rulebook.types.flatMap((type, at) =>
      type.entrant === 'teacher' ? [] : type.groups.flatMap((key, index) => (groups.has(key) && !pupilGroups.has(key) ? [fault('RULE_GROUP_OF_NOBODY', `/types/${at}/groups/${index}`, { key })] : [])),
    ),
    ...duplicates(rulebook.groups.map((group) => group.key), '/groups'),
    ...duplicates(rulebook.disciplines.map((discipline) => discipline.key), '/disciplines'),
    ...duplicates(rulebook.types.map((type) => type.key), '/types'),
    ...duplicates(rulebook.calendar.stages.map((stage) => stage.key), '/calendar/stages'),
    ...duplicates(rulebook.consent.texts.map((text) => text.version), '/consent/texts', 'version'),
    ...duplicates(rulebook.panels.map((panel) => panel.stage), '/panels', 'stage'),
    ...rulebook.disciplines.flatMap((discipline, index) => unknown(discipline.groups, groups, `/disciplines/${index}/groups`)),
    ...rulebook.types.flatMap((type, index) => checkType(type, `/types/${index}`, groups, rulebook)),
    ...checkChain(rulebook, stages),
    ...checkCapacity(rulebook, groups),
    ...rulebook.panels.flatMap((panel, index) => [
      ...(stages.has(panel.stage) && scored.has(panel.stage) ? [] : [fault('RULE_NAMES_NOTHING', `/panels/${index}/stage`, { key: panel.stage })]),
      ...(panel.sheet === undefined || sheetsOfStage(rulebook, panel.stage).some((one) => one.name === panel.sheet) ? [] : [fault('RULE_NAMES_NOTHING', `/panels/${index}/sheet`, { key: panel.sheet })]),
      ...(panel.minimumJudges > panel.judgesPerEntry ? [fault('RULE_BOUNDS', `/panels/${index}`, { min: panel.minimumJudges, max: panel.judgesPerEntry })] : []),
    ]),
    ...checkEntrySheets(rulebook),
    ...rulebook.defaults.flatMap((rule, index) => (valueAt(rulebook, rule.pointer) === undefined ? [fault('RULE_NAMES_NOTHING', `/defaults/${index}/pointer`, { key: rule.pointer })] : [])),
  ];
}
