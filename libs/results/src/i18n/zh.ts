import type { TextTree } from '#libs/platform';

export const zh: TextTree = {
  errors: {
    RESULT_OUTDATED: '成绩已重新计算，请以最新的成绩为准重新操作。',
    RESULTS_PENDING: '还有 {count} 个项目没有成绩，暂不能拟定名单。',
    RESULT_HAS_NO_SUCH_LIST: '这一阶段的成绩不能产生这种名单。',
    PROPOSAL_STEP: '名单当前状态（{state}）不允许进行这一步。',
    PROPOSAL_UNDER_WAY: '已有一份名单正在审批（{state}），请先处理或撤回。',
    PROPOSAL_CHANGED: '名单内容与您看到的不一致，请刷新后重新核对。',
    RULE_DECIDES: '这个项目的奖项由规则决定，不能手动更改。',
    JURY_MUST_DECIDE: '还有 {count} 个项目需要评审委员会决定。',
    AWARD_UNKNOWN: '没有这个奖项。',
    NOT_APPROVED: '名单须经两位不同的负责人审批后才能公示。',
    APPROVED_ALREADY: '您已经对这份名单表过态，需要另一位同事审批。',
    PROPOSER_CANNOT_APPROVE: '名单的提交人不能审批自己提交的名单。',
    CORRECTION_NEEDS_REASON: '名单已经公示，更正时请写明原因。',
    PUBLICATION_STEP: '公示当前状态（{state}）不允许进行这一步。',
    NOTICE_RUNNING: '公示期到 {until} 结束，结束后才能确认。',
    NOT_PUBLISHED: '这项结果尚未公布。',
  },
  results: {
    finalist: '入围终评',
    anotherEntry: '另一项目',
    notShortlisted: '未入围',
    noPrize: '未获奖',
  },
  notices: {
    'results.shortlisted': { title: '入围名单已公示', body: '{edition}的入围名单已公示，请登录查看本人项目的结果和计算过程。' },
    'results.published': { title: '获奖名单已公示', body: '{edition}的拟获奖名单已公示，请登录查看本人项目的结果和计算过程。' },
    'results.corrected': { title: '公示名单已更正', body: '{edition}的公示名单有更正，公示期重新计算，请登录查看。' },
    'results.confirmed': { title: '名单已确认', body: '{edition}的公示期已结束，名单正式确认。' },
  },
};
