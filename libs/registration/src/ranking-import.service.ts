import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Rulebooks, type Level } from '#libs/contests';
import { AccessService, ImportKinds, type Actor, type ImportedRow, type ImportKind, type ImportTarget, type ImportTemplate, type RowProblem, type RowVerdict } from '#libs/identity';
import { Clock, Database, Refusal, text } from '#libs/platform';
import { RANKED, UnitRankings } from './unit-rankings.service.js';

interface Ranked {
  id: string;
  entryNo: string;
  title: string;
  schoolName: string;
  score: string | null;
}

interface Ground {
  editionId: string;
  type: string;
  unitId: string;
  level: Level;
}

/** A unit's order from the scores of its own review: the highest first; equal scores keep the order they have. */
@Injectable()
export class RankingImport implements ImportKind, OnModuleInit {
  readonly key = 'ranking';
  readonly mostRows = 2_000;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: AccessService,
    private readonly rulebooks: Rulebooks,
    private readonly rankings: UnitRankings,
    private readonly kinds: ImportKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async columns(actor: Actor, target: ImportTarget): Promise<ImportTemplate> {
    const ground = await this.ground(actor, target);
    const word = (key: string): string => text(`imports.ranking.${key}`);
    return {
      columns: [
        { key: 'entryNo', title: word('entryNo'), kind: 'text', required: true, max: 40 },
        { key: 'title', title: word('title'), kind: 'text', max: 200 },
        { key: 'school', title: word('school'), kind: 'text', max: 100 },
        { key: 'score', title: word('score'), kind: 'number', required: true, hint: word('scoreHint') },
      ],
      notes: [word('note')], fileName: word('fileName'),
      rows: (await this.ranked(ground)).map((entry) => [entry.entryNo, entry.title, entry.schoolName, entry.score === null ? '' : String(Number(entry.score))]),
    };
  }

  async check(actor: Actor, target: ImportTarget, rows: ImportedRow[]): Promise<RowVerdict[]> {
    const entries = new Map((await this.ranked(await this.ground(actor, target))).map((entry) => [entry.entryNo, entry]));
    const seen = new Map<string, number>();
    const scores = new Map<number, number>();
    return rows.map((row): RowVerdict => {
      const problems: RowProblem[] = [...row.problems];
      const hints: RowProblem[] = [];
      const no = typeof row.values.entryNo === 'string' ? row.values.entryNo : '';
      const score = typeof row.values.score === 'number' ? row.values.score : undefined;
      const entry = entries.get(no);
      if (no !== '' && !entry) problems.push({ column: 'entryNo', code: 'IMPORT_NOT_RANKED', params: { entryNo: [...no].slice(0, 40).join('') } });
      if (seen.has(no)) problems.push({ code: 'IMPORT_TWICE', params: { number: seen.get(no) ?? 0 } });
      else if (no !== '') seen.set(no, row.number);
      if (score !== undefined && (score < 0 || score > 100_000)) problems.push({ column: 'score', code: 'IMPORT_SCORE_RANGE' });
      const equal = score === undefined ? undefined : scores.get(score);
      if (equal !== undefined) hints.push({ column: 'score', code: 'IMPORT_SCORE_EQUAL', params: { number: equal } });
      else if (score !== undefined) scores.set(score, row.number);
      const title = entry?.title ?? no;
      if (problems.length > 0 || !entry) return { title, outcome: 'problem', problems, hints };
      if (entry.score === null) return { title, outcome: 'add', problems, hints, existingId: entry.id };
      return { title, outcome: Number(entry.score) === score ? 'same' : 'change', problems, hints, existingId: entry.id };
    });
  }

  async take(_actor: Actor, target: ImportTarget, row: ImportedRow, verdict: RowVerdict): Promise<string> {
    await this.database.query(
      `INSERT INTO unit_score (entry_id, level, score, recorded_at) VALUES ($1, $2, $3, $4) ON CONFLICT (entry_id, level) DO UPDATE SET score = excluded.score, recorded_at = excluded.recorded_at`,
      [verdict.existingId, target.level, row.values.score, this.clock.now()],
    );
    return verdict.existingId as string;
  }

  /** Ranks what has a score; entries without one come after it, as they stood. */
  async finish(actor: Actor, target: ImportTarget): Promise<void> {
    const ground = await this.ground(actor, target);
    const scored = (await this.ranked(ground)).map((entry, place) => ({ ...entry, place, value: entry.score === null ? Number.NEGATIVE_INFINITY : Number(entry.score) }));
    const order = scored.sort((one, other) => (one.value === other.value ? one.place - other.place : other.value - one.value));
    if (order.length > 0) await this.rankings.rank(actor, { editionId: ground.editionId, level: ground.level, unitId: ground.unitId, type: ground.type, entryIds: order.map((entry) => entry.id) });
  }

  private async ground(actor: Actor, target: ImportTarget): Promise<Ground> {
    const { editionId, type, unitId, level } = target;
    if (editionId === undefined || type === undefined || unitId === undefined || level === undefined) throw new Refusal('invalid', 'IMPORT_TARGET');
    const unit = await this.database.first<{ path: string }>('SELECT path::text AS path FROM org_unit WHERE id = $1 AND kind = $2', [unitId, level]);
    if (!unit) throw new Refusal('missing', 'NOT_FOUND');
    this.access.sees(actor, 'entry.decide', { orgPath: unit.path, editionId });
    const { document } = await this.rulebooks.of(editionId);
    if (!document.types.some((one) => one.key === type)) throw new Refusal('unprocessable', 'IMPORT_TARGET');
    return { editionId, type, unitId, level: level as Level };
  }

  /** The unit's entries that can be ranked, in the order they have now. */
  private ranked({ editionId, type, unitId, level }: Ground): Promise<Ranked[]> {
    const rule = RANKED[level];
    if (!rule) throw new Refusal('unprocessable', 'RANKING_LEVEL');
    return this.database.query<Ranked>(
      `SELECT e.id, COALESCE(e.entry_no, '') AS "entryNo", e.title, school.name AS "schoolName", u.score FROM entry e JOIN org_unit school ON school.id = e.school_id
       LEFT JOIN unit_score u ON u.entry_id = e.id AND u.level = $5
       WHERE e.edition_id = $1 AND e.type = $2 AND e.${rule.unitColumn} = $3 AND e.state = ANY ($4::text[]) ORDER BY e.${rule.column} NULLS LAST, e.entry_no, e.id`,
      [editionId, type, unitId, rule.states, level],
    );
  }
}
