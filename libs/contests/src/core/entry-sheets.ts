import { sheetNameFor, sheetsNamed, type SheetRules, type SheetStage, type StageRules } from '#libs/scoring';
import type { RulebookFault } from './rulebook-fault.js';
import type { Rulebook } from './rulebook.types.js';

/** What the rules may look at to choose an entry's score sheet; the scoring library knows them as attributes of the entry. */
export interface SheetFacts {
  type: string;
  groupKey: string | null;
  classKey: string | null;
  discipline: string | null;
}

export interface NamedSheet {
  name: string;
  rules: SheetRules;
}

export const sheetAttributes = ({ type, groupKey, classKey, discipline }: SheetFacts): Record<string, string | null> => ({ type, group: groupKey, class: classKey, discipline });

/** Entries under one key compete with each other: `<type>.<group>`, and `.<class>` where the rules rank the classes by themselves. */
export function rankingGroup(rulebook: Rulebook, { type, groupKey, classKey }: SheetFacts): string {
  const byClass = classKey !== null && rulebook.types.find((one) => one.key === type)?.rankedByClass === true;
  return [type, groupKey ?? '', ...(byClass ? [classKey] : [])].join('.');
}

const sheetStage = (rulebook: Rulebook, stageKey: string): (StageRules & SheetStage) | undefined =>
  rulebook.scoring.stages.find((stage): stage is StageRules & SheetStage => stage.key === stageKey && stage.kind === 'sheets');

/** The sheet an entry is judged on in a stage; undefined where the rules have none for it. */
export function sheetFor(rulebook: Rulebook, stageKey: string, facts: SheetFacts): NamedSheet | undefined {
  const stage = sheetStage(rulebook, stageKey);
  return stage && named(rulebook, sheetNameFor(stage, sheetAttributes(facts)));
}

/** Every sheet of a stage once, in the order of its lines. */
export function sheetsOfStage(rulebook: Rulebook, stageKey: string): NamedSheet[] {
  const stage = sheetStage(rulebook, stageKey);
  return [...new Set(stage ? sheetsNamed(stage).map(({ sheet }) => sheet) : [])].flatMap((name) => named(rulebook, name) ?? []);
}

function named(rulebook: Rulebook, name: string | undefined): NamedSheet | undefined {
  const rules = name === undefined ? undefined : rulebook.scoring.sheets?.[name];
  return name === undefined || !rules ? undefined : { name, rules };
}

/** Every kind of entry the rules know, as far as a choice of sheets can tell them apart. */
export function entryKinds(rulebook: Rulebook): SheetFacts[] {
  return rulebook.types.flatMap((type) => type.groups.flatMap((groupKey) => {
    const classes = type.classes?.length ? type.classes.map((one) => one.key) : [null];
    const disciplines = type.disciplineRequired ? rulebook.disciplines.filter((one) => one.groups.includes(groupKey)).map((one) => one.key) : [null];
    return classes.flatMap((classKey) => disciplines.map((discipline) => ({ type: type.key, groupKey, classKey, discipline })));
  }));
}

/** Most points of a sheet; null where a formula makes the total. */
function highest(sheet: SheetRules): number | null {
  if (sheet.total !== undefined || sheet.items.some((item) => item.kind !== 'score')) return null;
  const sum = sheet.items.reduce((total, item) => total + (item.kind === 'score' ? Number(item.max) * Number(item.weight ?? 1) : 0), 0);
  return Math.min(sum, sheet.cap === undefined ? sum : Number(sheet.cap));
}

const KNOWN = (rulebook: Rulebook): Record<string, ReadonlySet<string>> => ({
  type: new Set(rulebook.types.map((one) => one.key)),
  group: new Set(rulebook.groups.map((one) => one.key)),
  class: new Set(rulebook.types.flatMap((type) => type.classes?.map((one) => one.key) ?? [])),
  discipline: new Set(rulebook.disciplines.map((one) => one.key)),
});

/** Every entry that panels judge has a sheet; lines look at what exists; entries ranked together can reach the same total. */
export function checkEntrySheets(rulebook: Rulebook): RulebookFault[] {
  return rulebook.panels.flatMap((panel) => {
    const stage = sheetStage(rulebook, panel.stage);
    return stage ? checkStage(rulebook, stage, `/scoring/stages/${rulebook.scoring.stages.indexOf(stage)}`) : [];
  });
}

function checkStage(rulebook: Rulebook, stage: StageRules & SheetStage, at: string): RulebookFault[] {
  const faults = lineFaults(rulebook, stage, at);
  const without = new Map<string, RulebookFault>();
  const most = new Map<string, number>();
  const uneven = new Map<string, RulebookFault>();
  for (const kind of entryKinds(rulebook)) {
    const sheet = sheetFor(rulebook, stage.key, kind);
    const said = [kind.type, kind.groupKey, kind.classKey].filter((part) => part !== null).join(' / ');
    if (!sheet) without.set(said, { code: 'RULE_NO_SHEET', path: `${at}/sheetFor`, params: { key: said } });
    const top = sheet && highest(sheet.rules);
    if (!sheet || top === null || top === undefined) continue;
    const group = rankingGroup(rulebook, kind);
    const before = most.get(group) ?? top;
    most.set(group, before);
    if (before !== top) uneven.set(group, { code: 'RULE_SHEETS_UNEVEN', path: `/scoring/sheets/${sheet.name}`, params: { key: said, before, top } });
  }
  return [...faults, ...without.values(), ...uneven.values()];
}

function lineFaults(rulebook: Rulebook, stage: SheetStage, at: string): RulebookFault[] {
  const known = KNOWN(rulebook);
  return (stage.sheetFor ?? []).flatMap(({ when }, index) => Object.entries(when).flatMap(([attribute, values]) =>
    [values].flat().flatMap((value) => (known[attribute]?.has(value) ? [] : [{ code: 'RULE_NAMES_NOTHING', path: `${at}/sheetFor/${index}/when/${attribute}`, params: { key: known[attribute] ? value : attribute } }]))));
}
