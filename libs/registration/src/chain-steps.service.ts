import { Injectable } from '@nestjs/common';
import { Editions, Rulebooks, type Level } from '#libs/contests';
import { currentContext, Database, Refusal, type Problem } from '#libs/platform';
import { inChina } from './core/contest-time.js';
import type { NeededFor } from './core/entry-facts.js';
import type { EntryAction } from './core/entry-state.js';
import { isBelow, levelInTurn, needsReason, stepAt, type ChainAction } from './core/recommendation-chain.js';
import { EntryChecks, worded } from './entry-checks.service.js';
import { Hints } from './hints.service.js';
import { EntryFreezing } from './entry-freezing.service.js';
import { EntryMoves, type MovedEntry } from './entry-moves.service.js';
import { EntryNotices } from './entry-notices.service.js';
import { EntryPlaces } from './entry-places.service.js';
import type { ReachedEntry } from './entry-reach.service.js';

export interface StepDetails {
  action: ChainAction;
  reason?: string;
  /** Until when a returned entry can be put right. */
  fixBy?: string;
  checked?: string[];
  /** Ids whose places are held for them already (substitutes who were called). */
  placesHeld?: string[];
}

/** Where a step would lead, or the refusal that stands in its way. */
export type Standpoint = { level: Level; step: EntryAction } | { refusal: Refusal };

/** What the calendar said about a level: its refusal, or null where it runs. */
export type AskedStages = Map<string, Refusal | null>;

const NOTICES: Partial<Record<ChainAction, string>> = {
  approve: 'entryApproved', recommend: 'entryRecommended', return: 'entryReturned', decline: 'entryNotRecommended', declareEligible: 'entryEligible', declareIneligible: 'entryIneligible',
};

/** One step of the chain for any number of entries: what it needs and what it does. */
@Injectable()
export class ChainSteps {
  constructor(
    private readonly database: Database,
    private readonly editions: Editions,
    private readonly rulebooks: Rulebooks,
    private readonly checks: EntryChecks,
    private readonly hints: Hints,
    private readonly moves: EntryMoves,
    private readonly places: EntryPlaces,
    private readonly freezing: EntryFreezing,
    private readonly notices: EntryNotices,
  ) {}

  /**
   * Whether the caller (whose levels stand on the entry) may take the step now. Places are looked at when they are taken. `asked` remembers
   * the answers about the calendar while many entries are looked at.
   */
  async standpoint(entry: ReachedEntry, details: StepDetails, asked: AskedStages = new Map()): Promise<Standpoint> {
    const level = levelInTurn(entry.state);
    const step = level && stepAt(level, details.action);
    if (!level || !step) return { refusal: new Refusal('conflict', 'STEP_NOT_POSSIBLE', { state: entry.state }) };
    if (!entry.levels.includes(level)) return { refusal: new Refusal('forbidden', 'NOT_YOUR_TURN', { level }) };
    const turn = await this.turn(entry, level, asked);
    if (turn) return { refusal: turn };
    const open = await this.openPoints(entry.editionId, level, details);
    if (open.length > 0) return { refusal: new Refusal('unprocessable', 'CHECKLIST_OPEN', { points: open.join(', ') }) };
    try {
      if (details.action === 'approve') await this.requireComplete(entry, ['submit', 'school']);
      if (details.action === 'recommend' && level === 'county') await this.requireStampedForm(entry);
      if (details.action === 'declareEligible') await this.requireOwnDocuments(entry);
      if (details.action === 'return') await this.fixBy(entry, level, details.fixBy);
      if (goesOn(details.action)) await this.requireHintsSettled(entry, level);
    } catch (error) {
      if (error instanceof Refusal) return { refusal: error };
      throw error;
    }
    return { level, step };
  }

  /** Points of the level's check list that must be ticked before an entry goes on, and are not. */
  private async openPoints(editionId: string, level: Level, details: StepDetails): Promise<string[]> {
    if (!goesOn(details.action)) return [];
    const { document } = await this.rulebooks.of(editionId);
    const points = document.chain.find((step) => step.level === level)?.checklist ?? [];
    return points.filter((point) => point.required && !(details.checked ?? []).includes(point.key)).map((point) => point.label[currentContext().language]);
  }

