import type { EntryTypeRules, FieldCondition } from '../core/entry-type.types.js';
import { aiFields, coachSignature, earlierWorks, MB, pupilSignature, stampedForm, twoYearsBefore } from './innovation-shared.js';

const borrowed: FieldCondition = { field: 'borrowedFootage', is: true };

/** Science video 青少年科学影像, a category of Hunan's own (domain 2, 4.4): the film, its script, and who made what. */
export function videoType(year: number): EntryTypeRules {
  return {
    key: 'video',
    label: { zh: '青少年科学影像', en: 'Science video' },
    hint: { zh: '个人或2—3人集体，1—5分钟', en: 'By one pupil or two or three, one to five minutes' },
    groups: ['primary', 'junior', 'senior'],
    entrant: 'students',
    title: { min: 1, max: 40 },
    team: { min: 1, max: 3, collectiveFrom: 2, sameStage: true, sameArea: 'prefecture', oneEntryPerPerson: true, shares: true, lookalikes: 'flag' },
    coaches: { min: 1, max: 2, inService: true },
    window: { field: 'finishedOn', ...twoYearsBefore(year) },
    disciplineRequired: false,
    fields: [
      {
        key: 'genre', kind: 'choice', required: true, label: { zh: '影像类别', en: 'Genre' },
        options: [
          { key: 'documentary', label: { zh: '科学探究纪录片', en: 'Documentary' } },
          { key: 'story', label: { zh: '科普微电影', en: 'Short story film' } },
          { key: 'animation', label: { zh: '科普动画', en: 'Animation' } },
        ],
      },
      { key: 'abstract', kind: 'longText', required: true, min: 100, max: 500, blind: true, label: { zh: '内容简介', en: 'What it shows' } },
      { key: 'script', kind: 'longText', required: true, min: 100, max: 3000, blind: true, label: { zh: '脚本或解说词', en: 'Script' } },
      { key: 'finishedOn', kind: 'day', required: true, notAfterSubmission: true, label: { zh: '制作完成日期', en: 'Finished on' } },
      { key: 'authorship', kind: 'longText', required: true, min: 20, max: 500, label: { zh: '编写、拍摄、剪辑、配音分别由谁完成', en: 'Who wrote, shot, cut and spoke' } },
      { key: 'borrowedFootage', kind: 'flag', required: false, label: { zh: '使用了他人的画面、音乐或图片', en: 'Uses pictures or music of others' } },
      { key: 'footageSources', kind: 'longText', required: true, when: borrowed, min: 5, max: 1000, label: { zh: '来源与使用许可', en: 'Sources and permission' } },
      ...aiFields,
    ],
    materials: [
      {
        key: 'film', label: { zh: '影像作品', en: 'The film' }, hint: { zh: '画面、字幕和配音中都不得出现学校和人员姓名。', en: 'No names of schools or people in picture, titles or sound.' },
        min: 1, max: 1, kinds: ['mp4'], maxBytes: 300 * MB, minSeconds: 60, maxSeconds: 300, forJudges: true, neededFor: 'submit', missingCode: 'MISSING_FILM',
      },
      { key: 'raw', label: { zh: '拍摄记录或分镜头稿', en: 'Shooting notes or storyboard' }, min: 1, max: 5, kinds: ['pdf', 'jpg', 'png'], maxBytes: 20 * MB, forJudges: false, neededFor: 'submit', missingCode: 'MISSING_RAW' },
      stampedForm,
    ],
    signatures: [pupilSignature, coachSignature],
    pastWinners: { awards: ['first'], editions: 1, sameType: true, effect: 'flag' },
    earlierWorks: earlierWorks(),
  };
}
