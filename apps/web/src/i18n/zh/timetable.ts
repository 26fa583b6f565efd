export default {
  title: '问辩安排', titleOf: '{stage} · 问辩安排', asked: '排出每个项目的时间和房间，确认后公布；当天在这里签到。',
  plan: '安排时间表', replan: '有变动，重新安排', none: '还没有时间表', noneHow: '发放编号、组好评审组后，填写日期和房间，由系统排出时间表。', print: '打印', count: '{count} 场', moved: '变动 {count} 场', movedTag: '有变动',
  codesSecret: '按规则，本阶段的编号保密（盲评），不安排问辩：到场的人一看便知是谁。', codesOpen: '按规则，本阶段的编号不保密：学生持编号到场问辩。评委页面仍只显示编号，评审组锁定前任何人都看不到分数。',
  state: { queued: '正在安排', draft: '草稿，未公布', impossible: '排不出来', published: '已公布', superseded: '已被替换', discarded: '已放弃' },
  column: { time: '时间', code: '编号', presence: '签到', room: '房间', panel: '评审组' },
  presence: { expected: '未签到', arrived: '已签到', absent: '缺席' },
  publish: { verb: '公布', title: '公布这份时间表', effect: '共 {count} 场，参赛学生、辅导教师和评委可以看到自己的安排。', effectAll: '向全部有关人员发送通知。', effectMoved: '只通知有变动的 {count} 场和新增的有关人员。', done: '已公布' },
  absent: { verb: '记为缺席', title: '{codes} 记为缺席', effect: '这些项目按规则视为弃权，不参与排名，也不计入评奖基数。', done: '已记为缺席', missing: '有 {count} 场已经结束但没有签到。' },
  door: { title: '现场签到', ticket: '签到码', verb: '签到', hint: '用扫码枪扫二维码，或输入签到码后按回车。', done: '{ticket} 已签到', again: '{ticket} 已在 {time} 签到' },
  form: {
    title: '时间和房间', day: '第 {number} 天', date: '日期', from: '从', to: '到', remove: '删除', removeDayOf: '删除第 {number} 天', removeBlockOf: '删除第 {day} 天的第 {number} 个时段', addBlock: '添加时段', addDay: '添加一天',
    length: '每场时长（分钟）', cycle: '两场开始之间（分钟）', gap: '同一学生两场之间至少（分钟）', travel: '不同楼之间另加（分钟）', room: '房间', place: '楼', keep: '以已公布的为基础，变动尽量少', verb: '安排', done: '正在安排',
    always: '同一学生的不同项目不会同时；评委不能到场的日子，人数不够的评审组不安排。',
  },
  callBack: {
    title: '二次问辩', plan: '安排二次问辩', day: '日期', from: '开始', length: '每场时长（分钟）', cycle: '两场开始之间（分钟）', of: '{panel} 要再问的编号', none: '不需要', verb: '排出时间', done: '已排出，请核对后公布', pick: '选编号，可多选',
    how: '每组每个项目只请一次；同一学生不会同时被请到两间房。房间沿用已公布的安排。', effect: '通知被请的参赛学生、辅导教师和评委。',
    withdraw: '撤回', withdrawTitle: '撤回这份二次问辩', withdrawEffect: '被请的人会收到取消通知和理由，不用到场；成绩不受影响。', withdrawDraft: '草稿作废，没有人收到通知。', withdrawn: '已撤回',
  },
  board: { open: '打开候场大屏', title: '{stage} · 候场', now: '正在问辩', next: '下一位', later: '再下一位', none: '目前没有等候的问辩', nobody: '—', callBack: '二次', arrived: '已签到', whole: '全屏' },
  judge_: { title: '问辩安排', asked: '您所在评审组的问辩时间和房间。', none: '还没有公布的问辩安排', noneHow: '秘书处公布后会通知您。' },
  own: { callBack: '二次问辩：评审组请您再来一次。', title: '我的问辩', asked: '请按时到场，凭签到码签到；迟到或不到按规则视为弃权。', none: '还没有公布的问辩安排', noneHow: '入围作品的问辩时间公布后，会通知您并显示在这里。', where: '地点：{place} {room}', ticket: '签到码', qr: '签到二维码 {ticket}', arrived: '已于 {time} 签到' },
};
