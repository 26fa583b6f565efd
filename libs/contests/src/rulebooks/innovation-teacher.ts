import type { EntryTypeRules, FieldCondition } from '../core/entry-type.types.js';
import { aiFields, earlierWorks, MB, SIGNED_VERSION, stampedForm } from './innovation-shared.js';

const making: FieldCondition = { field: '@class', is: 'making' };
const plan: FieldCondition = { field: '@class', is: 'plan' };

/** Teacher education project 科技辅导员科技教育创新成果 (domain 4.1, 4.4): one teacher alone, one entry, a teaching aid or an activity plan. */
export function teacherType(): EntryTypeRules {
  return {
    key: 'teacher',
    label: { zh: '科技辅导员科技教育创新成果', en: 'Teacher education project' },
    hint: { zh: '教师本人一人申报，每人每届一项', en: 'By one teacher alone, one a year' },
    groups: ['teacher'],
    entrant: 'teacher',
    title: { min: 1, max: 40 },
    team: { min: 1, max: 1, collectiveFrom: 2, sameStage: false, sameArea: 'none', oneEntryPerPerson: true, shares: false, identity: false, inService: true, lookalikes: 'flag' },
    coaches: { min: 0, max: 0 },
    classes: [
      { key: 'making', label: { zh: '科教制作类', en: 'Teaching aid' }, hint: { zh: '自己设计制作的教具、学具、展品', en: 'Apparatus or exhibit of own design' }, refused: [] },
      { key: 'plan', label: { zh: '科教方案类', en: 'Activity plan' }, hint: { zh: '已经实施或正在实施的活动方案', en: 'A plan that is running or has been carried out' }, refused: [] },
    ],
    disciplineRequired: false,
    fields: [
      {
        key: 'abstract', kind: 'longText', required: true, min: 100, max: 500, blind: true,
        label: { zh: '项目摘要', en: 'Abstract' }, hint: { zh: '100—500字，不得出现姓名、学校和地名', en: '100 to 500 characters, without names of people, schools or places' },
      },
      {
        key: 'subject', kind: 'choice', required: true, when: making, label: { zh: '所属学科', en: 'Subject' },
        options: [
          { key: 'physics', label: { zh: '物理教学类', en: 'Physics' } },
          { key: 'chemistry', label: { zh: '化学教学类', en: 'Chemistry' } },
          { key: 'biology', label: { zh: '生物教学类', en: 'Biology' } },
          { key: 'mathematics', label: { zh: '数学教学类', en: 'Mathematics' } },
          { key: 'informatics', label: { zh: '信息技术教学类', en: 'Information technology' } },
          { key: 'other', label: { zh: '其他', en: 'Other' } },
        ],
      },
      { key: 'improvement', kind: 'longText', required: true, when: making, min: 50, max: 800, blind: true, label: { zh: '设计思路与改进之处', en: 'Design and what it improves' } },
      {
        key: 'planState', kind: 'choice', required: true, when: plan, label: { zh: '实施情况', en: 'Carried out' },
        options: [
          { key: 'running', label: { zh: '正在实施', en: 'Running' } },
          { key: 'finished', label: { zh: '已经完成', en: 'Finished' } },
        ],
      },
      {
        key: 'planStart', kind: 'day', required: true, when: plan, notAfterSubmission: true, missingCode: 'IMPLEMENTATION_MISSING', label: { zh: '开始实施日期', en: 'Began on' },
        hint: { zh: '尚未实施的方案不能申报', en: 'A plan that has not begun cannot be entered' },
      },
      {
        key: 'planEnd', kind: 'day', required: true, when: { all: [plan, { field: 'planState', is: 'finished' }] }, notBefore: 'planStart', notAfterSubmission: true,
        label: { zh: '完成日期', en: 'Finished on' },
      },
      { key: 'planPupils', kind: 'number', required: true, when: plan, min: 1, max: 100_000, whole: true, label: { zh: '参加活动的学生人数', en: 'Pupils who took part' } },
      { key: 'planEffect', kind: 'longText', required: true, when: plan, min: 50, max: 800, blind: true, label: { zh: '活动目标、过程与效果', en: 'Aim, course and effect' } },
      ...aiFields,
    ],
    materials: [
      { key: 'report', label: { zh: '项目报告', en: 'Report' }, min: 1, max: 1, kinds: ['pdf'], maxBytes: 20 * MB, maxPages: 40, forJudges: true, neededFor: 'submit' },
      { key: 'images', label: { zh: '实物或活动照片', en: 'Pictures' }, min: 2, max: 8, kinds: ['jpg', 'png'], maxBytes: 5 * MB, forJudges: true, neededFor: 'submit' },
      { key: 'records', label: { zh: '实施过程材料', en: 'Records of the activity' }, min: 1, max: 10, kinds: ['pdf', 'jpg', 'png'], maxBytes: 50 * MB, when: plan, forJudges: false, neededFor: 'submit', missingCode: 'MISSING_RAW' },
      { key: 'video', label: { zh: '演示视频', en: 'Video' }, min: 0, max: 1, kinds: ['mp4'], maxBytes: 100 * MB, minSeconds: 60, maxSeconds: 300, forJudges: false, neededFor: 'submit' },
      stampedForm,
    ],
    signatures: [
      {
        by: 'member', version: SIGNED_VERSION,
        text: {
          zh: '本人承诺：本项目由本人独立完成，内容真实，不抄袭、不违法；自愿参加，未缴纳任何费用。',
          en: 'I declare that this project is my own work alone, true, lawful and not copied, and that I take part freely and without any fee.',
        },
      },
    ],
    pastWinners: { awards: ['first'], editions: 1, sameType: true, effect: 'flag' },
    earlierWorks: earlierWorks(),
  };
}
