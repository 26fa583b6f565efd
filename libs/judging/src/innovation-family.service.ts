import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Families, rankingGroup, Rulebooks, sheetAttributes, type ContestFamily, type SheetFacts } from '#libs/contests';
import { Database, Refusal } from '#libs/platform';
import type { JudgeRecord, ScoredEntry, ScoreInput, ScoreSheet, SheetValue } from '#libs/scoring';
import { stageScoring } from './core/stage-scoring.js';
import { SHEET_FACTS } from './judged-stages.service.js';
import { Locks } from './locks.service.js';

/** Units a cap on prizes or places may speak of; an input holds only those that its rules name. */
const UNITS = ['school', 'county', 'prefecture'] as const;

interface EntryRow extends SheetFacts, Record<(typeof UNITS)[number], string | null> {
  id: string;
  state: string;
}

interface SheetRow {
  entry: string;
  stage: string;
  judge: string;
  state: string;
  sheetState: string;
  panelLocked: boolean;
  withdrawn: boolean;
  version: number;
  values: Record<string, SheetValue>;
}

const STATUS: Record<string, ScoredEntry['status']> = { absent: 'absent', disqualified: 'disqualified', withdrawn: 'withdrawn' };

/** Innovation's answer to `results`: what a stage's result depends on, from the stored sheets. */
@Injectable()
export class InnovationFamily implements ContestFamily, OnModuleInit {
  readonly key = 'innovation';

  constructor(
    private readonly database: Database,
    private readonly families: Families,
    private readonly rulebooks: Rulebooks,
    private readonly locks: Locks,
  ) {}

  onModuleInit(): void {
    this.families.register(this);
  }

  /**
   * Entries with a code in the stage, and the sheets of this stage and those before it, last version of each. A recused pair
   * is a recusal (R6), a judge who left is withdrawn for all entries of the panel (R7); both are void before anything is
   * averaged. Sheets of panels that are not locked are drafts. In canonical order, so that the same facts give the same input.
   */
  async scoreInput(editionId: string, stageKey: string): Promise<ScoreInput> {
    const rulebook = await this.rulebooks.of(editionId);
    const rules = stageScoring(rulebook.document.scoring, stageKey);
    const stages = rules.stages.map((stage) => stage.key);
    if (!stages.includes(stageKey)) throw new Refusal('missing', 'NOT_FOUND');
    const entries = await this.database.query<EntryRow>(
      `SELECT e.id, ${SHEET_FACTS}, e.state, e.school_id AS school, e.county_id AS county, e.prefecture_id AS prefecture FROM entry_code c JOIN entry e ON e.id = c.entry_id
       WHERE c.edition_id = $1 AND c.stage_key = $2 ORDER BY e.id`,
      [editionId, stageKey],
    );
    const capped = new Set([...(rules.awards ?? []), ...(rules.selections ?? [])].flatMap(({ caps }) => (caps ?? []).map(({ attribute }) => attribute)));
    const units = UNITS.filter((unit) => capped.has(unit));
    const rows = await this.sheets(editionId, stageKey, stages);
    const given = await this.givenScores(editionId, rules.stages.flatMap((stage) => (stage.kind === 'given' ? [{ key: stage.key, attribute: stage.attribute }] : [])));
    const recused = rows.filter((row) => row.state === 'recused');
    const left = leavers(rows);
    return {
      rules,
      rulebookVersion: rulebook.versionId,
      entries: entries.map((entry) => ({
        id: entry.id,
        group: rankingGroup(rulebook.document, entry),
        status: STATUS[entry.state] ?? 'active',
        attributes: { ...sheetAttributes(entry), ...Object.fromEntries(units.map((unit) => [unit, entry[unit]])), ...given.get(entry.id) },
      })),
      sheets: rows.map((row) => sheetOf(row, left)),
      judges: judgesOf(rows, left),
      ...(recused.length > 0 ? { recusals: recused.map(({ judge, entry, stage }) => ({ judge, entry, stage })) } : {}),
    };
  }

