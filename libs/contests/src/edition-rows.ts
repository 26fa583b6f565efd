import { currentContext } from '#libs/platform';
import { stageStatus, type StageStatus } from './core/calendar.js';
import type { CalendarRules } from './core/rulebook.types.js';
import type { Words } from './core/rulebook-terms.types.js';
import type { EditionView, StageView } from './dto/contest.dto.js';

/** A row of EDITION_SELECT. */
export interface EditionRow {
  id: string;
  contest_id: string;
  contest_name: string;
  contest_name_en: string;
  family: string;
  number: number;
  year: number;
  name: string;
  name_en: string;
  state: string;
  version: number;
  rulebook_version_id: string | null;
  rulebook_number: number | null;
  rulebook_sha256: string | null;
  rulebook_frozen: boolean | null;
  defaults_sha256: string | null;
  defaults_confirmed_at: Date | null;
  opened_at: Date | null;
  calendar: CalendarRules | null;
  stages: { key: string; opens_at: string; closes_at: string }[];
}

/** One edition a row, with its calendar; the large rulebook stays where it is except for its calendar part. */
export const EDITION_SELECT = `
  SELECT e.id, e.contest_id, c.name AS contest_name, c.name_en AS contest_name_en, e.family, e.number, e.year, e.name, e.name_en, e.state, e.version,
         e.rulebook_version_id, v.number AS rulebook_number, v.sha256 AS rulebook_sha256, v.frozen_at IS NOT NULL AS rulebook_frozen,
         e.defaults_sha256, e.defaults_confirmed_at, e.opened_at, v.document -> 'calendar' AS calendar,
         COALESCE((SELECT jsonb_agg(jsonb_build_object('key', s.key, 'opens_at', s.opens_at, 'closes_at', s.closes_at) ORDER BY s.position)
                   FROM edition_stage s WHERE s.edition_id = e.id), '[]') AS stages
  FROM edition e JOIN contest c ON c.id = e.contest_id LEFT JOIN rulebook_version v ON v.id = e.rulebook_version_id`;

/** The words in the caller's language. */
export const inLanguage = (words: Words): string => words[currentContext().language];

export function stageViews(row: Pick<EditionRow, 'calendar' | 'stages'>, now: Date): StageView[] {
  return row.stages.map((stage) => {
    const rules = row.calendar?.stages.find((one) => one.key === stage.key);
    const span = { opensAt: new Date(stage.opens_at), closesAt: new Date(stage.closes_at) };
    return {
      key: stage.key,
      label: rules ? inLanguage(rules.label) : stage.key,
      kind: rules?.kind ?? 'review',
      opensAt: span.opensAt.toISOString(),
      closesAt: span.closesAt.toISOString(),
      status: stageStatus(now, span, row.calendar?.lastSecond ?? 'excluded') satisfies StageStatus,
    };
  });
}

/** Key of the running stage, the later one where two overlap; null between stages. */
export function stageNow(stages: StageView[]): string | null {
  return stages.findLast((stage) => stage.status === 'running')?.key ?? null;
}

export function editionName(row: Pick<EditionRow, 'name' | 'name_en'>): string {
  return currentContext().language === 'en' && row.name_en ? row.name_en : row.name;
}

/** SQL for an edition's name in the request's language, as {@link editionName}; `alias` is the table's in the statement. */
export const editionNameOf = (alias: string): string => (currentContext().language === 'en' ? `coalesce(nullif(${alias}.name_en, ''), ${alias}.name)` : `${alias}.name`);

export function contestName(row: Pick<EditionRow, 'contest_name' | 'contest_name_en'>): string {
  return currentContext().language === 'en' ? row.contest_name_en : row.contest_name;
}

/** A row as the office and the participants see it. */
export function editionView(row: EditionRow, now: Date): EditionView {
  const stages = stageViews(row, now);
  return {
    id: row.id,
    contestId: row.contest_id,
    contestName: contestName(row),
    family: row.family,
    number: row.number,
    year: row.year,
    name: row.name,
    nameEn: row.name_en,
    state: row.state,
    version: row.version,
    rulebookVersionId: row.rulebook_version_id,
    rulebookNumber: row.rulebook_number,
    rulebookSha256: row.rulebook_sha256,
    rulebookFrozen: row.rulebook_frozen ?? false,
    defaultsConfirmedAt: row.defaults_confirmed_at?.toISOString() ?? null,
    defaultsConfirmed: row.defaults_sha256 !== null,
    openedAt: row.opened_at?.toISOString() ?? null,
    now: now.toISOString(),
    stageNow: row.state === 'preparing' ? null : stageNow(stages),
    stages,
  };
}

