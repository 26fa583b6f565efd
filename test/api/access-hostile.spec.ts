import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { AccessDeclarations, answersTo, type Endpoint, type Role } from '#libs/identity';
import type { HttpClient } from '../support/http-client.js';
import { RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';

/**
 * Sends every endpoint what its own OpenAPI description allows, filled with hostile words, numbers and ids, and what it does not allow,
 * as somebody who may call it. Whatever the answer, it is never the server's fault.
 */
interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minItems?: number;
  items?: Schema;
  allOf?: Schema[];
  properties?: Record<string, Schema>;
}
interface Operation {
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}

let system: TestSystem;
let endpoints: Endpoint[];
let document: { paths: Record<string, Record<string, Operation>>; components?: { schemas?: Record<string, Schema> } };
const clients = new Map<Role, HttpClient>();

/** Who walks where: the first of these that the endpoint answers to. */
const WALKERS: Role[] = ['province_admin', 'system_admin', 'secretariat', 'school_admin', 'coach', 'student', 'judge', 'supervisor', 'guardian'];

const HOSTILE = [
  "'; DROP TABLE person; --", '<script>alert(1)</script>{{7*7}}', '㛃𠅤买买提·吐尔逊👩‍👩‍👧', '%_\\ ../../etc/passwd', '\u202Egnp.exe', '-1', '2012-02-30', '\ud800', 'a\0b', 'x'.repeat(9_000),
];

/** Words of common forms, for fields that take no others. */
const WELL_FORMED = ['13800000000', 'HN-1', '88.5', '2026-01-01', 'word', 'some-words', 'word.other', '0'];

function hostileValue(schema: Schema | undefined, word: string, depth = 0): unknown {
  if (!schema || depth > 6) return word;
  if (schema.$ref) return hostileValue(document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''], word, depth + 1);
  if (schema.allOf?.[0]) return hostileValue(schema.allOf[0], word, depth + 1);
  if (schema.enum) return schema.enum[word.length % schema.enum.length];
  if (schema.properties) return Object.fromEntries(Object.entries(schema.properties).map(([name, inner]) => [name, hostileValue(inner, word, depth + 1)]));
  if (schema.type === 'array') return Array.from({ length: Math.max(schema.minItems ?? 0, 1) }, () => hostileValue(schema.items, word, depth + 1));
  if (schema.type === 'integer') return [schema.maximum ?? 2_147_483_647, schema.minimum ?? 0, 1][word.length % 3];
  if (schema.type === 'number') return 1e308;
  if (schema.type === 'boolean') return true;
  if (schema.type === 'object') return { [word.slice(0, 50)]: [word, null, { constructor: word }] };
  if (schema.format === 'uuid') return randomUUID();
  if (schema.format === 'date') return '9999-12-31';
  if (schema.format === 'date-time') return '0001-01-01T00:00:00Z';
  if (schema.format === 'email') return 'hostile@example.org';
  const { pattern } = schema;
  if (pattern !== undefined) return WELL_FORMED.find((one) => new RegExp(pattern).test(one)) ?? word;
  return [...word].slice(0, schema.maxLength ?? 10_000).join('');
}

const operationOf = (endpoint: Endpoint): Operation | undefined =>
  document.paths[`/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`]?.[endpoint.method.toLowerCase()];

const known = new Map<string, string | undefined>();

/** The path with the id of something real that the walker can see in the list above it; a made-up id where there is none. */
async function realPath(endpoint: Endpoint, walker: Role, client: HttpClient): Promise<string> {
  const list = endpoint.path.split('/:')[0] ?? '';
  const key = `${walker} ${list}`;
  if (endpoint.path.includes(':') && !known.has(key)) {
    const lists = endpoints.filter((one) => one.method === 'GET' && !one.path.includes(':') && (one.path === list || one.path.startsWith(`${list}/`)) && answersTo(one, walker));
    const bodies = await Promise.all(lists.map(async (one) => (await client.get(`/api${one.path}`)).body));
    known.set(key, bodies.flatMap((body) => (Array.isArray(body) ? body : (body?.rows ?? []))).at(-1)?.id);
  }
  return endpoint.path.replace(/:\w+/, () => known.get(key) ?? randomUUID()).replace(/:\w+/g, () => randomUUID());
}

/** These end the session of the walker or of another one, or change the clock; the other specs look at them. */
const NOT_WALKED = /^(DELETE \/session|DELETE \/account\/sessions(\/:id)?|POST \/session|PUT \/security-policy|PUT \/clock|POST \/accounts\/:id\/(closure|second-factor-reset))$/;

async function faults(bodyFor: (operation: Operation | undefined) => unknown, wordInQuery: string | undefined): Promise<string[]> {
  const found: string[] = [];
  for (const endpoint of endpoints.filter((one) => !NOT_WALKED.test(`${one.method} ${one.path}`) && one.method !== 'HEAD')) {
    const walker = WALKERS.find((role) => answersTo(endpoint, role));
    const client = walker && clients.get(walker);
    if (!client) continue;
    const operation = operationOf(endpoint);
    const asked = (operation?.parameters ?? []).filter((one) => one.in === 'query');
    // A read without questions has nowhere to put a word.
    if (endpoint.method === 'GET' && (wordInQuery === undefined || asked.length === 0)) continue;
    const query = wordInQuery === undefined ? '' : `?${asked.map((one) => `${one.name}=${encodeURIComponent(String(hostileValue(one.schema, wordInQuery)).replace(/\p{Surrogate}/gu, '\ufffd'))}`).join('&')}`;
    const reads = endpoint.method === 'GET';
    const stop = new AbortController();
    const response = await fetch(`${system.url}/api${await realPath(endpoint, walker, client)}${reads ? query : ''}`, {
      method: endpoint.method,
      signal: stop.signal,
      headers: { cookie: client.cookieHeader(), origin: system.url, ...(reads ? {} : { 'content-type': 'application/json' }) },
      body: reads ? undefined : JSON.stringify(bodyFor(operation)),
    });
    // 401 would mean that the walk has lost its session and proves nothing any more.
    if (response.status === 401 || (response.status >= 500 && response.status !== 503)) found.push(`${endpoint.method} ${endpoint.path} ${response.status}`);
    stop.abort();
  }
  return found;
}

beforeAll(async () => {
  system = await startSystem({ now: '2026-12-01T09:00:00+08:00' });
  const desk = await RegistrationDesk.open(system);
  const { cast } = desk;
  for (const where of ['here', 'elsewhere'] as const) {
    await (await cast.as('coach', where)).client.post('/api/people', { kind: 'student', name: '敌意测', schoolId: cast.units[where].school });
    await desk.submitted({ where });
  }
  for (const role of WALKERS) clients.set(role, (await cast.as(role)).client);
  endpoints = system.api.get(AccessDeclarations, { strict: false }).endpoints();
  document = (await system.client().get('/api/openapi.json')).body;
});

describe('no input is the server’s fault', () => {
  it.each(HOSTILE.map((word, index) => [index, word] as const))('word %i in every field', async (_index, word) => {
    const body = (operation: Operation | undefined): unknown => hostileValue(operation?.requestBody?.content['application/json']?.schema, word);
    expect(await faults(body, word)).toEqual([]);
  });

  it.each([['a list', []], ['a text', 'text'], ['null', null], ['a deep thing', JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`)], ['numbers for words', { name: 1, login: {}, reason: [], id: 7, rows: 'x' }]])(
    '%s as the whole body',
    async (_what, body) => {
      expect(await faults(() => body, undefined)).toEqual([]);
    },
  );
});
