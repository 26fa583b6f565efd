import { awardGroup, type AwardOutcome } from '../awards/award.js';
import type { Forecast } from '../combine/rounds.js';
import { stageRanks, stagesNeeded, totalReader, type TotalPart } from '../combine/total.js';
import { formatExact } from '../exact/decimal.js';
import { compare, type Rational } from '../exact/rational.js';
import { CalculationError, compile, holds, toValue, type Lookup, type Value } from '../expression/expression.js';
import { keyOperator, numberReader, type RankContext } from '../rank/key-operators.js';
import { rankEntries, splitByNumber, type RankClass } from '../rank/rank.js';
import type { Trace } from '../trace/trace.types.js';
import type { StageRules } from '../rules/stage-rules.types.js';
import type { SelectionRules } from '../rules/selection-rules.types.js';
import { constantsIn, selectEntries, type Elsewhere, type SelectionPool } from '../select/select.js';
import type { SelectionField } from '../select/selection-field.types.js';
import { divergenceScreens } from './screens.js';
import { constantsOf } from './figures.js';
import type { Meeting } from './match-stage.js';
import type { Prepared } from './prepare.js';
import { ScoringRefusal, byCodeUnits, problem, type Problem } from './problem.js';
import { RankTraces } from './rank-traces.js';
import { DerivedRow, type Derive } from './result-row.js';
import type { StageResults } from './stage-results.types.js';
import type { EntryResult } from './entry-result.types.js';
import type { ScoreOutput, GroupResult, ResultRow, RowState, SelectionResult, StageScore } from './score-output.types.js';
import { emptyOutcome, type StageOutcome } from './stage-outcome.js';
import { rounded, shown, type Rounding } from './rounding.js';

/** Totals, ranks, prizes and selections, group by group. */
export function scoreGroups(prepared: Prepared, stages: StageResults, figures: ReadonlyMap<string, Rational | null>): Pick<ScoreOutput, 'groups' | 'selections'> {
  const field = new Field(prepared, stages, constantsOf(prepared.input.rules, figures));
  const byGroup = new Map<string, number[]>();
  for (const [position, entry] of prepared.entries.entries()) {
    const members = byGroup.get(entry.group);
    if (members) members.push(position);
    else byGroup.set(entry.group, [position]);
  }
  const names = [...byGroup.keys()].sort(byCodeUnits);
  const ranked = names.map((group) => ({ group, ...field.rankGroup(byGroup.get(group) ?? []) }));
  if (field.problems.length > 0) throw new ScoringRefusal(field.problems);
  const groups = ranked.map(({ group, members, classes }) => field.groupResult(group, members, classes));
  const selections: SelectionResult[] = [];
  let pools: 'groups' | 'all' = 'groups';
  for (const rule of prepared.input.rules.selections ?? []) {
    const over = rule.per === 'all' ? 'all' : 'groups';
    const elsewhere = takenElsewhere(rule, selections);
    if (over === 'all') selections.push(selectEntries(rule, field.pool({ group: null, ...field.rankGroup(prepared.entries.map((_, position) => position)) }), field, elsewhere));
    // Sums of ranks are others in the whole field than inside a group.
    else for (const pool of ranked) selections.push(selectEntries(rule, field.pool(pools === over ? pool : { group: pool.group, ...field.rankGroup(pool.members) }), field, elsewhere));
    pools = over;
  }
  return { groups, selections };
}

/** Whom the selections that stand before this one have, or hold open. */
function takenElsewhere(rule: SelectionRules, selections: readonly SelectionResult[]): Elsewhere {
  const taken = new Map<string, { selection: string; chosen: boolean }>();
  for (const { selection, chosen, undecided } of selections) {
    if (!rule.without?.includes(selection)) continue;
    for (const entry of undecided) taken.set(entry, { selection, chosen: false });
    for (const entry of chosen) taken.set(entry, { selection, chosen: true });
  }
  return taken;
}

/** Reads values of entries by name, and turns entries into rows. */
export class Field implements RankContext, SelectionField {
  readonly problems: Problem[] = [];
  private readonly results: (EntryResult | undefined)[] = [];
  private readonly stageRules: ReadonlyMap<string, StageRules>;
  private readonly lookups: (Lookup | undefined)[] = [];
  private readonly ids: readonly string[];
  private readonly columns: readonly { stage: StageRules; outcomes: readonly (StageOutcome | undefined)[] }[];
  private decided: Map<string, 'taken' | 'declined'> | null = null;
  private movable: boolean | null = null;

  constructor(
    readonly prepared: Prepared,
    readonly stages: StageResults,
    readonly constants: Lookup,
  ) {
    this.ids = prepared.entries.map((entry) => entry.id);
    this.columns = prepared.input.rules.stages.map((stage) => ({ stage, outcomes: stages.outcomes.get(stage.key) ?? [] }));
    this.stageRules = new Map(prepared.input.rules.stages.map((stage) => [stage.key, stage]));
  }

