import type { ApiSession } from './api-session.js';
import { ENTRY_TYPES, type EntryType } from './entry-kinds.js';
import type { Meter } from './meter.js';
import { inParallel } from './pool.js';
import type { Cast, UnitActor } from './season-people.js';
import { inAll, type SeasonPlan } from './season-plan.js';
import type { Seeded } from './seeded.js';

interface Row {
  id: string;
  type: EntryType;
  state: string;
  version: number;
  countyId: string;
  prefectureId: string;
}

interface BatchAnswer {
  done: number;
  rows: { entryId: string; possible: boolean; code: string | null }[];
}

const PAGE = 200;

/** All rows of a list, page by page. */
export async function allRows<T>(session: ApiSession, path: string): Promise<T[]> {
  const rows: T[] = [];
  for (let page = 1; ; page++) {
    const answer = await session.get<{ rows: T[]; total: number }>(`${path}&page=${page}&size=${PAGE}`);
    rows.push(...answer.rows);
    if (rows.length >= answer.total || answer.rows.length === 0) return rows;
  }
}

async function decideAll(session: ApiSession, meter: Meter, editionId: string, action: string, entryIds: string[], checked: string[], reason?: string): Promise<void> {
  for (let at = 0; at < entryIds.length; at += PAGE) {
    const part = entryIds.slice(at, at + PAGE);
    const answer = await session.post<BatchAnswer>('/api/entry-decisions', { editionId, action, entryIds: part, checked, ...(reason ? { reason } : {}) });
    if (answer.done !== part.length) meter.wrong(`${action}: ${answer.done} of ${part.length} done (${answer.rows.find((row) => !row.possible)?.code ?? 'no code'})`);
  }
}

/** Counties look at what their schools approved: about seven in eight go on, a few are sent back, the rest is declined. */
export async function countyRound(cast: Cast, plan: SeasonPlan, editionId: string, meter: Meter, random: Seeded): Promise<void> {
  await inParallel(cast.counties, 4, async (county) => {
    const office = officeOf(cast, county);
    const waiting = await allRows<Row>(office, `/api/entries?editionId=${editionId}&countyId=${county.id}&state=school_approved`);
    for (const type of ENTRY_TYPES) {
      const order = random.shuffled(waiting.filter((row) => row.type === type));
      const keep = Math.ceil(order.length * (inAll(plan, 'entries') > 200 ? 0.8 : 0.7));
      await decideAll(office, meter, editionId, 'recommend', order.slice(0, keep).map((row) => row.id), ['complete', 'lawful']);
      await decideAll(office, meter, editionId, 'decline', order.slice(keep).map((row) => row.id), [], '未达到本县推荐标准');
    }
  });
}

const officeOf = (cast: Cast, county: UnitActor): ApiSession =>
  county.admin ?? (cast.prefectures.find((prefecture) => prefecture.id === county.prefectureId)?.admin as ApiSession);

/** For each type the province splits its places by what the counties recommended; each prefecture ranks, uses its places, and is refused one more. */
export async function prefectureRound(cast: Cast, plan: SeasonPlan, editionId: string, meter: Meter, random: Seeded): Promise<void> {
  const waiting = await inParallel(cast.prefectures, 4, async (prefecture) => ({
    prefecture,
    rows: await allRows<Row>(prefecture.admin as ApiSession, `/api/entries?editionId=${editionId}&prefectureId=${prefecture.id}&state=county_recommended`),
  }));
  for (const type of ENTRY_TYPES) {
    const candidates = waiting.map(({ prefecture, rows }) => ({ prefecture, rows: rows.filter((row) => row.type === type) }));
    const all = candidates.reduce((sum, { rows }) => sum + rows.length, 0);
    if (all === 0) continue;
    const places = await cast.province.post<{ unitId: string; places: number }[]>(`/api/editions/${editionId}/quotas/proposal`, {
      total: Math.min(plan.types[type].places, all), shares: candidates.map(({ prefecture, rows }) => ({ unitId: prefecture.id, weight: rows.length })),
    });
    await cast.province.put(`/api/editions/${editionId}/quotas`, { quotas: places.map((share) => ({ level: 'prefecture', unitId: share.unitId, entryType: type, places: share.places })) });
    await inParallel(candidates, 4, async ({ prefecture, rows }) => {
      const admin = prefecture.admin as ApiSession;
      const quota = places.find((share) => share.unitId === prefecture.id)?.places ?? 0;
      const order = random.shuffled(rows).map((row) => row.id);
      if (order.length === 0) return;
      await admin.put('/api/entry-rankings', { editionId, level: 'prefecture', unitId: prefecture.id, type, entryIds: order });
      await decideAll(admin, meter, editionId, 'recommend', order.slice(0, quota), ['reviewed', 'published']);
      const next = rows.find((row) => row.id === order[quota]);
      if (next) await admin.mustBeRefused('POST', `/api/entries/${next.id}/decision`, { action: 'recommend', version: next.version, checked: ['reviewed', 'published'] }, 'QUOTA_EXCEEDED');
      await decideAll(admin, meter, editionId, 'decline', order.slice(quota), [], '名额已满，未获推荐');
    });
  }
}

/** The province's office checks eligibility: a few are not eligible. Ids of those that go on. */
export async function provinceCheck(cast: Cast, editionId: string, meter: Meter, random: Seeded): Promise<string[]> {
  const rows = await allRows<Row>(cast.province, `/api/entries?editionId=${editionId}&state=prefecture_recommended`);
  const order = random.shuffled(rows).map((row) => row.id);
  const ineligible = order.slice(0, Math.floor(order.length / 120));
  await decideAll(cast.province, meter, editionId, 'declareEligible', order.slice(ineligible.length), ['eligible', 'blind']);
  await decideAll(cast.province, meter, editionId, 'declareIneligible', ineligible, [], '研究完成时间不在规定期限内');
  return order.slice(ineligible.length);
}