  /** What the step needs besides: a reason in words, a known check list. */
  async detailProblems(editionId: string, details: StepDetails): Promise<Problem[]> {
    const { document } = await this.rulebooks.of(editionId);
    const known = new Set(document.chain.flatMap((step) => step.checklist.map((point) => point.key)));
    return [
      ...(needsReason(details.action) && (details.reason ?? '').trim().length < 2 ? [{ code: 'REASON_NEEDED', path: 'reason' }] : []),
      ...(details.checked ?? []).flatMap((key, index) => (known.has(key) ? [] : [{ code: 'CHECKLIST_UNKNOWN', path: `checked[${index}]`, params: { key } }])),
    ];
  }

  /**
   * Takes the step for entries that all stand at `level`. Effects by step: a recommendation takes a place of the unit (QUOTA_EXCEEDED refuses
   * all); the prefecture's freezes the content and hands out authorisation numbers; a return gives every place back, thaws the content
   * and lets the levels below act again; makers are told.
   */
  async take(entries: ReachedEntry[], level: Level, step: EntryAction, details: StepDetails): Promise<MovedEntry[]> {
    const ids = entries.map((entry) => entry.id);
    const fixBy = step === 'return' && entries[0] ? await this.fixBy(entries[0], level, details.fixBy) : null;
    const counted = details.placesHeld ?? (step === 'recommendCounty' ? await this.places.take(entries, 'county') : step === 'recommendPrefecture' ? await this.places.take(entries, 'prefecture') : []);
    if (step === 'recommendPrefecture') await this.freezing.freeze(entries);
    if (step === 'return') await this.places.release(entries);
    const moved = await this.moves.move(ids, { action: step, level, reason: details.reason, fixBy, checked: details.checked });
    if (moved.length !== entries.length) throw new Refusal('conflict', 'CHANGED_MEANWHILE');
    if (level === 'county' || level === 'prefecture') await this.places.hold(counted, level);
    if (step === 'recommendPrefecture') await this.numberAuthorised(entries);
    if (step === 'return') await this.noteReturn(ids, level, details.reason ?? '', fixBy);
    else await this.endReturn(ids, level);
    await this.tell(entries, moved, details, fixBy);
    return moved;
  }

  private async turn(entry: ReachedEntry, level: Level, asked: AskedStages): Promise<Refusal | null> {
    const key = `${entry.editionId} ${level} ${entry.returnedBy ?? ''}`;
    const known = asked.get(key);
    if (known !== undefined) return known;
    const answer = await this.requireTurn(entry, level).then(
      () => null,
      (error: unknown) => {
        if (error instanceof Refusal) return error;
        throw error;
      },
    );
    asked.set(key, answer);
    return answer;
  }

  private async requireTurn(entry: ReachedEntry, level: Level): Promise<void> {
    const { document } = await this.rulebooks.of(entry.editionId);
    const stageOf = (one: Level): string => document.chain.find((step) => step.level === one)?.stage ?? one;
    const extended = entry.returnedBy && isBelow(level, entry.returnedBy) ? (await this.editions.stageWindow(entry.editionId, stageOf(entry.returnedBy))).closesAt : null;
    await this.editions.requireOpen(entry.editionId, stageOf(level), extended);
  }

  private async requireComplete(entry: ReachedEntry, steps: readonly NeededFor[]): Promise<void> {
    const problems = (await this.checks.problems(entry)).filter((problem) => steps.includes(problem.neededFor)).map(worded);
    if (problems.length > 0) throw new Refusal('unprocessable', 'ENTRY_INCOMPLETE', { count: problems.length }, problems);
  }

  /** From the county on, the stamped form must be the print of the present content, where the rulebook asks for it. */
  private async requireStampedForm(entry: ReachedEntry): Promise<void> {
    const [problem] = await this.checks.stampedPrints(entry);
    if (problem) throw new Refusal('unprocessable', problem.code, worded(problem).params, [worded(problem)]);
  }

  /** Nobody takes part under a document that is somebody else's on record: the province lets both be put right first. */
  private async requireOwnDocuments(entry: ReachedEntry): Promise<void> {
    if (await this.checks.contested(entry)) throw new Refusal('conflict', 'DOCUMENT_UNSETTLED');
  }

