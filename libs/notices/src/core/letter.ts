import { text, findText, type Language } from '#libs/platform';

/** What is sent: plain text, in the reader's language. `path` begins with a slash; a full address is taken as it is. */
export interface Letter {
  subject: string;
  text: string;
}

export interface LetterContent {
  template: string;
  params: Record<string, string | number>;
  link: string | null;
}

/** Params are people's words: one line each, so that none can add lines to a subject or headers to a letter. */
const oneLine = (params: Record<string, string | number>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value).replace(/\s+/g, ' ').slice(0, 500)]));

export const noticeTitle = (content: LetterContent, language?: Language): string => text(`notices.${content.template}.title`, oneLine(content.params), language);
export const noticeBody = (content: LetterContent, language?: Language): string => text(`notices.${content.template}.body`, oneLine(content.params), language);

/** An e-mail for a notice; links begin with `publicUrl`. */
export function writeEmail(content: LetterContent, language: Language, publicUrl: string): Letter {
  const link = content.link === null ? [] : [content.link.startsWith('/') ? `${publicUrl}${content.link}` : content.link];
  return {
    subject: text('notices.email.subject', { title: noticeTitle(content, language) }, language),
    text: [noticeBody(content, language), ...link, text('notices.email.footer', {}, language)].join('\n\n'),
  };
}

/** The short message, where the template has one; undefined where it does not ask for SMS. */
export const writeSms = (content: LetterContent, language: Language): string | undefined => findText(`notices.${content.template}.sms`, oneLine(content.params), language);
