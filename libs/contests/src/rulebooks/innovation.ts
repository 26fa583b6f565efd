import type { Rulebook } from '../core/rulebook.types.js';
import { innovationConsent } from './innovation-consent.js';
import { innovationDefaults } from './innovation-defaults.js';
import { paintingType } from './innovation-painting.js';
import { practiceType } from './innovation-practice.js';
import { projectType } from './innovation-project.js';
import { innovationScoring } from './innovation-scoring.js';
import { teacherType } from './innovation-teacher.js';
import { videoType } from './innovation-video.js';

const SECONDARY = ['junior', 'senior'];

/** Subjects of secondary projects (13, older national list) and fields of primary projects (5). */
const disciplines: Rulebook['disciplines'] = [
  { key: 'MA', label: { zh: '数学', en: 'Mathematics' }, groups: SECONDARY },
  { key: 'PH', label: { zh: '物理', en: 'Physics' }, groups: SECONDARY },
  { key: 'CH', label: { zh: '化学', en: 'Chemistry' }, groups: SECONDARY },
  { key: 'CS', label: { zh: '计算机科学', en: 'Computer science' }, groups: SECONDARY },
  { key: 'ES', label: { zh: '地球与空间科学', en: 'Earth and space science' }, groups: SECONDARY },
  { key: 'EN', label: { zh: '工程学', en: 'Engineering' }, groups: SECONDARY },
  { key: 'ZO', label: { zh: '动物学', en: 'Zoology' }, groups: SECONDARY },
  { key: 'BO', label: { zh: '植物学', en: 'Botany' }, groups: SECONDARY },
  { key: 'MI', label: { zh: '微生物学', en: 'Microbiology' }, groups: SECONDARY },
  { key: 'MH', label: { zh: '医药与健康学', en: 'Medicine and health' }, groups: SECONDARY },
  { key: 'BC', label: { zh: '生物化学', en: 'Biochemistry' }, groups: SECONDARY },
  { key: 'EV', label: { zh: '环境科学', en: 'Environmental science' }, groups: SECONDARY },
  { key: 'BS', label: { zh: '行为与社会科学', en: 'Behavioural and social science' }, groups: SECONDARY },
  { key: 'MS', label: { zh: '物质科学', en: 'Physical science' }, groups: ['primary'] },
  { key: 'LS', label: { zh: '生命科学', en: 'Life science' }, groups: ['primary'] },
  { key: 'PE', label: { zh: '地球与空间科学（小学）', en: 'Earth and space science (primary)' }, groups: ['primary'] },
  { key: 'TD', label: { zh: '技术与设计', en: 'Technology and design' }, groups: ['primary'] },
  { key: 'PS', label: { zh: '行为与社会科学（小学）', en: 'Behavioural and social science (primary)' }, groups: ['primary'] },
];

const chain: Rulebook['chain'] = [
  {
    level: 'school', stage: 'school', quota: 'none', returns: { reminderHours: 24, afterwards: 'notRecommended' },
    checklist: [
      { key: 'enrolled', label: { zh: '学生为本校在籍学生', en: 'The pupils are enrolled here' } },
      { key: 'formStamped', label: { zh: '申报书已签字盖章并上传', en: 'The form is signed, stamped and uploaded' } },
    ],
  },
  {
    level: 'county', stage: 'county', quota: 'ifSet', substitutes: { answerHours: 72 }, returns: { reminderHours: 24, afterwards: 'notRecommended' },
    checklist: [
      { key: 'complete', label: { zh: '材料齐全、清晰', en: 'The material is complete and legible' } },
      { key: 'lawful', label: { zh: '选题合法、安全', en: 'The topic is lawful and safe' } },
    ],
  },
  {
    level: 'prefecture', stage: 'prefecture', quota: 'required', substitutes: { answerHours: 72 }, returns: { reminderHours: 24, afterwards: 'notRecommended' },
    checklist: [
      { key: 'reviewed', label: { zh: '已经市州评审', en: 'Reviewed in the prefecture' } },
      { key: 'published', label: { zh: '市州结果已公示', en: "The prefecture's result has been posted" } },
    ],
  },
  {
    level: 'province', stage: 'province_check', quota: 'none', returns: { reminderHours: 24, afterwards: 'notRecommended' },
    checklist: [
      { key: 'eligible', label: { zh: '符合申报条件', en: 'The conditions of entry are met' } },
      { key: 'blind', label: { zh: '评审材料不含身份信息', en: 'Nothing for the judges tells who made it' } },
    ],
  },
];

