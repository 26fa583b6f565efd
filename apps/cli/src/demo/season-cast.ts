import { ApiSession, UnexpectedAnswer } from './api-session.js';
import type { MadeUpPeople } from './made-up-people.js';
import type { Meter } from './meter.js';
import { inParallel } from './pool.js';
import type { Cast, JudgeActor, SchoolActor, Stage, UnitActor } from './season-people.js';
import type { SeasonPlan } from './season-plan.js';
import type { Seeded } from './seeded.js';

export const DEMO_PASSWORD = 'Demo-2026-pass';

const SCHOOL_NAMES: Record<Stage, string[]> = {
  primary: ['青禾小学', '望麓小学', '白石小学', '春江实验小学', '向阳小学', '枫林小学'],
  junior: ['清源中学', '明德实验中学', '石桥中学', '云溪初级中学', '临江中学'],
  senior: ['第一中学', '育才高级中学', '外国语学校', '博雅中学'],
};
const LONG_NAME = '师范大学附属高新技术产业开发区实验学校（北校区）';
const FIELDS = ['MA', 'PH', 'CH', 'CS', 'ES', 'EN', 'ZO', 'BO', 'MI', 'MH', 'BC', 'EV', 'BS', 'MS', 'LS', 'PE', 'TD', 'PS'];

interface Division {
  id: string;
  kind: string;
  name: string;
  parentId: string | null;
}

export interface CastOptions {
  url: string;
  meter: Meter;
  plan: SeasonPlan;
  random: Seeded;
  people: MadeUpPeople;
  systemAdmin: ApiSession;
  /** Login names of this season's cast begin with it, so that two seasons fit into one installation. */
  prefix: string;
  say(line: string): void;
}

/** Invites everybody as the right superior does, lets them set their passwords, registers the schools. */
export async function gatherCast(options: CastOptions): Promise<Cast> {
  const { url, meter, plan, random, people, systemAdmin, prefix } = options;
  const nobody = new ApiSession(url, meter);

  const enter = async (host: ApiSession, role: string, login: string, name: string, scope: Record<string, string> = {}): Promise<{ session: ApiSession; accountId: string }> => {
    const loginName = `${prefix}${login}`;
    const { accountId, url: link } = await host.post<{ accountId: string; url: string }>('/api/invitations', { name, loginName, role, ...scope });
    const token = new URL(link).pathname.split('/').at(-1);
    await nobody.post('/api/invitations/acceptance', { token, password: DEMO_PASSWORD });
    return { accountId, session: new ApiSession(url, meter, { login: loginName, password: DEMO_PASSWORD }) };
  };

  const divisions = await nobody.get<Division[]>('/api/divisions');
  const provinceUnit = divisions.find((unit) => unit.kind === 'province');
  if (!provinceUnit) throw new UnexpectedAnswer('the installation has no divisions');
  const province = (await enter(systemAdmin, 'province_admin', 'province', '省组委会办公室', { orgUnitId: provinceUnit.id })).session;
  const provinceDeputy = (await enter(systemAdmin, 'province_admin', 'deputy', '省组委会副主任', { orgUnitId: provinceUnit.id })).session;
  const secretariat = (await enter(province, 'secretariat', 'secretariat', '评委会秘书处')).session;
  const supervisor = (await enter(systemAdmin, 'supervisor', 'supervisor', '监督组', { orgUnitId: provinceUnit.id })).session;

  const prefectures = await inParallel(divisions.filter((unit) => unit.kind === 'prefecture').slice(0, plan.prefectures), 4, async (unit, index): Promise<UnitActor> => ({
    id: unit.id, name: unit.name, prefectureId: unit.id, admin: (await enter(province, 'prefecture_admin', `prefecture${index + 1}`, `${unit.name}科协`, { orgUnitId: unit.id })).session,
  }));
  const counties = divisions.filter((unit) => unit.kind === 'county' && prefectures.some((prefecture) => prefecture.id === unit.parentId));
  const chosenCounties = chooseCounties(counties, prefectures, plan.schools);
  const countyActors = await inParallel(chosenCounties, 4, async (unit, index): Promise<UnitActor> => {
    const prefecture = prefectures.find((candidate) => candidate.id === unit.parentId) as UnitActor;
    // Every ninth county has no office: its prefecture acts for it.
    if (index % 9 === 8) return { id: unit.id, name: unit.name, prefectureId: prefecture.id };
    const { session } = await enter(prefecture.admin as ApiSession, 'county_admin', `county${index + 1}`, `${unit.name}科协`, { orgUnitId: unit.id });
    return { id: unit.id, name: unit.name, prefectureId: prefecture.id, admin: session };
  });

  const schools = await inParallel(Array.from({ length: plan.schools }, (_, index) => index), 4, async (index): Promise<SchoolActor> => {
    const county = countyActors[index % countyActors.length] as UnitActor;
    const stage = (['primary', 'junior', 'senior'] as const)[Math.floor(index / countyActors.length + index) % 3] as Stage;
    const place = county.name.replace(/(自治县|县|市|区)$/u, '');
    const choice = SCHOOL_NAMES[stage];
    const name = index === 1 ? `${place}${LONG_NAME}` : `${place}${choice[Math.floor(index / countyActors.length) % choice.length]}`;
    const host = county.admin ?? (prefectures.find((prefecture) => prefecture.id === county.prefectureId)?.admin as ApiSession);
    const { id } = await host.post<{ id: string }>('/api/schools', { countyId: county.id, name, schoolType: 'ordinary', stages: [stage], notADuplicate: true });
    const admin = await enter(host, 'school_admin', `school${index + 1}`, `${name}（管理员）`, { orgUnitId: id });
    const coach = await enter(admin.session, 'coach', `coach${index + 1}`, people.name(), { orgUnitId: id });
    return { id, name, stage, countyId: county.id, prefectureId: county.prefectureId, admin: admin.session, coach: coach.session };
  });

  const judges = await inParallel(Array.from({ length: plan.initialJudges }, (_, index) => index), 4, async (index): Promise<JudgeActor> => {
    const name = people.name();
    const { session, accountId } = await enter(secretariat, 'judge', `judge${index + 1}`, name);
    const fields = random.shuffled(FIELDS).slice(0, 6);
    await secretariat.put(`/api/judging/judges/${accountId}`, {
      employerOrgId: null, employer: `演示大学第${(index % 17) + 1}学院`, post: random.pick(['教授', '副教授', '研究员']), prefectureId: null, fields, loadWish: null,
    });
    return { accountId, name, session };
  });
  return { systemAdmin, province, provinceDeputy, secretariat, supervisor, prefectures, counties: countyActors, schools, judges, nobody };
}

/** Counties in turn from all prefectures, so that a small season still reaches each of them. */
function chooseCounties(counties: Division[], prefectures: UnitActor[], schools: number): Division[] {
  const byPrefecture = prefectures.map((prefecture) => counties.filter((county) => county.parentId === prefecture.id));
  const chosen: Division[] = [];
  for (let round = 0; chosen.length < Math.min(schools, counties.length); round++) {
    for (const list of byPrefecture) {
      const county = list[round];
      if (county) chosen.push(county);
    }
  }
  return chosen.slice(0, schools);
}
