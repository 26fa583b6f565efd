import { beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { startSystem, type TestSystem } from '../support/system.js';

/**
 * The entities describe what the migrations made. Keys, checks and indexes live in the migrations alone (ARCHITECTURE.md), so only
 * tables and columns are compared: missing ones, other types, other nullability, other defaults.
 */
let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});

const OURS_ALONE = /DROP INDEX|DROP CONSTRAINT|ADD CONSTRAINT|CREATE (UNIQUE )?INDEX|COMMENT ON/i;
/** TypeORM reads PostgreSQL's own spelling of an id's default and would write it once more. */
const SAME_DEFAULT = /ALTER COLUMN "id" (DROP DEFAULT|SET DEFAULT gen_random_uuid\(\))$/;

describe('entities and migrations', () => {
  it('agree on every table and column', async () => {
    const source = system.api.get(DataSource);
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(source.entityMetadatas.length).toBeGreaterThan(5);
    expect(upQueries.map(({ query }) => query).filter((query) => !OURS_ALONE.test(query) && !SAME_DEFAULT.test(query))).toEqual([]);
  });
});
