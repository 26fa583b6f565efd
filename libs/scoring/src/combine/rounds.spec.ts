import { describe, expect, it } from '@jest/globals';
import { decimal, formatExact } from '../exact/decimal.js';
import type { RoundCombination } from '../rules/stage-rules.types.js';
import { combineRounds, dropsFor, forecastRounds, type RoundResult } from './rounds.js';

type Score = number | null;
const results = (scores: readonly Score[]): RoundResult[] => scores.map((score, index) => ({ round: index + 1, score: score === null ? null : decimal(score) }));
const combine = (scores: readonly Score[], rule: RoundCombination, better: 'higher' | 'lower' = 'higher') => {
  const { state, score, counted } = combineRounds(results(scores), rule, better);
  return [state, score && formatExact(score), counted];
};
const DROPS = [
  { played: 4, drop: 1 },
  { played: 8, drop: 2 },
];

/** Domain 5.4 T2-T5, T11, T12. */
describe('combineRounds', () => {
  it.each<[string, readonly Score[], RoundCombination, 'higher' | 'lower', unknown[]]>([
    ['best', [80, 95], { method: 'best' }, 'higher', ['ok', '95', [1]]],
    ['best time', [80, 95], { method: 'best' }, 'lower', ['ok', '80', [0]]],
    ['last', [80, 95, 90], { method: 'last' }, 'higher', ['ok', '90', [2]]],
    ['last, without a result', [80, null], { method: 'last', noResult: 'worst' }, 'higher', ['noResult', null, []]],
    ['sum', [1, 2, 3.5], { method: 'sum' }, 'higher', ['ok', '6.5', [0, 1, 2]]],
    ['mean, a missing round left out', [1, null, 4], { method: 'mean' }, 'higher', ['ok', '2.5', [0, 2]]],
    ['mean, a missing round is 0', [1, null, 5], { method: 'mean', noResult: 'zero' }, 'higher', ['ok', '2', [0, 1, 2]]],
    ['mean, a missing round spoils it', [1, null, 4], { method: 'mean', noResult: 'void' }, 'higher', ['noResult', null, []]],
    ['best two of three', [185, 240, 225], { method: 'bestOf', count: 2, take: 'sum' }, 'higher', ['ok', '465', [1, 2]]],
    ['best two, mean', [185, 240, 225], { method: 'bestOf', count: 2, take: 'mean' }, 'higher', ['ok', '232.5', [1, 2]]],
    ['best two of one', [185], { method: 'bestOf', count: 2, take: 'sum' }, 'higher', ['ok', '185', [0]]],
    ['average with the lowest dropped', [40, 52, 47, 61], { method: 'meanDropping', drops: DROPS }, 'higher', ['ok', '160/3', [3, 1, 2]]],
    ['average of too few to drop', [40, 52, 47], { method: 'meanDropping', drops: DROPS }, 'higher', ['ok', '139/3', [1, 2, 0]]],
    ['the drops in any order', [1, 2, 3, 4, 5, 6, 7, 9], { method: 'meanDropping', drops: [...DROPS].reverse() }, 'higher', ['ok', '17/3', [7, 6, 5, 4, 3, 2]]],
    ['middle of five', [900, 800, 700, 4000, 600], { method: 'meanOfMiddle', noResult: 'worst' }, 'lower', ['ok', '800', [2, 1, 0]]],
    ['middle of five, one DNF', [null, 600, 600, 600, 500], { method: 'meanOfMiddle', noResult: 'worst' }, 'lower', ['ok', '600', [1, 2, 3]]],
    ['middle of five, two DNF', [null, 980, 890, null, 910], { method: 'meanOfMiddle', noResult: 'worst' }, 'lower', ['noResult', null, []]],
    ['unfinished', [1, 2], { method: 'sum', planned: 3 }, 'higher', ['pending', null, []]],
    ['no round with a result', [null, null], { method: 'best' }, 'higher', ['noResult', null, []]],
    ['no round at all', [], { method: 'best' }, 'higher', ['noResult', null, []]],
  ])('%s', (_name, scores, rule, better, expected) => expect(combine(scores, rule, better)).toEqual(expected));

  it.each([
    [3, 0],
    [4, 1],
    [7, 1],
    [8, 2],
    [20, 2],
  ])('of %d played, %d are dropped', (played, drop) => expect(dropsFor(played, DROPS)).toBe(drop));
});

describe('forecastRounds', () => {
  const shown = (scores: readonly Score[], rule: RoundCombination, better: 'higher' | 'lower') => {
    const forecast = forecastRounds(results(scores), rule, better);
    return forecast && [forecast.best && formatExact(forecast.best), forecast.bestUnbounded, forecast.worst && formatExact(forecast.worst)];
  };

  it.each<[string, readonly Score[], RoundCombination, 'higher' | 'lower', unknown]>([
    ['sum with a bound', [100, 50], { method: 'sum', planned: 3, noResult: 'zero', bounds: { highest: 225 } }, 'higher', ['375', false, '150']],
    ['sum without a bound', [100, 50], { method: 'sum', planned: 3, noResult: 'zero' }, 'higher', [null, true, '150']],
    ['times cannot be below 0', [30], { method: 'best', planned: 2 }, 'lower', ['0', false, '30']],
    ['nothing outstanding', [30, 20], { method: 'best', planned: 2 }, 'lower', null],
    ['nothing planned', [30], { method: 'best' }, 'lower', null],
  ])('%s', (_name, scores, rule, better, expected) => expect(shown(scores, rule, better)).toEqual(expected));
});
