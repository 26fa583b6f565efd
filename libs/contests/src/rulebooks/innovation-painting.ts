import type { EntryTypeRules } from '../core/entry-type.types.js';
import { coachSignature, earlierWorks, MB, pupilSignature, stampedForm } from './innovation-shared.js';

/** Science-fantasy painting 少年儿童科学幻想绘画 (domain 4.1, 4.4): one author of five to fourteen, any technique, sheet of 54 × 38 cm. */
export function paintingType(year: number): EntryTypeRules {
  return {
    key: 'painting',
    label: { zh: '少年儿童科学幻想绘画', en: 'Science-fantasy painting' },
    hint: { zh: '一名作者，5—14岁', en: 'One author, five to fourteen years old' },
    groups: ['primary', 'junior'],
    entrant: 'students',
    title: { min: 1, max: 40 },
    team: { min: 1, max: 1, collectiveFrom: 2, sameStage: true, sameArea: 'none', oneEntryPerPerson: true, shares: false, lookalikes: 'flag' },
    coaches: { min: 0, max: 1, inService: true },
    age: { min: 5, max: 14, on: `${year}-01-31` },
    disciplineRequired: false,
    fields: [
      {
        key: 'idea', kind: 'longText', required: true, min: 150, max: 300, blind: true,
        label: { zh: '创意说明', en: 'The idea' }, hint: { zh: '150—300字：想象了什么，依据什么科学道理', en: '150 to 300 characters: what is imagined, and the science behind it' },
      },
      {
        key: 'technique', kind: 'choice', required: true, label: { zh: '绘画技法', en: 'Technique' },
        options: [
          { key: 'watercolour', label: { zh: '水彩、水粉', en: 'Watercolour, gouache' } },
          { key: 'crayon', label: { zh: '油画棒、蜡笔、彩铅', en: 'Pastel, crayon, coloured pencil' } },
          { key: 'chinese', label: { zh: '国画', en: 'Chinese painting' } },
          { key: 'oil', label: { zh: '油画、丙烯', en: 'Oil, acrylic' } },
          { key: 'print', label: { zh: '版画', en: 'Print' } },
          { key: 'digital', label: { zh: '电脑绘画', en: 'Digital' } },
          { key: 'other', label: { zh: '其他', en: 'Other' } },
        ],
      },
      { key: 'sheetSize', kind: 'flag', required: true, label: { zh: '原作为4开画幅（54厘米×38厘米），不是手工制品', en: 'The original is a sheet of 54 × 38 cm and no craft object' } },
      { key: 'ownWork', kind: 'flag', required: true, label: { zh: '作品由作者本人构思并独立完成，没有临摹、抄袭，不含鬼神迷信内容', en: "Imagined and painted by the author alone, no copy, no superstition" } },
    ],
    materials: [
      {
        key: 'painting', label: { zh: '作品图像', en: 'The painting' }, hint: { zh: '原作扫描或翻拍，画面完整、平整。', en: 'A scan or photograph of the whole original, flat.' },
        min: 1, max: 1, kinds: ['jpg'], maxBytes: 30 * MB, minLongSide: 4000, minDpi: 300, forJudges: true, neededFor: 'submit', missingCode: 'MISSING_PAINTING',
      },
      stampedForm,
    ],
    signatures: [pupilSignature, coachSignature],
    pastWinners: { awards: ['first'], editions: 1, sameType: true, effect: 'flag' },
    earlierWorks: earlierWorks(),
  };
}
