import type { TextTree } from '#libs/platform';

export const en: TextTree = {
  notices: {
    email: {
      subject: '[Qingsai] {title}',
      footer: 'This message was sent by the Qingsai system; please do not reply. If it does not concern you, please ignore it.',
    },
  },
  errors: {
    DELIVERY_NOT_STOPPED: 'It is waiting, being sent or has arrived; it cannot be sent again.',
    LETTER_NOT_KEPT: 'This letter held a link that works once and is no longer kept; whoever needs it asks for a new one.',
  },
};
