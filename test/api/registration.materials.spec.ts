import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { bombPdf, movie, photo, textPdf } from '../support/made-files.js';
import { must, pdf, png, RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';

let system: TestSystem;
let desk: RegistrationDesk;
let entry: any;

beforeAll(async () => {
  system = await startSystem({ worker: true, now: '2026-12-01T09:00:00+08:00' });
  desk = await RegistrationDesk.open(system);
  const { client } = await desk.cast.as('coach');
  entry = must(await client.post('/api/entries', { editionId: desk.editionId, type: 'project' }));
});

const attach = async (slot: string, content: Buffer, name: string): Promise<any> => desk.attach((await desk.cast.as('coach')).client, entry.id, slot, content, name);
const refusals = async (slot: string, content: Buffer, name: string): Promise<string[]> => {
  const answer = await attach(slot, content, name);
  expect(answer.status).toBe(422);
  return answer.body.problems.map((problem: any) => {
    expect(problem).toMatchObject({ path: 'fileId', message: expect.stringContaining(name) });
    expect(problem.message).not.toContain('{');
    return problem.code;
  });
};

describe('a file put into a slot', () => {
  it('is refused when nobody could open it', async () => {
    expect(await refusals('report', textPdf({ encrypted: true }), 'locked.pdf')).toEqual(['FILE_ENCRYPTED']);
    expect(await refusals('report', Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(5_000, 7), Buffer.from('\n%%EOF\n')]), 'torn.pdf')).toEqual(['FILE_DAMAGED']);
    expect(await refusals('report', bombPdf(80 * 1024 * 1024), 'bomb.pdf')).toEqual(['FILE_BOMB']);
    const picture = await photo(1, { width: 2400, height: 1800 });
    expect(await refusals('images', picture.subarray(0, picture.length >> 1), 'half.jpg')).toEqual(['FILE_DAMAGED']);
    expect(await refusals('images', png(30_000, 6_000), 'huge.png')).toEqual(['FILE_PIXELS']);
    expect(await refusals('video', Buffer.concat([movie(90).subarray(0, 24), Buffer.alloc(400)]), 'torn.mp4')).toEqual(['FILE_DAMAGED']);
  });

  it('is measured by its content', async () => {
    expect(await refusals('video', movie(200), 'long.mp4')).toEqual(['FILE_SECONDS']);
    expect(must<any>(await attach('video', movie(90), 'video.mp4')).materials.find((file: any) => file.slot === 'video')).toMatchObject({ seconds: 90, kind: 'mp4' });
    const view = must<any>(await attach('images', await photo(2, { width: 1500, height: 1000, orientation: 6, dpi: 300 }), 'turned.jpg'));
    expect(view.materials.find((file: any) => file.slot === 'images')).toMatchObject({ width: 1000, height: 1500, dpi: 300, preview: 'waiting' });
  });

  it('tells all of its problems at once', async () => {
    const office = await desk.cast.as('province_admin');
    const { document, version } = must(await office.client.get(`/api/editions/${desk.editionId}/rulebook`));
    Object.assign(document.types[0].materials.find((slot: any) => slot.key === 'images'), { minLongSide: 4000, minShortSide: 3000, minDpi: 300 });
    must(await office.client.post(`/api/editions/${desk.editionId}/rulebook/amendments`, { document, version, reason: '提高图片要求' }));
    expect(await refusals('images', await photo(3, { width: 1200, height: 800, dpi: 72 }), 'small.jpg')).toEqual(['FILE_RESOLUTION', 'FILE_SHORT_SIDE', 'FILE_DPI']);
    expect(await refusals('images', png(4500, 3200), 'nodpi.png')).toEqual([expect.stringMatching(/^FILE_DPI/)]);
  });
});

describe('looking at files', () => {
  it('shows small pictures, upright and without what the camera wrote', async () => {
    const { client } = await desk.cast.as('coach');
    must(await attach('raw', await photo(4, { width: 3000, height: 2000, orientation: 6, artist: 'Huang Xiaojia' }), 'photo.jpg'));
    must(await attach('raw', textPdf({ pages: [['Notebook']] }), 'notes.pdf'));
    const ready = async (): Promise<any[]> => must<any[]>(await client.get(desk.url(entry.id, '/materials'))).filter((file) => file.slot === 'raw');
    for (let tries = 0; tries < 300 && (await ready()).some((file) => file.preview === 'waiting'); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
    const [picture, notes] = await ready();
    expect([picture.preview, notes.preview]).toEqual(['ready', 'ready']);
    for (const [file, size] of [[picture, 'thumbnail'], [picture, 'preview'], [notes, 'thumbnail']] as const) {
      const answer = await fetch(`${system.url}${desk.url(entry.id, `/materials/${file.id}/${size}`)}`, { headers: { cookie: client.cookieHeader() } });
      expect(answer.status).toBe(200);
      const bytes = Buffer.from(await answer.arrayBuffer());
      const facts = await sharp(bytes).metadata();
      expect(facts.exif).toBeUndefined();
      expect(facts.height).toBeGreaterThan(facts.width);
      expect(Math.max(facts.width, facts.height)).toBeLessThanOrEqual(size === 'thumbnail' ? 320 : 1600);
      expect(bytes.includes('Huang')).toBe(false);
    }
    for (const stranger of [await desk.cast.as('coach', 'elsewhere'), await desk.cast.as('judge'), await desk.cast.as('county_admin')]) {
      expect([403, 404]).toContain((await stranger.client.get(desk.url(entry.id, `/materials/${picture.id}/thumbnail`))).status);
    }
  });

  it('keeps older versions with who brought and ended them', async () => {
    must(await attach('novelty', pdf(2, 'one'), '查新.pdf'));
    const school = await desk.cast.as('school_admin');
    must(await desk.attach(school.client, entry.id, 'novelty', pdf(3, 'two'), '查新二.pdf'));
    const versions = must<any[]>(await school.client.get(desk.url(entry.id, '/materials'))).filter((file) => file.slot === 'novelty');
    expect(versions.map(({ number, pages, addedBy, endedBy, endedAt }) => [number, pages, addedBy, endedBy, endedAt === null])).toEqual([[1, 2, '陈试', '陈试', false], [2, 3, '陈试', null, true]]);
    expect((await school.client.get(desk.url(entry.id, `/materials/${versions[0].id}/file`))).status).toBe(200);
  });
});
