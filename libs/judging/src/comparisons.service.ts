import { Injectable } from '@nestjs/common';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, currentContext, Database, Refusal, violatedConstraint } from '#libs/platform';
import { ResultLabels } from '#libs/results';
import { comparedGroups, enoughPairs, nextPair, type Comparable, type Compared } from './core/comparing.js';
import type { ComparedEntry, ComparedPair, Comparing, ComparisonGroup, ComparisonInput, PanelComparisons, PanelToCompare } from './dto/comparison.dto.js';
import { JudgedStages, type JudgedStage } from './judged-stages.service.js';
import { Panels } from './panels.service.js';
import { JUDGED_STATES } from './progress.queries.js';

interface Seat {
  panelId: string;
  panel: string;
  editionId: string;
  editionName: string;
  stageKey: string;
  state: string;
  judgeId: string;
}

interface OwnEntry extends Comparable {
  assignmentId: string;
  code: string;
  title: string;
  type: string;
  groupKey: string;
}

/** A judge's seats on panels. $1 account. */
const SEATS = `SELECT p.id AS "panelId", p.name AS panel, p.edition_id AS "editionId", edition.name AS "editionName", p.stage_key AS "stageKey", p.state, s.judge_id AS "judgeId"
  FROM panel_judge s JOIN judge j ON j.id = s.judge_id AND j.account_id = $1 JOIN panel p ON p.id = s.panel_id JOIN edition ON edition.id = p.edition_id WHERE s.state = 'accepted'`;
const GROUP = `e.type || '.' || coalesce(e.group_key, '')`;
/** The newest answer of each judge for each pair. */
const NEWEST = `SELECT DISTINCT ON (x.judge_id, x.first_code, x.second_code) x.* FROM comparison x WHERE x.panel_id = $1 ORDER BY x.judge_id, x.first_code, x.second_code, x.version DESC`;
/** The judge still judges the entry and the sheet is in force. */
const STANDS = (code: string): string => `EXISTS (SELECT 1 FROM assignment a WHERE a.judge_id = n.judge_id AND a.panel_id = n.panel_id AND a.code_id = n.${code} AND a.state = 'assigned' AND a.sheet_state = 'submitted')`;

/** Judges compare entries two by two, where the rulebook lets them: advice beside the scores for the jury's talk, which changes none of them. */
@Injectable()
export class Comparisons {
  constructor(private readonly database: Database, private readonly access: AccessService, private readonly clock: Clock, private readonly stages: JudgedStages, private readonly panels: Panels) {}

  /** Panels of the caller where entries may be compared now. */
  async open(actor: Actor): Promise<PanelToCompare[]> {
    const seats = await this.database.query<Seat>(`${SEATS} ORDER BY edition.created_at DESC, p.name`, [actor.accountId]);
    const found: PanelToCompare[] = [];
    for (const seat of seats) {
      const stage = await this.stages.of(seat.editionId, seat.stageKey);
      if (!mayCompare(stage, seat) || (await this.ended(seat))) continue;
      const enough = enoughPairs(await this.ownEntries(seat));
      if (enough === 0) continue;
      const answered = (await this.ownAnswers(seat)).length;
      found.push({ panelId: seat.panelId, panel: seat.panel, editionName: seat.editionName, stageLabel: stage.label[currentContext().language], answered, enough });
    }
    return found;
  }

  async ofJudge(actor: Actor, panelId: string): Promise<Comparing> {
    const { seat, stage } = await this.seat(actor, panelId);
    const labels = new ResultLabels(stage.rulebook);
    const entries = await this.ownEntries(seat);
    const own = new Map(entries.map((entry) => [entry.codeId, entry]));
    const answers = (await this.ownAnswers(seat)).filter(({ first, second }) => own.has(first) && own.has(second));
    const shown = (codeId: string): ComparedEntry => {
      const { assignmentId, code, title, type, groupKey } = own.get(codeId) as OwnEntry;
      return { codeId, assignmentId, code, title, groupLabel: [labels.type(type), labels.group(groupKey)].join(' · ') };
    };
    const pair = (one: readonly [string, string] | null | undefined): ComparedPair | null => (one ? { left: shown(one[0]), right: shown(one[1]) } : null);
    const latest = answers.at(-1);
    return {
      panelId, panel: seat.panel, answered: answers.length, enough: enoughPairs(entries),
      next: (await this.ended(seat)) ? null : pair(nextPair(entries, answers)), last: pair(latest && [latest.first, latest.second]),
      outcome: seat.state === 'locked' ? await this.outcome(stage, panelId, new Set(own.keys())) : null,
    };
  }

