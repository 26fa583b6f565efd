import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { Actor } from '#libs/identity';
import { Clock, Database, Refusal, violatedConstraint } from '#libs/platform';
import type { ContestChange, ContestInput, ContestView } from './dto/contest.dto.js';

const COLUMNS = 'id, code, family, name, name_en AS "nameEn", organiser, summary';

const taken = (error: unknown): Refusal | undefined => {
  const constraint = violatedConstraint(error);
  if (constraint === 'contest_code_key') return new Refusal('conflict', 'CONTEST_CODE_TAKEN');
  if (constraint === 'contest_name_key') return new Refusal('conflict', 'CONTEST_NAME_TAKEN');
  return undefined;
};

/** The contests that come back every year. */
@Injectable()
export class Contests {
  constructor(private readonly database: Database, private readonly clock: Clock, private readonly audit: Audit) {}

  list(): Promise<ContestView[]> {
    return this.database.query<ContestView>(`SELECT ${COLUMNS} FROM contest ORDER BY code`);
  }

  create(_actor: Actor, input: ContestInput): Promise<ContestView> {
    return this.written(async () => {
      const row = await this.database.first<ContestView>(
        `INSERT INTO contest (code, family, name, name_en, organiser, summary, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${COLUMNS}`,
        [input.code, input.family, input.name, input.nameEn, input.organiser ?? '', input.summary ?? '', this.clock.now()],
      );
      return { row, action: 'contest.created' };
    });
  }

  change(_actor: Actor, id: string, input: ContestChange): Promise<ContestView> {
    return this.written(async () => {
      const row = await this.database.first<ContestView>(
        `UPDATE contest SET name = COALESCE($2, name), name_en = COALESCE($3, name_en), organiser = COALESCE($4, organiser), summary = COALESCE($5, summary)
         WHERE id = $1 RETURNING ${COLUMNS}`,
        [id, input.name ?? null, input.nameEn ?? null, input.organiser ?? null, input.summary ?? null],
      );
      return { row, action: 'contest.changed' };
    });
  }

  private async written(work: () => Promise<{ row: ContestView | undefined; action: string }>): Promise<ContestView> {
    try {
      return await this.database.transaction(async () => {
        const { row, action } = await work();
        if (!row) throw new Refusal('missing', 'NOT_FOUND');
        await this.audit.record({ action, subject: { type: 'contest', id: row.id }, after: row });
        return row;
      });
    } catch (error) {
      throw taken(error) ?? error;
    }
  }
}
