import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { AssignmentProblem, EntryJudgePair, ExistingPair } from '#libs/planning';
import { mixOf, type PanelMix } from './core/panel-mix.js';
import { compositionOf, fieldTag, LEAD_TAG, type RunParameters } from './core/run-parameters.js';

/** What the planning engine is asked for one panel. Ids are those of codes and judges. */
export interface PanelProblem {
  panelId: string;
  panel: string;
  problem: AssignmentProblem;
  existing: ExistingPair[];
  /** Code of each entry, by id. */
  codes: Map<string, string>;
  /** The mix that pairs of this panel make. */
  mix: (pairs: readonly EntryJudgePair[]) => PanelMix;
}

export interface ProblemWishes extends Pick<RunParameters, 'leads' | 'ofField' | 'perEmployer' | 'perRegion' | 'apart' | 'sameRegionPenalty'> {
  /** Replaces the panel's least load, e.g. 0 while a gap is filled. */
  minLoad?: number;
  /** Nobody gets more than they wish to read, unless the secretariat set another most for the seat. */
  wishes?: boolean;
}

interface CodeRow { id: string; code: string; group: string; discipline: string | null; region: string; extra: number }
interface JudgeRow { id: string; fields: string[]; max: number; employer: string; region: string | null; lead: boolean }

/** A field that fits is worth this much, any other judge the second figure; a soft conflict takes off all of it. */
export const EXPERT = 1000;
const GENERALIST = 300;

/** Turns a panel into a planning problem. The numbers are expertise 0..1000. */
@Injectable()
export class PanelProblems {
  constructor(private readonly database: Database) {}

  async of(panelId: string, seed: string, { minLoad, wishes = false, sameRegionPenalty, ...asked }: ProblemWishes = {}): Promise<PanelProblem> {
    const panel = await this.database.first<{ name: string; need: number; minLoad: number; maxLoad: number }>(
      'SELECT name, reviews_per_entry AS need, min_load AS "minLoad", max_load AS "maxLoad" FROM panel WHERE id = $1',
      [panelId],
    );
    const codes = await this.codes(panelId);
    const judges = await this.judges(panelId, wishes);
    const pairs = await this.conflicts(panelId);
    const soft = new Set(pairs.filter((pair) => !pair.hard).map((pair) => `${pair.entry} ${pair.judge}`));
    // Only a rule about fields tells the disciplines of a group apart.
    const groupOf = ({ group, discipline }: CodeRow): string => (asked.ofField && discipline !== null ? `${group}.${discipline}` : group);
    const groupsOf = new Map<string, string[]>();
    for (const code of codes) if (code.discipline !== null) groupsOf.set(code.discipline, [...new Set([...(groupsOf.get(code.discipline) ?? []), groupOf(code)])]);
    const composition = compositionOf(asked, { groupsOf, judges: new Set(judges.map(({ id }) => id)) });
    const problem: AssignmentProblem = {
      entries: codes.map((code) => ({ id: code.id, need: (panel?.need ?? 0) + code.extra, group: groupOf(code), region: code.region })),
      judges: judges.map((judge) => ({
        id: judge.id, min: Math.min(minLoad ?? panel?.minLoad ?? 0, judge.max), max: judge.max, ...(judge.employer ? { employer: judge.employer } : {}),
        ...(judge.region ? { region: judge.region } : {}), tags: [...(judge.lead ? [LEAD_TAG] : []), ...judge.fields.map(fieldTag)],
      })),
      scores: codes.flatMap((code) =>
        judges.flatMap((judge) => {
          const score = soft.has(`${code.id} ${judge.id}`) ? 0 : code.discipline !== null && judge.fields.includes(code.discipline) ? EXPERT : GENERALIST;
          return score === GENERALIST ? [] : [{ entry: code.id, judge: judge.id, score }];
        }),
      ),
      defaultScore: GENERALIST,
      conflicts: [...new Map(pairs.filter((pair) => pair.hard).map((pair) => [`${pair.entry} ${pair.judge}`, { entry: pair.entry, judge: pair.judge }])).values()],
      ...(composition.length > 0 ? { composition } : {}),
      ...(sameRegionPenalty === undefined ? {} : { sameRegionPenalty }),
      seed,
    };
    return { panelId, panel: panel?.name ?? '', problem, existing: await this.existing(panelId), codes: new Map(codes.map(({ id, code }) => [id, code])), mix: mixIn(codes, judges) };
  }