  /**
   * Which of two is better; again for the same pair it is a change of mind and a new version, with the same key it is the same answer.
   * @throws Refusal NOT_FOUND for an entry whose own sheet is not in, COMPARISON_GROUPS across groups, STAGE_CLOSED, COMPARISONS_NONE, COMPARISONS_NOT_YET
   */
  async answer(actor: Actor, panelId: string, { clientKey, left, right, answer }: ComparisonInput): Promise<Comparing> {
    await this.database.transaction(async () => {
      const { seat } = await this.seat(actor, panelId);
      await this.panels.facts(panelId, true);
      if (await this.ended(seat)) throw new Refusal('conflict', 'STAGE_CLOSED');
      const [one, other] = await Promise.all([left, right].map(async (codeId) => (await this.ownEntries(seat, codeId))[0]));
      if (!one || !other || left === right) throw new Refusal('missing', 'NOT_FOUND');
      if (one.group !== other.group) throw new Refusal('conflict', 'COMPARISON_GROUPS');
      const [first, second] = left < right ? [left, right] : [right, left];
      const better = answer === 'equal' ? 'equal' : (answer === 'left' ? left : right) === first ? 'first' : 'second';
      await this.database
        .query(
          `INSERT INTO comparison (panel_id, judge_id, first_code, second_code, answer, version, client_key, answered_at)
           SELECT $1, $2, $3, $4, $5, 1 + coalesce(max(version), 0), $6, $7 FROM comparison WHERE judge_id = $2 AND first_code = $3 AND second_code = $4
           ON CONFLICT ON CONSTRAINT comparison_client_key DO NOTHING`,
          [panelId, seat.judgeId, first, second, better, clientKey, this.clock.now()],
        )
        .catch((error: unknown) => {
          throw violatedConstraint(error) === 'comparison_own' ? new Refusal('missing', 'NOT_FOUND') : error;
        });
    });
    return this.ofJudge(actor, panelId);
  }

  /** How far the judges are, and once the panel is locked what they said together: codes only. */
  async ofOffice(actor: Actor, panelId: string): Promise<PanelComparisons> {
    const panel = await this.panels.facts(panelId);
    this.access.sees(actor, 'judging.read', { editionId: panel.editionId });
    const stage = await this.stages.of(panel.editionId, panel.stageKey);
    const judges = await this.database.query<PanelComparisons['judges'][number]>(
      `SELECT account.name, count(n.id)::int AS answered FROM panel_judge s JOIN judge j ON j.id = s.judge_id JOIN account ON account.id = j.account_id LEFT JOIN (${NEWEST}) n ON n.judge_id = s.judge_id
       WHERE s.panel_id = $1 AND s.state = 'accepted' GROUP BY account.name, s.judge_id ORDER BY account.name, s.judge_id`,
      [panelId],
    );
    const locked = panel.state === 'locked';
    return { locked, judges, outcome: locked ? await this.outcome(stage, panelId) : null };
  }

  private async seat(actor: Actor, panelId: string): Promise<{ seat: Seat; stage: JudgedStage }> {
    const seat = await this.database.first<Seat>(`${SEATS} AND p.id = $2`, [actor.accountId, panelId]);
    if (!seat) throw new Refusal('missing', 'NOT_FOUND');
    const stage = await this.stages.of(seat.editionId, seat.stageKey);
    if (!mayCompare(stage, seat)) throw new Refusal('conflict', stage.panel.comparisons ? 'COMPARISONS_NOT_YET' : 'COMPARISONS_NONE');
    return { seat, stage };
  }

