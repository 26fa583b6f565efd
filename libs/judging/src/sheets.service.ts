import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { SheetFacts } from '#libs/contests';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, currentContext, Database, Gathered, Refusal, sqlState, text, violatedConstraint, type Problem } from '#libs/platform';
import { checkSheet, hashOf, problemText, type CheckedSheet, type Problem as SheetProblem } from '#libs/scoring';
import { Questions } from './questions.service.js';
import { looksLikeName } from './core/comment-signs.js';
import type { SheetReceipt, SheetSave, SheetWarning } from './dto/desk.dto.js';
import { COMMENT_PARTS } from './core/comment-states.js';
import { INSERT_VERSION, storeDrafts, type WeighedDraft } from './drafts-at-once.js';
import { JudgedStages, SHEET_FACTS } from './judged-stages.service.js';

interface HeldSheet extends SheetFacts {
  id: string;
  state: string;
  sheetVersion: number;
  sheetState: 'blank' | 'draft' | 'submitted' | 'reopened';
  panelState: string;
  editionId: string;
  stageKey: string;
}

/** With what was stored under the save's key before. */
interface WeighedSheet extends HeldSheet {
  earlier: (Omit<StoredVersion, 'savedAt'> & { savedAt: string }) | null;
}

interface OwnAsked {
  id: string;
  accountId: string;
  clientKey: string;
}

interface StoredVersion {
  receiptId: string;
  assignmentId: string;
  clientKey: string;
  version: number;
  state: SheetReceipt['state'];
  total: string | null;
  sha256: string;
  savedAt: Date;
}

type SheetContent = Pick<StoredVersion, 'state' | 'total'> & {
  values: Record<string, unknown>;
  privateNote: string;
  juryComment: string;
  participantComment: string;
  clientKey: string;
  reason: string | null;
  seconds: number | null;
};

const RECEIPT = `id AS "receiptId", assignment_id AS "assignmentId", client_key AS "clientKey", version, state, total, sha256, saved_at AS "savedAt"`;
const SHEET = `a.id, a.state, a.sheet_version AS "sheetVersion", a.sheet_state AS "sheetState", p.state AS "panelState", p.edition_id AS "editionId", p.stage_key AS "stageKey", ${SHEET_FACTS}`;
const OF_SHEET = 'JOIN panel p ON p.id = a.panel_id JOIN entry_code c ON c.id = a.code_id JOIN entry e ON e.id = c.entry_id';
/** A draft may have holes; everything else must be right at once. */
const OPEN_IN_DRAFT = new Set(['ITEM_MISSING', 'RESTRICTION']);
const REFUSED_BY: Record<string, string> = { score_sheet_locked: 'PANEL_LOCKED', score_sheet_ended: 'ASSIGNMENT_ENDED', score_sheet_training: 'TRAINING_OPEN' };

