import { decimal, floor, toInteger } from '../exact/decimal.js';
import { multiply, whole } from '../exact/rational.js';
import { compile, holds, type Lookup } from '../expression/expression.js';
import type { RankClass } from '../rank/rank.js';
import type { SelectionRules } from '../rules/selection-rules.types.js';
import type { SelectionResult } from '../engine/score-output.types.js';

/** The ranked groups a selection is taken from. */
export interface SelectionField {
  field: { lookup(entry: number): Lookup; idOf(entry: number): string; constants: Lookup };
  ranked: readonly { group: string; classes: readonly RankClass[] }[];
}

type Proof = SelectionResult['proof'][number];

/** Takes entries in rank order for what comes next, with a reason for each one taken or left (domain 4.5, 6.5; INN-NAT-001). */
export function selectEntries(rule: SelectionRules, { field, ranked }: SelectionField): SelectionResult[] {
  return ranked.map(({ group, classes }) => selectFrom(rule, group, classes, field));
}

function placesOf(rule: SelectionRules, base: number, constants: Lookup): number {
  if ('share' in rule.places) return toInteger(floor(multiply(decimal(rule.places.share), whole(base))));
  const count = compile(rule.places.count)(constants);
  return count === null || typeof count === 'string' ? 0 : toInteger(floor(count));
}

function selectFrom(rule: SelectionRules, group: string, classes: readonly RankClass[], field: SelectionField['field']): SelectionResult {
  const places = placesOf(rule, classes.reduce((count, one) => count + one.entries.length, 0), field.constants);
  const eligible = rule.eligible === undefined ? null : compile(rule.eligible);
  const counts = new Map<string, number>();
  const chosen: string[] = [];
  const proof: Proof[] = [];
  for (const one of classes) {
    const open: number[] = [];
    for (const entry of one.entries) {
      const capped = eligible && !holds(eligible(field.lookup(entry))) ? null : capReached(rule, entry, field, counts);
      if (capped === null) proof.push({ entry: field.idOf(entry), chosen: false, reason: 'notEligible', params: { rank: one.rank } });
      else if (capped) proof.push({ entry: field.idOf(entry), chosen: false, reason: 'capReached', params: { rank: one.rank, attribute: capped.attribute, most: capped.most } });
      else open.push(entry);
    }
    const room = places - chosen.length;
    const fits = open.length <= room || (rule.ties === 'expand' && room > 0);
    for (const entry of open) {
      const reason = fits ? (open.length > room ? 'tieExpanded' : 'withinPlaces') : room <= 0 ? 'noPlaceLeft' : rule.ties === 'shrink' ? 'tieShrunk' : 'tieUndecided';
      proof.push({ entry: field.idOf(entry), chosen: fits, reason, params: { rank: one.rank, places } });
      if (!fits) continue;
      chosen.push(field.idOf(entry));
      for (const cap of rule.caps ?? []) count(counts, cap.attribute, valueText(field, entry, cap.attribute));
    }
  }
  return { selection: rule.key, group, places, chosen, unused: Math.max(0, places - chosen.length), proof };
}

const valueText = (field: SelectionField['field'], entry: number, attribute: string): string => {
  const value = field.lookup(entry)(`attr.${attribute}`);
  return value === null ? '' : typeof value === 'string' ? value : String(value.n / value.d);
};

function count(counts: Map<string, number>, attribute: string, value: string): void {
  const key = `${attribute} ${value}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The cap that keeps an entry out; false when none does. */
function capReached(rule: SelectionRules, entry: number, field: SelectionField['field'], counts: ReadonlyMap<string, number>) {
  return (rule.caps ?? []).find((cap) => (counts.get(`${cap.attribute} ${valueText(field, entry, cap.attribute)}`) ?? 0) >= cap.most) ?? false;
}
