import type { CorrectionDiagnostics } from './correction-diagnostics.js';
import type { CriterionFigures } from './criteria-figures.js';
import type { GroupReliability } from './reliability.js';

/** What a report keeps: figures by group, entries called by their codes and judges by their names. */
export interface StoredReliability {
  /** Name of the correction that counts by the rulebook; null: the raw scores count. */
  correction: string | null;
  /** `diagnostics` and `criteria` are missing in reports of earlier versions. */
  groups: (GroupReliability & { key: string; label: string; diagnostics?: CorrectionDiagnostics; criteria?: (CriterionFigures & { label: string })[] })[];
}
