import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { Level } from '#libs/contests';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, Database, Refusal, text } from '#libs/platform';
import type { EntryProblem } from './core/entry-facts.js';
import { hintKey, type HintVerdict } from './core/hints.js';
import { isBelow, levelInTurn } from './core/recommendation-chain.js';
import type { HintDecisionView, HintVerdictInput, HintView } from './dto/hint.dto.js';
import { EntryChecks, worded } from './entry-checks.service.js';
import { EntryReach, type ReachedEntry } from './entry-reach.service.js';

interface Decided {
  key: string;
  code: string;
  path: string;
  params: Record<string, string | number>;
  verdict: HintVerdict;
  reason: string;
  level: Level;
  decidedBy: string;
  decidedById: string;
  decidedAt: Date;
}

/** Hints of the checks that a human has to look into: shown to officials, decided by them with a reason, kept. */
@Injectable()
export class Hints {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly access: AccessService,
    private readonly reach: EntryReach,
    private readonly checks: EntryChecks,
  ) {}

  /** What officials and supervision see: the hints with what was decided, and decided ones whose facts have changed. Makers see none. */
  async of(actor: Actor, id: string): Promise<HintView[]> {
    const entry = await this.reach.seen(actor, id);
    if (entry.levels.length === 0 && !this.access.covers(actor, 'entry.list', { orgPath: entry.schoolPath, editionId: entry.editionId })) return [];
    const problems = await this.checks.problems(entry);
    const higher = entry.levels.length === 0 || entry.levels.some((level) => level !== 'school');
    const decided = await this.decided(entry.id);
    const found = new Map(problems.filter((problem) => problem.neededFor === 'look').map((problem) => [hintKey(problem), problem]));
    const gone = decided.filter((one) => !found.has(one.key)).map((one): [string, EntryProblem] => [one.key, { code: one.code, path: one.path, params: one.params, neededFor: 'look' }]);
    return [...found, ...new Map(gone)].filter(([, problem]) => isSeenBy(problem, higher)).map(([key, problem]) => {
      const decisions = decided.filter((one) => one.key === key);
      const level = levelOf(entry);
      const { message } = worded(higher ? problem : withoutOtherSchools(problem));
      return {
        key, code: problem.code, path: problem.path, message, present: found.has(key), decisions: decisions.map(view),
        mayDecide: found.has(key) && entry.state !== 'draft' && level !== undefined && !(decisions[0] && isBelow(level, decisions[0].level)),
      };
    });
  }

  /**
   * An official's word on a hint. It is only added to; the same word again changes nothing. Refuses NOT_FOUND out of reach, ENTRY_STATE for a
   * draft, HINT_GONE when the facts have changed, HINT_DECIDED_ABOVE when a higher level has decided.
   */
  decide(actor: Actor, id: string, input: HintVerdictInput): Promise<HintView[]> {
    return this.database.transaction(async () => {
      const [entry] = await this.reach.forDecision(actor, [id]);
      const level = entry && levelOf(entry);
      if (!entry || !level) throw new Refusal('missing', 'NOT_FOUND');
      if (entry.state === 'draft') throw new Refusal('conflict', 'ENTRY_STATE', { state: entry.state });
      const higher = entry.levels.some((one) => one !== 'school');
      const hint = (await this.checks.problems(entry)).find((problem) => problem.neededFor === 'look' && isSeenBy(problem, higher) && hintKey(problem) === input.key);
      if (!hint) throw new Refusal('conflict', 'HINT_GONE');
      const [last] = await this.decided(id, input.key);
      if (last && isBelow(level, last.level)) throw new Refusal('conflict', 'HINT_DECIDED_ABOVE', { level: text(`hintLevels.${last.level}`) });
      const reason = input.reason.trim();
      if (last?.decidedById === actor.accountId && last.verdict === input.verdict && last.reason === reason) return this.of(actor, id);
      await this.database.query(
        'INSERT INTO hint_decision (entry_id, key, code, path, params, verdict, reason, level, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
        [id, input.key, hint.code, hint.path, JSON.stringify(hint.params), input.verdict, reason, level, actor.accountId, this.clock.now()],
      );
      await this.audit.record({
        action: `hint.${input.verdict}`, subject: { type: 'entry', id }, before: { hint: input.key, verdict: last?.verdict ?? null }, after: { hint: input.key, code: hint.code, verdict: input.verdict, level }, reason,
      });
      return this.of(actor, id);
    });
  }

  /** Hints that an official found to be true and that still are: the entry does not go on with them. Costs one question where nothing was upheld. */
  async upheld(entry: ReachedEntry): Promise<EntryProblem[]> {
    const rows = await this.database.often<{ key: string; verdict: string }>('SELECT DISTINCT ON (key) key, verdict FROM hint_decision WHERE entry_id = $1 ORDER BY key, sequence DESC', [entry.id]);
    const keys = new Set(rows.filter((row) => row.verdict === 'upheld').map((row) => row.key));
    if (keys.size === 0) return [];
    return (await this.checks.problems(entry)).filter((problem) => problem.neededFor === 'look' && keys.has(hintKey(problem)));
  }

  /** Hints about which nobody has decided yet. */
  async undecided(entry: ReachedEntry, level: Level): Promise<EntryProblem[]> {
    const known = new Set((await this.decided(entry.id)).map((one) => one.key));
    return (await this.checks.problems(entry)).filter((problem) => problem.neededFor === 'look' && isSeenBy(problem, level !== 'school') && !known.has(hintKey(problem)));
  }

  /** Newest first. */
  private decided(entryId: string, key?: string): Promise<Decided[]> {
    return this.database.query<Decided>(
      `SELECT d.key, d.code, d.path, d.params, d.verdict, d.reason, d.level, a.name AS "decidedBy", d.decided_by AS "decidedById", d.decided_at AS "decidedAt"
       FROM hint_decision d JOIN account a ON a.id = d.decided_by WHERE d.entry_id = $1 AND ($2::text IS NULL OR d.key = $2) ORDER BY d.sequence DESC`,
      [entryId, key ?? null],
    );
  }
}

const view = ({ verdict, reason, level, decidedBy, decidedAt }: Decided): HintDecisionView => ({ verdict, reason, level, decidedBy, decidedAt: decidedAt.toISOString() });

/** The level whose turn it is where the caller stands for it, or else the highest one the caller stands for. */
function levelOf(entry: ReachedEntry): Level | undefined {
  const turn = levelInTurn(entry.state);
  return turn && entry.levels.includes(turn) ? turn : entry.levels.at(-1);
}

/** Who has somebody else's document is for the levels above the school, which see both. */
export const isSeenBy = (problem: EntryProblem, higher: boolean): boolean => higher || problem.code !== 'DOCUMENT_CONTESTED';

/** A school learns that there is a namesake elsewhere, not where: that is for the levels above, which know both. */
export const withoutOtherSchools = (problem: EntryProblem): EntryProblem =>
  problem.code === 'PERSON_LOOKALIKE' && problem.params.elsewhere === 1 ? { ...problem, params: { ...problem.params, school: text('entries.otherSchool') } } : problem;
