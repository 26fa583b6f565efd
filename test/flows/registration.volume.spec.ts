import { beforeAll, describe, expect, it } from '@jest/globals';
import { must, RegistrationDesk } from '../support/registration-desk.js';
import { exportedCsv } from '../support/list-export.js';
import { startSystem, type TestSystem } from '../support/system.js';

/** A season's entries from county level up: lists and figures must not grow with them. */
describe('10,000 entries', () => {
  let system: TestSystem;
  let desk: RegistrationDesk;

  beforeAll(async () => {
    system = await startSystem({ now: '2026-12-01T09:00:00+08:00', worker: true });
    desk = await RegistrationDesk.open(system);
    const coach = await desk.cast.as('coach');
    await system.db.query(
      `INSERT INTO org_unit (kind, name, name_key, path, parent_id, school_type, stages)
       SELECT 'school', '第' || n || '中学', '第' || n || '中学', (c.path::text || '.sv' || n)::ltree, c.id, 'ordinary', '{junior}'
       FROM (SELECT id, path, row_number() OVER (ORDER BY path) AS place FROM org_unit WHERE kind = 'county') c JOIN generate_series(1, 600) n ON n % 122 = c.place - 1`,
    );
    await system.db.query(
      `WITH schools AS (SELECT s.id, s.parent_id AS county, c.parent_id AS prefecture, row_number() OVER (ORDER BY s.path) AS place FROM org_unit s JOIN org_unit c ON c.id = s.parent_id WHERE s.kind = 'school'),
            added AS (INSERT INTO entry (edition_id, type, group_key, discipline, class_key, title, state, school_id, county_id, prefecture_id, entry_no, created_by, created_at, updated_at, submitted_at, state_since)
                      SELECT $1, 'project', (ARRAY['primary', 'junior', 'senior'])[1 + n % 3], 'EN', 'B', '第' || n || '号自动装置', (ARRAY['submitted', 'school_approved', 'county_recommended'])[1 + n % 3],
                             s.id, s.county, s.prefecture, 'V' || lpad(n::text, 6, '0'), $2, $3::timestamptz + n * interval '1 second', $3::timestamptz + n * interval '1 second', $3, $3
                      FROM generate_series(1, 10000) n JOIN schools s ON s.place = 1 + n % (SELECT count(*) FROM schools) RETURNING id, school_id),
            people AS (INSERT INTO person (id, kind, name, school_id, stage) SELECT gen_random_uuid(), 'student', '作者' || row_number() OVER (), school_id, 'junior' FROM added RETURNING id, name)
       INSERT INTO entry_member (entry_id, edition_id, person_id, position, bound, added_at)
       SELECT a.id, $1, p.id, 1, true, $3 FROM (SELECT id, row_number() OVER () AS place FROM added) a JOIN (SELECT id, row_number() OVER () AS place FROM people) p ON p.place = a.place`,
      [desk.editionId, coach.accountId, system.clock.now()],
    );
    await system.db.query('ANALYZE');
  });

  it.each([
    ['the first page', 'size=50'],
    ['the last page by title', 'size=50&page=200&sort=title'],
    ['a search in titles, schools and names', `q=${encodeURIComponent('作者77')}`],
    ['one prefecture and state', 'state=county_recommended&size=50&sort=-submittedAt'],
  ])('%s comes within a second', async (_name, query) => {
    const { client } = await desk.cast.as('province_admin');
    const path = `/api/entries?editionId=${desk.editionId}&${query}`;
    const list = must(await client.get(path));
    // The best of some: what else the machine does meanwhile is not the list's doing.
    let best = Infinity;
    for (let time = 0; time < 4 && best >= 1000; time++) {
      const begun = performance.now();
      must(await client.get(path));
      best = Math.min(best, performance.now() - begun);
    }
    expect(best).toBeLessThan(1000);
    expect(list.total).toBeGreaterThan(0);
    expect(list.rows.length).toBeGreaterThan(0);
  });

  it('the number of statements does not grow with the rows of a page', async () => {
    const { client } = await desk.cast.as('province_admin');
    const statements = async (size: number): Promise<number> => {
      let count = 0;
      const original = system.db.source.createQueryRunner.bind(system.db.source);
      system.db.source.createQueryRunner = (mode) => {
        const runner = original(mode);
        const query = runner.query.bind(runner);
        runner.query = (...given: Parameters<typeof query>) => {
          count++;
          return query(...given);
        };
        return runner;
      };
      must(await client.get(`/api/entries?editionId=${desk.editionId}&size=${size}`));
      system.db.source.createQueryRunner = original;
      return count;
    };
    const [one, many] = [await statements(1), await statements(100)];
    expect(one).toBeGreaterThan(1);
    expect(many).toBe(one);
  });

  it('a page of recommendations in one batch are one transaction of seconds', async () => {
    const office = await desk.cast.as('prefecture_admin');
    must(await desk.setPlaces('prefecture', desk.cast.units.here.prefecture, 10_000));
    const list = must(await office.client.get(`/api/entries?editionId=${desk.editionId}&state=county_recommended&size=200`));
    const entryIds = list.rows.map((row: any) => row.id);
    expect(entryIds.length).toBeGreaterThan(150);
    const begun = performance.now();
    expect(must(await office.client.post('/api/entry-decisions', { editionId: desk.editionId, action: 'recommend', entryIds })).done).toBe(entryIds.length);
    expect(performance.now() - begun).toBeLessThan(20_000);
    const held = await system.db.first<{ used: number }>(`SELECT used FROM quota WHERE unit_id = $1 AND entry_type = '*'`, [desk.cast.units.here.prefecture]);
    expect(held?.used).toBe(entryIds.length);
    const numbers = await system.db.first<{ count: number }>('SELECT count(DISTINCT authorisation_no)::int AS count FROM entry WHERE authorisation_no IS NOT NULL');
    expect(numbers?.count).toBe(entryIds.length);
  });

  it('a dashboard and an export of them come', async () => {
    const { client } = await desk.cast.as('province_admin');
    const figures = must(await client.get(`/api/dashboards/registration?editionId=${desk.editionId}`));
    expect(figures).toMatchObject({ total: 10_000 });
    expect(figures.byUnit).toHaveLength(14);
    const begun = performance.now();
    const ordered = must(await client.post('/api/entry-exports', { editionId: desk.editionId, format: 'csv' }));
    expect([ordered.state, performance.now() - begun < 1_000]).toEqual(['making', true]);
    expect((await exportedCsv(client, { editionId: desk.editionId })).trimEnd().split('\r\n')).toHaveLength(10_001);
  });
});
