import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessDeclarations, answersTo, ROLES, type Endpoint } from '#libs/identity';
import { buildUnconnected } from '../../apps/api/src/describe.js';

/** Head of each role's column. */
const SHORT: Record<(typeof ROLES)[number], string> = {
  student: 'stu', guardian: 'gua', coach: 'coa', school_admin: 'sch', county_admin: 'cty', prefecture_admin: 'pre', province_admin: 'pro', secretariat: 'sec', judge: 'jud', supervisor: 'sup', system_admin: 'sys',
};

let app: NestFastifyApplication;
let endpoints: Endpoint[];

beforeAll(async () => {
  app = await buildUnconnected(mkdtempSync(join(tmpdir(), 'access-table-')));
  endpoints = app.get(AccessDeclarations, { strict: false }).endpoints();
});

afterAll(async () => {
  await app.close().catch(() => undefined);
});

function line(endpoint: Endpoint): string {
  const declared = endpoint.access;
  const permission = declared === undefined ? 'UNDECLARED' : 'public' in declared ? 'public' : declared.permission;
  const columns = ROLES.map((role) => (answersTo(endpoint, role) ? ' x ' : ' . ')).join(' ');
  return `${endpoint.method.padEnd(7)}${endpoint.path.padEnd(64)} ${permission.padEnd(22)} ${answersTo(endpoint, undefined) ? ' x ' : ' . '} ${columns}`;
}

describe('access', () => {
  it('is declared on every handler', () => {
    expect(endpoints.filter((endpoint) => endpoint.access === undefined)).toEqual([]);
    expect(endpoints.length).toBeGreaterThan(40);
  });

  it('is as reviewed: endpoint x role (any = not logged in)', () => {
    const head = `${''.padEnd(95)}any ${ROLES.map((role) => SHORT[role]).join(' ')}`;
    const lines = [...endpoints].sort((a, b) => (a.path === b.path ? a.method.localeCompare(b.method) : a.path < b.path ? -1 : 1)).map(line);
    expect(`\n${[head, ...lines].join('\n')}\n`).toMatchSnapshot();
  });

  it('names each endpoint once', () => {
    const keys = endpoints.map((endpoint) => `${endpoint.method} ${endpoint.path.replace(/:\w+/g, ':')}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('lets no supervisor write anything but the own account', () => {
    const writes = endpoints.filter((endpoint) => !['GET', 'HEAD'].includes(endpoint.method) && answersTo(endpoint, 'supervisor'));
    const beyond = writes.filter((endpoint) => !endpoint.access || (!('public' in endpoint.access) && !['own.manage', 'notice.read', 'file.upload'].includes(endpoint.access.permission)));
    expect(beyond.map((endpoint) => `${endpoint.method} ${endpoint.path}`)).toEqual([]);
  });

  it('keeps identity numbers, passwords and contacts out of addresses', () => {
    expect(endpoints.filter((endpoint) => /:(idNumber|password|phone|email)\b/i.test(endpoint.path)).map((endpoint) => endpoint.path)).toEqual([]);
  });
});
