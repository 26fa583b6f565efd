import { Injectable } from '@nestjs/common';
import { Rulebooks, type PanelRules, type Rulebook, type Words } from '#libs/contests';
import { Refusal } from '#libs/platform';
import type { ScreenRules, SheetRules } from '#libs/scoring';
import { conflictRulesOf, type ConflictRules } from './core/conflict-rules.js';

/** A stage that panels judge, as the edition's rulebook describes it. */
export interface JudgedStage {
  editionId: string;
  key: string;
  label: Words;
  versionId: string;
  rulebook: Rulebook;
  panel: PanelRules;
  sheet: SheetRules;
  screens: ScreenRules;
  conflicts: ConflictRules;
  /** The first stage judges everything eligible, a later one the finalists. */
  first: boolean;
  last: boolean;
}

@Injectable()
export class JudgedStages {
  constructor(private readonly rulebooks: Rulebooks) {}

  /** @throws Refusal NOT_FOUND where the rulebook has no panel for the stage */
  async of(editionId: string, key: string): Promise<JudgedStage> {
    const { document, versionId } = await this.rulebooks.of(editionId);
    const panel = document.panels.find((one) => one.stage === key);
    const stage = document.scoring.stages.find((one) => one.key === key);
    const sheet = panel && document.scoring.sheets?.[panel.sheet];
    if (!panel || !stage || !sheet) throw new Refusal('missing', 'NOT_FOUND');
    return {
      editionId,
      key,
      label: stage.label,
      versionId,
      rulebook: document,
      panel,
      sheet,
      screens: stage.kind === 'sheets' ? (stage.screens ?? {}) : {},
      conflicts: conflictRulesOf(panel),
      first: document.panels[0]?.stage === key,
      last: document.panels.at(-1)?.stage === key,
    };
  }
}
