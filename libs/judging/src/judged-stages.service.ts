import { Injectable } from '@nestjs/common';
import { Editions, Rulebooks, sheetFor, sheetsOfStage, type NamedSheet, type PanelRules, type Rulebook, type RulebookInForce, type SheetFacts, type Words } from '#libs/contests';
import { Refusal } from '#libs/platform';
import type { ScreenRules } from '#libs/scoring';
import { conflictRulesOf, type ConflictRules } from './core/conflict-rules.js';

/** A stage that panels judge, as the edition's rulebook describes it. */
export interface JudgedStage {
  editionId: string;
  key: string;
  label: Words;
  versionId: string;
  rulebook: Rulebook;
  panel: PanelRules;
  /** Every sheet of the stage, in the order of the rules. */
  sheets: NamedSheet[];
  /** @throws Refusal SHEET_NONE for an entry that the rules name no sheet for */
  sheetOf(entry: SheetFacts): NamedSheet;
  screens: ScreenRules;
  conflicts: ConflictRules;
  /** The first stage judges everything eligible, a later one the finalists. */
  first: boolean;
  last: boolean;
}

/** Of an entry `e`, what decides on its sheet. */
export const SHEET_FACTS = 'e.type, e.group_key AS "groupKey", e.class_key AS "classKey", e.discipline';

@Injectable()
export class JudgedStages {
  constructor(private readonly rulebooks: Rulebooks, private readonly editions: Editions) {}

  /** @throws Refusal NOT_FOUND where the rulebook has no panel for the stage */
  async of(editionId: string, key: string): Promise<JudgedStage> {
    return judgedStage(editionId, key, await this.rulebooks.of(editionId));
  }

  /** The stage, and a check that it is open by the server's clock, in one question. */
  async withCalendar(editionId: string, key: string): Promise<{ stage: JudgedStage; requireOpen(): void }> {
    const { rules, requireOpen } = await this.editions.ruled(editionId, key);
    return { stage: judgedStage(editionId, key, rules), requireOpen };
  }
}

function judgedStage(editionId: string, key: string, { document, versionId }: RulebookInForce): JudgedStage {
  const panel = document.panels.find((one) => one.stage === key);
  const stage = document.scoring.stages.find((one) => one.key === key);
  if (!panel || !stage) throw new Refusal('missing', 'NOT_FOUND');
  return {
    editionId,
    key,
    label: stage.label,
    versionId,
    rulebook: document,
    panel,
    sheets: sheetsOfStage(document, key),
    sheetOf: (entry) => {
      const sheet = sheetFor(document, key, entry);
      if (!sheet) throw new Refusal('conflict', 'SHEET_NONE');
      return sheet;
    },
    screens: stage.kind === 'sheets' ? (stage.screens ?? {}) : {},
    conflicts: conflictRulesOf(panel),
    first: document.panels[0]?.stage === key,
    last: document.panels.at(-1)?.stage === key,
  };
}
