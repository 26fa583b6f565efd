export default {
  title: '申报书核对',
  asked: '核对纸面申报书与系统中的内容是否一致。',
  state: { current: '与系统内容一致', outdated: '内容已改动，这份申报书已过时', unknown: '系统没有打印过这份申报书' },
  how: {
    current: '请再对照纸面左下角的校验码与下面的是否相同。',
    outdated: '打印之后作品内容有改动。请作者重新打印申报书，签字盖章后再交。',
    unknown: '二维码不完整，或者这份申报书不是由系统生成的。请在系统中打印申报书。',
  },
  code: '内容校验码',
  edition: '届次',
  entryNo: '申报编号',
  printedAt: '生成时间',
};
