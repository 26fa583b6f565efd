import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { environmentReader } from './environment.js';
import { text } from './texts.js';

export interface SmtpSettings { host: string; port: number; secure: boolean; user?: string; password?: string; from: string }
export interface SmsSettings { url: string; token: string; signature: string }
export interface S3Settings { endpoint?: string; region: string; bucket: string; accessKey: string; secretKey: string; forcePathStyle: boolean }

/** Everything the environment decides, checked. Only `platform` reads the environment. */
export interface Settings {
  port: number;
  /** Address people use, e.g. https://qingsai.example; links in e-mails start with it. */
  publicUrl: string;
  dataDir: string;
  databaseUrl?: string;
  redisUrl?: string;
  secretKey?: string;
  /** Former keys: they open what they sealed, nothing new is sealed with them. */
  oldSecretKeys: string[];
  demo: boolean;
  /** A rehearsal's clock can be set by its administrators; never on in a real season. */
  rehearsal: boolean;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** Requests a minute from one address before it is asked to wait. */
  rateLimit: number;
  trustProxy: boolean;
  smtp?: SmtpSettings;
  sms?: SmsSettings;
  s3?: S3Settings;
}

export class Config {
  constructor(readonly settings: Settings) {}
}

/** All that is wrong with the environment, one line each. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

/** Makes the folder where it is missing, one level after the other: Node's own recursive way never ends where a file system takes no folders (`/proc`). */
function writable(folder: string): boolean {
  try {
    const missing: string[] = [];
    let existing = folder;
    for (; !existsSync(existing); existing = dirname(existing)) missing.unshift(existing);
    accessSync(existing, constants.W_OK | constants.X_OK);
    for (const level of missing) mkdirSync(level, { mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads and checks the environment. Errors: ConfigError with every problem at once, each saying what to write instead.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const read = environmentReader(env);
  const port = read.whole('PORT', 3000, 0, 65_535);
  const dataDir = resolve(read.text('QINGSAI_DATA_DIR') ?? '.qingsai');
  if (!writable(dataDir)) read.wrong(text('settings.unwritable', { folder: dataDir }));
  const databaseUrl = read.url('DATABASE_URL', ['postgres:', 'postgresql:']);
  const redisUrl = read.url('REDIS_URL', ['redis:', 'rediss:']);
  const secretKey = read.text('QINGSAI_SECRET_KEY');
  if (secretKey !== undefined && Buffer.from(secretKey, 'base64').length !== 32) {
    read.wrong(text('settings.badKey', { name: 'QINGSAI_SECRET_KEY' }));
  }
  const oldSecretKeys = (read.text('QINGSAI_OLD_SECRET_KEYS') ?? '').split(',').map((key) => key.trim()).filter((key) => key !== '');
  const smtpUrl = read.url('SMTP_URL', ['smtp:', 'smtps:']);
  const smtpFrom = read.text('SMTP_FROM');
  if (smtpUrl && !smtpFrom) read.wrong(text('settings.senderNeeded'));
  const smsUrl = read.url('SMS_GATEWAY_URL', ['https:', 'http:']);
  const smsToken = read.text('SMS_GATEWAY_TOKEN');
  if (smsUrl && !smsToken) read.wrong(text('settings.neededWith', { name: 'SMS_GATEWAY_TOKEN', other: 'SMS_GATEWAY_URL' }));
  const bucket = read.text('S3_BUCKET');
  const accessKey = read.text('S3_ACCESS_KEY');
  const s3Secret = read.text('S3_SECRET_KEY');
  const s3Endpoint = read.url('S3_ENDPOINT', ['https:', 'http:']);
  if (bucket && (!accessKey || !s3Secret)) read.wrong(text('settings.neededWith', { name: 'S3_ACCESS_KEY, S3_SECRET_KEY', other: 'S3_BUCKET' }));
  const publicUrl = read.url('PUBLIC_URL', ['https:', 'http:'])?.origin ?? `http://localhost:${port}`;

  const settings: Settings = {
    port,
    publicUrl,
    dataDir,
    databaseUrl: databaseUrl?.href,
    redisUrl: redisUrl?.href,
    secretKey,
    oldSecretKeys,
    demo: read.onOff('QINGSAI_DEMO', true),
    rehearsal: read.onOff('QINGSAI_REHEARSAL', false),
    logLevel: read.oneOf('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const, 'info'),
    rateLimit: read.whole('RATE_LIMIT_PER_MINUTE', 1200, 1, 1_000_000),
    trustProxy: read.onOff('TRUST_PROXY', false),
    smtp: smtpUrl && smtpFrom
      ? {
          host: smtpUrl.hostname,
          port: Number(smtpUrl.port || (smtpUrl.protocol === 'smtps:' ? 465 : 587)),
          secure: smtpUrl.protocol === 'smtps:',
          user: smtpUrl.username ? decodeURIComponent(smtpUrl.username) : undefined,
          password: smtpUrl.password ? decodeURIComponent(smtpUrl.password) : undefined,
          from: smtpFrom,
        }
      : undefined,
    sms: smsUrl && smsToken ? { url: smsUrl.href, token: smsToken, signature: read.text('SMS_SIGNATURE') ?? '青赛' } : undefined,
    s3: bucket && accessKey && s3Secret
      ? { endpoint: s3Endpoint?.href, region: read.text('S3_REGION') ?? 'us-east-1', bucket, accessKey, secretKey: s3Secret, forcePathStyle: read.onOff('S3_PATH_STYLE', s3Endpoint !== undefined) }
      : undefined,
  };
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return new Config(settings);
}
