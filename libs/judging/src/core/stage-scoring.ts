import { sheetsNamed, type RankKey, type ScoringRules } from '#libs/scoring';
import { makesShortlist } from '#libs/results';

/** Names of an expression that stand for stages or their values: everything else (attributes, params) is left alone. */
function namesIn(expression: unknown): string[] {
  if (typeof expression === 'string') return [expression];
  if (Array.isArray(expression)) return expression.flatMap(namesIn);
  if (typeof expression !== 'object' || expression === null) return [];
  return Object.entries(expression).flatMap(([operator, argument]) => (operator === 'text' || operator === 'exact' ? [] : namesIn(argument)));
}

/**
 * The rules by which one stage alone is ranked. The last stage has the whole contest's rules, without the selection of its own
 * finalists. An earlier stage is ranked on its own score: later stages, the total over all and the prizes fall away, and the
 * ranking keys that need them; what remains of the chain still breaks ties. Of the selections only the finalists' stays.
 */
export function stageScoring(rules: ScoringRules, stageKey: string): ScoringRules {
  const at = rules.stages.findIndex((stage) => stage.key === stageKey);
  const finalists = (rules.selections ?? []).filter((one) => makesShortlist(one.key));
  if (at === rules.stages.length - 1) {
    const others = (rules.selections ?? []).filter((one) => !makesShortlist(one.key));
    const { selections: _finalists, ...whole } = rules;
    return others.length > 0 ? { ...whole, selections: others } : whole;
  }
  const stages = rules.stages.slice(0, at + 1);
  const later = new Set(rules.stages.slice(at + 1).map((stage) => stage.key));
  const usable = (key: RankKey): boolean => {
    if (key.by === 'value') return !namesIn(key.value).some((name) => later.has(name.split('.')[0] ?? ''));
    return !('stage' in key) || !later.has(key.stage);
  };
  const used = new Set(stages.flatMap((stage) => (stage.kind === 'sheets' ? sheetsNamed(stage).map((named) => named.sheet) : [])));
  const { awards: _awards, selections: _selections, ...rest } = rules;
  const places = stages.at(-1)?.places ?? null;
  return {
    ...rest,
    ...(rules.sheets ? { sheets: Object.fromEntries(Object.entries(rules.sheets).filter(([key]) => used.has(key))) } : {}),
    stages,
    total: { method: 'stage', stage: stageKey, places },
    ranking: { ...rules.ranking, keys: rules.ranking.keys.filter(usable) },
    ...(finalists.length > 0 ? { selections: finalists } : {}),
  };
}
