import { problem, type Problem } from '../engine/problem.js';
import { decimal, formatExact } from '../exact/decimal.js';
import { ZERO, compare } from '../exact/rational.js';
import { namesIn } from '../expression/expression.js';
import type { SheetItem, SheetRules } from './sheet-rules.types.js';

/** Names an expression of the sheet may use: items, derived values, and `points.<item>`. */
export function sheetNames(sheet: SheetRules): Set<string> {
  const items = sheet.items.map((item) => item.key);
  return new Set([...items, ...items.map((key) => `points.${key}`), ...(sheet.derived ?? []).map((item) => item.key)]);
}

/** Finds what a well-formed sheet description cannot mean. */
export function checkSheetRules(sheet: SheetRules, path: string, problems: Problem[]): void {
  const at = (rest: string): string => (path === '' ? rest : `${path}/${rest}`);
  const seen = new Set<string>();
  for (const [index, item] of [...sheet.items, ...(sheet.derived ?? [])].entries()) {
    const list = index < sheet.items.length ? `items/${index}` : `derived/${index - sheet.items.length}`;
    if (seen.has(item.key)) problems.push(problem('DUPLICATE_KEY', at(`${list}/key`), { key: item.key }));
    seen.add(item.key);
  }
  sheet.items.forEach((item, index) => checkItem(item, at(`items/${index}`), problems));
  const known = sheetNames(sheet);
  const check = (expression: Parameters<typeof namesIn>[0] | undefined, where: string): void => {
    if (expression === undefined) return;
    for (const name of namesIn(expression)) if (!known.has(name)) problems.push(problem('UNKNOWN_NAME', at(where), { name }));
  };
  (sheet.derived ?? []).forEach((item, index) => check(item.value, `derived/${index}/value`));
  (sheet.restrictions ?? []).forEach((rule, index) => check(rule.holds, `restrictions/${index}/holds`));
  check(sheet.total, 'total');
  check(sheet.resultWhen, 'resultWhen');
  checkCycles(sheet, at, problems);
  if (sheet.floor !== undefined && sheet.cap !== undefined && compare(decimal(sheet.floor), decimal(sheet.cap)) > 0) {
    problems.push(problem('RANGE_REVERSED', at('cap'), { low: String(sheet.floor), high: String(sheet.cap) }));
  }
}

function checkItem(item: SheetItem, path: string, problems: Problem[]): void {
  if ('min' in item && 'max' in item && item.min !== undefined && item.max !== undefined && compare(decimal(item.min), decimal(item.max)) > 0) {
    problems.push(problem('RANGE_REVERSED', `${path}/max`, { low: String(item.min), high: String(item.max) }));
  }
  if ('step' in item && item.step !== undefined && compare(decimal(item.step), ZERO) <= 0) problems.push(problem('NOT_POSITIVE', `${path}/step`, { value: String(item.step) }));
  const names = item.kind === 'choice' ? item.options.map((option) => option.key) : item.kind === 'lookup' ? item.table.map((row) => formatExact(decimal(row.at))) : [];
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) < index) problems.push(problem('DUPLICATE_KEY', `${path}/${item.kind === 'choice' ? `options/${index}/key` : `table/${index}/at`}`, { key: name }));
  }
  if (item.kind === 'answers' && item.pointsByRight.length !== item.right.length + 1) {
    problems.push(problem('POINTS_FOR_EACH_COUNT', `${path}/pointsByRight`, { needed: item.right.length + 1, given: item.pointsByRight.length }));
  }
}

function checkCycles(sheet: SheetRules, at: (rest: string) => string, problems: Problem[]): void {
  const needs = new Map((sheet.derived ?? []).map((item) => [item.key, namesIn(item.value)]));
  const settled = new Set<string>();
  const visit = (key: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(key)) return [...trail.slice(trail.indexOf(key)), key];
    if (settled.has(key)) return null;
    for (const name of needs.get(key) ?? []) {
      const cycle = needs.has(name) ? visit(name, [...trail, key]) : null;
      if (cycle) return cycle;
    }
    settled.add(key);
    return null;
  };
  for (const [index, item] of (sheet.derived ?? []).entries()) {
    const cycle = visit(item.key, []);
    if (!cycle) continue;
    problems.push(problem('CYCLE', at(`derived/${index}/value`), { cycle: cycle.join(' → ') }));
    return;
  }
}
