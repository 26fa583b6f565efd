import { constantsOf, figuresOf } from '../engine/figures.js';
import { problem, type Problem } from '../engine/problem.js';
import { decimal, formatExact, parseDecimal } from '../exact/decimal.js';
import { ONE, ZERO, add, compare, equal, type Rational } from '../exact/rational.js';
import { CalculationError, compile, namesIn } from '../expression/expression.js';
import type { Expression } from '../expression/expression.types.js';
import type { AwardRules } from './award-rules.types.js';
import type { RankKey } from './ranking-rules.types.js';
import type { ScoringRules } from './rules.types.js';
import type { SelectionRules } from './selection-rules.types.js';
import { checkSchema } from './schema/json-schema.js';
import { scoringRulesSchema } from './schema/rules-schema.js';
import { sheetSchema } from './schema/sheet-schema.js';
import type { SheetRules } from './sheet-rules.types.js';
import { combinesItems, sheetsNamed } from './stage-sheet.js';
import type { MarkedStage, MatchStage, RoundCombination, SheetStage, StageRules } from './stage-rules.types.js';
import { checkSheetRules, sheetNames } from './validate-sheet.js';

/** Everything wrong with a rule document; an empty list means `score` accepts it. Form first; when the form is right, the meaning. */
export function validateScoringRules(document: unknown): Problem[] {
  const problems: Problem[] = [];
  checkSchema(document, scoringRulesSchema, scoringRulesSchema, '', problems);
  if (problems.length === 0) checkMeaning(document as ScoringRules, problems);
  if (problems.length === 0) checkLines(document as ScoringRules, problems);
  return problems;
}

/** Finds lines that are better than those of the better prize. Lines worked out by a calculation may be: one that nobody reaches says that there is no such prize. */
function checkLines(rules: ScoringRules, problems: Problem[]): void {
  const lines = linesOf(rules);
  const first = rules.ranking.keys.find((key) => key.by === 'value' && key.value === 'total');
  for (const [index, award] of (rules.awards ?? []).entries()) {
    const lowest = award.drawnOn === undefined && first?.by === 'value' && first.order === 'asc';
    let above: Rational | null = null;
    for (const [at, level] of award.levels.entries()) {
      const line = level.line === undefined || isCalculated(level.line) ? null : lines(level.line);
      const order = line && above ? compare(line, above) : 0;
      if (line && above && (lowest ? order < 0 : order > 0)) problems.push(problem('LINES_REVERSED', `awards/${index}/levels/${at}/line`, { line: formatExact(line), above: formatExact(above) }));
      above = line ?? above;
    }
  }
}

const isCalculated = (line: Expression): boolean => typeof line === 'object' && !('exact' in line);

/** The number of a line; null where there is none, or only `score` can say what is wrong with it. */
function linesOf(rules: ScoringRules): (line: Expression) => Rational | null {
  try {
    const constants = constantsOf(rules, figuresOf(rules));
    return (line) => {
      const value = compile(line)(constants);
      return typeof value === 'string' ? null : value;
    };
  } catch (error) {
    if (error instanceof CalculationError) return () => null;
    throw error;
  }
}

/** Everything wrong with one score sheet description. */
export function validateSheetRules(document: unknown): Problem[] {
  const problems: Problem[] = [];
  checkSchema(document, sheetSchema, sheetSchema, '', problems);
  if (problems.length === 0) checkSheetRules(document as SheetRules, '', problems);
  return problems;
}

