import type { LoggerService } from '@nestjs/common';
import { pino, type Logger as Pino } from 'pino';
import { currentContext } from './context.js';
import type { Settings } from './config.js';

/** Names of fields whose values never reach a log, at any depth that we log. */
const SECRET = ['password', 'token', 'cookie', 'authorization', 'idNumber', 'phone', 'email', 'secret', 'name'];

/** Structured logs: one JSON line each, with the request id, without personal data. */
export class Log implements LoggerService {
  private readonly pino: Pino;

  constructor(level: Settings['logLevel'], process: string) {
    this.pino = pino({
      level,
      base: { process },
      redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
      mixin: () => ({ requestId: currentContext().requestId }),
    });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest passes (message, ...details, context). */
  private write(level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal', message: unknown, rest: unknown[]): void {
    const where = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
    const details = rest.filter((detail) => detail !== where && detail !== undefined);
    const fields = { where, ...(details.length > 0 ? { details } : {}) };
    if (message instanceof Error) this.pino[level]({ ...fields, stack: message.stack }, message.message);
    else if (typeof message === 'object' && message !== null) this.pino[level]({ ...fields, ...message });
    else this.pino[level](fields, String(message));
  }
}
