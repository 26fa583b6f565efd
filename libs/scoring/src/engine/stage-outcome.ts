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

export const NO_VALUES: ReadonlyMap<string, Rational> = new Map();
export const NO_ROUNDS: readonly RoundResult[] = [];
export const NO_ITEMS: StageOutcome['items'] = [];

/** An outcome whose derivation is written out each time it is read, from what was kept while scoring. */
export class DerivedOutcome implements StageOutcome {
  readonly state: StageState;
  readonly score: Rational | null;
  readonly exact: Rational | null;
  readonly raw: Rational | null;
  readonly values: ReadonlyMap<string, Rational>;
  readonly forecast: Forecast | null;
  readonly rounds: readonly RoundResult[];
  readonly items: StageOutcome['items'];

  constructor(
    known: Omit<StageOutcome, 'trace'>,
    private readonly derive: () => StageTrace,
  ) {
    this.state = known.state;
    this.score = known.score;
    this.exact = known.exact;
    this.raw = known.raw;
    this.values = known.values;
    this.forecast = known.forecast;
    this.rounds = known.rounds;
    this.items = known.items;
  }

  get trace(): StageTrace {
    return this.derive();
  }
}

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
