import type { TextTree } from '#libs/platform';

export const zh: TextTree = {
  notices: {
    email: {
      subject: '【青赛】{title}',
      footer: '本邮件由青赛系统自动发出，请勿直接回复。如非本人操作，请忽略本邮件。',
    },
  },
};
