import { checkQuota, explainRefusal, splitBlocks, splitQuota, verifyQuotaProof, type QuotaSplit } from '#libs/planning';
import { planner, proven } from './planner.js';
import { fields, list, map, oneOf, positive, text, weight, whole } from './shape.js';

export const quota = planner<QuotaSplit>(
  fields({
    total: whole, shares: list(fields({ id: text, weight: weight })), 'base?': whole, 'floor?': whole, 'ceiling?': whole,
    'method?': oneOf('largest-remainder', 'dhondt', 'sainte-lague', 'huntington-hill'),
  }),
  (split, { language }) => {
    const result = splitQuota(split);
    const table = { columns: ['share', 'places'], rows: result.kind === 'quota' ? result.places.map(({ id, places }) => [id, places]) : [] };
    if (result.kind === 'infeasible') return { result, table, refusal: explainRefusal(result.proof, language), verify: () => proven(verifyQuotaProof(split, result.proof)) };
    return { result, table, refusal: null, verify: () => checkQuota(split, result) };
  },
);

export const blocks = planner<{ quota: number; perBlock: Record<string, number> }>(fields({ quota: whole, perBlock: map(positive) }), ({ quota: places, perBlock }, { language }) => {
  const result = splitBlocks(places, perBlock);
  const table = { columns: ['share', 'places'], rows: result.kind === 'blocks' ? Object.entries(result.places) : [] };
  const size = Object.values(perBlock).reduce((sum, one) => sum + one, 0);
  if (result.kind === 'infeasible') return { result, table, refusal: explainRefusal({ kind: 'no-whole-blocks', ...result.proof }, language), verify: () => proven(places % size !== 0) };
  const given = Object.values(result.places).reduce((sum, one) => sum + one, 0);
  return { result, table, refusal: null, verify: () => (given === places ? [] : [`${given} != ${places}`]) };
});
