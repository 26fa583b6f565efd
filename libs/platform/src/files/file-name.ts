import { FILE_TYPES, type FileType } from './file-kinds.js';

const MAX_CHARACTERS = 150;
/** Path separators, what Windows refuses, control and format characters (some turn the reading direction to hide an ending), half characters. */
const UNFIT = /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * A name to show and to save under: what people called the file, without anything that could be a path, and with the ending
 * that its content has. The disk never sees it.
 */
export function safeFileName(given: string, type: FileType): string {
  const ending = FILE_TYPES[type];
  const cleaned = given.normalize('NFC').replace(UNFIT, ' ').replace(/\s+/g, ' ').trim();
  const alike = type === 'image/jpeg' ? /\.jpe?g$/i : new RegExp(`\\.${ending}$`, 'i');
  const stem = [...cleaned.replace(alike, '').replace(/^[ .]+|[ .]+$/g, '')].slice(0, MAX_CHARACTERS).join('').trim();
  return `${stem || 'file'}.${ending}`;
}