function checkMeaning(rules: ScoringRules, problems: Problem[]): void {
  for (const [name, sheet] of Object.entries(rules.sheets ?? {})) checkSheetRules(sheet, `sheets/${name}`, problems);
  const constants = constantNames(rules, problems);
  const names = new Set([...constants, 'total', 'attr', '@group', ...stageNames(rules, problems)]);
  const perGroup: Known = { names, constants: new Set([...constants, '@group']) };
  checkTotal(rules, names, problems);
  checkRanking(rules, names, problems);
  checkUnique((rules.awards ?? []).map((award) => award.key), 'awards', problems);
  for (const [index, award] of (rules.awards ?? []).entries()) checkAward(award, `awards/${index}`, perGroup, problems);
  checkUnique((rules.selections ?? []).map((selection) => selection.key), 'selections', problems);
  for (const [index, selection] of (rules.selections ?? []).entries()) {
    checkSelection(selection, `selections/${index}`, perGroup, problems);
    const before = new Set((rules.selections ?? []).slice(0, index).map((one) => one.key));
    for (const [at, other] of (selection.without ?? []).entries()) if (!before.has(other)) problems.push(problem('SELECTION_NOT_BEFORE', `selections/${index}/without/${at}`, { selection: other }));
  }
}

interface Known {
  names: ReadonlySet<string>;
  constants: ReadonlySet<string>;
}

function checkSelection(selection: SelectionRules, path: string, known: Known, problems: Problem[]): void {
  const { places } = selection;
  if ('count' in places) checkCount(places.count, `${path}/places/count`, problems);
  if ('count' in places) checkNames(places.count, known.constants, `${path}/places/count`, problems);
  else if ('when' in places) checkNames(places.when, known.names, `${path}/places/when`, problems);
  else checkShare(decimal(places.share), `${path}/places/share`, problems);
  if (selection.atMostShare !== undefined) checkShare(decimal(selection.atMostShare), `${path}/atMostShare`, problems);
  if (selection.eligible !== undefined) checkNames(selection.eligible, known.names, `${path}/eligible`, problems);
  if (selection.quota) checkNames(selection.quota.when, known.names, `${path}/quota/when`, problems);
  for (const [index, cap] of (selection.caps ?? []).entries()) {
    checkCount(cap.most, `${path}/caps/${index}/most`, problems);
    checkNames(cap.most, new Set([...known.constants, 'places']), `${path}/caps/${index}/most`, problems);
    if (cap.notCounted) checkNames(cap.notCounted.when, known.names, `${path}/caps/${index}/notCounted/when`, problems);
  }
}

export function checkUnique(keys: readonly string[], path: string, problems: Problem[]): void {
  const seen = new Set<string>();
  for (const [index, key] of keys.entries()) {
    if (seen.has(key)) problems.push(problem('DUPLICATE_KEY', `${path}/${index}/key`, { key }));
    seen.add(key);
  }
}

/** Finds names an expression uses that nothing provides. Attributes come with the entries; `attr` among the known names allows them. */
export function checkNames(expression: Expression, known: ReadonlySet<string>, path: string, problems: Problem[]): void {
  for (const name of namesIn(expression)) {
    if (known.has(name) || (name.startsWith('attr.') && known.has('attr'))) continue;
    problems.push(parseDecimal(name) ? problem('NUMBER_AS_TEXT', path, { text: name }) : problem('UNKNOWN_NAME', path, { name }));
  }
}

function constantNames(rules: ScoringRules, problems: Problem[]): Set<string> {
  const known = new Set(Object.keys(rules.parameters ?? {}).map((name) => `param.${name}`));
  checkUnique((rules.figures ?? []).map((figure) => figure.key), 'figures', problems);
  for (const [index, figure] of (rules.figures ?? []).entries()) {
    checkNames(figure.value, known, `figures/${index}/value`, problems);
    known.add(`figure.${figure.key}`);
  }
  return known;
}