/** Rules of the provincial innovation contest whose final review is in `year`. A fresh document each time. */
export function innovationRulebook(year: number): Rulebook {
  return structuredClone({
    format: 'qingsai-rulebook/1',
    family: 'innovation',
    title: { zh: '青少年科技创新大赛规则', en: 'Rules of the youth science and technology innovation contest' },
    disclaimer: {
      zh: '本项竞赛坚持自愿参加、零收费；竞赛结果不作为中小学招生入学的依据。',
      en: 'Taking part is free of charge and of one\'s own will; results are no basis for school admission.',
    },
    groups: [
      { key: 'primary', label: { zh: '小学组', en: 'Primary' }, schoolStages: ['primary'] },
      { key: 'junior', label: { zh: '初中组', en: 'Junior secondary' }, schoolStages: ['junior'] },
      { key: 'senior', label: { zh: '高中组（含中职）', en: 'Senior secondary, with vocational' }, schoolStages: ['senior'] },
      { key: 'teacher', label: { zh: '科技辅导员组', en: 'Teachers' }, schoolStages: [] },
    ],
    disciplines,
    types: [projectType(year), teacherType(), paintingType(year), practiceType(year), videoType(year)],
    chain,
    calendar: {
      stages: [
        { key: 'school', kind: 'submission', label: { zh: '申报与学校审核', en: 'Entry and school approval' } },
        { key: 'county', kind: 'recommendation', label: { zh: '县市区推荐', en: 'County recommendation' } },
        { key: 'prefecture', kind: 'recommendation', label: { zh: '市州推荐', en: 'Prefecture recommendation' } },
        { key: 'province_check', kind: 'check', label: { zh: '省级资格审查', en: 'Provincial eligibility check' } },
        { key: 'initial', kind: 'review', label: { zh: '初评', en: 'Initial review' } },
        { key: 'final', kind: 'review', label: { zh: '终评', en: 'Final review' } },
        { key: 'notice', kind: 'notice', label: { zh: '公示', en: 'Public notice' } },
      ],
      lastSecond: 'excluded',
    },
    consent: innovationConsent,
    blind: { words: ['辅导老师', '指导老师', '辅导教师', '指导教师', '我校', '本校'], blocks: 'high' },
    similarity: { title: 0.8, text: 0.2, passage: 40, image: 6 },
    scoring: innovationScoring,
    panels: [
      {
        stage: 'initial', blind: true, judgesPerEntry: 5, minimumJudges: 3, mostPerJudge: 40, reminders: { hoursBefore: [72, 24], officeHoursBefore: 12 }, invitations: { remindHours: 48, officeHours: 96 },
        unusualMarks: { after: 5, deviations: 4, share: 0.3 }, lastMinute: { hours: 6, share: 0.5, fewest: 5 },
      },
      {
        stage: 'final', blind: false, judgesPerEntry: 7, minimumJudges: 5, mostPerJudge: 60, reminders: { hoursBefore: [4], officeHoursBefore: 1 }, invitations: { remindHours: 48, officeHours: 96 },
        discussion: { from: 'locked' }, comparisons: { from: 'ownSheet' }, paperSheets: 'twoPersons', unusualMarks: { after: 5, deviations: 4, share: 0.3 },
      },
    ],
    publication: { noticeDays: 7, dayCount: 'calendar', names: 'maskedUnderAge', objectionAnswerDays: 15, feedback: { comments: true, scores: 'stages', from: 'posted', to: ['members', 'coaches', 'submitter'] } },
    retention: { identityDaysAfterEdition: 365, draftDays: 180, reviewDays: 1095 },
    defaults: innovationDefaults,
  } satisfies Rulebook);
}
