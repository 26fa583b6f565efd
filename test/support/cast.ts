import { Accounts, checkCharacter, Grants, Organisations, People, ROLE_SCOPES, type Role } from '#libs/identity';
import type { HttpClient } from './http-client.js';
import type { TestSystem } from './system.js';

export const PASSWORD = 'Xiangjiang-2026';

/** 芙蓉区 (Changsha) with two schools is "here", 荷塘区 (Zhuzhou) "elsewhere". */
const COUNTIES = { here: '430102', elsewhere: '430202' } as const;
export type Where = keyof typeof COUNTIES;

export interface Player {
  accountId: string;
  personId?: string;
  login: string;
  client: HttpClient;
}

/** A valid identity number of an unassigned region; `sequence` 0 to 999, odd is male. */
export function idNumber(birth = '2012-05-06', sequence = 1): string {
  const first17 = `439901${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}

/** People of every role in two prefectures, made straight through the services and logged in over HTTP as they are called. */
export class Cast {
  private readonly players = new Map<string, Promise<Player>>();

  private constructor(
    private readonly system: TestSystem,
    readonly units: Record<Where, { province: string; prefecture: string; county: string; school: string; sister: string }>,
  ) {}

  static async assemble(system: TestSystem): Promise<Cast> {
    const organisations = system.api.get(Organisations, { strict: false });
    await organisations.seedProvince('43');
    const rows = await system.db.query<{ id: string; code: string; path: string }>(`SELECT id, code, path::text AS path FROM org_unit WHERE kind <> 'school'`);
    const of = (code: string): string => rows.find((row) => row.code === code)?.id ?? '';
    const school = async (county: string, name: string): Promise<string> => {
      const { id } = await organisations.proposeByNewcomer({ countyId: of(county), name, schoolType: 'ordinary', stages: ['primary', 'junior', 'senior'], notADuplicate: true });
      await system.db.query(`UPDATE org_unit SET status = 'active' WHERE id = $1`, [id]);
      return id;
    };
    const place = async (county: string, one: string, two: string) => ({
      province: of('43'), prefecture: of(county.slice(0, 4)), county: of(county), school: await school(county, one), sister: await school(county, two),
    });
    return new Cast(system, { here: await place(COUNTIES.here, '青荷中学', '白鹭小学'), elsewhere: await place(COUNTIES.elsewhere, '云岭中学', '枫林小学') });
  }

  /** The logged-in holder of that role at that place; always the same one. */
  as(role: Role, where: Where = 'here'): Promise<Player> {
    const key = `${role} ${where}`;
    const known = this.players.get(key) ?? this.hire(role, where);
    this.players.set(key, known);
    return known;
  }

  /** One more account with that role (at `orgUnitId` where it is not the place's own). */
  async hire(role: Role, where: Where = 'here', orgUnitId?: string): Promise<Player> {
    const { api } = this.system;
    const scope = ROLE_SCOPES[role][0];
    const unit = scope && scope in this.units[where] ? this.units[where][scope as keyof Cast['units'][Where]] : undefined;
    const login = `${role.replaceAll('_', '.')}.${where}.${this.system.clock.millis().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
    const school = orgUnitId ?? this.units[where].school;
    const kind = role === 'student' || role === 'coach' || role === 'guardian' ? role : 'staff';
    const personId = await api.get(People, { strict: false }).add({
      kind, facts: { name: `陈${[...login].length}试`, ...(role === 'student' ? { birthDate: '2012-05-06', stage: 'junior' as const } : {}) }, schoolId: kind === 'student' || kind === 'coach' ? school : null, createdBy: null,
    });
    const accountId = await api.get(Accounts, { strict: false }).add({ name: '陈试', loginName: login, password: PASSWORD, personId });
    const scopedTo = orgUnitId ?? unit;
    await api.get(Grants, { strict: false }).put({ accountId, role, ...(scopedTo === undefined ? {} : { orgUnitId: scopedTo }) });
    return { accountId, personId, login, client: await this.logIn(login) };
  }

  async logIn(login: string, password = PASSWORD): Promise<HttpClient> {
    const client = this.system.client();
    const answer = await client.post('/api/session', { login, password });
    if (answer.status !== 200) throw new Error(`Login of ${login} answered ${answer.status} ${answer.text}`);
    return client;
  }
}