  stage(key: string): StageRules | undefined {
    return this.stageRules.get(key);
  }

  outcome(stage: string, entry: number): StageOutcome | undefined {
    return this.stages.outcomes.get(stage)?.[entry];
  }

  meetings(stage: string): readonly Meeting[] {
    return this.stages.meetings.get(stage)?.() ?? [];
  }

  lot(entry: number): number | undefined {
    return this.prepared.input.lots?.[this.idOf(entry)];
  }

  idOf(entry: number): string {
    return this.ids[entry] ?? '';
  }

  result(entry: number): EntryResult | undefined {
    return this.results[entry];
  }

  /** `total`, `<stage>`, `<stage>.<value>`, `attr.<name>`, `param.<name>`, `figure.<key>`. */
  lookup(entry: number): Lookup {
    const known = this.lookups[entry];
    if (known) return known;
    const made: Lookup = (name) => this.value(entry, name);
    this.lookups[entry] = made;
    return made;
  }

  value(entry: number, name: string): Value {
    if (name === 'total') return this.results[entry]?.total ?? null;
    if (name === '@group') return this.prepared.entries[entry]?.group ?? null;
    const dot = name.indexOf('.');
    if (dot < 0) return this.outcome(name, entry)?.score ?? null;
    const [head, rest] = [name.slice(0, dot), name.slice(dot + 1)];
    if (head === 'attr') return toValue(this.prepared.entries[entry]?.attributes?.[rest]);
    if (head === 'param' || head === 'figure') return this.constants(name);
    return this.outcome(head, entry)?.values.get(rest) ?? null;
  }

  status(selection: string, entry: number): 'taken' | 'declined' | undefined {
    this.decided ??= new Map((this.prepared.input.selected ?? []).map((one) => [`${one.selection}\u0000${one.entry}`, one.state]));
    return this.decided.get(`${selection}\u0000${this.idOf(entry)}`);
  }

  total(entry: number): Rational | null {
    return this.results[entry]?.total ?? null;
  }

  /** By the first ranking key that reads the total, else the higher total first. */
  order(a: Rational, b: Rational): number {
    const key = this.prepared.input.rules.ranking.keys.find((candidate) => candidate.by === 'value' && candidate.value === 'total');
    return key?.by === 'value' && key.order === 'asc' ? compare(a, b) : compare(b, a);
  }

  pool({ group, members, classes }: { group: string | null; members: readonly number[]; classes: readonly RankClass[] }): SelectionPool {
    const waiting = members.filter((entry) => this.results[entry]?.state === 'pending');
    const outstanding = waiting.map((entry) => ({ entry, best: this.possibleTotal(entry, 'best'), worst: this.possibleTotal(entry, 'worst') }));
    return { group, classes, registered: members.length, outstanding, settled: this.isSettled(), movable: this.isMovable(), totalOnly: this.prepared.input.rules.ranking.keys.length === 1 };
  }

  /** Whether a total, once there, stands whatever others still do, and ranks before anything else. */
  private isSettled(): boolean {
    const { total, stages, ranking } = this.prepared.input.rules;
    const corrected = stages.some((stage) => stage.kind === 'sheets' && stage.correction !== undefined && stage.correction.method !== 'none');
    const [first] = ranking.keys;
    return total.method !== 'rankSum' && !corrected && first?.by === 'value' && first.value === 'total';
  }

  /** Whether results that are not outstanding here can move these: games to come or unconfirmed, unfinished entries of any group where judges are corrected over all. */
  private isMovable(): boolean {
    this.movable ??=
      [...this.prepared.matches.values()].some((matches) => matches.some((match) => match.state === 'scheduled' || match.state === 'unconfirmed')) ||
      (this.prepared.input.rules.stages.some((stage) => stage.kind === 'sheets' && stage.correction !== undefined && stage.correction.method !== 'none' && stage.correction.within === 'stage') &&
        this.results.some((result) => result?.state === 'pending'));
    return this.movable;
  }

  /** The total with every outstanding stage at its best or worst; null when a stage has no known limit, or may end without a result. */
  private possibleTotal(entry: number, limit: 'best' | 'worst'): Rational | null {
    const rule = this.prepared.input.rules.total;
    const possibleIn = (stage: string): Rational | null => {
      const outcome = this.outcome(stage, entry);
      const possible = outcome?.forecast ? outcome.forecast[limit] : (outcome?.score ?? null);
      const stageRule = this.stageRules.get(stage);
      return possible && stageRule ? rounded(possible, stageRule) : possible;
    };
    const lookup: Lookup = (name) => (this.stageRules.has(name) ? possibleIn(name) : this.value(entry, name));
    const exact = totalReader(rule).exact(possibleIn, lookup);
    return exact && rounded(exact, rule);
  }

