import type { TextTree } from '#libs/platform';

export const reliabilityZh: TextTree = {
  judging: {
    correction: {
      limit: {
        oneJudge: '只有一位评委，分不清尺度和作品的高低，不能校正。', judgesConfounded: '每位评委只评了一件作品，分不清评委的尺度和作品的高低，不能校正。', singleReviews: '每件作品只有一份评分，不能区分评委误差，不能校正。',
        noVariation: '评分没有差别，无从校正。', singular: '评委之间没有测出可以校正的尺度差别。', apart: '评委分成互不相连的几块，块与块之间的尺度无法比较；校正只在块内有效。',
        tooFew: '有的评委评分太少，没有校正（见下表）。', constant: '有的评委给每件作品同样的分数，没有校正（见下表）。',
      },
      flag: { tooFew: '评分太少，未校正', constant: '分数都相同，未校正' },
    },
    reliability: {
      fileName: '评审可靠性报告-{stage}', title: '{edition}{stage}评审可靠性报告', madeAt: '生成时间', sheets: '计入的评分', counts: '计入成绩的分数', countsRaw: '原始分（规则没有规定校正）', countsCorrected: '校正分（规则规定：{method}）',
      digest: '成绩输入摘要', finalists: '入围', size: '规模', sizeOf: '{entries} 项作品，{judges} 位评委，{sheets} 份评分', variance: '方差分解', varianceOf: '作品 {entry}，评委尺度 {judge}，其余 {rest}',
      icc: '组内相关 ICC', iccOf: '一位评委 {single}，全部评委的平均 {mean}', completeIcc: 'ICC(2,k)（全部评委评全部作品）', intervalOf: '{value}（95% 区间 {low} 至 {high}）', alpha: 'Krippendorff α（等距）', w: 'Kendall W', modelReliability: '模型估计的可靠性',
      readers: '可靠性达到 0.8 每项需要的评委数', parts: '评审设计', partsOf: '分成互不相连的 {parts} 块，块间的比较依赖模型假定', severity: '评委尺度（左严右宽，横线为 95% 区间）', severityOf: '{effect}（{low} 至 {high}），{entries} 项',
      openTitle: '名次未定的作品：各分数线为 {cuts}', cut: '{name}前 {places} 名', extraTitle: '加评带来的变化',
      column: { code: '编号', score: '阶段分', rank: '名次', adjusted: '模型分', adjustedRank: '模型名次', interval: '名次区间', extra: '加评', meanBefore: '加评前均分', meanAfter: '加评后均分', rankBefore: '加评前名次', rankAfter: '加评后名次', criterion: '评分项目', max: '满分', mean: '平均', spread: '标准差', discrimination: '区分度', agreement: '一致性' },
      criteriaTitle: '各评分项目',
      noteCriteria: '4. 区分度是该项与其余各项之和的相关（按作品平均），接近 0 或为负说明它与作品好坏无关或相反；一致性是一位评委该项分数的组内相关 ICC。',
      method: { shift: '平移', zscore: '标准分', robust: '稳健标准分', additive: '加法模型', mixed: '混合模型' },
      noteModel: '1. 模型分用混合模型扣除评委尺度后估计，仅供评委会参考；只有规则事先规定时才计入成绩。', noteInterval: '2. 名次区间为 90%；概率是作品位于该线以上的可能性，用固定种子抽样，可以重算。', noteScreens: '3. 尺度偏严或偏宽可能来自分到的作品，须由人判断。',
    },
  },
};