function stageNames(rules: ScoringRules, problems: Problem[]): string[] {
  checkUnique(rules.stages.map((stage) => stage.key), 'stages', problems);
  const reserved = new Set(['total', 'attr', 'param', 'figure']);
  return rules.stages.flatMap((stage, index) => {
    const path = `stages/${index}`;
    if (reserved.has(stage.key)) problems.push(problem('RESERVED_NAME', `${path}/key`, { name: stage.key }));
    if (stage.kind === 'given') return [stage.key];
    if (stage.kind === 'marked') return markedNames(stage, path, problems);
    if (stage.kind === 'matches') return matchNames(stage, path, problems);
    checkStageSheets(stage, rules, path, problems);
    const { judges, correction } = stage;
    if (correction && (correction.method === 'mixed' || correction.method === 'additive') && stage.rounds) {
      problems.push(problem('CORRECTION_WITH_ROUNDS', `${path}/correction`, { method: correction.method }));
    }
    if (judges?.method === 'trimmed' && judges.trimFrom <= 2 * (judges.drop ?? 1)) {
      problems.push(problem('NOTHING_LEFT', `${path}/judges/trimFrom`, { trimFrom: judges.trimFrom, drop: judges.drop ?? 1 }));
    }
    checkJudgedItems(stage, rules, path, problems);
    if (stage.rounds) checkRounds(stage.rounds, `${path}/rounds`, problems);
    return [stage.key, ...(stage.rounds ? [`${stage.key}.played`] : []), `${stage.key}.fullScores`, ...Object.keys(stage.values ?? {}).map((name) => `${stage.key}.${name}`)];
  });
}

/** Every sheet the stage names exists, and each knows what the stage takes from it. */
function checkStageSheets(stage: StageRules & SheetStage, rules: ScoringRules, path: string, problems: Problem[]): void {
  const named = sheetsNamed(stage);
  if (named.length === 0) problems.push(problem('MISSING', `${path}/sheet`));
  const lacking = new Set<string>();
  for (const { sheet, place } of named) {
    const rulesOfSheet = rules.sheets?.[sheet];
    if (!rulesOfSheet) problems.push(problem('UNKNOWN_SHEET', `${path}/${place}`, { sheet }));
    const names = rulesOfSheet && sheetNames(rulesOfSheet);
    for (const [name, value] of Object.entries(stage.values ?? {})) if (names && !names.has(value.item)) lacking.add(name);
  }
  for (const name of lacking) problems.push(problem('UNKNOWN_NAME', `${path}/values/${name}/item`, { name: stage.values?.[name]?.item ?? name }));
}

/** Items combined on their own are added up: a total worked out in another way, or bounded, has no meaning then, nor has a correction of totals. */
function checkJudgedItems(stage: StageRules & SheetStage, rules: ScoringRules, path: string, problems: Problem[]): void {
  if (!combinesItems(stage.judges)) return;
  if (stage.correction && stage.correction.method !== 'none') problems.push(problem('CORRECTION_OF_ITEMS', `${path}/correction`, { method: stage.correction.method }));
  for (const { sheet, place } of sheetsNamed(stage)) {
    const { total, floor, cap, places } = rules.sheets?.[sheet] ?? {};
    if ([total, floor, cap, places].some((one) => one !== undefined)) problems.push(problem('ITEMS_NOT_SUMMED', `${path}/${place}`, { sheet }));
  }
}

function checkRounds(rounds: RoundCombination, path: string, problems: Problem[]): void {
  const { planned } = rounds;
  if (rounds.method === 'bestOf' && planned !== undefined && rounds.count > planned) problems.push(problem('COUNT_OVER_PLANNED', `${path}/count`, { count: rounds.count, planned }));
  if (rounds.method !== 'meanDropping') return;
  for (const [index, { played, drop }] of rounds.drops.entries()) if (drop >= played) problems.push(problem('NOTHING_LEFT', `${path}/drops/${index}/drop`, { played, drop }));
}

function markedNames(stage: StageRules & MarkedStage, path: string, problems: Problem[]): string[] {
  checkUnique(stage.problems.map((one) => one.key), `${path}/problems`, problems);
  if (stage.marking.method !== 'single') {
    stage.problems.forEach((one, index) => {
      if ((one.tolerance ?? stage.marking.tolerance) === undefined) problems.push(problem('MISSING', `${path}/problems/${index}/tolerance`));
    });
  }
  return [stage.key, `${stage.key}.fullScores`, ...stage.problems.map((one) => `${stage.key}.${one.key}`)];
}

