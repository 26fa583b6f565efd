import 'reflect-metadata';
import { ConfigError, EmbeddedPostgresError, registerTexts, text, withContext, type Language } from '#libs/platform';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { commands } from './commands.js';
import { UsageError } from './usage-error.js';

registerTexts(zh, en);

function systemLanguage(): Language {
  return /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '') ? 'zh' : 'en';
}

function help(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.keys(commands).map((name) => `  ${name.padEnd(width)}  ${text(`cli.help.${name.replaceAll('-', '_')}`)}`);
  return `${text('cli.usage')}\n\n${lines.join('\n')}\n`;
}

/** What a broken connection to the database (or another service) is called; undefined for any other error. */
function connectionLost(error: unknown): string | undefined {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|08\w{3}|57P0\d|53300)$/.test(code)) return code;
  return typeof message === 'string' && /^(Connection terminated|timeout exceeded when trying to connect)/.test(message) ? message : undefined;
}

/** What `parseArgs` says of an option that there is not. */
const isUnknownOption = (error: unknown): error is Error => error instanceof Error && String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');

/** Runs one command; the process's exit code. What a user did wrong is one clear sentence on standard error. */
export async function run(name: string, args: string[]): Promise<number> {
  return withContext({ requestId: `cli-${name}`, language: systemLanguage() }, async () => {
    const command = commands[name];
    if (!command) {
      const asked = ['help', '--help', '-h'].includes(name);
      (asked ? process.stdout : process.stderr).write(asked ? help() : `${text('cli.unknown', { name })}\n\n${help()}`);
      return asked ? 0 : 2;
    }
    try {
      const { run: work } = await command();
      return await work(args);
    } catch (error) {
      if (error instanceof UsageError || error instanceof ConfigError || error instanceof EmbeddedPostgresError) {
        process.stderr.write(`${error.message}\n`);
        return error instanceof UsageError ? 2 : 1;
      }
      if (isUnknownOption(error)) {
        process.stderr.write(`${error.message}\n${text(`cli.help.${name}`)}\n`);
        return 2;
      }
      const lost = connectionLost(error);
      if (lost !== undefined) {
        process.stderr.write(`${text('cli.databaseLost', { reason: lost })}\n`);
        return 1;
      }
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      return 1;
    }
  });
}
