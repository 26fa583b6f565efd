import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, currentContext, Database, Refusal } from '#libs/platform';
import type { Discussion, DiscussionItem, DiscussionMessage, MessageInput, PanelTalk } from './dto/discussion.dto.js';
import { JudgedStages } from './judged-stages.service.js';
import { Panels } from './panels.service.js';

interface Seat {
  panelId: string;
  panel: string;
  editionId: string;
  editionName: string;
  stageKey: string;
  state: string;
  lead: boolean;
  judgeId: string;
}

interface StoredMessage extends Omit<DiscussionMessage, 'saidAt'> {
  codeId: string | null;
  saidAt: Date;
}

/** A judge's seats on panels. $1 account. */
const SEATS = `SELECT p.id AS "panelId", p.name AS panel, p.edition_id AS "editionId", edition.name AS "editionName", p.stage_key AS "stageKey", p.state, s.lead, s.judge_id AS "judgeId"
  FROM panel_judge s JOIN judge j ON j.id = s.judge_id AND j.account_id = $1 JOIN panel p ON p.id = s.panel_id JOIN edition ON edition.id = p.edition_id WHERE s.state = 'accepted'`;
/** Entries a judge may talk about: own live assignments, once the own sheet is in. $1 panel, $2 judge. */
const OWN_ENTRIES = `FROM assignment a JOIN entry_code c ON c.id = a.code_id JOIN entry e ON e.id = c.entry_id LEFT JOIN panel_order o ON o.panel_id = c.panel_id AND o.code_id = c.id
  WHERE a.panel_id = $1 AND a.judge_id = $2 AND a.state = 'assigned' AND a.sheet_state = 'submitted'`;

