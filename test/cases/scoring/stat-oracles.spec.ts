import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  bordaCount,
  bradleyTerry,
  cohenKappa,
  designQuality,
  fitAdditive,
  fitMixed,
  fitRasch,
  fleissKappa,
  intraclass,
  kemenyOrder,
  kendallTau,
  kendallW,
  krippendorffAlpha,
  probabilityAbove,
  probabilityTopK,
  ratingsNeeded,
  shrunkenMean,
  spearman,
  spearmanBrown,
  type Ballot,
  type Level,
  type PairCount,
} from '#libs/scoring';

interface Oracle {
  id: string;
  statistic: string;
  input: Record<string, unknown>;
  expected: Record<string, unknown>;
  tolerance: number;
}

const oracles = JSON.parse(readFileSync(new URL('../data/stat-oracles.json', import.meta.url), 'utf8')) as Oracle[];
const named = (statistic: string): Oracle[] => oracles.filter((one) => one.statistic === statistic);

/** |actual - expected| <= tolerance * max(1, |expected|), for numbers, lists and records of them. */
function expectNear(actual: unknown, expected: unknown, tolerance: number, path = ''): void {
  if (typeof expected === 'number') {
    const off = Math.abs((actual as number) - expected) / Math.max(1, Math.abs(expected));
    expect({ path, actual, near: off <= tolerance }).toEqual({ path, actual, near: true });
  } else if (expected !== null && typeof expected === 'object') {
    for (const [key, value] of Object.entries(expected)) expectNear((actual as Record<string, unknown>)[key], value, tolerance, `${path}/${key}`);
  } else expect(actual).toBe(expected);
}

interface Observation {
  entry: string | number;
  judge: string | number;
  y: number;
  w?: number;
  confidence?: number;
}

/** Numbers as padded texts, so that code-unit order is the order of the oracle. */
const pad = (id: string | number): string => (typeof id === 'number' || /^\d+$/.test(id) ? String(id).padStart(3, '0') : id);
const observationsOf = (oracle: Oracle) =>
  (oracle.input['observations'] as Observation[]).map((one) => ({ entry: pad(one.entry), judge: pad(one.judge), y: one.y, weight: one.w ?? one.confidence ?? 1 }));

