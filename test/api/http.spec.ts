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

  it('publishes its OpenAPI document', async () => {
    const answer = await system.client().get('/api/openapi.json');
    expect(answer.status).toBe(200);
    expect(answer.body.openapi).toMatch(/^3\./);
  });
});
