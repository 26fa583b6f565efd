/** The derivation of one entry's result; `explain` renders it as a paragraph. Numbers are texts, exact. */
export interface Trace {
  stages: StageTrace[];
  total: TotalTrace | null;
  rank: RankTrace | null;
  awards: AwardTrace[];
}

export interface StageTrace {
  stage: string;
  method: string;
  sheets: SheetTrace[];
  rounds: RoundTrace[];
  /** Where every item is combined over the judges on its own. */
  items?: ItemTrace[];
  /** Marked papers. */
  problems?: ProblemTrace[];
  /** Games. */
  matches?: MatchTrace[];
  exact: string | null;
  score: string | null;
}

export interface SheetTrace {
  judge: string | null;
  round: number;
  total: string | null;
  corrected: string | null;
  use: 'counted' | 'droppedHigh' | 'droppedLow' | 'void' | 'draft' | 'noResult';
  /** Why it is void. */
  reason?: 'recused' | 'withdrawn' | 'void' | 'noShow' | 'disqualified';
}

/** What one item came to over the judges, and the points left out of it. */
export interface ItemTrace {
  item: string;
  round: number;
  dropped: { judge: string | null; points: string; use: 'droppedHigh' | 'droppedLow' }[];
  exact: string;
}

export interface RoundTrace {
  round: number;
  score: string | null;
  use: 'counted' | 'dropped' | 'noResult';
}

export interface TotalTrace {
  method: string;
  parts: { stage: string; score: string | null; weight: string | null }[];
  exact: string;
  score: string;
}

export interface RankTrace {
  rank: number;
  of: number;
  /** How many others share the rank; the first ten of them by name. */
  tied: number;
  tiedWith: string[];
  /** Keys after the first that separated the entry from the neighbour above or below it. */
  brokenTies: { key: string; with: string; mine: string; theirs: string; won: boolean }[];
}

export interface AwardTrace {
  award: string;
  level: string | null;
  reason: 'withinPlaces' | 'tieExpanded' | 'tieShrunk' | 'tieUndecided' | 'beyondPlaces' | 'lineReached' | 'belowLine' | 'conditionFailed' | 'notEligible' | 'capReached' | 'capTieUndecided' | 'capTieShrunk' | 'groupTooSmall' | 'committee' | 'mention' | 'revoked' | 'notRanked';
  params: Record<string, string | number>;
}

export interface ProblemTrace {
  problem: string;
  marks: { mark: number; score: string }[];
  state: 'final' | 'needFirst' | 'needSecond' | 'needThird' | 'needArbitration';
  by: 'single' | 'double' | 'third' | 'review' | 'arbitration' | null;
  score: string | null;
}

export interface MatchTrace {
  match: string;
  score: string | null;
  opponent: string | null;
  result: 'won' | 'tied' | 'lost' | 'out';
  figures: Record<string, string>;
}