/** The judge's score sheet: every save a version, every version with a receipt, none ever changed. */
@Injectable()
export class Sheets {
  private readonly own = new Gathered<OwnAsked, WeighedSheet | undefined>((asked) => this.ownSheets(asked));
  private readonly drafts = new Gathered<WeighedDraft, Promise<StoredVersion | undefined>>((drafts) => this.storeAll(drafts));

  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly stages: JudgedStages,
    private readonly questions: Questions,
  ) {}

  /** Keeps what was typed so far. Arriving twice under one key it is one save; from an older screen it is refused. */
  save(actor: Actor, id: string, input: SheetSave): Promise<SheetReceipt> {
    return this.write(actor, id, input, 'draft');
  }

  /** Hands the sheet in: it must be complete and keep the rules of the sheet. From here on only the secretariat reopens it. */
  submit(actor: Actor, id: string, input: SheetSave): Promise<SheetReceipt> {
    return this.write(actor, id, input, 'submitted');
  }

  async receipts(actor: Actor, id: string): Promise<SheetReceipt[]> {
    const own = await this.database.first('SELECT 1 FROM assignment a JOIN judge j ON j.id = a.judge_id WHERE a.id = $1 AND j.account_id = $2', [id, actor.accountId]);
    if (!own) throw new Refusal('missing', 'NOT_FOUND');
    const rows = await this.database.query<StoredVersion>(`SELECT ${RECEIPT} FROM score_sheet WHERE assignment_id = $1 ORDER BY version`, [id]);
    return rows.map((row) => receiptOf(row, []));
  }

  /** The secretariat lets a judge change a sheet that was handed in; the version before stays as evidence. */
  async reopen(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const sheet = await this.hold(id);
      this.access.sees(actor, 'judging.manage', { editionId: sheet.editionId });
      this.requireOpen(sheet);
      if (sheet.sheetState !== 'submitted') throw new Refusal('conflict', 'SHEET_NOT_SUBMITTED');
      const last = await this.database.first<SheetContent>(
        `SELECT values, total, private_note AS "privateNote", jury_comment AS "juryComment", participant_comment AS "participantComment", seconds FROM score_sheet
         WHERE assignment_id = $1 AND version = $2`,
        [id, sheet.sheetVersion],
      );
      if (!last) throw new Refusal('missing', 'NOT_FOUND');
      await this.addVersion(actor, sheet, { ...last, state: 'reopened', clientKey: `reopen:${sheet.sheetVersion}`, reason });
      await this.audit.record({ action: 'judging.sheetReopened', subject: { type: 'assignment', id }, before: { version: sheet.sheetVersion, total: last.total }, reason });
    });
  }

  private async write(actor: Actor, id: string, input: SheetSave, state: 'draft' | 'submitted'): Promise<SheetReceipt> {
    const atOnce = state === 'draft' ? await this.saveAtOnce(actor, id, input) : undefined;
    return atOnce ?? this.database.transaction(async () => {
      const sheet = await this.holdOwn({ id, accountId: actor.accountId, clientKey: input.clientKey });
      const { content, warnings, received } = await this.weigh(actor, sheet, input, state);
      if (received) return received;
      const stored = await this.addVersion(actor, sheet, content);
      if (state === 'submitted') await this.questions.askAboutDivergence(id);
      return receiptOf(stored, warnings);
    });
  }

  /**
   * The common save: nobody else writes on the sheet meanwhile. Nothing is held while it is weighed; the one statement that stores it does so only on the very version and
   * state it was weighed on. Undefined when something came in between: then it is done again, held.
   */
  private async saveAtOnce(actor: Actor, id: string, input: SheetSave): Promise<SheetReceipt | undefined> {
    if (this.database.inTransaction) return undefined;
    const sheet = await this.own.of({ id, accountId: actor.accountId, clientKey: input.clientKey });
    if (!sheet) throw new Refusal('missing', 'NOT_FOUND');
    const { content, warnings, received } = await this.weigh(actor, sheet, input, 'draft');
    if (received) return received;
    const stored = await this.drafts.of({ version: this.versionOf(actor, sheet, content), headState: headAfter(sheet, content), fromVersion: sheet.sheetVersion, fromState: sheet.sheetState });
    return stored && receiptOf(stored, warnings);
  }

  /** Many at once; where the database refuses one of them, each by itself, so that it stands in nobody else's way. */
  private async storeAll(drafts: WeighedDraft[]): Promise<Promise<StoredVersion | undefined>[]> {
    if (drafts.length === 1) return drafts.map((draft) => this.storeOne(draft));
    const rows = await storeDrafts<StoredVersion>(this.database, drafts, RECEIPT).catch(() => undefined);
    if (!rows) return drafts.map((draft) => this.storeOne(draft));
    const stored = new Map(rows.map((row) => [`${row.assignmentId} ${row.clientKey}`, row]));
    return drafts.map(({ version }) => Promise.resolve(stored.get(`${String(version[0])} ${String(version[8])}`)));
  }

  private async storeOne(draft: WeighedDraft): Promise<StoredVersion | undefined> {
    const [stored] = await storeDrafts<StoredVersion>(this.database, [draft], RECEIPT).catch((error: unknown) => {
      // The same save sent twice at once: the other one has stored it.
      if (violatedConstraint(error)?.startsWith('score_sheet_') && sqlState(error) === '23505') return [];
      throw refusedBy(error);
    });
    return stored;
  }

  /** Everything a save must fulfil, and what it would store; `received` when this very save was stored before. */
  private async weigh(actor: Actor, sheet: WeighedSheet, input: SheetSave, state: 'draft' | 'submitted'): Promise<{ content: SheetContent; warnings: SheetWarning[]; received?: SheetReceipt }> {
    const { stage, requireOpen } = await this.stages.withCalendar(sheet.editionId, sheet.stageKey);
    const checked = checkSheet(stage.sheetOf(sheet).rules, input.values);
    const content: SheetContent = {
      state, values: input.values, total: checked.total, clientKey: input.clientKey, reason: null,
      privateNote: input.privateNote ?? '', juryComment: input.juryComment ?? '', participantComment: input.participantComment ?? '', seconds: input.secondsSpent ?? null,
    };
    const warnings = [...(state === 'draft' ? checked.problems.map(warningOf) : []), ...namedIn(actor, content)];
    const { earlier } = sheet;
    if (earlier) {
      if (earlier.sha256 !== digestOf(sheet.id, earlier.version, content)) throw new Refusal('conflict', 'CLIENT_KEY_REUSED');
      return { content, warnings, received: receiptOf({ ...earlier, savedAt: new Date(earlier.savedAt) }, warnings) };
    }
    this.requireOpen(sheet);
    if (sheet.sheetState === 'submitted') throw new Refusal('conflict', 'SHEET_SUBMITTED', { version: sheet.sheetVersion });
    // A sheet the secretariat has reopened may be finished after the stage's end.
    if (sheet.sheetState !== 'reopened') requireOpen();
    if (sheet.sheetVersion !== input.baseVersion) throw new Refusal('conflict', 'SHEET_CHANGED', { version: sheet.sheetVersion });
    this.requireRight(checked, state);
    return { content, warnings };
  }

  /** The judge's own sheet with what was stored under the same key before. */
  private async ownSheets(asked: OwnAsked[]): Promise<(WeighedSheet | undefined)[]> {
    const rows = await this.database.often<WeighedSheet & { place: string }>(
      `SELECT ${SHEET}, (SELECT to_jsonb(x) FROM (SELECT ${RECEIPT} FROM score_sheet WHERE assignment_id = q.id AND client_key = q.key) x) AS earlier, q.place
       FROM unnest($1::uuid[], $2::uuid[], $3::text[]) WITH ORDINALITY AS q (id, account_id, key, place) JOIN judge j ON j.account_id = q.account_id
       JOIN assignment a ON a.id = q.id AND a.judge_id = j.id ${OF_SHEET}`,
      [asked.map((one) => one.id), asked.map((one) => one.accountId), asked.map((one) => one.clientKey)],
    );
    const found = new Map(rows.map(({ place, ...sheet }) => [Number(place), sheet]));
    return asked.map((_one, index) => found.get(index + 1));
  }

  /** As {@link ownSheets}; held: nobody else writes on it until the transaction ends. */
  private async holdOwn({ id, accountId, clientKey }: OwnAsked): Promise<WeighedSheet> {
    const found = await this.database.first<HeldSheet>(`SELECT ${SHEET} FROM assignment a JOIN judge j ON j.id = a.judge_id AND j.account_id = $2 ${OF_SHEET} WHERE a.id = $1 FOR UPDATE OF a`, [id, accountId]);
    if (!found) throw new Refusal('missing', 'NOT_FOUND');
    // Asked only now: while the sheet was waited for, the same save may have been stored.
    const before = await this.database.first<Pick<WeighedSheet, 'earlier'>>(
      `SELECT to_jsonb(x) AS earlier FROM (SELECT ${RECEIPT} FROM score_sheet WHERE assignment_id = $1 AND client_key = $2) x`, [id, clientKey],
    );
    return { ...found, earlier: before?.earlier ?? null };
  }

  private async hold(id: string): Promise<HeldSheet> {
    const found = await this.database.first<HeldSheet>(`SELECT ${SHEET} FROM assignment a ${OF_SHEET} WHERE a.id = $1 FOR UPDATE OF a`, [id]);
    if (!found) throw new Refusal('missing', 'NOT_FOUND');
    return found;
  }

  private requireOpen(sheet: HeldSheet): void {
    if (sheet.state !== 'assigned') throw new Refusal('conflict', 'ASSIGNMENT_ENDED');
    if (sheet.panelState !== 'open') throw new Refusal('conflict', 'PANEL_LOCKED');
  }

  /** @throws Refusal SHEET_INVALID with every fault of a sheet that is to count */
  requireComplete(checked: CheckedSheet): void {
    this.requireRight(checked, 'submitted');
  }

  /** Hands in what a judge wrote on paper, in the name of who verified it; the id of the stored version. The caller checks rights and values. */
  async handInFor(actor: Actor, id: string, values: Record<string, unknown>, clientKey: string): Promise<string> {
    const sheet = await this.hold(id);
    this.requireOpen(sheet);
    const { rules } = (await this.stages.of(sheet.editionId, sheet.stageKey)).sheetOf(sheet);
    const content: SheetContent = {
      state: 'submitted', values, total: checkSheet(rules, values).total, clientKey, reason: null, seconds: null, privateNote: '', juryComment: '', participantComment: '',
    };
    const stored = await this.addVersion(actor, sheet, content);
    await this.questions.askAboutDivergence(id);
    return stored.receiptId;
  }

  private requireRight(checked: CheckedSheet, state: 'draft' | 'submitted'): void {
    const wrong = state === 'draft' ? checked.problems.filter((problem) => !OPEN_IN_DRAFT.has(problem.code)) : checked.problems;
    if (wrong.length > 0) throw new Refusal('unprocessable', 'SHEET_INVALID', { count: wrong.length }, wrong.map(said));
  }

  private async addVersion(actor: Actor, sheet: HeldSheet, content: SheetContent): Promise<StoredVersion> {
    const stored = await this.database
      .first<StoredVersion>(
        `${INSERT_VERSION} RETURNING ${RECEIPT}`,
        this.versionOf(actor, sheet, content),
      )
      .catch((error: unknown) => {
        throw refusedBy(error);
      });
    if (!stored) throw new Refusal('missing', 'NOT_FOUND');
    await this.database.query('UPDATE assignment SET sheet_version = $2, sheet_state = $3, sheet_total = $4 WHERE id = $1', [sheet.id, stored.version, headAfter(sheet, content), content.total]);
    return stored;
  }

  /** The next version's row, in the order of the columns above. */
  private versionOf(actor: Actor, sheet: HeldSheet, content: SheetContent): unknown[] {
    const version = sheet.sheetVersion + 1;
    return [
      sheet.id, version, content.state, JSON.stringify(content.values), content.total, content.privateNote, content.juryComment, content.participantComment, content.clientKey,
      digestOf(sheet.id, version, content), actor.accountId, this.clock.now(), content.reason, content.seconds,
    ];
  }
}

