import { decimal, roundHalfUp } from '../exact/decimal.js';
import type { Rational } from '../exact/rational.js';
import { compile, type Lookup } from '../expression/expression.js';
import type { ScoringRules } from '../rules/rules.types.js';

/** The names every expression of the rules may use: `param.*` and `figure.*`. */
export function constantsOf(rules: ScoringRules, figures: ReadonlyMap<string, Rational | null>): Lookup {
  const parameters = new Map(Object.entries(rules.parameters ?? {}).map(([key, value]) => [key, decimal(value)]));
  return (name) => {
    if (name.startsWith('param.')) return parameters.get(name.slice(6)) ?? null;
    return name.startsWith('figure.') ? (figures.get(name.slice(7)) ?? null) : null;
  };
}

/** Works out the figures of the rules in their order; each may use the ones before it. */
export function figuresOf(rules: ScoringRules): Map<string, Rational | null> {
  const figures = new Map<string, Rational | null>();
  const lookup = constantsOf(rules, figures);
  for (const figure of rules.figures ?? []) {
    const value = compile(figure.value)(lookup);
    const number = typeof value === 'string' ? null : value;
    figures.set(figure.key, number && figure.places !== undefined ? roundHalfUp(number, figure.places) : number);
  }
  return figures;
}
