import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { AccessDeclarations, answersTo, ROLES, type Endpoint, type Role } from '#libs/identity';
import type { Cast, Where } from '../support/cast.js';
import type { HttpClient } from '../support/http-client.js';
import { RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';

/**
 * Walks every endpoint that the running application has, as nobody and as every role, with ids that do not exist; then offers the
 * same role of another place the ids that only this place may see. New endpoints are walked as soon as their room is loaded.
 */
let system: TestSystem;
let cast: Cast;
let desk: RegistrationDesk;
let endpoints: Endpoint[];

const READS = ['GET', 'HEAD'];
/** Roles bound to a place: what one of them has must not be there for its like elsewhere. */
const PLACED: Role[] = ['student', 'coach', 'school_admin', 'county_admin', 'prefecture_admin'];

/** An answer; `empty` when it is a list with nothing in it. */
interface Told {
  status: number;
  code: string | undefined;
  empty: boolean;
}

/** Asks and reads no more than the status and the beginning of the answer: streams of live updates never end. */
async function ask(client: HttpClient, endpoint: Endpoint, path: string): Promise<Told> {
  const stop = new AbortController();
  const response = await fetch(`${system.url}/api${path}`, {
    method: endpoint.method,
    redirect: 'manual',
    signal: stop.signal,
    headers: { cookie: client.cookieHeader(), ...(READS.includes(endpoint.method) ? {} : { origin: system.url, 'content-type': 'application/json' }) },
    body: READS.includes(endpoint.method) ? undefined : '{}',
  });
  const isJson = endpoint.method !== 'HEAD' && (response.headers.get('content-type') ?? '').includes('json');
  const body = isJson ? ((await response.json()) as { code?: string; rows?: unknown[] } | unknown[] | null) : undefined;
  stop.abort();
  const rows = Array.isArray(body) ? body : body?.rows;
  return { status: response.status, code: Array.isArray(body) ? undefined : body?.code, empty: rows?.length === 0 };
}

const named = (endpoint: Endpoint): string => `${endpoint.method} ${endpoint.path}`;
const filled = (path: string, id: () => string): string => path.replace(/:(\w+)|\*\w*/g, (_, name) => (name === 'number' ? '1' : id()));

/** A job that nobody knows is one that is done: its row goes with its work. A check of a printed form answers that there is no such form. */
const UNKNOWN_IS_KNOWN = new Set(['GET /admin/jobs/:id', 'GET /jobs/:id', 'GET /public/forms/:sha256']);

/** What an endpoint answered to somebody it should not have answered so. */
interface Surprise {
  who: string;
  endpoint: string;
  status: number;
  code: string | undefined;
}

/** Somebody of that role. Whoever may end the own sessions or change the own account gets a new login each time. */
async function clientFor(role: Role, endpoint: Endpoint, where: Where = 'here'): Promise<HttpClient> {
  const player = await cast.as(role, where);
  const touchesOwn = endpoint.access !== undefined && 'permission' in endpoint.access && endpoint.access.permission === 'own.manage' && !READS.includes(endpoint.method);
  return touchesOwn ? (await cast.hire(role, where)).client : player.client;
}

async function surprises(role: Role | undefined, wrong: (endpoint: Endpoint, told: Told) => boolean): Promise<Surprise[]> {
  const found: Surprise[] = [];
  for (const endpoint of endpoints) {
    const client = role === undefined ? system.client() : await clientFor(role, endpoint);
    const told = await ask(client, endpoint, filled(endpoint.path, randomUUID));
    if (wrong(endpoint, told)) found.push({ who: role ?? 'nobody', endpoint: named(endpoint), status: told.status, code: told.code });
  }
  return found;
}

beforeAll(async () => {
  system = await startSystem({ now: '2026-12-01T09:00:00+08:00' });
  desk = await RegistrationDesk.open(system);
  cast = desk.cast;
  endpoints = system.api.get(AccessDeclarations, { strict: false }).endpoints();
  for (const role of ROLES) await cast.as(role);
  // Something of its own for each place, so that there is something to keep apart.
  for (const where of ['here', 'elsewhere'] as const) {
    const school = await cast.as('school_admin', where);
    await school.client.post('/api/people', { kind: 'student', name: '走查甲', schoolId: cast.units[where].school });
    const coach = await cast.as('coach', where);
    await coach.client.post('/api/people', { kind: 'student', name: '走查乙', schoolId: cast.units[where].school });
    await desk.submitted({ where });
    await (await cast.as('student', where)).client.post('/api/entries', { editionId: desk.editionId, type: 'project' });
  }
});

describe('every endpoint', () => {
  it('is there to be walked, those of the OpenAPI document too', async () => {
    const document = (await system.client().get('/api/openapi.json')).body as { paths: Record<string, Record<string, unknown>> };
    const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/^\/api/, '').replace(/\{(\w+)\}/g, ':$1')}`));
    const walked = new Set(endpoints.map(named));
    expect(described.filter((one) => !walked.has(one))).toEqual([]);
    expect(described.length).toBeGreaterThan(40);
  });

  it('asks nobody in but where it is public, and breaks for nobody', async () => {
    expect(await surprises(undefined, (endpoint, { status }) => status >= 500 && status !== 503 ? true : answersTo(endpoint, undefined) ? status === 403 : status !== 401)).toEqual([]);
  });

  it.each(ROLES)('answers a %s as the table says, finds nothing behind unknown ids, and never breaks', async (role) => {
    const found = await surprises(role, (endpoint, { status, code, empty }) => {
      if (status === 401 || (status >= 500 && status !== 503)) return true;
      if (!answersTo(endpoint, role)) return !(status === 403 && code === 'FORBIDDEN');
      // An id that does not exist leads to nothing: a refusal, or a list without rows. Which refusal is the service's to say.
      return endpoint.path.includes(':') && status < 400 && !empty && !UNKNOWN_IS_KNOWN.has(named(endpoint));
    });
    expect(found).toEqual([]);
  });

  it('refuses a write with another site’s origin, whoever asks', async () => {
    const found: Surprise[] = [];
    const { client } = await cast.as('system_admin');
    for (const endpoint of endpoints.filter((one) => !READS.includes(one.method))) {
      const response = await fetch(`${system.url}/api${filled(endpoint.path, randomUUID)}`, {
        method: endpoint.method, headers: { cookie: client.cookieHeader(), origin: 'https://evil.example', 'content-type': 'application/json' }, body: '{}',
      });
      const { code } = (await response.json()) as { code?: string };
      if (response.status !== 403 || code !== 'FOREIGN_ORIGIN') found.push({ who: 'evil.example', endpoint: named(endpoint), status: response.status, code });
    }
    expect(found).toEqual([]);
  });
});

describe('the same role elsewhere', () => {
  /** Ids in a list's answer, whatever its shape. */
  const idsIn = (body: unknown): string[] => {
    const rows = Array.isArray(body) ? body : ((body as { rows?: unknown[] } | null)?.rows ?? []);
    return rows.flatMap((row) => (typeof (row as { id?: unknown }).id === 'string' ? [(row as { id: string }).id] : []));
  };

  /** The ids that a list shows, of the open edition where it must be named. */
  const listed = async (client: HttpClient, list: Endpoint): Promise<string[]> => {
    const plain = await client.get(`/api${list.path}?size=200`);
    return idsIn(plain.status === 400 ? (await client.get(`/api${list.path}?editionId=${desk.editionId}`)).body : plain.body);
  };

  it.each(PLACED)('a %s reaches nothing that only this place lists', async (role) => {
    const here = await cast.as(role);
    const elsewhere = await cast.as(role, 'elsewhere');
    const found: Surprise[] = [];
    let tried = 0;
    const lists = endpoints.filter((endpoint) => endpoint.method === 'GET' && !endpoint.path.includes(':') && answersTo(endpoint, role));
    for (const prefix of new Set(endpoints.flatMap((endpoint) => (endpoint.path.includes('/:') ? [endpoint.path.split('/:')[0] ?? ''] : [])))) {
      const own: string[] = [];
      for (const list of lists.filter((one) => one.path === prefix || one.path.startsWith(`${prefix}/`))) {
        const seen = new Set(await listed(elsewhere.client, list));
        own.push(...(await listed(here.client, list)).filter((id) => !seen.has(id)).slice(0, 3));
      }
      for (const endpoint of endpoints.filter((one) => one.path.startsWith(`${prefix}/:`) && answersTo(one, role))) {
        for (const id of own) {
          tried++;
          const { status, code } = await ask(elsewhere.client, endpoint, filled(endpoint.path, () => id));
          // A read finds nothing; a write with an empty body may be refused for that first, but is never done.
          const right = endpoint.method === 'GET' ? status === 404 : status >= 400 && status < 500;
          if (!right) found.push({ who: `${role} elsewhere`, endpoint: named(endpoint), status, code });
        }
      }
    }
    expect(found).toEqual([]);
    // Without anything to try the test would prove nothing.
    expect(tried).toBeGreaterThan(5);
  });
});
