import type { AssignmentPlan, EntryJudgePair, InfeasibilityProof, PairLimit } from '#libs/planning';
import type { PanelMix } from './core/panel-mix.js';
import { EXPERT, type PanelProblem } from './panel-problem.queries.js';

/** Figures of a panel's plan, as the run keeps them. */
export interface PanelFigures extends PanelMix {
  panelId: string;
  panel: string;
  entries: number;
  judges: number;
  pairs: number;
  kept: number;
  added: number;
  removed: number;
  minLoad: number;
  maxLoad: number;
  parts: number;
  /** Reviews by somebody of the field, in percent. */
  expertPercent: number;
  worstEntry: { code: string; expertise: number } | null;
  optimal: boolean;
  /** The plan was drawn, and no pair was likelier than this, in percent. */
  chance: number | null;
  loads: { judge: string; load: number; max: number }[];
  /** Codes that get more readers, and how many; codes in the grey zone that got none. */
  raised: { code: string; extra: number }[];
  leftOut: string[];
}

/** Why a panel has no plan: a proof, a limit of chance that cannot be kept, or that the time did not suffice to decide. */
export type PanelObstacle = { proof: InfeasibilityProof } | { least: PairLimit } | { undecided: true };

/** Codes by panel whose reviews ended. */
export type Vacated = Record<string, string[]>;

export interface RunReport {
  jobId?: string;
  panels?: PanelFigures[];
  blocking?: ({ panel: string } & PanelObstacle)[];
  /** Reviews that ended when the run began, because of conflicts: what it fills, or others must if it does not come to its end. */
  vacated?: Vacated;
  /** What a refill found, by code and judge. */
  filled?: { code: string; judge: string }[];
}

/** What a preview keeps of a panel, to be put into force later and to be explained. */
export interface KeptPlan {
  panelId: string;
  /** Of everything the plan was made from. */
  digest: string;
  plan: AssignmentPlan;
  added: EntryJudgePair[];
  removed: EntryJudgePair[];
  raised: { entry: string; extra: number }[];
}

export interface Planned {
  kept: KeptPlan;
  figures: PanelFigures;
}

export interface PlanChanges {
  added: EntryJudgePair[];
  removed: EntryJudgePair[];
  raised: { entry: string; extra: number }[];
  leftOut: string[];
  kept: number;
  chance: number | null;
}

/** A panel's plan with its figures. */
export function plannedPanel({ problem: asked, panelId, panel, codes, mix }: PanelProblem, digest: string, plan: AssignmentPlan, { added, removed, raised, leftOut, kept, chance }: PlanChanges): Planned {
  const code = (id: string): string => codes.get(id) ?? '';
  const most = new Map(asked.judges.map(({ id, max }) => [id, max]));
  const loads = plan.loads.map(({ judge, load }) => ({ judge, load, max: most.get(judge) ?? load }));
  const experts = plan.pairs.filter(({ score }) => score >= EXPERT).length;
  return {
    kept: { panelId, digest, plan, added, removed, raised },
    figures: {
      panelId, panel, entries: asked.entries.length, judges: asked.judges.length, pairs: plan.pairs.length, kept, added: added.length, removed: removed.length,
      minLoad: loads.length === 0 ? 0 : Math.min(...loads.map(({ load }) => load)), maxLoad: loads.length === 0 ? 0 : Math.max(...loads.map(({ load }) => load)),
      parts: plan.connectedness.components, expertPercent: plan.pairs.length === 0 ? 0 : Math.round((100 * experts) / plan.pairs.length),
      worstEntry: plan.worstEntry && { code: code(plan.worstEntry.entry), expertise: plan.worstEntry.expertise }, optimal: chance === null && plan.optimal, chance,
      ...mix(plan.pairs), loads, raised: raised.map(({ entry, extra }) => ({ code: code(entry), extra })), leftOut: leftOut.map(code),
    },
  };
}
