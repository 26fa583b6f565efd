import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SchoolMerges, type SchoolMerge } from '#libs/identity';
import { Database } from '#libs/platform';

/** What two schools that become one have both: reminders of one day, rows of their tables with one natural key. */
@Injectable()
export class OfficeMerges implements OnModuleInit {
  constructor(private readonly database: Database, private readonly merges: SchoolMerges) {}

  onModuleInit(): void {
    this.merges.beforeMerge((merge) => this.settle(merge));
  }

  private async settle({ fromId, intoId }: SchoolMerge): Promise<void> {
    await this.database.query('DELETE FROM unit_reminder f USING unit_reminder i WHERE f.unit_id = $1 AND i.unit_id = $2 AND i.edition_id = f.edition_id AND i.day = f.day', [fromId, intoId]);
    // The entry of the school that stays keeps the key; the other one is still there, only no longer found by its table's key.
    await this.database.query(
      `UPDATE imported_entry f SET key = f.key || ' ' || f.entry_id FROM imported_entry i
       WHERE f.school_id = $1 AND i.school_id = $2 AND i.edition_id = f.edition_id AND i.type = f.type AND i.key = f.key`,
      [fromId, intoId],
    );
  }
}