  private async ended({ editionId, stageKey }: Seat): Promise<boolean> {
    return (await this.database.first('SELECT 1 FROM stage_closing WHERE edition_id = $1 AND stage_key = $2', [editionId, stageKey])) !== undefined;
  }

  /** Own live assignments whose sheet is in, or the one of them that is asked for. */
  private async ownEntries({ panelId, judgeId }: Seat, codeId?: string): Promise<OwnEntry[]> {
    const rows = await this.database.query<Omit<OwnEntry, 'own'> & { total: string }>(
      `SELECT c.id AS "codeId", a.id AS "assignmentId", c.code, e.title, e.type, e.group_key AS "groupKey", ${GROUP} AS "group", a.sheet_total AS total
       FROM assignment a JOIN entry_code c ON c.id = a.code_id JOIN entry e ON e.id = c.entry_id
       WHERE a.panel_id = $1 AND a.judge_id = $2 AND a.state = 'assigned' AND a.sheet_state = 'submitted' AND ($3::uuid IS NULL OR c.id = $3) ORDER BY c.id`,
      [panelId, judgeId, codeId ?? null],
    );
    return rows.map(({ total, ...row }) => ({ ...row, own: points(total) }));
  }

  /** In the order of answering. */
  private async ownAnswers({ panelId, judgeId }: Seat): Promise<Compared[]> {
    return this.database.query<Compared>(
      `SELECT n.first_code AS first, n.second_code AS second, n.answer FROM (${NEWEST}) n WHERE n.judge_id = $2 AND ${STANDS('first_code')} AND ${STANDS('second_code')} ORDER BY n.answered_at, n.id`, [panelId, judgeId],
    );
  }

  /** What counts: answers of those who still sit on the panel and judge both entries. `only`: the codes a reader may know of. */
  private async outcome(stage: JudgedStage, panelId: string, only?: ReadonlySet<string>): Promise<ComparisonGroup[]> {
    const entries = await this.database.query<{ codeId: string; code: string; group: string; type: string; groupKey: string }>(
      `SELECT c.id AS "codeId", c.code, ${GROUP} AS "group", e.type, e.group_key AS "groupKey" FROM entry_code c JOIN entry e ON e.id = c.entry_id WHERE c.panel_id = $1 AND ${JUDGED_STATES} ORDER BY c.code`, [panelId],
    );
    const answers = await this.database.query<Compared>(
      `SELECT n.first_code AS first, n.second_code AS second, n.answer FROM (${NEWEST}) n JOIN panel_judge s ON s.panel_id = n.panel_id AND s.judge_id = n.judge_id AND s.state = 'accepted'
       WHERE ${STANDS('first_code')} AND ${STANDS('second_code')} ORDER BY n.answered_at, n.id`,
      [panelId],
    );
    const labels = new ResultLabels(stage.rulebook);
    const known = new Map(entries.map((entry) => [entry.codeId, entry]));
    return comparedGroups(entries, answers).flatMap(({ group, comparisons, parts, rows }) => {
      const one = entries.find((entry) => entry.group === group);
      const shown = rows.filter((row) => !only || only.has(row.codeId));
      if (!one || shown.length === 0) return [];
      return [{ label: [labels.type(one.type), labels.group(one.groupKey)].join(' · '), comparisons, parts, rows: shown.map(({ codeId, ...row }) => ({ code: known.get(codeId)?.code ?? '', ...row })) }];
    });
  }
}

const mayCompare = ({ panel }: JudgedStage, seat: Seat): boolean => panel.comparisons?.from === 'ownSheet' || (panel.comparisons?.from === 'locked' && seat.state === 'locked');

/** Exact totals may be fractions ("269/3"); only how far apart two are matters here. */
function points(total: string): number {
  const [top, bottom] = total.split('/');
  return Number(top) / Number(bottom ?? 1);
}
