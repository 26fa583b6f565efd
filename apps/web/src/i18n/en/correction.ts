export default {
  title: 'Correction of scores', link: 'Correction: raw and corrected side by side', asked: 'Every entry’s raw and corrected score side by side, with the judges’ scales the correction rests on. To be looked at by the jury and its secretariat; no score is changed here.',
  notYet: 'To be seen once every panel is locked', none: 'No report yet', noneHow: 'It is made by itself once every panel is locked.', madeAt: 'From the reliability report of {at}',
  rawCounts: 'The raw scores count: the rulebook names no correction. The model’s scores below are for information and move no rank.', correctedCounts: 'The corrected scores count ({method}); the rulebook said so before judging began.',
  method: { shift: 'shift', zscore: 'z-scores', robust: 'robust z-scores', additive: 'additive model', mixed: 'mixed model' },
  limits: 'What limits the correction', interval: '{low} to {high}',
  fact: { entry: 'Difference from entries', judge: 'From judges’ scales', rest: 'The rest', reliability: 'Reliability', parts: 'Connected parts', connected: 'all judges can be compared', apart: 'no comparison across parts' },
  judges: { heading: 'Scales of the judges', title: '{group}: scales of the judges', chart: 'How far above or below the others, in points', judge: 'Judge', entries: 'Sheets', mean: 'Mean', effect: 'Above or below (points)', effectInterval: '95 % interval', spread: 'Standard deviation', spreadInterval: '95 % interval', flags: 'Remark' },
  entries: { heading: 'Raw and corrected', title: '{group}: raw and corrected', code: 'Code', rank: 'Rank', raw: 'Raw', counted: 'Corrected (counts)', model: 'Model (for information)', change: 'Difference', rawPlace: 'By raw score', correctedPlace: 'By corrected score', moved: 'Moved', same: 'same', up: 'up {places}', down: 'down {places}' },
};