const GAME_NAMES = ['score', 'opponent', 'won', 'tied', 'lost', 'place'];
const GAME_COUNTS = ['played', 'won', 'tied', 'lost', 'outs'];

function matchNames(stage: StageRules & MatchStage, path: string, problems: Problem[]): string[] {
  const known = new Set(stage.byPlace ? [...GAME_NAMES, 'league'] : GAME_NAMES);
  const figures = Object.keys(stage.figures);
  for (const [name, figure] of Object.entries(stage.figures)) {
    if (GAME_COUNTS.includes(name)) problems.push(problem('RESERVED_NAME', `${path}/figures/${name}`, { name }));
    for (const used of namesIn(figure.value)) {
      if (!known.has(used) && !used.startsWith('side.')) problems.push(problem('UNKNOWN_NAME', `${path}/figures/${name}/value`, { name: used }));
    }
  }
  if (!figures.includes(stage.score.figure)) problems.push(problem('UNKNOWN_NAME', `${path}/score/figure`, { name: stage.score.figure }));
  const counted = [...figures, ...GAME_COUNTS];
  return [stage.key, ...counted.flatMap((name) => [`${stage.key}.${name}`, `${stage.key}.${name}.perMatch`, ...(stage.opponents ? [`${stage.key}.opponents.${name}`] : [])])];
}

function checkTotal(rules: ScoringRules, names: ReadonlySet<string>, problems: Problem[]): void {
  const { total } = rules;
  if (total.resultWhen !== undefined) checkNames(total.resultWhen, names, 'total/resultWhen', problems);
  const stages = new Set(rules.stages.map((stage) => stage.key));
  const known = (stage: string, path: string): void => {
    if (!stages.has(stage)) problems.push(problem('UNKNOWN_STAGE', path, { stage }));
  };
  for (const [index, stage] of (total.requires ?? []).entries()) known(stage, `total/requires/${index}`);
  switch (total.method) {
    case 'stage':
      return known(total.stage, 'total/stage');
    case 'sum':
    case 'rankSum':
      return total.stages.forEach((stage, index) => known(stage, `total/stages/${index}`));
    case 'weighted':
      return checkWeights(total.weights, total.freeWeights ?? false, known, problems);
    case 'scaled':
      return total.stages.forEach((part, index) => {
        known(part.stage, `total/stages/${index}/stage`);
        if (compare(decimal(part.maximum), ZERO) <= 0) problems.push(problem('NOT_POSITIVE', `total/stages/${index}/maximum`, { value: String(part.maximum) }));
      });
    case 'formula':
      return checkNames(total.value, new Set([...names].filter((name) => name !== 'total')), 'total/value', problems);
  }
}

function checkWeights(weights: Record<string, number | string>, free: boolean, known: (stage: string, path: string) => void, problems: Problem[]): void {
  let sum = ZERO;
  for (const [stage, weight] of Object.entries(weights)) {
    known(stage, `total/weights/${stage}`);
    const value = decimal(weight);
    if (!free && compare(value, ZERO) < 0) problems.push(problem('NOT_POSITIVE', `total/weights/${stage}`, { value: String(weight) }));
    sum = add(sum, value);
  }
  if (!free && !equal(sum, ONE)) problems.push(problem('WEIGHTS_NOT_ONE', 'total/weights', { sum: formatExact(sum) }));
}

function checkRanking(rules: ScoringRules, names: ReadonlySet<string>, problems: Problem[]): void {
  const stages = new Map(rules.stages.map((stage) => [stage.key, stage]));
  checkUnique(rules.ranking.keys.map((key) => key.key), 'ranking/keys', problems);
  for (const [index, key] of rules.ranking.keys.entries()) {
    const path = `ranking/keys/${index}`;
    if (key.by === 'value') checkNames(key.value, names, `${path}/value`, problems);
    else if ('stage' in key) checkKeyStage(key, stages.get(key.stage), path, problems);
  }
}

