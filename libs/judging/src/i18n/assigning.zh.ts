import type { TextTree } from '#libs/platform';

export const assigningZh: TextTree = {
  errors: {
    YEARS_REVERSED: '结束年份早于开始年份，请改正。',
    DAYS_REVERSED: '结束日期早于开始日期，请改正。',
    ALIAS_UNREADABLE: '请填写电子邮箱或电话号码。',
    TRAINING_OPEN: '请先在“试评”中通过本阶段的试评，作品随后打开。',
    TRAINING_EXHAUSTED: '这项试评作品的 {attempts} 次机会已用完，请联系秘书处。',
    TRAINING_PASSED: '这位评委已经通过或已免试评。',
    TRAINING_TOO_FEW: '要求通过 {toPass} 项，但只有 {count} 项试评作品；请先添加作品或降低要求。',
    REFERENCE_INCOMPLETE: '参考分还有 {count} 处没有填好。',
    ITEM_TO_SCORE: '请给这一项打分。',
    PLAN_OUTDATED: '预览之后评委、作品、回避关系或评审有了变化，请重新预览。',
    BELOW_MINIMUM: '终止后这个项目只剩 {left} 位评委，少于规则要求的 {minimum} 位，又没有人可以接替。请用“换人”，或先邀请评委。',
    CONFLICT_LIFTED: '这条回避关系已经解除。',
    CONFLICT_STANDS: '这条回避关系依据单位、辅导或评审记录，不能人工解除；请更正资料，系统会自动重新比对。',
    CONFLICTS_TO_SETTLE: '有 {count} 份评审涉及新发现的回避关系，请先在“回避关系”中一键处理。',
  },
  judging: {
    advice: {
      invite: '再邀请无需回避的评委，至少再能承担 {count} 次评审',
      raiseMost: '提高评审组或个别评委的评审上限',
      fewerReviews: '在规则允许的范围内减少每个项目的评审数',
      lowerLeast: '降低每位评委的最少评审数',
      dropWishes: '本次不限于评委的意愿数量',
      dropEmployer: '本次不限同一单位的评委人数',
    },
    conflict: {
      chain: '曾与项目人员共同参赛或辅导',
      declaredKin: '已申报与项目人员是亲属',
      guardianName: '与项目学生的监护人同名',
      samePerson: '联系方式与项目人员相同',
    },
    conflictWhy: {
      member: '这位评委本人是项目成员，必须回避。',
      coach: '这位评委辅导过项目的学生，或者就是项目的辅导教师，必须回避。',
      chain: '在规则计算的年限内，这位评委与项目中的某个人一起完成过别的项目（同为成员，或同为辅导教师，或一教一学）。',
      sameSchool: '这位评委的工作单位就是项目学生或辅导教师所在的学校，必须回避。',
      pastSchool: '这位评委申报曾在项目学生或辅导教师所在的单位任职，离开时间还在规则计算的年限内，必须回避。',
      samePrefecture: '这位评委与项目在同一个市州，本届规则要求考虑这一点。',
      declaredSchool: '这位评委申报与项目所在的学校或其上级单位有利益关系，必须回避。',
      declaredPerson: '这位评委申报与项目中的一个人有利益关系（按姓名比对），必须回避；确认只是同名时可以解除。',
      declaredKin: '这位评委申报与项目中的一个人是亲属（按姓名比对），必须回避；确认只是同名时可以解除。',
      guardianName: '项目学生的监护人与这位评委同名，可能是本人，安排时尽量避开；确认只是同名时可以解除。',
      samePerson: '这位评委的一个邮箱或电话也登记在项目人员名下，可能是同一个人或一家人，必须回避；确认不是时可以解除。',
      recused: '这位评委自己申请了对这个项目回避。',
    },
  },
  notices: {
    'judging.conflictsTouch': { title: '发现新的回避关系', body: '{stage}有 {count} 份正在进行的评审涉及新发现的回避关系，请查看并一键处理。' },
  },
};
