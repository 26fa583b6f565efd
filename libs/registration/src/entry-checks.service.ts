import { Injectable } from '@nestjs/common';
import { Editions, entryType, Rulebooks, type Rulebook } from '#libs/contests';
import { dayInChina } from '#libs/identity';
import { Clock, currentContext, Database, findText, type Problem } from '#libs/platform';
import { checkStampedPrints } from './core/check-materials.js';
import { checkEntry } from './core/eligibility.js';
import type { CheckedEntry, EntryProblem, MaterialFacts } from './core/entry-facts.js';
import { EntryHistoryFacts } from './entry-history.queries.js';
import { consentOf, EntryPeople } from './entry-people.queries.js';
import { FormContents } from './form-contents.queries.js';
import type { EntryRow } from './entry-reach.service.js';

type Checkable = Pick<EntryRow, 'id' | 'editionId' | 'type' | 'title' | 'groupKey' | 'discipline' | 'classKey' | 'form'>;

/** An entry's facts gathered for the rules. */
@Injectable()
export class EntryChecks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rulebooks: Rulebooks,
    private readonly editions: Editions,
    private readonly people: EntryPeople,
    private readonly history: EntryHistoryFacts,
    private readonly contents: FormContents,
  ) {}

  /** Everything that stands in the way, for the step named and later ones, and what a human should look at. */
  async problems(entry: Checkable): Promise<EntryProblem[]> {
    const { document } = await this.rulebooks.of(entry.editionId);
    return checkEntry(await this.facts(entry, document));
  }

  /** Only which of its members' documents are on record for somebody else too. */
  async contested(entry: Pick<EntryRow, 'id'>): Promise<boolean> {
    return (await this.history.contested(await this.people.members(entry.id))).size > 0;
  }

  /** Only what is wrong with the stamped form. */
  async stampedPrints(entry: Checkable): Promise<EntryProblem[]> {
    const { document } = await this.rulebooks.of(entry.editionId);
    return checkStampedPrints({ rules: entryType(document, entry.type), stampedPrints: await this.contents.stampedPrints(entry) });
  }

  private async facts(entry: Checkable, rulebook: Rulebook): Promise<CheckedEntry> {
    const rules = entryType(rulebook, entry.type);
    const versions = (by: 'member' | 'coach'): string[] => rules.signatures.filter((signature) => signature.by === by).map((signature) => signature.version);
    const signed = (has: string[], by: 'member' | 'coach'): boolean => versions(by).every((version) => has.includes(version));
    const members = await this.people.members(entry.id);
    const coaches = await this.people.coaches(entry.id);
    const { number } = await this.editions.facts(entry.editionId);
    const prizes = await this.history.prizes(entry.editionId, number, members.map((member) => member.personId), rules);
    const lookalikes = await this.history.lookalikes(members, rules);
    const contested = await this.history.contested(members);
    return {
      rules, rulebook, title: entry.title, groupKey: entry.groupKey, discipline: entry.discipline, classKey: entry.classKey, form: entry.form,
      members: members.map((member) => ({
        name: member.name, stage: member.stage, birthDate: member.birthDate, hasIdentity: member.hasIdentity, countyId: member.countyId ?? '',
        prefectureId: member.prefectureId ?? '', schoolName: member.schoolName ?? '', enteredElsewhere: member.enteredElsewhere, share: member.share,
        consent: consentOf(member, rulebook.consent.underAge), signed: signed(member.signedVersions, 'member'),
        inService: member.schoolId !== null, pastPrizes: prizes.get(member.personId) ?? [], lookalikes: lookalikes.get(member.personId) ?? [], contested: contested.get(member.personId) ?? [],
      })),
      coaches: coaches.map((coach) => ({ name: coach.name, schoolName: coach.schoolName ?? '', post: coach.post ?? '', inService: coach.schoolName !== null, signed: signed(coach.signedVersions, 'coach') })),
      materials: await this.materials(entry.id),
      earlierWorks: await this.history.earlierWorks(entry, rules),
      stampedPrints: await this.contents.stampedPrints(entry),
      today: dayInChina(this.clock.now()),
    };
  }

  private materials(entryId: string): Promise<MaterialFacts[]> {
    return this.database.often<MaterialFacts>(
      `SELECT slot, name, kind, size_bytes::float8 AS bytes, pages, greatest(width, height) AS "longSide", least(width, height) AS "shortSide", dpi, seconds FROM material
       WHERE entry_id = $1 AND ended_at IS NULL ORDER BY slot, number`,
      [entryId],
    );
  }
}

/** The problem with its sentence in the caller's language. */
export function worded(problem: EntryProblem): Problem & { message: string; neededFor: string } {
  const { language } = currentContext();
  const words = Object.fromEntries(Object.entries(problem.words ?? {}).map(([name, text]) => [name, text[language]]));
  const params = { ...problem.params, ...words };
  return { code: problem.code, path: problem.path, params, message: findText(`errors.${problem.code}`, params) ?? problem.code, neededFor: problem.neededFor };
}
