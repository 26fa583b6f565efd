import { describe, expect, it } from '@jest/globals';
import { innovationRulebook } from '#libs/contests';
import { score, validateScoringRules } from '#libs/scoring';
import { stageScoring } from './stage-scoring.js';

const rules = innovationRulebook(2026).scoring;

describe('stageScoring', () => {
  it('ranks an earlier stage on its own score, with what remains of the tie chain and only the finalists\' selection', () => {
    const initial = stageScoring(rules, 'initial');
    expect(validateScoringRules(initial)).toEqual([]);
    expect(initial.stages.map((stage) => stage.key)).toEqual(['initial']);
    expect(Object.keys(initial.sheets ?? {})).toEqual(['projectInitial', 'painting', 'practiceInitial', 'video', 'aidInitial', 'planInitial']);
    expect(initial.total).toEqual({ method: 'stage', stage: 'initial', places: 2 });
    expect(initial.ranking.keys.map((key) => key.key)).toEqual(['total', 'initial']);
    expect(initial.awards).toBeUndefined();
    expect(initial.selections?.map((selection) => selection.key)).toEqual(['finalists']);
  });

  it('gives the last stage the whole contest\'s rules, without the finalists\' selection', () => {
    const final = stageScoring(rules, 'final');
    expect(validateScoringRules(final)).toEqual([]);
    const { selections: _finalists, ...whole } = rules;
    expect(final).toEqual(whole);
  });

  it('leaves the rulebook itself alone', () => {
    const before = JSON.stringify(rules);
    stageScoring(rules, 'initial');
    stageScoring(rules, 'final');
    expect(JSON.stringify(rules)).toBe(before);
  });

  it('selects finalists from the initial scores alone', () => {
    const entries = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, group: 'g', attributes: { type: 'project' } }));
    const sheets = entries.flatMap(({ id }, index) =>
      ['x', 'y', 'z'].map((judge) => ({ entry: id, stage: 'initial', judge, values: { innovation: '30', science: '20', practice: '10', report: String(index) } })),
    );
    const output = score({ rules: stageScoring(rules, 'initial'), rulebookVersion: 'v', entries, sheets });
    expect(output.selections).toMatchObject([{ selection: 'finalists', group: 'g', places: 1, chosen: ['e'] }]);
  });
});
