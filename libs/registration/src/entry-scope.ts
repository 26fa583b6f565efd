import { isWithin, type AccessService, type Actor, type Permission } from '#libs/identity';
import { searchTokens } from './core/search-words.js';
import type { EntryQuery } from './dto/entry.dto.js';

/** Conditions of a list with their values, numbered as they are added. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** `?` in the SQL stands for the value. */
  add(sql: string, value: unknown): void {
    const name = `$${this.values.push(value)}`;
    this.parts.push(sql.replaceAll('?', name));
  }

  get sql(): string {
    return this.parts.join(' AND ');
  }
}

/** The caller with the grants that count for the edition: a grant for one edition opens no other. */
export const forEdition = (actor: Actor, editionId: string): Actor => ({ ...actor, grants: actor.grants.filter((grant) => grant.editionId === undefined || grant.editionId === editionId) });

export const escapedLike = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/**
 * What of an edition the caller may list, over `entry e JOIN org_unit school`: the own subtrees; drafts only those of the own school.
 * With `edition` alone, or narrowed by the filters of a list.
 */
export function scopeOf(access: AccessService, actor: Actor, query: { editionId: string } & Partial<EntryQuery>, permission: Permission = 'entry.list'): Conditions {
  const counted = forEdition(actor, query.editionId);
  const conditions = new Conditions();
  conditions.add('e.edition_id = ?::uuid', query.editionId);
  conditions.add('school.path <@ ANY (?::ltree[])', access.orgPaths(counted, permission));
  conditions.add(`(e.state <> 'draft' OR school.path <@ ANY (?::ltree[]))`, counted.grants.filter((grant) => grant.role === 'school_admin').flatMap((grant) => grant.orgPath ?? []));
  if (query.state) conditions.add('e.state = ANY (?::text[])', query.state.split(','));
  if (query.type) conditions.add('e.type = ?', query.type);
  if (query.group) conditions.add('e.group_key = ?', query.group);
  if (query.discipline) conditions.add('e.discipline = ?', query.discipline);
  if (query.prefectureId) conditions.add('e.prefecture_id = ?::uuid', query.prefectureId);
  if (query.countyId) conditions.add('e.county_id = ?::uuid', query.countyId);
  if (query.schoolId) conditions.add('e.school_id = ?::uuid', query.schoolId);
  const tokens = searchTokens(query.q ?? '');
  // Something was looked for, but nothing in it can be found.
  if (query.q?.trim() && tokens.length === 0) conditions.add('?::text IS NULL', query.q);
  for (const token of tokens) {
    conditions.add(`EXISTS (SELECT 1 FROM entry_search words WHERE words.entry_id = e.id AND words.${token.in} LIKE ?)`, escapedLike(token.text));
  }
  return conditions;
}

/** The highest of the caller's units, as a path; '' is everywhere. */
export function topPath(paths: string[]): string {
  return paths.find((path) => paths.every((other) => isWithin(other, path))) ?? '';
}
