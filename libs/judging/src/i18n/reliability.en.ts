import type { TextTree } from '#libs/platform';

export const reliabilityEn: TextTree = {
  judging: {
    correction: {
      limit: {
        oneJudge: 'One judge only: scale and merit cannot be told apart, so nothing is corrected.', judgesConfounded: 'Every judge read a single entry: scale and merit cannot be told apart, so nothing is corrected.', singleReviews: 'Every entry has a single sheet: a judge’s error cannot be told apart, so nothing is corrected.',
        noVariation: 'All scores are alike; there is nothing to correct.', singular: 'No difference of scale between the judges was found that could be corrected.', apart: 'The judges fall into parts without a common entry; scales cannot be compared across them, and the correction holds within each part only.',
        tooFew: 'Some judges handed in too few sheets and were not corrected (see the table).', constant: 'Some judges gave every entry the same score and were not corrected (see the table).',
      },
      flag: { tooFew: 'too few sheets, not corrected', constant: 'always the same score, not corrected' },
    },
    reliability: {
      fileName: 'Reliability of the judging - {stage}', title: '{edition}, {stage}: reliability of the judging', madeAt: 'Made', sheets: 'Sheets that count', counts: 'Scores that count', countsRaw: 'raw scores (the rules name no correction)', countsCorrected: 'corrected scores (named by the rules: {method})',
      digest: 'Digest of the input', finalists: 'Finalists', size: 'Size', sizeOf: '{entries} entries, {judges} judges, {sheets} sheets', variance: 'Variances', varianceOf: 'entries {entry}, judges {judge}, rest {rest}',
      icc: 'Intraclass correlation', iccOf: 'one judge {single}, mean of all {mean}', completeIcc: 'ICC(2,k) (every judge read every entry)', intervalOf: '{value} (95 % interval {low} to {high})', alpha: 'Krippendorff alpha (interval)', w: 'Kendall W', modelReliability: 'Reliability by the model',
      readers: 'Judges an entry would need for 0.8', parts: 'Design', partsOf: 'in {parts} unlinked parts; comparing them rests on the model', severity: 'Severity of the judges (severe to the left; lines are 95 % intervals)', severityOf: '{effect} ({low} to {high}), {entries} entries',
      openTitle: 'Entries whose place is open at {cuts}', cut: '{name} (first {places})', extraTitle: 'What extra readings changed',
      column: { code: 'Code', score: 'Score', rank: 'Rank', adjusted: 'Model', adjustedRank: 'Model rank', interval: 'Interval', extra: 'Extra', meanBefore: 'Mean before', meanAfter: 'Mean after', rankBefore: 'Rank before', rankAfter: 'Rank after', criterion: 'Criterion', max: 'Highest', mean: 'Mean', spread: 'Spread', discrimination: 'Discrimination', agreement: 'Agreement' },
      criteriaTitle: 'The criteria',
      noteCriteria: '4. Discrimination is the correlation of a criterion with the sum of the others (means of entries): near 0 or below, it has nothing to do with the merit or works against it. Agreement is the intraclass correlation of one judge\'s mark.',
      method: { shift: 'shift', zscore: 'standard scores', robust: 'robust standard scores', additive: 'additive model', mixed: 'mixed model' },
      noteModel: '1. The model takes the judges\' severity out of the scores; it informs the jury and counts only where the rules named it beforehand.', noteInterval: '2. Rank intervals are 90 %; a chance is that of being above the line, drawn from a fixed seed, so that it can be worked out again.', noteScreens: '3. A judge may seem severe because of the entries read; a person decides.',
    },
  },
};
