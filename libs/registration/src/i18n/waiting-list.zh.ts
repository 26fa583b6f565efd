import type { TextTree } from '#libs/platform';

export const zh: TextTree = {
  errors: {
    CAPACITY_FULL: '名额已满（共 {places} 个），不再接收新的报名。',
    CAPACITY_WAIT: '名额已满（共 {places} 个），已有 {waiting} 件在候补。如愿意候补，请选择“提交并进入候补”。',
    CAPACITY_NO_ROOM: '现在没有适合这件报名的空余名额，不能递补。有名额空出后再试。',
    WAITING_NOT: '这件报名已经不在候补中，请刷新页面。',
    WAITING_CLOSED: '候补已经结束，或现在不能递补。',
    WAITING_NONE: '还没有候补，不需要抽签。',
    LOT_NOT_USED: '这一届的规则不用抽签决定候补顺序。',
    LOT_DRAWN: '候补顺序已经抽定，不能再抽。种子和顺序已记录。',
  },
  chain: { placeDeclined: '放弃递补名额', placeNotAnswered: '未在时限内答复递补名额', waitingClosed: '候补结束，没有空出名额' },
  entryStates: { waiting: '候补中' },
  notices: {
    entryWaits: { title: '已进入候补', body: '名额已满，《{title}》已提交并进入候补，现排第 {place} 位。有名额空出时按顺序通知您，无需再次提交。' },
    entryWaitsForLot: { title: '已进入候补', body: '名额已满，《{title}》已提交并进入候补。候补顺序由抽签决定，抽签后可在作品页查看。' },
    waitingListCalled: { title: '有名额了，请答复', body: '有名额空出，轮到《{title}》。请在 {answerBy} 前登录答复；逾期名额给下一位。', sms: '有名额空出，轮到《{title}》，请在{answerBy}前登录系统答复。' },
    waitingListExpired: { title: '答复时限已过', body: '《{title}》没有在时限内答复，名额已给下一位；您排到候补队伍的最后。' },
    waitingListOut: { title: '答复时限已过', body: '《{title}》没有在时限内答复，名额已给下一位，按规则不再候补。' },
    waitingListClosed: { title: '候补结束', body: '候补已经结束，没有名额空出，《{title}》未能参加本次活动。感谢您的报名。' },
  },
};
