import { describe, expect, it } from '@jest/globals';
import { dataSourceFor } from '#libs/platform';
import { rooms } from '../../apps/rooms.js';
import { freshDatabase } from '../support/fresh-database.js';

describe('entities and tables', () => {
  it('agree: the migrations make every column that the entities name, of the same kind', async () => {
    const database = await freshDatabase();
    const source = await dataSourceFor(database.url, rooms, 2).initialize();
    try {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      // The database may refuse more than the entities know: what would only take away a constraint, an index or a default is no drift.
      const drift = upQueries.map(({ query }) => query).filter((query) => !/DROP (CONSTRAINT|INDEX)|^DROP INDEX|ADD CONSTRAINT|CREATE (UNIQUE )?INDEX|ALTER COLUMN "\w+" (DROP|SET) DEFAULT/.test(query));
      expect(drift).toEqual([]);
      expect(await source.showMigrations()).toBe(false);
    } finally {
      await source.destroy();
      await database.drop();
    }
  });
});