/** What a panel says about its entries, once the rulebook lets it: a judge sees the entries that are the judge's own, and nothing of the others. */
@Injectable()
export class Discussions {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly stages: JudgedStages,
    private readonly panels: Panels,
  ) {}

  /** Panels of the caller that may talk now. */
  async open(actor: Actor): Promise<PanelTalk[]> {
    const seats = await this.database.query<Seat>(`${SEATS} ORDER BY edition.created_at DESC, p.name`, [actor.accountId]);
    const talks: PanelTalk[] = [];
    for (const seat of seats) {
      const stage = await this.stages.of(seat.editionId, seat.stageKey);
      if (!mayTalk(stage.panel.discussion?.from, seat)) continue;
      const counted = await this.database.first<{ count: number }>(`SELECT count(*)::int AS count ${OWN_ENTRIES}`, [seat.panelId, seat.judgeId]);
      if (!counted?.count) continue;
      talks.push({ panelId: seat.panelId, panel: seat.panel, editionName: seat.editionName, stageLabel: stage.label[currentContext().language], entries: counted.count });
    }
    return talks;
  }

  async ofJudge(actor: Actor, panelId: string): Promise<Discussion> {
    const seat = await this.seat(actor, panelId);
    const items = await this.database.query<Omit<DiscussionItem, 'messages'>>(
      `SELECT c.id AS "codeId", c.code, e.title ${OWN_ENTRIES} ORDER BY o.position NULLS LAST, c.code`,
      [panelId, seat.judgeId],
    );
    const found = await this.discussion({ panelId, panel: seat.panel, leads: seat.lead, locked: seat.state === 'locked' }, items);
    return (await this.mayTalkOfAll(seat)) ? found : { ...found, messages: [] };
  }

  /** All of it, for the secretariat and the supervisors; they do not take part. No title where codes are secret: the secretariat knows whose title it is. */
  async ofOffice(actor: Actor, panelId: string): Promise<Discussion> {
    const panel = await this.panels.facts(panelId);
    this.access.sees(actor, 'judging.read', { editionId: panel.editionId });
    const { blind } = (await this.stages.of(panel.editionId, panel.stageKey)).panel;
    const items = await this.database.query<Omit<DiscussionItem, 'messages'>>(
      `SELECT c.id AS "codeId", c.code, CASE WHEN $2 THEN '' ELSE e.title END AS title FROM entry_code c JOIN entry e ON e.id = c.entry_id LEFT JOIN panel_order o ON o.panel_id = c.panel_id AND o.code_id = c.id
       WHERE c.panel_id = $1 AND EXISTS (SELECT 1 FROM panel_message m WHERE m.code_id = c.id) ORDER BY o.position NULLS LAST, c.code`,
      [panelId, blind && panel.state !== 'locked'],
    );
    return this.discussion({ panelId, panel: panel.name, leads: false, locked: panel.state === 'locked' }, items);
  }

  /** A sentence about an own entry or about the work as a whole; a conclusion is the leader's. The same key again is the same sentence. */
  async say(actor: Actor, panelId: string, { clientKey, codeId, kind = 'said', text }: MessageInput): Promise<Discussion> {
    await this.database.transaction(async () => {
      const seat = await this.seat(actor, panelId);
      if (kind === 'conclusion' && (!seat.lead || codeId === undefined)) throw new Refusal('conflict', 'CONCLUSION_OF_LEADER');
      if (codeId === undefined && !(await this.mayTalkOfAll(seat))) throw new Refusal('conflict', 'DISCUSSION_NOT_YET');
      if (codeId !== undefined && !(await this.database.first(`SELECT 1 ${OWN_ENTRIES} AND c.id = $3`, [panelId, seat.judgeId, codeId]))) throw new Refusal('missing', 'NOT_FOUND');
      const said = await this.database.query(
        `INSERT INTO panel_message (panel_id, code_id, kind, text, client_key, said_by, said_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT ON CONSTRAINT panel_message_client_key DO NOTHING RETURNING id`,
        [panelId, codeId ?? null, kind, text, clientKey, actor.accountId, this.clock.now()],
      );
      if (said.length > 0 && kind === 'conclusion') await this.audit.record({ action: 'panel.concluded', subject: { type: 'panel', id: panelId }, after: { codeId } });
    });
    return this.ofJudge(actor, panelId);
  }

  /** The leader says what is talked about first; codes of other panels are refused. */
  async arrange(actor: Actor, panelId: string, codeIds: string[]): Promise<Discussion> {
    await this.database.transaction(async () => {
      const seat = await this.seat(actor, panelId);
      if (!seat.lead) throw new Refusal('conflict', 'CONCLUSION_OF_LEADER');
      await this.panels.facts(panelId, true);
      const known = await this.database.query<{ id: string }>('SELECT id FROM entry_code WHERE panel_id = $1 AND id = ANY($2::uuid[])', [panelId, codeIds]);
      if (known.length !== new Set(codeIds).size || known.length !== codeIds.length) throw new Refusal('unprocessable', 'CODE_UNKNOWN', {}, [{ code: 'CODE_UNKNOWN', path: 'codeIds' }]);
      await this.database.query('DELETE FROM panel_order WHERE panel_id = $1', [panelId]);
      await this.database.query('INSERT INTO panel_order (panel_id, code_id, position) SELECT $1, c.id, c.place FROM unnest($2::uuid[]) WITH ORDINALITY AS c (id, place)', [panelId, codeIds]);
      await this.audit.record({ action: 'panel.ordered', subject: { type: 'panel', id: panelId }, after: { codeIds } });
    });
    return this.ofJudge(actor, panelId);
  }

  /** The work as a whole is talked about once all of the judge's own sheets are in: it may speak of any entry. */
  private async mayTalkOfAll(seat: Seat): Promise<boolean> {
    if (seat.state === 'locked') return true;
    const open = await this.database.first(`SELECT 1 FROM assignment a WHERE a.panel_id = $1 AND a.judge_id = $2 AND a.state = 'assigned' AND a.sheet_state <> 'submitted' LIMIT 1`, [seat.panelId, seat.judgeId]);
    return open === undefined;
  }

  private async seat(actor: Actor, panelId: string): Promise<Seat> {
    const seat = await this.database.first<Seat>(`${SEATS} AND p.id = $2`, [actor.accountId, panelId]);
    if (!seat) throw new Refusal('missing', 'NOT_FOUND');
    const { panel } = await this.stages.of(seat.editionId, seat.stageKey);
    if (!mayTalk(panel.discussion?.from, seat)) throw new Refusal('conflict', panel.discussion ? 'DISCUSSION_NOT_YET' : 'DISCUSSION_NONE');
    return seat;
  }

  private async discussion(head: Omit<Discussion, 'items' | 'messages'>, items: Omit<DiscussionItem, 'messages'>[]): Promise<Discussion> {
    const rows = await this.database.query<StoredMessage>(
      `SELECT m.id, m.code_id AS "codeId", m.kind, m.text, a.name AS by, m.said_at AS "saidAt" FROM panel_message m JOIN account a ON a.id = m.said_by
       WHERE m.panel_id = $1 AND (m.code_id IS NULL OR m.code_id = ANY($2::uuid[])) ORDER BY m.said_at, m.id`,
      [head.panelId, items.map((item) => item.codeId)],
    );
    const of = (codeId: string | null): DiscussionMessage[] => rows.filter((row) => row.codeId === codeId).map(({ codeId: _code, ...row }) => ({ ...row, saidAt: row.saidAt.toISOString() }));
    return { ...head, items: items.map((item) => ({ ...item, messages: of(item.codeId) })), messages: of(null) };
  }
}

const mayTalk = (from: 'ownSheet' | 'locked' | undefined, seat: Seat): boolean => from === 'ownSheet' || (from === 'locked' && seat.state === 'locked');
