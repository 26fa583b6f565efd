import { describe, expect, it } from '@jest/globals';
import { figureProblems, sumProblems, type QuotaFigure, type StandingQuota } from './quota-figures.js';

const figure = (unitId: string, places: number, entryType = '*'): QuotaFigure => ({ level: 'prefecture', unitId, entryType, places });
const row = (unitId: string, places: number | null, used = 0, entryType = '*'): StandingQuota => ({ level: 'prefecture', unitId, entryType, places, used });
const codes = (quota: QuotaFigure, rest: { base?: number; quotas?: QuotaFigure[]; there?: StandingQuota[] }): string[] =>
  figureProblems({ quota, at: 'places', quotas: [quota, ...(rest.quotas ?? [])], there: rest.there ?? [], base: rest.base }).map((problem) => problem.code);

describe('figures of a quota', () => {
  it('tell everything at once: below what is used, below the base, more of a type than of all', () => {
    expect(codes(figure('a', 3), { base: 5, there: [row('a', 9, 4), row('a', 7, 0, 'video')] })).toEqual(['QUOTA_BELOW_USED', 'QUOTA_BELOW_BASE', 'QUOTA_TYPE_ABOVE_ALL']);
    expect(codes(figure('a', 4), { base: 4, there: [row('a', 9, 4), row('b', 9, 8)] })).toEqual([]);
  });

  it('of a type are held against those of all types that are set with them', () => {
    expect(codes(figure('a', 6, 'video'), { there: [row('a', 5)] })).toEqual(['QUOTA_TYPE_ABOVE_ALL']);
    expect(codes(figure('a', 6, 'video'), { there: [row('a', 5)], quotas: [figure('a', 8)] })).toEqual([]);
    expect(codes(figure('a', 6, 'video'), { there: [row('a', null)] })).toEqual([]);
  });

  it('of a group are held against its type and all types, and the type against its groups', () => {
    expect(codes(figure('a', 4, 'project/primary'), { there: [row('a', 9), row('a', 3, 0, 'project')] })).toEqual(['QUOTA_TYPE_ABOVE_ALL']);
    expect(codes(figure('a', 4, 'project/primary'), { there: [row('a', 9), row('a', 3, 0, 'video')] })).toEqual([]);
    expect(codes(figure('a', 2, 'project'), { there: [row('a', 9), row('a', 3, 0, 'project/primary')] })).toEqual(['QUOTA_TYPE_ABOVE_ALL']);
    expect(codes(figure('a', 2, 'project'), { there: [row('a', 9), row('a', 3, 0, 'projects/primary')] })).toEqual([]);
  });

  it('add up to the total with the sisters that stay', () => {
    expect(sumProblems(20, [figure('a', 8), figure('b', 7)], [row('b', 1), row('c', 5)])).toEqual([]);
    expect(sumProblems(21, [figure('a', 8), figure('b', 7)], [row('c', 5)])).toEqual([{ code: 'QUOTA_SUM', path: 'total', params: { sum: 20, total: 21, difference: 1 } }]);
  });
});
