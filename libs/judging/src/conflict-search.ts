/**
 * Pairs of judge and entry with an interest, as `pair(judge_id, entry_id, kind, hard)`; several kinds may hold for one pair.
 * Domain 4.5 R6: same school or unit, coach and student, declared interests, a former unit within the rulebook's years. Beyond it:
 * whoever worked with somebody of the entry on another entry (chain), and the same person under another address or telephone
 * (`guessed`: all that follows from it is of that kind, so that it falls with it).
 * $1 edition, $2 stage, $3 years a former employer or an earlier entry counts, $4 the edition's year, $5 weight of the same
 * prefecture, $6 weight of chains.
 */
export const CONFLICT_PAIRS = `
  seated AS (SELECT DISTINCT j.*, account.name AS judge_name, account.email, account.phone FROM judge j JOIN account ON account.id = j.account_id
    JOIN panel_judge s ON s.judge_id = j.id AND s.state IN ('invited', 'accepted')
    JOIN panel p ON p.id = s.panel_id WHERE p.edition_id = $1 AND p.stage_key = $2),
  coded AS (SELECT e.id, e.school_id, e.prefecture_id FROM entry_code c JOIN entry e ON e.id = c.entry_id WHERE c.edition_id = $1 AND c.stage_key = $2),
  people AS (SELECT m.entry_id, m.person_id, 'member' AS part FROM entry_member m JOIN coded ON coded.id = m.entry_id
    UNION ALL SELECT k.entry_id, k.person_id, 'coach' FROM entry_coach k JOIN coded ON coded.id = k.entry_id),
  places AS (SELECT coded.id AS entry_id, coded.school_id AS org_id FROM coded
    UNION SELECT people.entry_id, person.school_id FROM people JOIN person ON person.id = people.person_id WHERE person.school_id IS NOT NULL),
  interest AS (SELECT i.*, o.path FROM judge_interest i LEFT JOIN org_unit o ON o.id = i.org_id WHERE i.ended_at IS NULL),
  address AS (
    SELECT seated.id AS judge_id, lower(seated.email) AS value FROM seated WHERE seated.email <> ''
    UNION SELECT seated.id, right(regexp_replace(seated.phone, '\\D', '', 'g'), 11) FROM seated WHERE seated.phone <> ''
    UNION SELECT seated.id, lower(person.email) FROM seated JOIN person ON person.id = seated.person_id WHERE person.email <> ''
    UNION SELECT seated.id, right(regexp_replace(person.phone, '\\D', '', 'g'), 11) FROM seated JOIN person ON person.id = seated.person_id WHERE person.phone <> ''
    UNION SELECT seated.id, CASE WHEN a.kind = 'phone' THEN right(regexp_replace(a.value, '\\D', '', 'g'), 11) ELSE a.value END FROM seated JOIN judge_alias a ON a.judge_id = seated.id),
  reached AS (
    SELECT person.id AS person_id, lower(person.email) AS value FROM person WHERE person.email <> '' AND lower(person.email) IN (SELECT value FROM address)
    UNION SELECT person.id, right(regexp_replace(person.phone, '\\D', '', 'g'), 11) FROM person WHERE person.phone <> '' AND right(regexp_replace(person.phone, '\\D', '', 'g'), 11) IN (SELECT value FROM address)
    UNION SELECT account.person_id, lower(account.email) FROM account WHERE account.person_id IS NOT NULL AND lower(account.email) IN (SELECT value FROM address)
    UNION SELECT account.person_id, right(regexp_replace(account.phone, '\\D', '', 'g'), 11) FROM account
      WHERE account.person_id IS NOT NULL AND account.phone <> '' AND right(regexp_replace(account.phone, '\\D', '', 'g'), 11) IN (SELECT value FROM address)),
  other_self AS (SELECT DISTINCT address.judge_id, reached.person_id FROM address JOIN reached USING (value)
    JOIN seated ON seated.id = address.judge_id AND reached.person_id IS DISTINCT FROM seated.person_id WHERE length(address.value) >= 6),
  self AS (SELECT seated.id AS judge_id, seated.person_id, false AS guessed FROM seated WHERE seated.person_id IS NOT NULL
    -- A pupil's telephone is often a parent's, so only grown-ups' other accounts speak for the judge.
    UNION SELECT other_self.judge_id, other_self.person_id, true FROM other_self JOIN person ON person.id = other_self.person_id WHERE person.kind <> 'student'),
  joint AS (SELECT m.entry_id, m.person_id FROM entry_member m UNION SELECT k.entry_id, k.person_id FROM entry_coach k),
  partner AS (SELECT DISTINCT self.judge_id, other.person_id, own.entry_id, self.guessed FROM self JOIN joint own ON own.person_id = self.person_id
    JOIN joint other ON other.entry_id = own.entry_id AND other.person_id <> self.person_id
    JOIN entry worked ON worked.id = own.entry_id JOIN edition ON edition.id = worked.edition_id AND edition.year >= $4::int - $3::int WHERE $6::text <> 'none'),
  pair AS (
    SELECT self.judge_id, people.entry_id, CASE WHEN self.guessed THEN 'samePerson' ELSE people.part END AS kind, true AS hard FROM self JOIN people ON people.person_id = self.person_id
    UNION SELECT self.judge_id, people.entry_id, CASE WHEN self.guessed THEN 'samePerson' ELSE 'coach' END, true FROM self JOIN entry_coach own ON own.person_id = self.person_id
      JOIN entry_member pupil ON pupil.entry_id = own.entry_id JOIN people ON people.person_id = pupil.person_id AND people.part = 'member'
    UNION SELECT partner.judge_id, people.entry_id, CASE WHEN partner.guessed THEN 'samePerson' ELSE 'chain' END, $6::text = 'hard' FROM partner JOIN people ON people.person_id = partner.person_id AND people.entry_id <> partner.entry_id
    UNION SELECT other_self.judge_id, people.entry_id, 'samePerson', true FROM other_self JOIN people ON people.person_id = other_self.person_id
    UNION SELECT seated.id, places.entry_id, 'sameSchool', true FROM seated JOIN places ON places.org_id = seated.employer_org_id
    UNION SELECT seated.id, places.entry_id, 'sameSchool', true FROM seated JOIN org_unit unit ON unit.kind = 'school' AND unit.name = btrim(seated.employer) JOIN places ON places.org_id = unit.id
    UNION SELECT seated.id, places.entry_id, CASE WHEN interest.until_year IS NULL THEN 'declaredSchool' ELSE 'pastSchool' END, true
      FROM seated JOIN interest ON interest.judge_id = seated.id AND interest.kind <> 'person' AND coalesce(interest.until_year, $4::int) >= $4::int - $3::int
      JOIN org_unit place ON place.path <@ interest.path JOIN places ON places.org_id = place.id
    UNION SELECT seated.id, people.entry_id, CASE WHEN interest.relation = 'kin' THEN 'declaredKin' ELSE 'declaredPerson' END, true
      FROM seated JOIN interest ON interest.judge_id = seated.id AND interest.kind = 'person'
      JOIN person ON person.name = interest.person_name JOIN people ON people.person_id = person.id
    -- Only a name in common, so it is better avoided and no more.
    UNION SELECT seated.id, coded.id, 'guardianName', false FROM seated JOIN consent ON consent.guardian_name = seated.judge_name JOIN coded ON coded.id = consent.entry_id
    UNION SELECT seated.id, coded.id, 'samePrefecture', $5::text = 'hard' FROM seated JOIN coded ON coded.prefecture_id = seated.prefecture_id WHERE $5::text <> 'none'
  )`;
