import type { Rational } from '../exact/rational.js';
import type { Forecast, RoundResult } from '../combine/rounds.js';
import type { StageTrace } from '../trace/trace.types.js';

export type StageState = 'ok' | 'noResult' | 'insufficient' | 'pending' | 'missing';

/** What a stage says about one entry. `score` is rounded where the stage says so, `exact` is not. */
export interface StageOutcome {
  state: StageState;
  score: Rational | null;
  exact: Rational | null;
  /** As `score`, without judge correction. */
  raw: Rational | null;
  values: ReadonlyMap<string, Rational>;
  /** While rounds are outstanding. */
  forecast: Forecast | null;
  rounds: readonly RoundResult[];
  /** Item results of a sheet or paper with their full points, for keys that count them. */
  items: readonly { points: Rational; full: Rational | null }[];
  trace: StageTrace;
}

const NO_VALUES: ReadonlyMap<string, Rational> = new Map();

/** The outcome of an entry that has nothing in this stage. */
export function emptyOutcome(stage: string, method: string, state: StageState): StageOutcome {
  return {
    state,
    score: null,
    exact: null,
    raw: null,
    values: NO_VALUES,
    forecast: null,
    rounds: [],
    items: [],
    trace: { stage, method, sheets: [], rounds: [], exact: null, score: null },
  };
}