  /** Totals and ranks of one group's entries. */
  rankGroup(members: number[]): { members: number[]; classes: RankClass[] } {
    this.totals(members);
    const { keys, style } = this.prepared.input.rules.ranking;
    const ready = members.filter((entry) => this.results[entry]?.state === 'ranked');
    for (const key of keys) {
      if (key.by !== 'value' || key.missing !== 'excluded') continue;
      const read = numberReader(key, this);
      for (const entry of ready) {
        const result = this.results[entry];
        if (result && read(entry) === null) result.state = 'noResult';
      }
    }
    const present = ready.filter((entry) => this.results[entry]?.state === 'ranked');
    const classes = rankEntries(present, keys.map((key) => keyOperator(key, this)), style);
    if (style === 'ordinal') for (const one of classes) one.entries.sort((a, b) => (this.lot(a) ?? Number.MAX_SAFE_INTEGER) - (this.lot(b) ?? Number.MAX_SAFE_INTEGER) || a - b);
    return { members, classes };
  }

  private totals(members: readonly number[]): void {
    const rule = this.prepared.input.rules.total;
    const needed = stagesNeeded(rule);
    const read = totalReader(rule);
    const resultWhen = rule.resultWhen === undefined ? null : compile(rule.resultWhen);
    const ranks = rule.method === 'rankSum' ? new Map(rule.stages.map((stage) => [stage, this.ranksIn(stage, members)])) : null;
    let entry = -1;
    const here: Lookup = (name) => this.value(entry, name);
    const scoreIn = (stage: string, of: number): Rational | null => (ranks ? (ranks.get(stage)?.get(of) ?? null) : (this.outcome(stage, of)?.score ?? null));
    const score = (stage: string): Rational | null => scoreIn(stage, entry);
    const parts = (of: number): TotalPart[] => read.parts((stage) => scoreIn(stage, of));
    for (entry of members) {
      const status = this.prepared.entries[entry]?.status ?? 'active';
      const missing = this.firstMissing(needed, entry);
      let found: Rational | null = null;
      let valid = false;
      try {
        found = read.exact(score, here);
        valid = resultWhen === null || holds(resultWhen(here));
      } catch (error) {
        this.noteFailure(error, entry, status === 'active' && !missing);
      }
      const state: RowState = status !== 'active' ? status : missing ? unresolved(missing) : found && valid ? 'ranked' : 'noResult';
      const exact = state === 'ranked' || (status === 'disqualified' && !missing) ? found : null;
      this.results[entry] = { state, total: exact && rounded(exact, rule), exact, parts };
    }
  }

  /** What cannot be worked out (a division by a number of games that is 0) is a problem of the entry, unless it has no result anyway. */
  private noteFailure(error: unknown, entry: number, needed: boolean): void {
    if (!(error instanceof CalculationError)) throw error;
    if (needed) this.problems.push(problem(error.code, `entries/${this.idOf(entry)}/total`, { entry: this.idOf(entry) }));
  }

  private firstMissing(needed: readonly string[], entry: number): StageOutcome['state'] | null {
    for (const stage of needed) {
      const state = this.outcome(stage, entry)?.state ?? 'missing';
      if (state !== 'ok') return state;
    }
    return null;
  }

  private ranksIn(stage: string, members: readonly number[]): Map<number, Rational> {
    const scores = members.map((entry) => ({ entry, score: this.outcome(stage, entry)?.score ?? null }));
    const order = this.stageRules.get(stage)?.better === 'lower' ? 'asc' : 'desc';
    return stageRanks(scores, (entries) => splitByNumber(entries, (entry) => this.outcome(stage, entry)?.score ?? null, order));
  }

