import { innovationRulebook } from '#libs/contests';
import type { Cast } from '../support/cast.js';

const DAY = 86_400_000;
const STAGES = ['school', 'county', 'prefecture', 'province_check', 'initial', 'final', 'notice'];

/** A contest with one edition that is open since `days` ago (its first stage runs), and one in preparation; ids of both. */
export async function seedPortal(cast: Cast, now: Date): Promise<{ open: string; preparing: string }> {
  const { client } = await cast.as('province_admin');
  const made = async <T>(answer: Promise<{ status: number; body: T; text: string }>): Promise<T> => {
    const { status, body, text } = await answer;
    if (status >= 300) throw new Error(text);
    return body;
  };
  const contest = await made(client.post<{ id: string }>('/api/contests', {
    code: '01', family: 'innovation', name: '湖南省青少年科技创新大赛', nameEn: 'Hunan Youth Science and Technology Innovation Contest', organiser: '演示主办单位',
  }));
  const edition = async (number: number, year: number, start: number): Promise<string> => {
    const { id } = await made(client.post<{ id: string }>('/api/editions', { contestId: contest.id, number, year, name: `第${number}届湖南省青少年科技创新大赛`, nameEn: `${number}th Innovation Contest` }));
    const known = await client.get<{ revision: number }>(`/api/editions/${id}/rulebook`);
    await made(client.put(`/api/editions/${id}/rulebook`, { document: innovationRulebook(year), revision: known.status === 200 ? known.body.revision : 0 }));
    const { version } = await made(client.get<{ version: number }>(`/api/editions/${id}`));
    const at = (days: number): string => new Date(now.getTime() + (start + days) * DAY).toISOString();
    await made(client.put(`/api/editions/${id}/stages`, { version, stages: STAGES.map((key, index) => ({ key, opensAt: at(index * 20), closesAt: at(index * 20 + 19) })) }));
    return id;
  };
  const open = await edition(46, 2026, -10);
  const { sha256 } = await made(client.get<{ sha256: string }>(`/api/editions/${open}/defaults`));
  await made(client.post(`/api/editions/${open}/defaults/confirm`, { sha256 }));
  await made(client.post(`/api/editions/${open}/open`));
  const announcement = await made(client.post<{ id: string }>('/api/announcements', { editionId: open, title: '关于报送材料的通知 <b>粗体</b> 𠅤', body: '第一行\n第二行', pinned: true }));
  await made(client.post(`/api/announcements/${announcement.id}/publish`));
  return { open, preparing: await edition(47, 2027, 300) };
}
