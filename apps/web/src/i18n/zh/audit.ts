/** What the audit log's actions and subjects are called. */
export default {
  action: {
    account: {
      added: '建立账号', email_verified: '验证邮箱', locked: '账号锁定', logged_in: '登录', password_set: '设置密码', profile_edited: '修改资料', recovery_asked: '申请重设登录', recovery_approved: '同意重设登录',
      recovery_done: '完成重设登录', recovery_ended: '停止重设登录', recovery_codes_renewed: '更换备用码', reset_offered: '发放重设链接', second_factor_on: '开启两步验证', second_factor_off: '关闭两步验证', unlocked: '解除锁定',
      invited_again: '重发邀请', viewed: '查看账号', disabled: '停用账号', enabled: '恢复账号',
    },
    announcement: {
      created: '起草公告', changed: '修改公告', published: '发布公告', withdrawn: '撤回公告',
    },
    callBacks: {
      planned: '安排二次问辩', withdrawn: '撤回二次问辩',
    },
    consent: {
      requested: '请监护人同意', granted: '监护人同意', refused: '监护人拒绝', withdrawn: '监护人撤回同意',
    },
    contest: {
      created: '新建竞赛', changed: '修改竞赛',
    },
    delivery: {
      retried: '重发邮件或短信',
    },
    edition: {
      created: '新建届次', changed: '修改届次', cloned: '复制届次', calendarSet: '设定日程', defaultsConfirmed: '确认默认值', opened: '开放届次', closed: '结束届次', archived: '归档届次',
    },
    entry: {
      begun: '开始填报', saved: '保存申报', cloned: '复制申报', teamChanged: '修改成员', signed: '签署承诺', submit: '提交', submitted: '提交', wait: '进入候补', admit: '候补递补', approve: '学校通过',
      recommendCounty: '县级推荐', recommendPrefecture: '市州推荐', declineRecommendation: '不予推荐', return: '退回修改', returned: '退回修改', withdraw: '撤回申报', lapse: '逾期失效', declareEligible: '资格合格',
      declareIneligible: '资格不合格', startReview: '进入初评', shortlist: '入围', leaveOut: '未入围', shortlistLater: '补列入围', takeOffShortlist: '移出入围', markFinalScored: '终评完成', markAbsent: '记为缺席',
      award: '定奖', enterNotice: '进入公示', confirm: '确认结果', disqualify: '取消资格', materialAdded: '上传材料', materialRemoved: '移除材料', materialOpened: '打开材料', formPrinted: '生成申报书',
      formOpened: '打开申报书', scanNamed: '登记纸面校验码', viewed: '查看申报', exported: '导出申报', ranked: '排序', handedOver: '移交申报', messageSent: '发送消息', unitsReminded: '提醒单位',
      blindCopyReplaced: '替换评审用副本',
    },
    finding: {
      scanOrdered: '要求重新检查', leak: '认定身份泄露', notLeak: '认定不是泄露',
    },
    grant: {
      given: '授予角色', requested: '申请角色', approved: '同意角色', refused: '不同意角色', revoked: '收回角色',
    },
    hint: {
      cleared: '提示核对无误', upheld: '提示属实',
    },
    identityExport: {
      requested: '申请含证件号码的导出', approved: '同意含证件号码的导出', refused: '不同意含证件号码的导出', collected: '领取含证件号码的导出',
    },
    import: {
      begun: '上传导入表格', committed: '导入写入',
    },
    interviews: {
      planned: '安排问辩', published: '公布问辩安排', arrived: '问辩签到',
    },
    job: {
      retried: '重试后台任务',
    },
    judge: {
      profileSaved: '保存评委资料', interestDeclared: '申报回避关系', interestEnded: '结束回避关系',
    },
    judging: {
      codesIssued: '生成编号', codesOpened: '查看编号对应', conflictsSearched: '查找回避', conflictsRechecked: '重新比对回避', conflictLifted: '解除回避', assignmentStarted: '开始分配', assigned: '分配评委',
      assignedByHand: '手工分配', replacedByHand: '手工改派', refilled: '补派评委', recused: '回避', declined: '退回作品', removed: '取消分配', absent: '记为缺席', scoreGiven: '录入外来成绩', paperEntered: '录入纸质评分',
      paperVerified: '纸质评分核对一致', paperDiffers: '纸质评分不一致', sheetReopened: '重开评分表', concernRaised: '提出问题作品', concernAnswered: '处理问题作品', questionAnswered: '处理评分检查', screeningAsked: '检查评分',
      reliabilityAsked: '生成可靠性报告', reminded: '催办评委', stageClosed: '结束评审阶段', stageReopened: '重开评审阶段',
      comment: { released: '放行意见', withheld: '扣留意见' },
    },
    keys: {
      resealed: '更换密钥',
    },
    panel: {
      created: '新建评审组', changed: '修改评审组', removed: '删除评审组', judgesInvited: '邀请评委', judgesSeated: '评委就位', seatAccepted: '评委接受邀请', seatDeclined: '评委谢绝邀请', seatChanged: '修改评委席位',
      judgeWithdrawn: '评委退出', ordered: '合议排序', concluded: '组长结论', locked: '锁定评审组', unlocked: '解锁评审组',
    },
    person: {
      added: '登记人员', edited: '修改人员', viewed: '查看人员', listed: '查看人员名单', moved: '转移人员', claim_offered: '发放认领链接', claimed: '认领记录', id_opened: '查看证件号码', documentContested: '证件号码重复',
      document_released: '证件号码归还',
    },
    policy: {
      set: '设定安全策略',
    },
    quota: {
      set: '设定名额',
    },
    recommendation: {
      listPrinted: '打印推荐名单',
    },
    results: {
      aggregationRequested: '要求汇总', aggregated: '汇总成绩', drafted: '形成名单', juryDecided: '评委会决定', proposed: '提交审批', proposalWithdrawn: '撤回名单', approvedFirst: '第一人批准', approved: '第二人批准',
      rejected: '不批准', published: '发布公示', corrected: '发布更正', confirmed: '确认为最终结果', prizeRevoked: '收回奖项',
    },
    rulebook: {
      saved: '保存规则', amended: '修订规则',
    },
    school: {
      added: '登记学校', proposed: '申请登记学校', approved: '学校通过审核', rejected: '学校不予通过', edited: '修改学校', merged: '合并学校',
    },
    similarity: {
      cleared: '认定不构成相似', concern: '认定相似',
    },
    substitute: {
      listed: '列为候补', called: '通知候补', accepted: '接受递补', declined: '放弃递补', expired: '递补逾期', removed: '移出候补',
    },
    training: {
      saved: '保存试评', entryAdded: '加入试评作品', entryEnded: '停用试评作品', passed: '通过试评', waived: '免试评',
    },
    waitingList: {
      drawn: '抽签', called: '通知候补', calledOutOfOrder: '直接递补', accepted: '接受名额', declined: '放弃名额', expired: '答复逾期', removed: '移出候补',
    },
  },
  subject: {
    account: '账号', announcement: '公告', assignment: '评审任务', assignment_run: '分配', award_proposal: '奖项方案', comment_check: '评语', concern: '问题作品', conflict: '回避关系', contest: '竞赛',
    delivery: '邮件与短信', edition: '届次', entry: '申报', entry_code: '编号', entry_message: '消息', identity_export: '含证件号码的导出', import_run: '表格导入', installation: '系统', interview_timetable: '问辩安排',
    job: '任务', judge: '评委', judging_question: '评分检查', org_unit: '学校与单位', panel: '评审组', person: '人员', person_list: '人员名单', publication: '公布', quota: '名额', role_grant: '角色',
    rulebook_version: '规则', score_sheet: '评分表', score_snapshot: '成绩汇总', security_policy: '安全策略', training_entry: '试评作品',
  },
};
