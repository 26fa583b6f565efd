import { Files } from '#libs/platform';
import { innovationRulebook, type Rulebook } from '#libs/contests';
import { hashOf } from '#libs/scoring';
import { Cast, type Player, type Where } from './cast.js';
import type { Answer } from './http-client.js';
import type { TestSystem } from './system.js';

const SHEETS = innovationRulebook(2026).scoring.sheets ?? {};

export interface StagedEntry {
  id: string;
  no: string;
  title: string;
  memberId: string;
  coachId: string;
}

export interface EntryFacts {
  where?: Where;
  title?: string;
  type?: string;
  classKey?: string | null;
  group?: string;
  discipline?: string | null;
  birthDate?: string;
  member?: string;
  coach?: string;
}

export interface StagedJudge extends Player {
  judgeId: string;
}

/** Complete values of a sheet whose total is `total` (0 to 100 in half points); a project's sheet unless another one is named. */
export function sheetOf(total: number, stage: 'initial' | 'final' = 'initial', sheet: string = stage === 'initial' ? 'projectInitial' : 'projectFinal'): Record<string, string> {
  let left = total;
  const values: Record<string, string> = {};
  for (const item of SHEETS[sheet]?.items ?? []) {
    const points = Math.min(item.kind === 'score' ? Number(item.max) : 0, left);
    values[item.key] = String(points);
    left -= points;
  }
  return values;
}

let counter = 0;

/** An edition whose entries are ready for judging, with an office and judges; made in the database, then used over HTTP. */
export class JudgingStage {
  editionId = '';
  readonly entries: StagedEntry[] = [];
  readonly judges: StagedJudge[] = [];

  private constructor(readonly system: TestSystem, readonly cast: Cast, readonly secretariat: Player, readonly province: Player, readonly deputy: Player) {}

  /** `now` must lie inside the initial review. `adjust` changes the rulebook before it is stored. */
  static async set(system: TestSystem, adjust: (rulebook: Rulebook) => void = () => undefined): Promise<JudgingStage> {
    await system.db.query('UPDATE security_policy SET require_second_factor = false');
    const cast = await Cast.assemble(system);
    const stage = new JudgingStage(system, cast, await cast.as('secretariat'), await cast.as('province_admin'), await cast.hire('province_admin'));
    const rulebook = innovationRulebook(2026);
    adjust(rulebook);
    const now = system.clock.now();
    const contest = await stage.insert(`INSERT INTO contest (code, family, name, name_en, created_at) VALUES ('01', 'innovation', '创新大赛', 'Innovation', $1) RETURNING id`, [now]);
    stage.editionId = await stage.insert(`INSERT INTO edition (contest_id, family, number, year, name, created_at) VALUES ($1, 'innovation', 47, 2026, '第47届', $2) RETURNING id`, [contest, now]);
    const version = await stage.insert(
      `INSERT INTO rulebook_version (edition_id, number, document, sha256, frozen_at, created_at) VALUES ($1, 1, $2, $3, $4, $4) RETURNING id`,
      [stage.editionId, JSON.stringify(rulebook), hashOf(rulebook), now],
    );
    await system.db.query(`UPDATE edition SET rulebook_version_id = $2, state = 'open', opened_at = $3 WHERE id = $1`, [stage.editionId, version, now]);
    const day = 86_400_000;
    for (const [position, key] of ['initial', 'final', 'notice'].entries()) {
      const opens = now.getTime() - day + position * 30 * day;
      await system.db.query('INSERT INTO edition_stage (edition_id, key, position, opens_at, closes_at) VALUES ($1, $2, $3, $4, $5)', [
        stage.editionId, key, position, new Date(opens), new Date(opens + 29 * day),
      ]);
    }
    return stage;
  }

  /** Sets the clock; everyone logs in again, since their sessions may have ended meanwhile. */
  async moveTo(instant: string): Promise<void> {
    this.system.clock.set(new Date(instant));
    for (const player of [this.secretariat, this.province, this.deputy, ...this.judges]) player.client = await this.cast.logIn(player.login);
  }

  async addEntries(count: number, facts: EntryFacts = {}): Promise<StagedEntry[]> {
    const added: StagedEntry[] = [];
    for (let index = 0; index < count; index++) added.push(await this.addEntry(facts));
    return added;
  }