describe('published and independently computed statistics', () => {
  it.each(named('icc'))('$id', ({ input, expected, tolerance }) => {
    const found = intraclass(input['ratings'] as number[][]);
    if (expected['point'] === null) return expect(found).toBeNull();
    expectNear(found?.point, expected['point'], tolerance);
    expectNear(found?.f, expected['F'], tolerance);
    expectNear(found?.lower, expected['lower95'], tolerance);
    expectNear(found?.upper, expected['upper95'], tolerance);
    const ms = expected['ms'] as Record<string, number>;
    expectNear(found?.meanSquares, { entries: ms['between_targets'], within: ms['within'], judges: ms['between_judges'], residual: ms['residual'] }, tolerance);
  });

  it.each(named('kendallW'))('$id', ({ input, expected, tolerance }) => {
    const found = kendallW(input['judgesByItems'] as number[][]);
    expectNear(found && { W: found.w, chi2: found.chiSquare, df: found.df, p: found.p }, { W: expected['W'], chi2: expected['chi2'], df: expected['df'], p: expected['p'] }, tolerance);
  });

  it.each(named('kendallTau'))('$id', ({ input, expected, tolerance }) => {
    const [x, y] = [input['x'] as number[], input['y'] as number[]];
    expectNear({ tau: kendallTau(x, y), spearman: spearman(x, y) }, expected, tolerance);
  });

  it.each(named('additiveLeastSquares'))('$id', (oracle) => {
    const fit = fitAdditive(observationsOf(oracle));
    const [part] = fit.parts;
    const grand = (part?.entries.reduce((sum, one) => sum + one.value, 0) ?? 0) / (part?.entries.length ?? 1);
    const { expected, tolerance } = oracle;
    expect(fit.parts).toHaveLength(1);
    expectNear(grand, expected['grandMean'], tolerance);
    expectNear(part?.entries.map((one) => one.value - grand), expected['entryEffect'], tolerance);
    expectNear(part?.judges.map((one) => one.effect), expected['judgeEffect'], tolerance);
    expectNear(fit.residualSS, expected['residualSS'], tolerance);
  });

  it.each(named('calibrationWithConfidence'))('$id', (oracle) => {
    const [part] = fitAdditive(observationsOf(oracle)).parts;
    expectNear(part?.entries.map((one) => one.value), oracle.expected['entryValue'], oracle.tolerance);
    expectNear(part?.judges.map((one) => one.effect), oracle.expected['judgeBias'], oracle.tolerance);
  });

  it.each(named('blupCrossed'))('$id', (oracle) => {
    const { expected, tolerance } = oracle;
    const fit = fitMixed(observationsOf(oracle), { method: (oracle.input['method'] as 'REML' | 'ML' | undefined) ?? 'REML' });
    const flat = {
      mu: fit.tracks[0]?.mean,
      varEntry: fit.varEntry,
      varJudge: fit.varJudge,
      varResid: fit.varResidual,
      minus2logLik: fit.deviance,
      entryBlup: fit.entries.map((one) => one.effect),
      entryCondSd: fit.entries.map((one) => one.conditionalSd),
      judgeBlup: fit.judges.map((one) => one.effect),
      judgeCondSd: fit.judges.map((one) => one.conditionalSd),
    };
    const compared = Object.fromEntries(Object.entries(expected).filter(([key]) => key in flat));
    expect(Object.keys(compared).length).toBeGreaterThanOrEqual(6);
    expectNear(flat, compared, tolerance);
    if (expected['components'] !== undefined) expect(fit.parts).toBe(expected['components']);
    if (expected['singular'] !== undefined) expect(fit.singular).toBe(expected['singular']);
  });

  it.each(named('blupKnownVariances'))('$id: the shrinkage factor', ({ input, expected, tolerance }) => {
    const { varEntry, varResid, mu, n, rawMean } = input as { varEntry: number; varResid: number; mu: number; n: number[]; rawMean: number[] };
    const found = n.map((count, index) => shrunkenMean({ varEntry, varResidual: varResid, mean: mu }, count, rawMean[index] as number));
    expectNear(found.map((one) => one.score), expected['blup'], tolerance);
    expectNear(found.map((one) => one.standardError), expected['posteriorSd'], tolerance);
  });

  it.each(named('bradleyTerry'))('$id', ({ input, expected, tolerance }) => {
    const fit = bradleyTerry(input['pairs'] as PairCount[], { reference: input['reference'] as string });
    expectNear(fit?.ability, expected['ability'], tolerance);
    for (const [name, se] of Object.entries(expected['se'] as Record<string, number>)) expectNear(fit?.se[name], se, tolerance);
    if (expected['residualDeviance'] !== undefined) expectNear(fit?.deviance, expected['residualDeviance'], tolerance);
  });

  it.each(named('cohenKappa'))('$id', ({ input, expected, tolerance }) => {
    const found = cohenKappa(input['table'] as number[][]);
    expectNear(found && { kappa: found.kappa, weightedKappaQuadratic: found.weighted }, expected, tolerance);
  });

  it.each(named('fleissKappa'))('$id', ({ input, expected, tolerance }) => {
    expectNear(fleissKappa(input['counts'] as number[][]), expected['kappa'], tolerance);
  });

  it.each(named('manyFacetRasch'))('$id', (oracle) => {
    const { expected, tolerance } = oracle;
    const fit = fitRasch(observationsOf(oracle), oracle.input['categories'] as number);
    expect(fit.converged).toBe(true);
    expectNear(fit.entries.map((one) => one.measure), expected['entryMeasure'], tolerance);
    expectNear(fit.judges.map((one) => one.severity), expected['judgeSeverity'], tolerance);
    expectNear(fit.thresholds, expected['tau'], tolerance);
    expectNear(fit.logLikelihood, expected['logLik'], tolerance);
    expectNear(fit.judges.map((one) => one.infit), expected['judgeInfit'], tolerance);
    expectNear(fit.judges.map((one) => one.outfit), expected['judgeOutfit'], tolerance);
  });

  it.each(named('krippendorffAlpha'))('$id', ({ input, expected, tolerance }) => {
    for (const level of input['levels'] as Level[]) expectNear(krippendorffAlpha(input['coders'] as (number | null)[][], level), expected[level], tolerance, level);
  });

  it.each(named('rankAggregation'))('$id', ({ input, expected }) => {
    const ballots = input['ballots'] as Ballot[];
    expect(kemenyOrder(ballots)).toEqual({ order: expected['kemeny'], score: expected['kemenyScore'] });
    expect(bordaCount(ballots)).toEqual(expected['borda']);
  });

  it.each(named('probTopK'))('$id', ({ input, expected }) => {
    const [mean, sd] = [input['mean'] as number[], input['sd'] as number[]];
    expectNear(probabilityTopK(mean, sd, 1), expected['pTop1'], 1e-7);
    expectNear(probabilityTopK(mean, sd, 2), expected['pTop2'], 1e-7);
  });

  it.each(named('probAboveCut'))('$id', ({ input, expected, tolerance }) => {
    const { mean, sd, cut } = input as { mean: number[]; sd: number[]; cut: number };
    expectNear(mean.map((own, index) => probabilityAbove(cut, own, sd[index] as number)), expected['p'], tolerance);
  });

  it.each(named('designQuality'))('$id', ({ input, expected, tolerance }) => {
    const pairs = (input['judges'] as number[][]).flatMap((entries, judge) => entries.map((entry) => ({ entry: String(entry), judge: String(judge) })));
    const found = designQuality(pairs);
    const { rank, components, algebraicConnectivity, avgPairVarOverSigma2, aEfficiency } = expected;
    expectNear(
      { rank: found.rank, components: found.parts, connectivity: found.algebraicConnectivity, pair: found.pairVariance, efficiency: found.efficiency },
      { rank, components, connectivity: algebraicConnectivity, pair: avgPairVarOverSigma2, efficiency: aEfficiency },
      tolerance,
    );
  });

  it.each(named('spearmanBrown'))('$id', ({ input, expected, tolerance }) => {
    const { r, k } = input as { r: number; k: number[] };
    expectNear(k.map((count) => spearmanBrown(r, count)), expected['value'], tolerance);
    expect(ratingsNeeded(r, 0.8)).toBe(expected['kNeededFor08']);
  });
});
