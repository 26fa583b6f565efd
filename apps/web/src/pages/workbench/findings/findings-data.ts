import type { Schemas } from '../../../api/client.js';
import type { Tone } from '../../../status/StateTag.js';

export type LeakRow = Schemas['LeakFindingRow'];
export type SimilarityRow = Schemas['SimilarityRow'];
export type SimilarityView = Schemas['SimilarityView'];
export type Summary = Schemas['FindingsSummary'];

export const LEAK_TONES: Record<string, Tone> = { open: 'needs', leak: 'bad', notLeak: 'good', gone: 'plain' };
export const SIMILARITY_TONES: Record<string, Tone> = { open: 'needs', concern: 'bad', cleared: 'good', gone: 'plain' };
export const SEVERITY_TONES: Record<string, Tone> = { high: 'bad', medium: 'needs', low: 'plain' };

/** Everything of the findings that the pages hold; asked again after an act. */
export const FINDING_KEYS = [['findings'], ['list', 'findings.leaks'], ['list', 'findings.similar']] as const;