/** A reopened sheet stays reopened through its drafts: that is what lets it be finished after the stage's end. */
const headAfter = (sheet: HeldSheet, content: SheetContent): string => (content.state === 'draft' && sheet.sheetState === 'reopened' ? 'reopened' : content.state);

/** What the database refuses, in our words. */
function refusedBy(error: unknown): unknown {
  const code = REFUSED_BY[violatedConstraint(error) ?? ''];
  return code ? new Refusal('conflict', code) : error;
}

/** The digest on the receipt: anybody who holds the sheet can work it out again. */
function digestOf(assignmentId: string, version: number, content: SheetContent): string {
  const { state, values, total, privateNote, juryComment, participantComment } = content;
  return hashOf({ assignmentId, version, state, values, total, privateNote, juryComment, participantComment });
}

const said = (problem: SheetProblem): Problem => ({ code: problem.code, path: problem.path, params: problem.params, message: problemText(problem, currentContext().language) });

const warningOf = (problem: SheetProblem): SheetWarning => ({ code: problem.code, path: problem.path, message: problemText(problem, currentContext().language) });

/** Comments that others will read and that look as if they named somebody. It depends on the words alone: who really takes part makes no difference. */
const namedIn = (actor: Actor, content: SheetContent): SheetWarning[] =>
  COMMENT_PARTS.filter((path) => looksLikeName(content[path], [actor.name])).map((path) => ({ code: 'COMMENT_NAMES_SOMEBODY', path, message: text('judging.commentNamesSomebody') }));

/** Always in one order: the same receipt is the same text. */
const receiptOf = ({ receiptId, assignmentId, clientKey, version, state, total, sha256, savedAt }: StoredVersion, warnings: SheetWarning[]): SheetReceipt =>
  ({ receiptId, assignmentId, clientKey, version, state, total, sha256, savedAt: savedAt.toISOString(), warnings });
