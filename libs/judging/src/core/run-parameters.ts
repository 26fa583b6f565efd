import type { PanelComposition } from '#libs/contests';
import type { AssignmentOptions, CompositionRule } from '#libs/planning';

/** Extra readers for the entries whose place at the cut is open. */
export interface ExtraReaders {
  /** Share of a panel's entries that goes on, in percent: the cut. */
  cutPercent: number;
  /** Reviews to add in each panel at most. */
  budget: number;
  perEntry: number;
}

/** Two judges who are never on one entry together. */
export interface JudgesApart {
  one: string;
  other: string;
}

/** What the secretariat asked of a run; absent: the engine's own choice. */
export interface RunParameters extends PanelComposition {
  /** Stop at the plan and change nothing. */
  preview?: boolean;
  balance?: 'even' | 'none';
  fairness?: 'sum' | 'worst-review' | 'worst-entry';
  /** Nobody gets more than they wished to read. */
  keepWishes?: boolean;
  apart?: JudgesApart[];
  extra?: ExtraReaders;
  /** Codes whose missing judges are looked for; nothing else moves. */
  refill?: string[];
}

/** The planning engine's options for what was asked. */
export function optionsOf({ balance, fairness }: RunParameters): AssignmentOptions {
  return { ...(balance && { balance }), ...(fairness && { fairness }) };
}

export const LEAD_TAG = 'lead';
export const fieldTag = (discipline: string): string => `field:${discipline}`;

/** What a panel's entries and judges are, as far as rules of composition speak of it. */
export interface RuledPanel {
  /** Entries' groups by discipline. */
  groupsOf: ReadonlyMap<string, readonly string[]>;
  judges: ReadonlySet<string>;
}

/** The rules of composition in the engine's words. Judges who do not sit on this panel are apart anyhow. */
export function compositionOf({ leads, ofField, perEmployer, perRegion, apart = [] }: RunParameters, { groupsOf, judges }: RuledPanel): CompositionRule[] {
  return [
    ...(leads ? [{ kind: 'at-least', tag: LEAD_TAG, count: leads } as const] : []),
    ...(ofField ? [...groupsOf].map(([discipline, groups]) => ({ kind: 'at-least', tag: fieldTag(discipline), count: ofField, groups }) as const) : []),
    ...(perEmployer ? [{ kind: 'at-most-per-employer', count: perEmployer } as const] : []),
    ...(perRegion ? [{ kind: 'at-most-per-region', count: perRegion } as const] : []),
    ...apart.filter(({ one, other }) => judges.has(one) && judges.has(other)).map(({ one, other }) => ({ kind: 'apart', judges: [one, other] }) as const),
  ];
}

/** The rulebook's composition with what a run asks on top. */
export const withRules = (rules: PanelComposition | undefined, asked: RunParameters): RunParameters => ({ ...rules, ...asked });

/** Parts of the composition in which a run asks less than the rulebook demands. */
export function looserThanRules(rules: PanelComposition | undefined, asked: PanelComposition): (keyof PanelComposition)[] {
  const least = (['leads', 'ofField', 'sameRegionPenalty'] as const).filter((key) => rules?.[key] !== undefined && asked[key] !== undefined && asked[key] < rules[key]);
  const most = (['perEmployer', 'perRegion', 'mostChance'] as const).filter((key) => rules?.[key] !== undefined && asked[key] !== undefined && asked[key] > rules[key]);
  return [...least, ...most];
}
