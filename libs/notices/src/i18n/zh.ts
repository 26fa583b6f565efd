import type { TextTree } from '#libs/platform';

export const zh: TextTree = {
  notices: {
    email: {
      subject: '【青赛】{title}',
      footer: '本邮件由青赛系统自动发出，请勿直接回复。如非本人操作，请忽略本邮件。',
    },
  },
  errors: {
    DELIVERY_NOT_STOPPED: '这条通知正在发送或已经送达，不能重发。',
    LETTER_NOT_KEPT: '这封信含一次性链接，失败后不再保存；请让需要的人重新申请。',
  },
};