  private codes(panelId: string): Promise<CodeRow[]> {
    return this.database.query<CodeRow>(
      `SELECT c.id, c.code, e.type || '.' || coalesce(e.group_key, '') AS "group", e.discipline, e.prefecture_id AS region, c.extra_readers AS extra
       FROM entry_code c JOIN entry e ON e.id = c.entry_id WHERE c.panel_id = $1 AND e.state IN ('in_review', 'finalist') ORDER BY c.code`,
      [panelId],
    );
  }

  private judges(panelId: string, wishes: boolean): Promise<JudgeRow[]> {
    return this.database.query<JudgeRow>(
      `SELECT j.id, j.fields, coalesce(s.max_load, CASE WHEN $2 THEN least(p.max_load, coalesce(j.load_wish, p.max_load)) ELSE p.max_load END) AS max, j.employer, j.prefecture_id AS region, s.lead OR s.senior AS lead
       FROM panel_judge s JOIN panel p ON p.id = s.panel_id JOIN judge j ON j.id = s.judge_id WHERE s.panel_id = $1 AND s.state = 'accepted' ORDER BY j.id`,
      [panelId, wishes],
    );
  }

  /** Conflicts, and pairs that ended: who declined, was taken off or recused does not get the entry again. */
  private conflicts(panelId: string): Promise<(EntryJudgePair & { hard: boolean })[]> {
    return this.database.query(
      `SELECT c.id AS entry, k.judge_id AS judge, k.hard FROM entry_code c JOIN conflict k ON k.entry_id = c.entry_id AND k.lifted_at IS NULL
         JOIN panel_judge s ON s.panel_id = c.panel_id AND s.judge_id = k.judge_id AND s.state = 'accepted' JOIN entry e ON e.id = c.entry_id AND e.state IN ('in_review', 'finalist')
       WHERE c.panel_id = $1
       UNION SELECT a.code_id, a.judge_id, true FROM assignment a JOIN panel_judge s ON s.panel_id = a.panel_id AND s.judge_id = a.judge_id AND s.state = 'accepted'
         JOIN entry_code c ON c.id = a.code_id JOIN entry e ON e.id = c.entry_id AND e.state IN ('in_review', 'finalist')
       WHERE a.panel_id = $1 AND a.state <> 'assigned' AND NOT EXISTS (SELECT 1 FROM assignment n WHERE n.code_id = a.code_id AND n.judge_id = a.judge_id AND n.state = 'assigned')
       ORDER BY 1, 2`,
      [panelId],
    );
  }

  private existing(panelId: string): Promise<ExistingPair[]> {
    return this.database.query<ExistingPair>(
      `SELECT a.code_id AS entry, a.judge_id AS judge, a.sheet_state <> 'blank' AS done FROM assignment a JOIN entry_code c ON c.id = a.code_id
       JOIN entry e ON e.id = c.entry_id AND e.state IN ('in_review', 'finalist') WHERE a.panel_id = $1 AND a.state = 'assigned' ORDER BY 1, 2`,
      [panelId],
    );
  }
}

function mixIn(codes: readonly CodeRow[], judges: readonly JudgeRow[]): (pairs: readonly EntryJudgePair[]) => PanelMix {
  const [entryOf, judgeOf] = [new Map(codes.map((code) => [code.id, code])), new Map(judges.map((judge) => [judge.id, judge]))];
  return (pairs) =>
    mixOf(pairs.flatMap(({ entry, judge }) => {
      const [code, who] = [entryOf.get(entry), judgeOf.get(judge)];
      return code && who ? [{ entry, lead: who.lead, ofField: code.discipline !== null && who.fields.includes(code.discipline), employer: who.employer, region: who.region ?? undefined }] : [];
    }));
}
