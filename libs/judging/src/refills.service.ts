import { Injectable } from '@nestjs/common';
import { currentContext, Database } from '#libs/platform';
import { exactSolver } from '#libs/exact';
import { explainInfeasible, repairAssignment, type InfeasibilityProof } from '#libs/planning';
import { PanelProblems } from './panel-problem.queries.js';
import { PlanWriter } from './plan-writer.service.js';

export interface Refilled {
  added: number;
  /** Codes of the asked ones that still lack a judge. */
  short: string[];
  /** Why, in the language of the request; null when all are full. */
  obstacle: string | null;
}

/** Finds other judges when some have left, keeping what is there. */
@Injectable()
export class Refills {
  constructor(private readonly database: Database, private readonly problems: PanelProblems, private readonly writer: PlanWriter) {}

  /**
   * Fills the panel up to its judges per entry. No existing pair moves. Where that is impossible for all entries, as many as
   * possible of the asked ones are filled one by one and the rest is named.
   */
  async refill(panelId: string, codeIds: string[]): Promise<Refilled> {
    if (codeIds.length === 0) return { added: 0, short: [], obstacle: null };
    await this.database.query('SELECT 1 FROM panel WHERE id = $1 FOR UPDATE', [panelId]);
    const asked = [...new Set(codeIds)].sort();
    const whole = await this.attempt(panelId, asked);
    if (whole.kind === 'added') return { added: whole.count, short: [], obstacle: null };
    let added = 0;
    const short: string[] = [];
    for (const code of asked) {
      const one = await this.attempt(panelId, [code]);
      if (one.kind === 'added') added += one.count;
      else short.push(code);
    }
    return { added, short: await this.names(short), obstacle: short.length === 0 ? null : explainInfeasible(whole.proof, currentContext().language) };
  }

  private async attempt(panelId: string, codeIds: string[]): Promise<{ kind: 'added'; count: number } | { kind: 'none'; proof: InfeasibilityProof }> {
    const { problem, existing } = await this.problems.of(panelId, `refill ${codeIds[0] ?? ''}`, { minLoad: 0 });
    const open = new Set(codeIds);
    const held = new Map<string, number>();
    for (const pair of existing) held.set(pair.entry, (held.get(pair.entry) ?? 0) + 1);
    // Entries that nobody asked about keep exactly the judges they have.
    const entries = problem.entries.map((entry) => (open.has(entry.id) ? entry : { ...entry, need: held.get(entry.id) ?? 0 }));
    const result = repairAssignment({ problem: { ...problem, entries }, existing: existing.map((pair) => ({ ...pair, done: true })) }, { linking: 'report', ...(problem.composition?.length ? { solver: await exactSolver() } : {}) });
    if (result.kind === 'infeasible') return { kind: 'none', proof: result.proof };
    await this.writer.add(panelId, result.added, 'refill');
    return { kind: 'added', count: result.added.length };
  }

  private async names(codeIds: string[]): Promise<string[]> {
    const rows = await this.database.query<{ code: string }>('SELECT code FROM entry_code WHERE id = ANY($1::uuid[]) ORDER BY code', [codeIds]);
    return rows.map(({ code }) => code);
  }
}
