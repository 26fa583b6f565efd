import type { EntryTypeRules, FieldCondition } from '../core/entry-type.types.js';
import { aiFields, coachSignature, earlierWorks, MB, pupilSignature, stampedForm, twoYearsBefore } from './innovation-shared.js';

const specialPermit: FieldCondition = {
  any: [
    { field: 'usesHumans', is: true },
    { field: 'usesAnimals', is: true },
    { field: 'usesPathogens', is: true },
    { field: 'usesHazards', is: true },
  ],
};
const continued: FieldCondition = { field: 'continuation', is: true };

/**
 * Student innovation project 青少年科技创新成果 (domain 4.1, 4.4). `year` is the year of the final review: the work must be
 * finished within the two years before its 1 July.
 */
export function projectType(year: number): EntryTypeRules {
  return {
    key: 'project',
    label: { zh: '青少年科技创新成果', en: 'Student innovation project' },
    hint: { zh: '个人项目，或2—3人的集体项目', en: 'By one pupil, or by a team of two or three' },
    groups: ['primary', 'junior', 'senior'],
    entrant: 'students',
    title: { min: 1, max: 40 },
    team: { min: 1, max: 3, collectiveFrom: 2, sameStage: true, sameArea: 'prefecture', oneEntryPerPerson: true, shares: true, lookalikes: 'flag' },
    coaches: { min: 1, max: 3, inService: true },
    window: { field: 'endDate', startField: 'startDate', ...twoYearsBefore(year) },
    classes: [
      { key: 'A', label: { zh: 'A类（专业实验室课题）', en: 'Class A (professional laboratory)' }, refused: ['primary'] },
      { key: 'B', label: { zh: 'B类（生活与社会课题）', en: 'Class B (daily life and society)' }, refused: [] },
    ],
    disciplineRequired: true,
    fields: [
      {
        key: 'abstract', kind: 'longText', required: true, min: 100, max: 500, blind: true,
        label: { zh: '项目摘要', en: 'Abstract' },
        hint: { zh: '100—500字，不得出现姓名、学校、辅导教师和地名', en: '100 to 500 characters, without names of people, schools or places' },
      },
      { key: 'startDate', kind: 'day', required: true, label: { zh: '研究开始日期', en: 'Work began on' } },
      { key: 'endDate', kind: 'day', required: true, label: { zh: '研究完成日期', en: 'Work finished on' } },
      { key: 'noveltyDate', kind: 'day', required: true, notAfterSubmission: true, label: { zh: '查新报告日期', en: 'Date of the novelty search' } },
      { key: 'usesHumans', kind: 'flag', required: false, label: { zh: '涉及人体对象或样本', en: 'Involves humans or human samples' } },
      { key: 'usesAnimals', kind: 'flag', required: false, label: { zh: '涉及脊椎动物', en: 'Involves vertebrates' } },
      { key: 'usesPathogens', kind: 'flag', required: false, label: { zh: '涉及病原体或微生物培养', en: 'Involves pathogens or cultures' } },
      { key: 'usesHazards', kind: 'flag', required: false, label: { zh: '涉及危险化学品、设备或管制物', en: 'Involves hazardous substances or devices' } },
      { key: 'experimentDate', kind: 'day', required: true, when: specialPermit, label: { zh: '实验开始日期', en: 'Experiments began on' } },
      {
        key: 'ethicsDate', kind: 'day', required: true, when: specialPermit, before: 'experimentDate', missingCode: 'ETHICS_REQUIRED', orderCode: 'ETHICS_LATE',
        label: { zh: '伦理审查或许可日期', en: 'Date of the ethics approval or permit' },
        hint: { zh: '必须早于实验开始日期', en: 'Must lie before the experiments' },
      },
      { key: 'continuation', kind: 'flag', required: false, label: { zh: '是往届参赛项目的继续', en: 'Continues a work entered before' } },
      { key: 'previousEntry', kind: 'text', required: true, when: continued, min: 1, max: 80, label: { zh: '往届参赛编号或名称', en: 'Number or title of the earlier entry' } },
      { key: 'whatIsNew', kind: 'longText', required: true, when: continued, min: 50, max: 500, blind: true, label: { zh: '本次新的工作', en: 'What is new' } },
      ...aiFields,
    ],
    materials: [
      { key: 'report', label: { zh: '研究报告', en: 'Research report' }, min: 1, max: 1, kinds: ['pdf'], maxBytes: 20 * MB, maxPages: 30, forJudges: true, neededFor: 'submit' },
      { key: 'novelty', label: { zh: '查新报告', en: 'Novelty search report' }, min: 1, max: 1, kinds: ['pdf'], maxBytes: 20 * MB, forJudges: false, neededFor: 'submit', missingCode: 'MISSING_NOVELTY' },
      { key: 'raw', label: { zh: '原始数据、实验记录或研究日志', en: 'Raw data, lab notebook or diary' }, min: 1, max: 10, kinds: ['pdf', 'jpg', 'png'], maxBytes: 50 * MB, forJudges: false, neededFor: 'submit', missingCode: 'MISSING_RAW' },
      { key: 'images', label: { zh: '作品图片', en: 'Pictures' }, min: 2, max: 5, kinds: ['jpg', 'png'], maxBytes: 5 * MB, forJudges: true, neededFor: 'submit' },
      { key: 'video', label: { zh: '演示视频', en: 'Video' }, min: 0, max: 1, kinds: ['mp4'], maxBytes: 100 * MB, minSeconds: 60, maxSeconds: 180, forJudges: false, neededFor: 'submit' },
      {
        key: 'permit', label: { zh: '伦理审查或主管部门许可', en: 'Ethics approval or permit' }, min: 1, max: 5, kinds: ['pdf', 'jpg', 'png'], maxBytes: 20 * MB, when: specialPermit,
        forJudges: false, neededFor: 'submit', missingCode: 'ETHICS_REQUIRED',
      },
      stampedForm,
    ],
    signatures: [pupilSignature, coachSignature],
    pastWinners: { awards: ['first'], editions: 1, sameType: true, effect: 'flag' },
    earlierWorks: earlierWorks(continued),
  };
}
