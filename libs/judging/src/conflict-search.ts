/**
 * Pairs of judge and entry with an interest, as `pair(judge_id, entry_id, kind, hard)`; several kinds may hold for one pair.
 * Domain 4.5 R6: same school or unit, coach and student, declared interests, a former unit within the rulebook's years.
 * $1 edition, $2 stage, $3 years a former employer counts, $4 the edition's year, $5 weight of the same prefecture.
 */
export const CONFLICT_PAIRS = `
  seated AS (SELECT DISTINCT j.* FROM judge j JOIN panel_judge s ON s.judge_id = j.id AND s.state IN ('invited', 'accepted')
    JOIN panel p ON p.id = s.panel_id WHERE p.edition_id = $1 AND p.stage_key = $2),
  coded AS (SELECT e.id, e.school_id, e.prefecture_id FROM entry_code c JOIN entry e ON e.id = c.entry_id WHERE c.edition_id = $1 AND c.stage_key = $2),
  people AS (SELECT m.entry_id, m.person_id, 'member' AS part FROM entry_member m JOIN coded ON coded.id = m.entry_id
    UNION ALL SELECT k.entry_id, k.person_id, 'coach' FROM entry_coach k JOIN coded ON coded.id = k.entry_id),
  places AS (SELECT coded.id AS entry_id, coded.school_id AS org_id FROM coded
    UNION SELECT people.entry_id, person.school_id FROM people JOIN person ON person.id = people.person_id WHERE person.school_id IS NOT NULL),
  interest AS (SELECT i.*, o.path FROM judge_interest i LEFT JOIN org_unit o ON o.id = i.org_id WHERE i.ended_at IS NULL),
  pair AS (
    SELECT seated.id AS judge_id, people.entry_id, people.part AS kind, true AS hard FROM seated JOIN people ON people.person_id = seated.person_id
    UNION SELECT seated.id, people.entry_id, 'coach', true FROM seated JOIN entry_coach own ON own.person_id = seated.person_id
      JOIN entry_member pupil ON pupil.entry_id = own.entry_id JOIN people ON people.person_id = pupil.person_id AND people.part = 'member'
    UNION SELECT seated.id, places.entry_id, 'sameSchool', true FROM seated JOIN places ON places.org_id = seated.employer_org_id
    UNION SELECT seated.id, places.entry_id, CASE WHEN interest.until_year IS NULL THEN 'declaredSchool' ELSE 'pastSchool' END, true
      FROM seated JOIN interest ON interest.judge_id = seated.id AND interest.kind <> 'person' AND coalesce(interest.until_year, $4::int) >= $4::int - $3::int
      JOIN org_unit place ON place.path <@ interest.path JOIN places ON places.org_id = place.id
    UNION SELECT seated.id, people.entry_id, 'declaredPerson', true FROM seated JOIN interest ON interest.judge_id = seated.id AND interest.kind = 'person'
      JOIN person ON person.name = interest.person_name JOIN people ON people.person_id = person.id
    UNION SELECT seated.id, coded.id, 'samePrefecture', $5::text = 'hard' FROM seated JOIN coded ON coded.prefecture_id = seated.prefecture_id WHERE $5::text <> 'none'
  )`;