  async reopenStage(editionId: string, stageKey: string, reason: string): Promise<void> {
    await this.database.transaction(() => this.locks.takeBack(editionId, stageKey, reason));
  }

  /** The newest given scores by entry, under the attributes that the rules read them from. */
  private async givenScores(editionId: string, stages: readonly { key: string; attribute: string }[]): Promise<Map<string, Record<string, number>>> {
    const found = new Map<string, Record<string, number>>();
    if (stages.length === 0) return found;
    const rows = await this.database.query<{ entryId: string; stageKey: string; score: string }>(
      `SELECT DISTINCT ON (stage_key, entry_id) entry_id AS "entryId", stage_key AS "stageKey", score::text AS score FROM given_score
       WHERE edition_id = $1 AND stage_key = ANY($2) ORDER BY stage_key, entry_id, version DESC`,
      [editionId, stages.map((stage) => stage.key)],
    );
    for (const row of rows) {
      const attribute = stages.find((stage) => stage.key === row.stageKey)?.attribute ?? row.stageKey;
      found.set(row.entryId, { ...found.get(row.entryId), [attribute]: Number(row.score) });
    }
    return found;
  }

  /** Sheets with something written on them; of a judge who had an entry twice only the last assignment. */
  private sheets(editionId: string, stageKey: string, stages: string[]): Promise<SheetRow[]> {
    return this.database.query<SheetRow>(
      `SELECT DISTINCT ON (c.stage_key, c.entry_id, a.judge_id) c.entry_id AS entry, c.stage_key AS stage, a.judge_id AS judge, a.state, a.sheet_state AS "sheetState",
         p.state = 'locked' AS "panelLocked", s.state = 'withdrawn' AS withdrawn, a.sheet_version AS version, v.values
       FROM entry_code c JOIN entry_code here ON here.entry_id = c.entry_id AND here.edition_id = $1 AND here.stage_key = $2
       JOIN panel p ON p.id = c.panel_id JOIN assignment a ON a.code_id = c.id JOIN panel_judge s ON s.panel_id = a.panel_id AND s.judge_id = a.judge_id
       JOIN score_sheet v ON v.assignment_id = a.id AND v.version = a.sheet_version
       WHERE c.edition_id = $1 AND c.stage_key = ANY($3)
       ORDER BY c.stage_key, c.entry_id, a.judge_id, a.state = 'assigned' DESC, a.created_at DESC, a.id`,
      [editionId, stageKey, stages],
    );
  }
}

const atStage = ({ judge, stage }: { judge: string; stage: string }): string => `${judge} ${stage}`;

/** Judges who have left every panel of a stage in which they wrote something. */
function leavers(rows: SheetRow[]): ReadonlySet<string> {
  const staying = new Set(rows.filter((row) => !row.withdrawn).map(atStage));
  return new Set(rows.map(atStage).filter((key) => !staying.has(key)));
}

/** The engine itself voids what a recused pair or a leaver wrote, and says so; a judge who left one panel of several is voided here. */
function sheetOf(row: SheetRow, left: ReadonlySet<string>): ScoreSheet {
  const handedIn = row.sheetState === 'submitted' && (row.panelLocked || row.state !== 'assigned');
  const setAside = row.state === 'declined' || row.state === 'removed' || ((row.withdrawn || row.state === 'withdrawn') && !left.has(atStage(row)));
  const state: ScoreSheet['state'] = !handedIn ? 'draft' : setAside ? 'void' : 'final';
  return { entry: row.entry, stage: row.stage, judge: row.judge, values: row.values, state };
}

function judgesOf(rows: SheetRow[], left: ReadonlySet<string>): JudgeRecord[] {
  const ids = [...new Set(rows.map((row) => row.judge))].sort();
  return ids.flatMap((id) => {
    const stages = [...new Set(rows.filter((row) => row.judge === id && left.has(atStage(row))).map((row) => row.stage))].sort();
    return stages.length === 0 ? [{ id }] : stages.map((stage) => ({ id, state: 'withdrawn' as const, stage }));
  });
}
