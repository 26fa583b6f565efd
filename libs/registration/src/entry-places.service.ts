import { Injectable } from '@nestjs/common';
import { Quotas, type Level } from '#libs/contests';
import { Database } from '#libs/platform';
import type { EntryRow } from './entry-reach.service.js';

type Placed = Pick<EntryRow, 'id' | 'editionId' | 'type' | 'groupKey' | 'countyId' | 'prefectureId' | 'holdsCountyPlace' | 'holdsPrefecturePlace'>;
export type PlaceLevel = Extract<Level, 'county' | 'prefecture'>;

/** Places of a unit that nobody holds any more. */
export interface FreedPlaces {
  editionId: string;
  level: PlaceLevel;
  unitId: string;
  type: string;
  count: number;
}

interface PlacedGroup {
  editionId: string;
  unitId: string;
  type: string;
  group: string | null;
  ids: string[];
}

const COLUMN: Record<PlaceLevel, string> = { county: 'holds_county_place', prefecture: 'holds_prefecture_place' };
const unitOf = (entry: Placed, level: PlaceLevel): string => (level === 'county' ? entry.countyId : entry.prefectureId);

/** Entries of one type and group that share one unit's places, in a fixed order, so that two batches lock the quotas alike. */
export function byUnit(entries: Placed[], level: PlaceLevel): PlacedGroup[] {
  const groups = new Map<string, PlacedGroup>();
  for (const entry of entries) {
    const unitId = unitOf(entry, level);
    const key = `${entry.editionId} ${unitId} ${entry.type} ${entry.groupKey ?? ''}`;
    const group = groups.get(key) ?? { editionId: entry.editionId, unitId, type: entry.type, group: entry.groupKey, ids: [] };
    group.ids.push(entry.id);
    groups.set(key, group);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** The places entries use of their county's and prefecture's quotas. What an entry holds stands on the entry itself. */
@Injectable()
export class EntryPlaces {
  constructor(private readonly database: Database, private readonly quotas: Quotas) {}

  /** Takes one place for each entry, all or none. Call `hold` for the answered ids once the entries have moved. */
  async take(entries: Placed[], level: PlaceLevel): Promise<string[]> {
    const counted: string[] = [];
    for (const group of byUnit(entries, level)) {
      if (await this.quotas.take(group.editionId, level, group.unitId, group.type, group.ids.length, group.group)) counted.push(...group.ids);
    }
    return counted;
  }

  async hold(ids: string[], level: PlaceLevel): Promise<void> {
    if (ids.length > 0) await this.database.query(`UPDATE entry SET ${COLUMN[level]} = true WHERE id = ANY ($1::uuid[])`, [ids]);
  }

  /** Gives back every place these entries hold; the places that are free now. */
  async release(entries: Placed[]): Promise<FreedPlaces[]> {
    return [
      ...(await this.giveBack(entries.filter((entry) => entry.holdsCountyPlace), 'county')),
      ...(await this.giveBack(entries.filter((entry) => entry.holdsPrefecturePlace), 'prefecture')),
    ];
  }

  private async giveBack(entries: Placed[], level: PlaceLevel): Promise<FreedPlaces[]> {
    if (entries.length === 0) return [];
    await this.database.query(`UPDATE entry SET ${COLUMN[level]} = false WHERE id = ANY ($1::uuid[])`, [entries.map((entry) => entry.id)]);
    const groups = byUnit(entries, level);
    for (const group of groups) await this.quotas.giveBack(group.editionId, level, group.unitId, group.type, group.ids.length, group.group);
    return groups.map(({ editionId, unitId, type, ids }) => ({ editionId, level, unitId, type, count: ids.length }));
  }
}