  /** Nothing goes on with a hint that was found to be true; where the level's rules want it, nor with one nobody has decided about. */
  private async requireHintsSettled(entry: ReachedEntry, level: Level): Promise<void> {
    const [upheld] = await this.hints.upheld(entry);
    if (upheld) throw new Refusal('conflict', 'HINT_UPHELD', { hint: worded(upheld).message });
    const { document } = await this.rulebooks.of(entry.editionId);
    if (!document.chain.find((step) => step.level === level)?.hintsDecided) return;
    const open = await this.hints.undecided(entry, level);
    if (open[0]) throw new Refusal('conflict', 'HINTS_OPEN', { count: open.length, hint: worded(open[0]).message });
  }

  /** A fix-by time lies ahead and not behind the end of the level that returns; without one it is that end. */
  private async fixBy(entry: ReachedEntry, level: Level, wanted: string | undefined): Promise<Date> {
    const { document } = await this.rulebooks.of(entry.editionId);
    const window = await this.editions.stageWindow(entry.editionId, document.chain.find((step) => step.level === level)?.stage ?? level);
    const fixBy = wanted === undefined ? window.closesAt : new Date(wanted);
    if (fixBy <= window.now || fixBy > window.closesAt) throw new Refusal('unprocessable', 'FIX_BY_RANGE', { closesAt: window.closesAt.toISOString() }, [{ code: 'FIX_BY_RANGE', path: 'fixBy' }]);
    return fixBy;
  }

  /** One number for each place of the prefecture: edition, division code, serial. The unit is locked first, in a statement of its own: one snapshot with the numbers would not see those given while it waited. */
  private async numberAuthorised(entries: ReachedEntry[]): Promise<void> {
    const byPrefecture = new Map<string, ReachedEntry[]>();
    for (const entry of entries) byPrefecture.set(entry.prefectureId, [...(byPrefecture.get(entry.prefectureId) ?? []), entry]);
    for (const [prefectureId, group] of byPrefecture) {
      const facts = await this.editions.facts((group[0] as ReachedEntry).editionId);
      await this.database.query('SELECT 1 FROM org_unit WHERE id = $1 FOR NO KEY UPDATE', [prefectureId]);
      await this.database.query(
        `WITH unit AS (SELECT left(COALESCE(code, ''), 4) AS code FROM org_unit WHERE id = $2),
              given AS (SELECT COALESCE(max(split_part(authorisation_no, '-', 3)::int), 0) AS last FROM entry WHERE edition_id = $3 AND prefecture_id = $2 AND authorisation_no IS NOT NULL),
              numbered AS (SELECT e.id, row_number() OVER (ORDER BY e.entry_no, e.id) AS place FROM entry e WHERE e.id = ANY ($1::uuid[]) AND e.authorisation_no IS NULL)
         UPDATE entry e SET authorisation_no = $4 || '-' || unit.code || '-' || lpad((given.last + numbered.place)::text, 4, '0')
         FROM unit, given, numbered WHERE e.id = numbered.id`,
        [group.map((entry) => entry.id), prefectureId, facts.id, `${facts.number}${facts.contestCode}`],
      );
    }
  }

  private async noteReturn(ids: string[], level: Level, reason: string, fixBy: Date | null): Promise<void> {
    await this.database.query(
      `UPDATE entry SET return_reason = $2, fix_by = $3, returned_by = $4, content_sha256 = NULL, frozen_content = NULL WHERE id = ANY ($1::uuid[])`,
      [ids, reason, fixBy, level],
    );
  }

  /** Once an entry has passed again where it was sent back, the extension ends. */
  private async endReturn(ids: string[], level: Level): Promise<void> {
    await this.database.query(`UPDATE entry SET returned_by = NULL, fix_by = NULL WHERE id = ANY ($1::uuid[]) AND returned_by = $2`, [ids, level]);
  }

  private async tell(entries: ReachedEntry[], moved: MovedEntry[], details: StepDetails, fixBy: Date | null): Promise<void> {
    const template = NOTICES[details.action];
    if (!template) return;
    const versions = new Map(moved.map((one) => [one.id, one.version]));
    const params: Record<string, string> = { reason: details.reason ?? '', ...(fixBy ? { fixBy: inChina(fixBy) } : {}) };
    for (const entry of entries) await this.notices.tellMakers(entry, template, String(versions.get(entry.id)), params);
  }
}

/** Steps upwards, as against those back or out. */
const goesOn = (action: ChainAction): boolean => action === 'approve' || action === 'recommend' || action === 'declareEligible';