  async addEntry({ where = 'here', title, type = 'project', classKey = 'B', group = 'junior', discipline = 'PH', birthDate = '2011-03-04', member, coach }: EntryFacts = {}): Promise<StagedEntry> {
    const unit = this.cast.units[where];
    const sequence = ++counter;
    const now = this.system.clock.now();
    const person = (kind: string, name: string, birth: string | null): Promise<string> =>
      this.insert(`INSERT INTO person (kind, name, birth_date, school_id, stage) VALUES ($1, $2, $3, $4, $5) RETURNING id`, [kind, name, birth, unit.school, kind === 'student' && group !== 'teacher' ? group : null]);
    const memberId = await person('student', member ?? `黄小${'甲乙丙丁戊己庚辛'[sequence % 8]}`, birthDate);
    const coachId = await person('coach', coach ?? `龙老师${sequence}`, null);
    const coachAccount = (await this.cast.as('coach', where)).accountId;
    const form = { abstract: `本项目研究第${sequence}种测量方法。`.repeat(12), startDate: '2025-01-01', endDate: '2026-01-01', noveltyDate: '2026-01-02', aiUse: 'none' };
    const entry = { title: title ?? `第${sequence}号测量装置`, no: `T${String(sequence).padStart(5, '0')}` };
    const id = await this.insert(
      `INSERT INTO entry (edition_id, type, group_key, discipline, class_key, title, form, state, school_id, county_id, prefecture_id, entry_no, frozen_content, content_sha256,
         created_by, created_at, updated_at, submitted_at, state_since)
       VALUES ($1, $13, $2, $3, $14, $4, $5, 'eligible', $6, $7, $8, $9, $5, $10, $11, $12, $12, $12, $12) RETURNING id`,
      [this.editionId, group, discipline, entry.title, JSON.stringify(form), unit.school, unit.county, unit.prefecture, entry.no, hashOf(form), coachAccount, now, type, classKey],
    );
    await this.system.db.query('INSERT INTO entry_member (entry_id, edition_id, person_id, position, bound, added_at) VALUES ($1, $2, $3, 1, true, $4)', [id, this.editionId, memberId, now]);
    await this.system.db.query('INSERT INTO entry_coach (entry_id, person_id, position, added_at) VALUES ($1, $2, 1, $3)', [id, coachId, now]);
    const staged = { id, no: entry.no, title: entry.title, memberId, coachId };
    this.entries.push(staged);
    return staged;
  }

