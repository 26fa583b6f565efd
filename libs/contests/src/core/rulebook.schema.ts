import { scoringRulesSchema } from '#libs/scoring';

type Schema = Record<string, unknown>;

const text = (maxLength = 2000): Schema => ({ type: 'string', minLength: 1, maxLength });
const flag: Schema = { type: 'boolean' };
const whole = (minimum = 0, maximum = 1_000_000): Schema => ({ type: 'integer', minimum, maximum });
const share: Schema = { type: 'number', minimum: 0.05, maximum: 1 };
/** Names that objects have by themselves are none for a field: what is typed under them would not arrive. */
const key: Schema = { type: 'string', pattern: '^(?!(constructor|prototype|toString|valueOf)$)[A-Za-z][A-Za-z0-9_-]{0,39}$' };
const day: Schema = { type: 'string', format: 'day' };
const oneOf = (...values: string[]): Schema => ({ enum: values });
const list = (items: Schema, minItems = 0): Schema => ({ type: 'array', items, minItems, maxItems: 500 });
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

function shape(required: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema {
  return { type: 'object', properties: { ...required, ...optional }, required: Object.keys(required), additionalProperties: false };
}

const labelled = { key, label: ref('words') };
const hint = { hint: ref('words') };
const schoolStages = list(oneOf('primary', 'junior', 'senior'));
const consequence = oneOf('flag', 'refuse');

const field = shape(
  { ...labelled, kind: oneOf('text', 'longText', 'day', 'flag', 'number', 'choice', 'choices'), required: flag },
  {
    ...hint, when: ref('condition'), min: whole(-1_000_000), max: whole(-1_000_000), options: list(ref('labelled'), 1), before: key, notBefore: key, notAfterSubmission: flag,
    whole: flag, atLeastMembers: flag, notNameOf: oneOf('members', 'people'), blind: flag, missingCode: text(40), orderCode: text(40),
  },
);

const material = shape(
  {
    ...labelled, min: whole(0, 50), max: whole(1, 50), kinds: list(oneOf('pdf', 'jpg', 'png', 'mp4'), 1), maxBytes: whole(1, 10_000_000_000),
    forJudges: flag, neededFor: oneOf('submit', 'school'),
  },
  {
    ...hint, maxPages: whole(1, 10_000), minLongSide: whole(1, 100_000), minShortSide: whole(1, 100_000), minDpi: whole(1, 2_400), minSeconds: whole(0, 100_000), maxSeconds: whole(1, 100_000), when: ref('condition'),
    printedForm: oneOf('school', 'county'), missingCode: text(40),
  },
);

const entryType = shape(
  {
    ...labelled,
    groups: list(key, 1),
    entrant: oneOf('students', 'teacher'),
    title: shape({ min: whole(1, 200), max: whole(1, 200) }),
    team: shape(
      {
        min: whole(1, 100), max: whole(1, 100), collectiveFrom: whole(1, 100), sameStage: flag, sameArea: oneOf('none', 'county', 'prefecture', 'school'),
        oneEntryPerPerson: flag, shares: flag,
      },
      { identity: flag, inService: flag, lookalikes: oneOf('flag', 'ignore') },
    ),
    coaches: shape({ min: whole(0, 20), max: whole(0, 20) }, { inService: flag, postRequired: flag }),
    disciplineRequired: flag,
    fields: list(field),
    materials: list(material),
    signatures: list(shape({ by: oneOf('member', 'coach'), version: text(40), text: ref('words') })),
  },
  {
    ...hint,
    age: shape({ min: whole(0, 120), max: whole(0, 120), on: day }),
    window: shape({ field: key, from: day, until: day }, { startField: key }),
    classes: list(shape({ ...labelled, refused: list(oneOf('primary', 'junior', 'senior')) }, hint), 1),
    rankedByClass: flag,
    pastWinners: shape({ awards: list(key, 1), editions: whole(1, 100), sameType: flag, effect: consequence }),
    earlierWorks: shape({}, { ownTitle: consequence, anyTitle: consequence, sameFile: consequence, declared: ref('condition') }),
  },
);

const capacity = shape(
  { limits: list(shape({ places: whole(0, 100_000) }, { type: key, group: key, per: oneOf('school', 'county', 'prefecture') }), 1) },
  {
    waitingList: shape({
      order: oneOf('handedIn', 'lot', 'rank'), answerHours: whole(1, 720), afterExpiry: oneOf('end', 'out'), until: oneOf('school', 'county', 'prefecture', 'province'),
    }),
  },
);

/** Form of a rulebook as JSON Schema (2020-12), published at /api/rulebook-schema. */
export const RULEBOOK_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Qingsai rulebook',
  ...shape(
    {
      format: { const: 'qingsai-rulebook/1' },
      family: oneOf('innovation', 'robotics', 'olympiad'),
      title: ref('words'),
      disclaimer: ref('words'),
      groups: list(shape({ ...labelled, schoolStages }, hint), 1),
      disciplines: list(shape({ ...labelled, groups: list(key, 1) }, hint)),
      types: list(entryType, 1),
      chain: list(
        shape(
          {
            level: oneOf('school', 'county', 'prefecture', 'province'), stage: key, quota: oneOf('none', 'ifSet', 'required'),
            checklist: list(shape(labelled, { ...hint, required: flag })),
          },
          { hintsDecided: flag, substitutes: shape({ answerHours: whole(1, 720) }), returns: shape({ reminderHours: whole(1, 720), afterwards: oneOf('stays', 'notRecommended') }) },
        ),
        1,
      ),
      calendar: shape({
        stages: list(shape({ ...labelled, kind: oneOf('submission', 'recommendation', 'check', 'review', 'notice') }, hint), 1),
        lastSecond: oneOf('included', 'excluded'),
      }, { uploadGraceMinutes: whole(0, 1_440) }),
      consent: shape({
        underAge: whole(0, 18),
        texts: list(
          shape(
            { version: text(40), purpose: ref('words'), scope: ref('words'), storage: ref('words'), refusal: ref('words'), rights: ref('words'), contact: ref('words') },
            { method: ref('words'), safety: ref('words') },
          ),
          1,
        ),
      }, { linkDays: whole(1, 365) }),
      blind: shape({ words: list(text(60)) }, { blocks: oneOf('none', 'high', 'all') }),
      scoring: { type: 'object', description: 'Scoring rules; their own schema is under $defs.scoring.' },
      panels: list(
        shape(
          { stage: key, blind: flag, judgesPerEntry: whole(1, 99), minimumJudges: whole(1, 99), mostPerJudge: whole(1, 10_000) },
          {
            sheet: key,
            conflicts: shape({}, { samePrefecture: oneOf('none', 'soft', 'hard'), pastYears: whole(0, 50), chains: oneOf('none', 'soft', 'hard') }),
            reminders: shape({ hoursBefore: list(whole(1, 2_000)), officeHoursBefore: whole(0, 2_000) }),
            composition: shape({}, { leads: whole(1, 9), ofField: whole(1, 9), perEmployer: whole(1, 20), perRegion: whole(1, 20), sameRegionPenalty: whole(0, 1_000), mostChance: whole(1, 99) }),
            invitations: shape({ remindHours: whole(1, 2_000), officeHours: whole(1, 2_000) }),
            discussion: shape({ from: oneOf('ownSheet', 'locked') }),
            comparisons: shape({ from: oneOf('ownSheet', 'locked') }),
            paperSheets: oneOf('twoPersons'),
            unusualMarks: shape({ after: whole(3, 100), deviations: whole(2, 20), share }),
            lastMinute: shape({ hours: whole(1, 240), share, fewest: whole(1, 100) }),
          },
        ),
      ),
      publication: shape({
        noticeDays: whole(0, 60), dayCount: oneOf('calendar', 'working'), names: oneOf('masked', 'full', 'maskedUnderAge'), objectionAnswerDays: whole(0, 365),
      }, { feedback: shape({ comments: flag, scores: oneOf('none', 'stages', 'criteria'), from: oneOf('posted', 'noticeEnded'), to: list(oneOf('members', 'coaches', 'submitter')) }) }),
      retention: shape({ identityDaysAfterEdition: whole(1, 36_500), draftDays: whole(1, 36_500), reviewDays: whole(1, 36_500) }),
      defaults: list(shape({ pointer: { type: 'string', pattern: '^(/[^/]+)+$' }, label: ref('words'), reason: ref('words') })),
    },
    { approvalNumber: text(80), capacity, similarity: shape({ title: share, text: share, passage: whole(33, 1_000), image: whole(0, 20) }) },
  ),
  $defs: {
    words: shape({ zh: text(), en: text() }),
    labelled: shape(labelled, hint),
    condition: {
      anyOf: [
        shape({ field: { type: 'string', pattern: '^(@(class|group|discipline)|[A-Za-z][A-Za-z0-9_-]{0,39})$' }, is: { type: ['string', 'number', 'boolean'] } }),
        shape({ any: list(ref('condition'), 1) }),
        shape({ all: list(ref('condition'), 1) }),
      ],
    },
    scoring: scoringRulesSchema,
  },
};
