import type { TextTree } from '#libs/platform';

export const en: TextTree = {
  notices: {
    email: {
      subject: '[Qingsai] {title}',
      footer: 'This message was sent by the Qingsai system; please do not reply. If it does not concern you, please ignore it.',
    },
  },
};