  /** Puts a small PDF into a slot under the given (telling) name. */
  async addMaterial(entry: StagedEntry, slot: string, name: string): Promise<void> {
    const content = Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% ${entry.id.length}\ntrailer<</Root 1 0 R>>\n%%EOF`);
    const file = await this.system.api.get(Files, { strict: false }).putBuffer({ content, name, purpose: 'material' });
    const { accountId } = await this.cast.as('coach');
    await this.system.db.query(
      `INSERT INTO material (entry_id, slot, file_id, number, name, kind, size_bytes, sha256, added_by, added_at) VALUES ($1, $2, $3, 1, $4, 'pdf', $5, $6, $7, $8)`,
      [entry.id, slot, file.id, name, file.size, file.sha256, accountId, this.system.clock.now()],
    );
  }

  async addJudges(count: number, where: Where = 'elsewhere'): Promise<StagedJudge[]> {
    const added: StagedJudge[] = [];
    for (let index = 0; index < count; index++) {
      const player = await this.cast.hire('judge', where);
      const { body } = await player.client.get<{ id: string }>('/api/judge/profile');
      added.push({ ...player, judgeId: body.id });
    }
    this.judges.push(...added);
    return added;
  }

  url(stage: string, path = ''): string {
    return `/api/judging/editions/${this.editionId}/stages/${stage}${path}`;
  }

  /** A panel for everything with these judges seated; its id. */
  async openPanel(stage: 'initial' | 'final', judges: StagedJudge[], settings: Record<string, unknown> = {}): Promise<string> {
    const client = this.secretariat.client;
    const made = await must(client.post(this.url(stage, '/panels'), { name: `评审组${++counter}`, types: [], groups: [], disciplines: [], ...settings }));
    await must(client.post(`/api/judging/panels/${made.body.id}/judges`, { accountIds: judges.map((judge) => judge.accountId), accepted: true }));
    return made.body.id as string;
  }

  /** Codes, then the assignment run to its end; its state. */
  async assign(stage: 'initial' | 'final'): Promise<any> {
    const client = this.secretariat.client;
    await must(client.post(this.url(stage, '/codes')));
    const { body } = await must(client.post(this.url(stage, '/assignment-runs'), { seed: 'fixed' }));
    for (let tries = 0; tries < 300; tries++) {
      const run = await client.get(`/api/judging/assignment-runs/${body.id}`);
      if (!['queued', 'running'].includes(run.body.state)) return run.body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the assignment run did not finish');
  }

  /** Waits until no run of the planning engine is under way: those who take over are in place. */
  async refilled(): Promise<void> {
    for (let tries = 0; tries < 300; tries++) {
      if (!(await this.system.db.first(`SELECT 1 FROM assignment_run WHERE state IN ('queued', 'running')`))) return;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    throw new Error('a refill did not finish');
  }

  async codes(stage: 'initial' | 'final'): Promise<Map<string, string>> {
    const rows = await this.system.db.query<{ code: string; entry: string }>('SELECT code, entry_id AS entry FROM entry_code WHERE edition_id = $1 AND stage_key = $2', [this.editionId, stage]);
    return new Map(rows.map(({ code, entry }) => [code, entry]));
  }

  /** Every judge hands every sheet in; `total` says the points, undefined leaves the sheet open. */
  async judgeAll(stage: 'initial' | 'final', total: (entryId: string, judge: StagedJudge) => number | undefined): Promise<void> {
    const codes = await this.codes(stage);
    for (const judge of this.judges) {
      const { body } = await must(judge.client.get('/api/judge/queue?size=200'));
      for (const row of body.rows) {
        const entryId = codes.get(row.code);
        const points = entryId === undefined || row.sheetState === 'submitted' ? undefined : total(entryId, judge);
        if (points === undefined) continue;
        await must(judge.client.post(`/api/judge/assignments/${row.assignmentId}/submit`, {
          clientKey: `key-${row.assignmentId}-${row.version}`, baseVersion: row.version, values: sheetOf(points, stage, row.sheet),
          privateNote: '只给自己看', juryComment: '供评委会参考', participantComment: '建议补充对照实验',
        }));
      }
    }
  }

  /** The newest snapshot of a stage once the worker has made one that differs from `after`. */
  async snapshot(stage: string, after?: string): Promise<string> {
    for (let tries = 0; tries < 300; tries++) {
      const { body } = await this.secretariat.client.get(`/api/results/editions/${this.editionId}/stages/${stage}/snapshots`);
      const latest = (body as { id: string; latest: boolean }[]).find((one) => one.latest);
      if (latest && latest.id !== after) return latest.id;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`no snapshot of ${stage}`);
  }

  /** Proposal, two approvals, publication. */
  async publish(kind: 'shortlist' | 'awards', snapshotId: string, correction?: string): Promise<any> {
    const made = await must(this.secretariat.client.post('/api/results/proposals', { snapshotId, kind }));
    const { body } = await must(this.secretariat.client.post(`/api/results/proposals/${made.body.id}/propose`));
    await must(this.province.client.post(`/api/results/proposals/${body.id}/approve`, { digest: body.digest }));
    await must(this.deputy.client.post(`/api/results/proposals/${body.id}/approve`, { digest: body.digest }));
    return (await must(this.province.client.post(`/api/results/proposals/${body.id}/publish`, { correction }))).body;
  }

  private async insert(sql: string, parameters: unknown[]): Promise<string> {
    return (await this.system.db.first<{ id: string }>(sql, parameters))?.id ?? '';
  }
}

/** The answer, or an error that shows it when the status is not a success. */
export async function must(answer: Promise<Answer> | Answer): Promise<Answer> {
  const got = await answer;
  if (got.status >= 300) throw new Error(`${got.status} ${got.text}`);
  return got;
}
