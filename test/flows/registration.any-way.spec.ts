import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TRANSITIONS, type EntryAction, type EntryState } from '#libs/registration';
import type { Player } from '../support/cast.js';
import { RecommendedEntries } from '../support/recommended-entries.js';
import { RegistrationDesk } from '../support/registration-desk.js';
import { startSystem, type TestSystem } from '../support/system.js';

interface Move {
  entry: number;
  act: 'recommend' | 'recommendHigher' | 'return' | 'returnHigher' | 'decline' | 'withdraw' | 'eligible' | 'places' | 'substitutes' | 'accept' | 'passOn';
  places: number;
  kind: string;
}

const move = fc.record({
  entry: fc.nat({ max: 5 }),
  act: fc.constantFrom<Move['act']>('recommend', 'recommend', 'recommendHigher', 'recommendHigher', 'return', 'returnHigher', 'decline', 'withdraw', 'eligible', 'places', 'substitutes', 'accept', 'accept', 'passOn'),
  places: fc.nat({ max: 4 }),
  kind: fc.constantFrom('*', '*', 'project', 'project/junior', 'project/primary'),
});

/** Whatever officials and makers do, in whatever order and how many at once. */
describe('any way through the chain', () => {
  let system: TestSystem;
  let desk: RegistrationDesk;
  let stock: RecommendedEntries;
  let people: { coach: Player; school: Player; county: Player; prefecture: Player; province: Player };

  beforeAll(async () => {
    system = await startSystem({ now: '2026-12-01T09:00:00+08:00' });
    desk = await RegistrationDesk.open(system);
    stock = new RecommendedEntries(desk);
    const { cast } = desk;
    people = {
      coach: await cast.as('coach'), school: await cast.as('school_admin'), county: await cast.as('county_admin'), prefecture: await cast.as('prefecture_admin'),
      province: await cast.as('province_admin'),
    };
  });

  const broken: unknown[] = [];
  const limited = new Set<string>();
  const statusOf = (one: Move, answer: { status: number; body: unknown }): number => {
    if (answer.status >= 500) broken.push({ act: one.act, status: answer.status, body: answer.body });
    return answer.status;
  };
  /** The prefecture names everything that waits for it, in any order. */
  const nameSubstitutes = async (): Promise<{ status: number; body: unknown }> => {
    const unitId = desk.cast.units.here.prefecture;
    const waiting = await system.db.query<{ id: string }>(`SELECT id FROM entry WHERE prefecture_id = $1 AND state = 'county_recommended' ORDER BY random() LIMIT 6`, [unitId]);
    return people.prefecture.client.put('/api/substitutes', { editionId: desk.editionId, level: 'prefecture', unitId, type: 'project', entryIds: waiting.map((entry) => entry.id) });
  };
  const take = async (id: string, one: Move): Promise<number> => {
    const version = (await system.db.first<{ version: number }>('SELECT version FROM entry WHERE id = $1', [id]))?.version ?? 0;
    const decide = async (by: Player, action: string): Promise<number> => statusOf(one, await desk.decide(by, { id, version }, action, { reason: '按规则处理' }));
    switch (one.act) {
      case 'recommend': return decide(people.county, 'recommend');
      case 'recommendHigher': return decide(people.prefecture, 'recommend');
      case 'return': return decide(people.county, 'return');
      case 'returnHigher': return decide(people.prefecture, 'return');
      case 'decline': return decide(people.prefecture, 'decline');
      case 'eligible': return decide(people.province, 'declareEligible');
      case 'substitutes': return statusOf(one, await nameSubstitutes());
      case 'accept': return statusOf(one, await people.coach.client.post(desk.url(id, '/substitute-answer'), { accept: true }));
      case 'passOn': return statusOf(one, await people.coach.client.post(desk.url(id, '/substitute-answer'), { accept: false }));
      case 'withdraw': return statusOf(one, await people.coach.client.post(desk.url(id, '/withdraw'), { version, reason: '不参加了' }));
      case 'places': return statusOf(one, await desk.setPlaces(one.places % 2 === 0 ? 'county' : 'prefecture', one.places % 2 === 0 ? desk.cast.units.here.county : desk.cast.units.here.prefecture, one.places, one.kind));
    }
  };

  const check = async (ids: string[]): Promise<void> => {
    const { county, prefecture } = desk.cast.units.here;
    for (const [level, unit] of [['county', county], ['prefecture', prefecture]] as const) {
      const quotas = await system.db.query<{ kind: string; places: number | null; used: number; held: number }>(
        `SELECT q.entry_type AS kind, q.places, q.used, (SELECT count(*) FROM entry e LEFT JOIN substitute s ON s.entry_id = e.id AND s.unit_id = $1 AND s.level = $2 AND s.holds_place
           WHERE (e.${level}_id = $1 AND e.holds_${level}_place OR s.id IS NOT NULL) AND q.entry_type IN ('*', e.type, e.type || '/' || e.group_key))::int AS held
         FROM quota q WHERE q.unit_id = $1`, [unit, level],
      );
      for (const quota of quotas) {
        limited.add(quota.places === null ? 'none' : quota.kind);
        expect([quota.kind, quota.used]).toEqual([quota.kind, quota.held]);
        if (quota.places !== null) expect(quota.used).toBeLessThanOrEqual(quota.places);
      }
    }
    const entries = await system.db.query<{ id: string; state: EntryState; frozen: boolean }>('SELECT id, state, content_sha256 IS NOT NULL AS frozen FROM entry WHERE id = ANY ($1::uuid[])', [ids]);
    expect(entries).toHaveLength(ids.length);
    for (const entry of entries) {
      const steps = await system.db.query<{ action: EntryAction; from: EntryState; to: EntryState }>(
        'SELECT action, from_state AS "from", to_state AS "to" FROM entry_decision WHERE entry_id = $1 ORDER BY sequence', [entry.id],
      );
      let state: EntryState = 'school_approved';
      for (const step of steps) {
        expect(step.from).toBe(state);
        expect(TRANSITIONS[step.from][step.action]).toBe(step.to);
        state = step.to;
      }
      expect(entry.state).toBe(state);
      if (['prefecture_recommended', 'eligible'].includes(state)) expect(entry.frozen).toBe(true);
      if (state === 'returned') expect(entry.frozen).toBe(false);
    }
  };

  it('exceeds no quota, loses no entry and leaves none in two states', async () => {
    const seen = new Map<number, number>();
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 10, maxLength: 30 }), fc.integer({ min: 1, max: 6 }), async (moves, together) => {
        await system.db.query('DELETE FROM quota');
        await system.db.query('UPDATE entry SET holds_county_place = false, holds_prefecture_place = false');
        await system.db.query(`UPDATE substitute SET state = 'removed', holds_place = false, ended_at = now() WHERE state IN ('waiting', 'called')`);
        await desk.setPlaces('prefecture', desk.cast.units.here.prefecture, 3);
        await desk.setPlaces('prefecture', desk.cast.units.here.prefecture, 2, round++ % 2 === 0 ? 'project/junior' : 'project/primary');
        const ids = (await stock.add(6, 'school_approved')).map((entry) => entry.id);
        await system.db.query(`UPDATE entry SET group_key = 'primary' WHERE id = ANY ($1::uuid[])`, [ids.slice(0, 3)]);
        for (let at = 0; at < moves.length; at += together) {
          const statuses = await Promise.all(moves.slice(at, at + together).map((one) => take(ids[one.entry] as string, one)));
          for (const status of statuses) seen.set(status, (seen.get(status) ?? 0) + 1);
        }
        await check(ids);
      }),
      { numRuns: 12 },
    );
    // The walk did something: steps taken and steps refused, and never an error of ours.
    expect(seen.get(200) ?? 0).toBeGreaterThan(20);
    expect(seen.get(409) ?? 0).toBeGreaterThan(5);
    expect([...limited]).toEqual(expect.arrayContaining(['*', 'project/junior', 'project/primary']));
    expect(broken).toEqual([]);
  }, 240_000);
});
