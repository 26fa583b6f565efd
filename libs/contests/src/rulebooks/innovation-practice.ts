import type { EntryTypeRules } from '../core/entry-type.types.js';
import { aiFields, coachSignature, earlierWorks, MB, pupilSignature, stampedForm, twoYearsBefore } from './innovation-shared.js';

/**
 * Practice activity 青少年科技实践活动 (domain 4.1, 4.4): collective by nature, filed under the group's name. Its members are the pupils who
 * carried it; to have taken part keeps nobody from an own entry.
 */
export function practiceType(year: number): EntryTypeRules {
  return {
    key: 'practice',
    label: { zh: '青少年科技实践活动', en: 'Practice activity' },
    hint: { zh: '以集体名义申报，集体名称不能是个人姓名', en: "By a group, under the group's name" },
    groups: ['primary', 'junior', 'senior'],
    entrant: 'students',
    title: { min: 1, max: 40 },
    team: { min: 2, max: 10, collectiveFrom: 2, sameStage: true, sameArea: 'prefecture', oneEntryPerPerson: false, shares: false, lookalikes: 'flag' },
    coaches: { min: 1, max: 3, inService: true },
    window: { field: 'endDate', startField: 'startDate', ...twoYearsBefore(year) },
    disciplineRequired: false,
    fields: [
      {
        key: 'groupName', kind: 'text', required: true, min: 2, max: 30, notNameOf: 'people',
        label: { zh: '活动集体名称', en: 'Name of the group' }, hint: { zh: '例如“护河小队”；以个人姓名申报的取消资格', en: 'Not the name of a person' },
      },
      { key: 'headcount', kind: 'number', required: true, min: 2, max: 5000, whole: true, atLeastMembers: true, label: { zh: '参加活动的学生总人数', en: 'Pupils who took part' } },
      {
        key: 'organiser', kind: 'choice', required: true, label: { zh: '活动主体', en: 'Who organised it' },
        options: [
          { key: 'class', label: { zh: '班级', en: 'A class' } },
          { key: 'club', label: { zh: '社团、兴趣小组', en: 'A club' } },
          { key: 'school', label: { zh: '学校', en: 'The school' } },
          { key: 'community', label: { zh: '校外机构、社区', en: 'A centre outside school' } },
        ],
      },
      { key: 'sites', kind: 'text', required: true, min: 2, max: 200, label: { zh: '活动地点', en: 'Where' } },
      { key: 'startDate', kind: 'day', required: true, label: { zh: '活动开始日期', en: 'Began on' } },
      { key: 'endDate', kind: 'day', required: true, notAfterSubmission: true, label: { zh: '活动结束日期', en: 'Ended on' } },
      { key: 'purpose', kind: 'longText', required: true, min: 50, max: 500, blind: true, label: { zh: '活动目的', en: 'Purpose' } },
      { key: 'process', kind: 'longText', required: true, min: 100, max: 2000, blind: true, label: { zh: '活动过程', en: 'What was done' } },
      { key: 'result', kind: 'longText', required: true, min: 50, max: 1000, blind: true, label: { zh: '活动结果', en: 'Result' } },
      { key: 'reflection', kind: 'longText', required: true, min: 50, max: 1000, blind: true, label: { zh: '收获与体会', en: 'What was learned' } },
      ...aiFields,
    ],
    materials: [
      { key: 'report', label: { zh: '活动报告', en: 'Report' }, min: 1, max: 1, kinds: ['pdf'], maxBytes: 20 * MB, maxPages: 40, forJudges: true, neededFor: 'submit' },
      { key: 'raw', label: { zh: '原始材料（记录、问卷、日志）', en: 'Raw material' }, min: 1, max: 10, kinds: ['pdf', 'jpg', 'png'], maxBytes: 50 * MB, forJudges: false, neededFor: 'submit', missingCode: 'MISSING_RAW' },
      { key: 'images', label: { zh: '活动照片', en: 'Pictures' }, min: 2, max: 10, kinds: ['jpg', 'png'], maxBytes: 5 * MB, forJudges: true, neededFor: 'submit' },
      { key: 'video', label: { zh: '活动视频', en: 'Video' }, min: 0, max: 1, kinds: ['mp4'], maxBytes: 100 * MB, minSeconds: 30, maxSeconds: 300, forJudges: false, neededFor: 'submit' },
      stampedForm,
    ],
    signatures: [pupilSignature, coachSignature],
    pastWinners: { awards: ['first'], editions: 1, sameType: true, effect: 'flag' },
    earlierWorks: earlierWorks(),
  };
}
