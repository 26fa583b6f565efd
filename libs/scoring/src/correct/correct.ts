import { formatExact, fromFloat, roundHalfUp } from '../exact/decimal.js';
import { toNumber, type Rational } from '../exact/rational.js';
import { byCodeUnits, problem, type Problem } from '../engine/problem.js';
import type { CorrectionReport } from '../engine/score-output.types.js';
import { designOf, linkedParts, type RawObservation } from '../statistics/observations.js';
import { fitAdditive } from '../statistics/additive-model.js';
import { fitMixed } from '../statistics/mixed-model.js';
import type { CorrectionRules, SheetStage, StageRules } from '../rules/stage-rules.types.js';
import type { JudgeSample, Observation } from './judge-sample.js';
import { rescale, shift } from './rescale.js';

interface CorrectionOutcome {
  /** Corrected score of each observation, or null when the method corrects entries as a whole. */
  scores: readonly Rational[] | null;
  /** Score of each entry by id, from methods that estimate it directly. */
  entryScores: ReadonlyMap<string, Rational> | null;
  report: CorrectionReport;
}

const DEFAULT_PLACES = 6;
const DEFAULT_MINIMUM: Record<CorrectionRules['method'], number> = { none: 1, shift: 8, zscore: 8, robust: 8, additive: 1, mixed: 1 };

/** The corrections of a stage: one for each group, or one (under the name null) for all. */
export interface StageCorrection {
  scores: readonly (Rational | undefined)[];
  entryScores: ReadonlyMap<string, Rational> | null;
  reports: ReadonlyMap<string | null, CorrectionReport>;
}

/** Corrects every group of a stage by itself, or the stage as a whole where the rules say so; null when the rules ask for none. */
export function correctStage(stage: StageRules & SheetStage, observations: readonly Observation[], groupOf: (entry: number) => string, problems: Problem[]): StageCorrection | null {
  if (!stage.correction || stage.correction.method === 'none') return null;
  const parts = new Map<string | null, number[]>();
  for (const [position, one] of observations.entries()) {
    const group = stage.correction.within === 'stage' ? null : groupOf(one.entry);
    const part = parts.get(group);
    if (part) part.push(position);
    else parts.set(group, [position]);
  }
  const scores = new Array<Rational | undefined>(observations.length).fill(undefined);
  const entryScores = new Map<string, Rational>();
  const reports = new Map<string | null, CorrectionReport>();
  for (const group of [...parts.keys()].sort((a, b) => byCodeUnits(a ?? '', b ?? ''))) {
    const positions = parts.get(group) as number[];
    const corrected = correctScores(stage, positions.map((at) => observations[at] as Observation), problems);
    if (!corrected) continue;
    corrected.scores?.forEach((score, index) => (scores[positions[index] as number] = score));
    for (const [entry, score] of corrected.entryScores ?? []) entryScores.set(entry, score);
    reports.set(group, corrected.report);
  }
  return { scores, entryScores: entryScores.size > 0 ? entryScores : null, reports };
}

/** Corrects the scores of a stage for their judges (judging mathematics 2, domain 4.5 R4); null when the rules ask for none. Adds to `problems` where the data cannot carry the method. */
function correctScores(stage: StageRules & SheetStage, observations: readonly Observation[], problems: Problem[]): CorrectionOutcome | null {
  const rule = stage.correction;
  if (!rule || rule.method === 'none' || observations.length === 0) return null;
  const samples = samplesOf(observations);
  const minimum = rule.minimumEntries ?? DEFAULT_MINIMUM[rule.method];
  const few = samples.filter((sample) => sample.positions.length < minimum);
  if (few.length > 0 && rule.whenFew !== 'raw') {
    for (const sample of few) problems.push(problem('TOO_FEW_ENTRIES_FOR_JUDGE', `stages/${stage.key}/correction`, { judge: sample.judge, entries: sample.positions.length, minimum }));
    return null;
  }
  const parts = linkedParts(designOf(toRaw(observations, false)));
  if (parts.length > 1 && rule.method !== 'mixed') {
    const named = parts.map((part) => part.judges.join(' ')).join(' | ');
    problems.push(problem('DESIGN_UNLINKED', `stages/${stage.key}/correction`, { parts: parts.length, judges: named }));
    return null;
  }
  const left = new Set(few.map((sample) => sample.judge));
  return apply(stage.key, rule, { observations, samples, left, parts: parts.length, places: rule.places ?? DEFAULT_PLACES });
}

interface Work {
  observations: readonly Observation[];
  samples: readonly JudgeSample[];
  left: ReadonlySet<string>;
  parts: number;
  places: number;
}

