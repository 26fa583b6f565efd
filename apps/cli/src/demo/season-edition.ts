import type { ApiSession } from './api-session.js';
import type { Cast } from './season-people.js';
import { calendarOf, yearOf, type SeasonPlan } from './season-plan.js';

/** Sets the installation's clock; it must be a rehearsal. */
export type SetClock = (instant: Date) => Promise<void>;

interface EditionAnswer {
  id: string;
  version: number;
}

/** Contest, edition, rulebook, calendar; the [D] defaults are confirmed and the edition opens. The edition's id. */
export async function openEdition(cast: Cast, plan: SeasonPlan, rulebook: Record<string, unknown>, setClock: SetClock): Promise<string> {
  const { province } = cast;
  const contests = await province.get<{ id: string; family: string }[]>('/api/contests');
  const contest =
    contests.find((candidate) => candidate.family === 'innovation') ??
    (await province.post<{ id: string }>('/api/contests', {
      code: '01', family: 'innovation', name: '湖南省青少年科技创新大赛', nameEn: 'Hunan Youth Science and Technology Innovation Contest', organiser: '湖南省科学技术协会等（演示）',
      summary: '面向全省中小学生的科技创新成果竞赛。本页为演示数据。',
    }));
  const calendar = calendarOf(plan);
  await setClock(new Date(plan.opensAt.getTime() - 20 * 86_400_000));
  let edition = await province.post<EditionAnswer>('/api/editions', {
    contestId: contest.id, number: plan.editionNumber, year: yearOf(plan), name: `第${plan.editionNumber}届湖南省青少年科技创新大赛`, nameEn: `${plan.editionNumber}th Hunan Youth Science and Technology Innovation Contest`,
  });
  await saveRulebook(province, edition.id, rulebook);
  edition = await province.get<EditionAnswer>(`/api/editions/${edition.id}`);
  await province.put(`/api/editions/${edition.id}/stages`, {
    version: edition.version, stages: Object.entries(calendar).map(([key, [opensAt, closesAt]]) => ({ key, opensAt, closesAt })),
  });
  const { sha256 } = await province.get<{ sha256: string }>(`/api/editions/${edition.id}/defaults`);
  await province.post(`/api/editions/${edition.id}/defaults/confirm`, { sha256 });
  await province.post(`/api/editions/${edition.id}/open`);
  const announcement = await province.post<{ id: string }>('/api/announcements', {
    editionId: edition.id, title: `关于举办第${plan.editionNumber}届湖南省青少年科技创新大赛的通知（演示）`, pinned: true,
    body: '各市州、各学校：\n\n本届大赛坚持公益、自愿、零收费。请按日程在线申报，逾期系统自动关闭。竞赛结果不作为中小学招生入学依据。\n\n本通知为演示内容。',
  });
  await province.post(`/api/announcements/${announcement.id}/publish`);
  return edition.id;
}

async function saveRulebook(province: ApiSession, editionId: string, document: Record<string, unknown>): Promise<void> {
  const revision = await province.get<{ revision: number }>(`/api/editions/${editionId}/rulebook`).then(
    (rulebook) => rulebook.revision,
    () => 0,
  );
  await province.put(`/api/editions/${editionId}/rulebook`, { document, revision });
}
