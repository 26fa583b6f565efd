import type { EarlierWorkRules, FieldCondition, FormField, MaterialSlot, SignatureRule } from '../core/entry-type.types.js';

export const MB = 1_000_000;
export const SIGNED_VERSION = '2025-1';

/** The work must be finished within the two years before 1 July of the final review's year (national rule 2021). */
export const twoYearsBefore = (year: number): { from: string; until: string } => ({ from: `${year - 2}-07-01`, until: `${year}-07-01` });

const withAi: FieldCondition = { field: 'aiUse', is: 'used' };

/** Which tools of artificial intelligence were used, for what and where. */
export const aiFields: FormField[] = [
  {
    key: 'aiUse', kind: 'choice', required: true,
    label: { zh: '人工智能工具使用声明', en: 'Use of AI tools' },
    options: [
      { key: 'none', label: { zh: '未使用', en: 'None used' } },
      { key: 'used', label: { zh: '使用了', en: 'Used' } },
    ],
  },
  { key: 'aiTools', kind: 'text', required: true, when: withAi, min: 1, max: 200, label: { zh: '工具名称', en: 'Which tools' } },
  { key: 'aiPurpose', kind: 'longText', required: true, when: withAi, min: 5, max: 500, blind: true, label: { zh: 'AI 工具的用途', en: 'What AI tools were used for' } },
  { key: 'aiPlaces', kind: 'longText', required: true, when: withAi, min: 2, max: 500, blind: true, label: { zh: 'AI 工具用在哪些部分', en: 'In which parts AI tools were used' } },
];

export const stampedForm: MaterialSlot = {
  key: 'stampedForm', label: { zh: '盖章申报书扫描件', en: 'Scan of the stamped application form' },
  hint: { zh: '先打印申报书，签字盖章后扫描上传；打印以后改了内容，要重新打印。', en: 'Print the form, have it signed and stamped, upload the scan; after a change of content print it again.' },
  min: 1, max: 3, kinds: ['pdf', 'jpg', 'png'], maxBytes: 20 * MB, forJudges: false, neededFor: 'school', printedForm: 'county', missingCode: 'SIGN_SCHOOL',
};

export const pupilSignature: SignatureRule = {
  by: 'member', version: SIGNED_VERSION,
  text: {
    zh: '本人承诺：选题、设计与研究、制作与撰写均由本人完成；所交材料真实；不抄袭；自愿参加，未缴纳任何费用。',
    en: 'I declare that topic, design, research, making and writing are my own, that all material is true and nothing is copied, and that I take part freely and without any fee.',
  },
};

export const coachSignature: SignatureRule = {
  by: 'coach', version: SIGNED_VERSION,
  text: {
    zh: '本人承诺：只作指导，未代替学生完成；所知情况属实；未收取任何费用。',
    en: "I declare that I advised and did not do the pupils' work, that what I know of it is as stated, and that I took no fee.",
  },
};

/** A work that was entered before comes again only when it says so; what merely looks the same is shown to a human. */
export const earlierWorks = (declared?: FieldCondition): EarlierWorkRules => ({ ownTitle: 'refuse', anyTitle: 'flag', sameFile: 'flag', ...(declared ? { declared } : {}) });