  groupResult(group: string, members: readonly number[], classes: readonly RankClass[]): GroupResult {
    const { rules } = this.prepared.input;
    const people = members.reduce((count, entry) => count + this.peopleIn(entry), 0);
    const awards = (rules.awards ?? []).map((award) =>
      awardGroup(award, {
        classes,
        registered: members.length,
        people,
        total: (entry) => this.results[entry]?.total ?? null,
        order: (a, b) => this.order(a, b),
        lookup: (entry) => this.lookup(entry),
        constants: constantsIn(group, this.constants),
        idOf: (entry) => this.idOf(entry),
        revoked: (entry) => this.prepared.input.revoked?.find((one) => one.entry === this.idOf(entry) && one.award === award.key)?.reason,
      }),
    );
    const places = new RankTraces(classes, (entry) => this.idOf(entry), rules.ranking.style);
    const derive = this.deriver(places, awards);
    const keys = (rules.awards ?? []).map((award) => award.key);
    const row = (entry: number): ResultRow => {
      const result = this.results[entry] as EntryResult;
      const place = places.place(entry);
      const levels: Record<string, string | null> = {};
      for (let index = 0; index < keys.length; index++) levels[keys[index] as string] = awards[index]?.levelOf(entry) ?? null;
      return new DerivedRow(
        {
          entry: this.idOf(entry),
          group,
          state: result.state,
          rank: places.rank(entry),
          tied: place !== undefined && place.entries.length > 1,
          total: result.total && shown(result.total, rules.total),
          exact: result.exact && formatExact(result.exact),
          stages: this.stageScores(entry),
          awards: levels,
        },
        derive,
        entry,
        result,
      );
    };
    const rows: ResultRow[] = [];
    for (const one of classes) for (const entry of one.entries) rows.push(row(entry));
    for (const entry of members) if (!places.place(entry)) rows.push(row(entry));
    return {
      group,
      counts: countStates(members.map((entry) => this.results[entry]?.state)),
      rows,
      ties: classes.filter((one) => one.entries.length > 1).map((one) => ({ rank: one.rank, entries: one.entries.map((entry) => this.idOf(entry)), playOff: one.playOff })),
      awards: awards.map((award) => award.summary),
      screens: divergenceScreens(rules.stages, this.stages, members, (entry) => this.idOf(entry)),
      corrections: this.stages.corrections.flatMap((byGroup) => byGroup.get(group) ?? byGroup.get(null) ?? []),
    };
  }

  /** Writes out the derivation of an entry's result, from what was kept of it. */
  private deriver(places: RankTraces, awards: readonly AwardOutcome[]): Derive {
    const { stages, total } = this.prepared.input.rules;
    const keys = stages.map((stage) => stage.key);
    const { method } = total;
    const rounding = { places: total.places };
    return (entry, result) => ({
      stages: keys.map((key) => this.outcome(key, entry)?.trace ?? emptyOutcome(key, '', 'missing').trace),
      total: totalTrace(result, entry, method, rounding),
      rank: places.of(entry),
      awards: awards.flatMap((award) => award.traceOf(entry) ?? []),
    });
  }

  private peopleIn(entry: number): number {
    const people = this.prepared.entries[entry]?.attributes?.['people'];
    return typeof people === 'number' && this.results[entry]?.state === 'ranked' ? people : 0;
  }

  private stageScores(entry: number): Record<string, StageScore> {
    const scores: Record<string, StageScore> = {};
    for (const { stage, outcomes } of this.columns) {
      const outcome = outcomes[entry];
      const score = outcome?.score ? shown(outcome.score, stage) : null;
      const raw = outcome?.raw === outcome?.score ? score : outcome?.raw ? shown(outcome.raw, stage) : null;
      const one: StageScore = { state: outcome?.state ?? 'missing', score, raw, values: valueTexts(outcome?.values) };
      if (outcome?.forecast) one.forecast = forecastTexts(outcome.forecast, stage);
      scores[stage.key] = one;
    }
    return scores;
  }
}

function totalTrace({ total, exact, parts }: EntryResult, entry: number, method: string, rounding: Rounding): Trace['total'] {
  if (!total || !exact) return null;
  return {
    method,
    parts: parts(entry).map((part) => ({ stage: part.stage, score: part.score && formatExact(part.score), weight: part.weight && formatExact(part.weight) })),
    exact: formatExact(exact),
    score: shown(total, rounding),
  };
}

function forecastTexts(forecast: Forecast, stage: StageRules): { best: string; worst: string } {
  const text = (score: Rational | null): string => (score ? shown(rounded(score, stage), stage) : 'none');
  return { best: forecast.bestUnbounded ? 'open' : text(forecast.best), worst: text(forecast.worst) };
}

const NO_TEXTS: Record<string, string | null> = Object.freeze({});

function valueTexts(values: ReadonlyMap<string, Rational> | undefined): Record<string, string | null> {
  if (!values || values.size === 0) return NO_TEXTS;
  const texts: Record<string, string | null> = {};
  for (const [name, value] of values) texts[name] = formatExact(value);
  return texts;
}

function unresolved(state: StageOutcome['state']): RowState {
  return state === 'insufficient' || state === 'pending' ? state : 'noResult';
}

function countStates(states: readonly (RowState | undefined)[]): GroupResult['counts'] {
  const counts = { entries: states.length, ranked: 0, absent: 0, disqualified: 0, withdrawn: 0, unresolved: 0 };
  for (const state of states) {
    if (state === 'ranked' || state === 'absent' || state === 'disqualified' || state === 'withdrawn') counts[state]++;
    else counts.unresolved++;
  }
  return counts;
}
