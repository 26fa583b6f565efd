import type { ConsentRules } from '../core/rulebook.types.js';

/** What a guardian is told and asked (personal information protection law 28, 31; rules on children's data 9, 10). */
export const innovationConsent: ConsentRules = {
  underAge: 14,
  texts: [
    {
      version: '2025-1',
      purpose: {
        zh: '为组织本届竞赛而收集和使用孩子的个人信息：核对参赛资格、逐级推荐、匿名评审、公布获奖结果、制作证书。',
        en: "Your child's personal data is collected and used to run this contest: to check who may enter, to recommend, to judge anonymously, to publish results and to make certificates.",
      },
      method: {
        zh: '由孩子、辅导教师或学校在网上填写，经学校、县、市州逐级报到省；评委只看到编号和作品，看不到姓名和学校。不用于商业用途，不提供给无关的人。',
        en: 'Filled in online by your child, the coach or the school and passed by school, county and prefecture to the province. Judges see a number and the work, no name and no school. No commercial use; nobody else receives it.',
      },
      scope: {
        zh: '姓名、性别、出生日期、证件号码、学校、年级、作品及您的联系电话。证件号码加密保存，任何名单都不显示。',
        en: "Name, sex, date of birth, identity number, school, grade, the work, and your telephone number. The identity number is kept encrypted and appears in no list.",
      },
      storage: {
        zh: '保存在境内的服务器上。证件号码和联系方式在本届结束一年后删除；获奖记录（姓名、学校、奖次）长期保存。',
        en: 'Kept on servers in China. Identity number and contacts are deleted one year after the edition; award records (name, school, prize) are kept.',
      },
      safety: {
        zh: '传输和证件号码都加密；工作人员只能看到职责所需的内容，每次查看和改动都有记录。发生泄露时会及时通知您。',
        en: 'Transfer and identity numbers are encrypted; staff see only what their work needs, and what they look at and change is recorded. If data should leak you are told without delay.',
      },
      refusal: {
        zh: '您可以不同意，孩子将不能参加本届竞赛，此外没有任何影响。同意以后可以随时用同一链接撤回；撤回后作品退出竞赛。',
        en: 'You may refuse; your child then cannot take part this year, with no other consequence. You may withdraw a consent at any time by the same link; the work then leaves the contest.',
      },
      rights: {
        zh: '您可以要求查阅、更正、删除孩子的信息，或要求解释，也可以向主管部门投诉。',
        en: "You may ask to see, correct or delete your child's data or to have it explained, and you may complain to the authorities.",
      },
      contact: {
        zh: '个人信息保护负责人：省组委会办公室（联系方式见竞赛通知）。',
        en: "Person in charge of data protection: the province's organising office (see the contest's announcement).",
      },
    },
  ],
};
