import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sqlState } from '#libs/platform';
import { startSystem, type TestSystem } from '../support/system.js';

describe('transactions', () => {
  let system: TestSystem;
  const values = async () => (await system.db.query<{ value: number }>('SELECT value FROM rehearsal_row ORDER BY id')).map((row) => row.value);
  const add = (id: number) => system.db.query('UPDATE rehearsal_row SET value = value + 1 WHERE id = $1', [id]);
  /** Both sides wait here for each other, in their first attempt only. */
  const meeting = () => {
    let arrived = 0;
    let open = (): void => undefined;
    const everybody = new Promise<void>((resolve) => (open = resolve));
    return async (attempt: number): Promise<void> => {
      if (attempt > 1) return;
      if (++arrived === 2) open();
      await everybody;
    };
  };

  beforeAll(async () => {
    system = await startSystem();
    await system.db.query('CREATE TABLE rehearsal_row (id integer PRIMARY KEY, value integer NOT NULL)');
    await system.db.query('INSERT INTO rehearsal_row VALUES (1, 0), (2, 0)');
  });
  afterAll(() => system.close());

  it('runs both of two that lock each other out (40P01)', async () => {
    const meet = meeting();
    let runs = 0;
    const crossing = (first: number, second: number) => {
      let attempt = 0;
      return system.db.transaction(async () => {
        runs++;
        await add(first);
        await meet(++attempt);
        await add(second);
      });
    };
    await Promise.all([crossing(1, 2), crossing(2, 1)]);
    expect(await values()).toEqual([2, 2]);
    expect(runs).toBeGreaterThan(2);
  });

  it('runs again what could not be serialised (40001)', async () => {
    const meet = meeting();
    let runs = 0;
    const increment = () => {
      let attempt = 0;
      return system.db.transaction(async () => {
        runs++;
        await system.db.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
        const row = await system.db.first<{ value: number }>('SELECT value FROM rehearsal_row WHERE id = 1');
        await meet(++attempt);
        await system.db.query('UPDATE rehearsal_row SET value = $1 WHERE id = 1', [(row?.value ?? 0) + 1]);
      });
    };
    const [before = 0] = await values();
    await Promise.all([increment(), increment()]);
    expect((await values())[0]).toBe(before + 2);
    expect(runs).toBe(3);
  });

  it('does not repeat what is simply wrong, nor calls the effects of what rolled back', async () => {
    let runs = 0;
    const effects: string[] = [];
    const work = system.db.transaction(async () => {
      runs++;
      system.db.afterCommit(() => effects.push('rolled back'));
      await system.db.query('INSERT INTO rehearsal_row VALUES (1, 0)');
    });
    const error: unknown = await work.catch((reason: unknown) => reason);
    expect(sqlState(error)).toBe('23505');
    await system.db.transaction(async () => system.db.afterCommit(() => effects.push('committed')));
    expect([runs, effects]).toEqual([1, ['committed']]);
  });
});