function samplesOf(observations: readonly Observation[]): JudgeSample[] {
  const samples = new Map<string, JudgeSample>();
  for (const [position, { judge }] of observations.entries()) {
    const sample = samples.get(judge);
    if (sample) sample.positions.push(position);
    else samples.set(judge, { judge, positions: [position] });
  }
  return [...samples.values()].sort((a, b) => byCodeUnits(a.judge, b.judge));
}

const toRaw = (observations: readonly Observation[], weighted: boolean): RawObservation[] =>
  observations.map((one) => ({ entry: one.id, judge: one.judge, y: toNumber(one.score), ...(weighted ? { weight: one.confidence } : {}) }));

function apply(stage: string, rule: CorrectionRules, work: Work): CorrectionOutcome {
  switch (rule.method) {
    case 'none':
    case 'shift': {
      const moved = shift(work.observations, work.samples, work.left);
      return outcome(stage, rule.method, work, { scores: moved.scores, effects: moved.effects, facts: { common: formatExact(moved.common) } });
    }
    case 'zscore':
    case 'robust': {
      const scaled = rescale(work.observations, work.samples, work.left, rule);
      return outcome(stage, rule.method, work, { scores: scaled.scores, effects: null, flags: scaled.flags, facts: { mean: formatExact(roundHalfUp(scaled.mean, 12)), sd: formatExact(roundHalfUp(scaled.sd, 12)) } });
    }
    case 'additive':
      return additive(stage, work);
    case 'mixed':
      return mixed(stage, rule, work);
  }
}

interface Corrected {
  scores: readonly Rational[] | null;
  entryScores?: ReadonlyMap<string, Rational>;
  effects: ReadonlyMap<string, string> | null;
  flags?: ReadonlyMap<string, string[]>;
  facts: CorrectionReport['facts'];
}

function outcome(stage: string, method: string, work: Work, corrected: Corrected): CorrectionOutcome {
  const judges = work.samples.map((sample) => {
    const mean = sample.positions.reduce((sum, at) => sum + toNumber((work.observations[at] as Observation).score), 0) / sample.positions.length;
    const flags = [...(corrected.flags?.get(sample.judge) ?? []), ...(work.left.has(sample.judge) ? ['tooFew'] : [])];
    return { judge: sample.judge, entries: sample.positions.length, mean: formatExact(roundHalfUp(fromFloat(mean), 4)), effect: corrected.effects?.get(sample.judge) ?? null, flags };
  });
  return {
    scores: corrected.scores?.map((score) => roundHalfUp(score, work.places)) ?? null,
    entryScores: corrected.entryScores ?? null,
    report: { stage, method, judges, parts: work.parts, facts: corrected.facts },
  };
}

const quantised = (value: number, places: number): Rational => roundHalfUp(fromFloat(value), places);
const factText = (value: number): string => formatExact(quantised(value, 6));

function additive(stage: string, work: Work): CorrectionOutcome {
  const fit = fitAdditive(toRaw(work.observations, false));
  const effects = new Map(fit.parts.flatMap((part) => part.judges.map((judge) => [judge.judge, judge.effect])));
  const scores = work.observations.map((one) => quantised(toNumber(one.score) - (effects.get(one.judge) ?? 0), work.places));
  const texts = new Map([...effects].map(([judge, effect]) => [judge, factText(effect)]));
  return outcome(stage, 'additive', work, { scores, effects: texts, facts: { residualSS: factText(fit.residualSS), freedom: fit.freedom } });
}

function mixed(stage: string, rule: Extract<CorrectionRules, { method: 'mixed' }>, work: Work): CorrectionOutcome {
  const trackOf = new Map(work.observations.map((one) => [one.id, String(rule.track === undefined ? '' : (one.attributes[rule.track] ?? ''))]));
  const fit = fitMixed(toRaw(work.observations, rule.confidence ?? false), { track: (entry) => trackOf.get(entry) ?? '' });
  const effects = new Map(fit.judges.map((judge) => [judge.judge, factText(judge.effect)]));
  const entryScores = new Map(fit.entries.map((entry) => [entry.entry, quantised(entry.score, work.places)]));
  const facts: CorrectionReport['facts'] = {
    varEntry: factText(fit.varEntry),
    varJudge: factText(fit.varJudge),
    varResidual: factText(fit.varResidual),
    reliability: fit.reliability === null ? null : factText(fit.reliability),
    singular: fit.singular,
    notes: fit.notes.join(' '),
    comparedThroughPrior: fit.parts > 1,
  };
  return outcome(stage, 'mixed', work, { scores: null, entryScores, effects, facts });
}
