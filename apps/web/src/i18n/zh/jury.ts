export default {
  links: '本阶段的其他工作',
  column: { code: '编号', judge: '评委', panel: '评审组', why: '原因', sheet: '评分表', found: '发现时间' },
  touched: {
    liftEffect: '这份评审继续进行，已有的评分保留。',
    title: '有评审涉及新发现的回避关系',
    what: '人员、评委或作品资料变更后，系统自动重新比对，发现下列 {count} 份正在进行的评审需要回避。处理前，相关评审组不能锁定。',
    repair: '一键处理',
    repairTitle: '终止并改派这些评审',
    effectEnd: '终止 {count} 份评审，评委不再看到这些作品。',
    effectVoid: '其中 {count} 份已有评分，评分作废，原件作为证据保留。',
    effectRefill: '系统随即改派其他无需回避的评委，其余评审不动。',
    done: '已处理，空缺正在改派',
  },
  lift: { verb: '解除', of: '解除 {name} 与 {code} 的回避关系', title: '确认 {name} 与 {code} 并无关系', effect: '这一对不再需要回避，系统以后也不再提示；您的姓名和理由写入审计日志。', done: '已解除' },
  replace: { verb: '换人', of: '换下 {name}，另派人评 {code}', title: '另派评委替换 {name} 评 {code}', done: '已换人' },
};
