import { readFileSync } from 'node:fs';
import { text } from '#libs/platform';
import { UsageError } from './usage-error.js';

/** Reads JSON from a file or, for `-`, from standard input. Refuses with a sentence what cannot be read. */
export function readJson(path: string | undefined): unknown {
  if (!path) throw new UsageError(text('cli.fileMissing'));
  let content: string;
  try {
    content = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (error) {
    throw new UsageError(text('cli.fileUnreadable', { path, reason: (error as NodeJS.ErrnoException).code ?? '' }));
  }
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new UsageError(text('cli.fileNotJson', { path, reason: (error as Error).message }));
  }
}
