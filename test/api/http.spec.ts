import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type TestSystem } from '../support/system.js';

describe('the HTTP surface', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(() => system.close());

  it('answers an unknown path with a refusal that has a code, a sentence and the request id', async () => {
    const answer = await system.client().get('/api/nowhere');
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'NOT_FOUND', message: '没有找到您要的内容。', problems: [] });
    expect(answer.headers.get('x-request-id')).toBe(answer.body.requestId);
  });

  it('answers in English where English is asked for', async () => {
    const answer = await system.client().get('/api/nowhere', { 'accept-language': 'en-GB,en;q=0.9' });
    expect(answer.body.message).toBe('We could not find what you asked for.');
  });

  it('publishes its OpenAPI document', async () => {
    const answer = await system.client().get('/api/openapi.json');
    expect(answer.status).toBe(200);
    expect(answer.body.openapi).toMatch(/^3\./);
  });

  it.each([
    ['broken JSON', '{"login": "a', 'application/json', 400, 'MALFORMED_REQUEST'],
    ['JSON that is no object', '[1, 2]', 'application/json', 400, 'INVALID_INPUT'],
    ['a body of 10 MB', JSON.stringify({ login: 'x'.repeat(10_000_000), password: 'y' }), 'application/json', 413, 'BODY_TOO_LARGE'],
    ['a body that is no JSON', '<login/>', 'text/xml', 415, 'UNSUPPORTED_TYPE'],
    ['wrong types', JSON.stringify({ login: 5, password: { $ne: null } }), 'application/json', 400, 'INVALID_INPUT'],
    ['unknown fields', JSON.stringify({ login: 'nobody', password: 'wrong-password', isAdmin: true }), 'application/json', 400, 'INVALID_INPUT'],
    ['prototype pollution', '{"__proto__": {"admin": true}, "login": "nobody", "password": "x"}', 'application/json', 400, 'MALFORMED_REQUEST'],
  ])('refuses %s with a clear answer', async (_what, body, type, status, code) => {
    const answer = await system.client().send('POST', '/api/session', body, { 'content-type': type });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it.each(['/api/entries/%00', '/api/entries/%ff%fe', '/api/entries/..%2f..%2fetc%2fpasswd', `/api/entries/${'a'.repeat(3000)}`, '/api/public/editions/%F0%A0%85%A4', '/api/entries?page[]=1&page[$gt]=2'])(
    'survives the address %s',
    async (path) => {
      const answer = await system.client().get(path);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    },
  );

  it('refuses a write that comes from another site', async () => {
    const answer = await system.client().send('POST', '/api/session', JSON.stringify({ login: 'a', password: 'b' }), { 'content-type': 'application/json', origin: 'https://elsewhere.example' });
    expect(answer.status).toBe(403);
  });

  it('sends the headers that keep a page from being framed, sniffed or scripted by others', async () => {
    const { headers } = await system.client().get('/api/openapi.json');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