const STAGE_KINDS = { rounds: ['sheets'], droppingOn: ['sheets'], items: ['sheets', 'marked'], headToHead: ['matches'] } as const satisfies Record<string, StageRules['kind'][]>;

/** A key that reads rounds, items or games of a stage that has none would break no tie, without a word. */
function checkKeyStage(key: Extract<RankKey, { stage: string }>, stage: StageRules | undefined, path: string, problems: Problem[]): void {
  const kinds: readonly string[] = STAGE_KINDS[key.by];
  if (!stage) problems.push(problem('UNKNOWN_STAGE', `${path}/stage`, { stage: key.stage }));
  else if (!kinds.includes(stage.kind)) problems.push(problem('KEY_STAGE_KIND', `${path}/stage`, { by: key.by, stage: key.stage, kinds: kinds.join(', ') }));
  else if (key.by === 'headToHead' && stage.kind === 'matches' && !(key.figure in stage.figures)) problems.push(problem('UNKNOWN_NAME', `${path}/figure`, { name: key.figure }));
}

/** A number of places written as a number; what is worked out is rounded down. */
function checkCount(count: Expression | undefined, path: string, problems: Problem[]): void {
  if (typeof count === 'number' && !(Number.isInteger(count) && count >= 0)) problems.push(problem('COUNT_NOT_WHOLE', path, { count: String(count) }));
}

function checkShare(share: Rational, path: string, problems: Problem[]): void {
  if (compare(share, ZERO) < 0 || compare(share, ONE) > 0) problems.push(problem('SHARE_OUT_OF_RANGE', path, { share: formatExact(share) }));
}

function checkAward(award: AwardRules, path: string, known: Known, problems: Problem[]): void {
  checkUnique(award.levels.map((level) => level.key), `${path}/levels`, problems);
  if (award.drawnOn !== undefined) checkNames(award.drawnOn, known.names, `${path}/drawnOn`, problems);
  if (award.eligible !== undefined) checkNames(award.eligible, known.names, `${path}/eligible`, problems);
  if (award.mention) checkNames(award.mention.when, known.names, `${path}/mention/when`, problems);
  for (const [index, cap] of (award.caps ?? []).entries()) {
    const at = `${path}/caps/${index}`;
    checkCount(cap.most, `${at}/most`, problems);
    checkNames(cap.most, known.constants, `${at}/most`, problems);
    if (cap.level !== undefined && !award.levels.some((level) => level.key === cap.level)) problems.push(problem('UNKNOWN_LEVEL', `${at}/level`, { level: cap.level }));
  }
  // Their numbers are drawn before anybody is kept out by a cap.
  if (award.caps && (award.rounding === 'nearestTie' || award.levels.some((level) => level.range))) problems.push(problem('CAPS_WITH_TIE_SAFE_PLACES', `${path}/caps`));
  let shares = ZERO;
  for (const [index, level] of award.levels.entries()) {
    const at = `${path}/levels/${index}`;
    const given = [level.share, level.count, level.line, level.range].filter((one) => one !== undefined).length;
    if (given !== 1) problems.push(problem('ONE_OF_SHARE_COUNT_LINE_RANGE', at, { given }));
    if (level.share !== undefined) {
      checkShare(decimal(level.share), `${at}/share`, problems);
      shares = add(shares, decimal(level.share));
    }
    if (level.count !== undefined) checkNames(level.count, known.constants, `${at}/count`, problems);
    checkCount(level.count, `${at}/count`, problems);
    if (level.line !== undefined) checkNames(level.line, known.constants, `${at}/line`, problems);
    if (level.when !== undefined) checkNames(level.when, known.names, `${at}/when`, problems);
    if (level.range && level.range[0] > level.range[1]) problems.push(problem('RANGE_REVERSED', `${at}/range`, { low: level.range[0], high: level.range[1] }));
  }
  if (compare(shares, ONE) > 0) problems.push(problem('SHARES_OVER_ONE', `${path}/levels`, { sum: formatExact(shares) }));
}
