import { fields, flag, integer, list, oneOf, either, positive, seed, text, tuple, whole } from './shape.js';

export const pair = fields({ entry: text, judge: text });
const groups = { 'groups?': list(text) };

const problemFields = {
  entries: list(fields({ id: text, need: whole, 'group?': text, 'region?': text })),
  judges: list(fields({ id: text, 'min?': whole, max: whole, 'employer?': text, 'region?': text, 'tags?': list(text) })),
  'scores?': list(fields({ entry: text, judge: text, score: integer })),
  'defaultScore?': integer,
  'conflicts?': list(pair),
  'fixed?': list(pair),
  'composition?': list(
    either(
      fields({ kind: oneOf('at-least', 'at-most'), tag: text, count: whole, ...groups }),
      fields({ kind: oneOf('at-most-per-employer', 'at-most-per-region'), count: whole, ...groups }),
      fields({ kind: oneOf('apart'), judges: tuple(text, text), ...groups }),
    ),
  ),
  'sameRegionPenalty?': integer,
  seed,
};

/** How a plan is chosen among those that keep every hard rule. */
export const choices = { 'balance?': either(oneOf('even', 'none'), fields({ weight: whole })), 'fairness?': oneOf('sum', 'worst-review', 'worst-entry'), 'linking?': oneOf('repair', 'report') };

export const problem = fields(problemFields);
export const assignInput = fields({ ...problemFields, 'options?': fields(choices) });
export const repairInput = fields({ problem, existing: list(fields({ entry: text, judge: text, 'done?': flag })), 'options?': fields(choices) });
export const topUpInput = fields({
  problem,
  existing: list(pair),
  chances: list(fields({ entry: text, perMille: whole })),
  budget: whole,
  perEntry: positive,
  'band?': tuple(whole, whole),
  'options?': fields(choices),
});
export const randomiseInput = fields({ problem, limit: fields({ numerator: positive, denominator: positive }), 'options?': fields(choices) });
