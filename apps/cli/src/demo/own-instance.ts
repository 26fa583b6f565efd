import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { freePort, loadConfig, Log, SystemClock, type Config } from '#libs/platform';
import { rooms } from '../../../rooms.js';
import { WorkerModule } from '../../../worker/src/worker.module.js';
import { makeAdministrator } from '../first-administrator.js';
import { supervise } from '../supervised.js';
import { DEMO_PASSWORD } from './season-cast.js';

export interface Rehearsing {
  url: string;
  administrator: { login: string; password: string };
  stop(): Promise<void>;
}

/** Makes the first administrator of a prepared database. */
async function administratorOf(config: Config, databaseUrl: string): Promise<{ login: string; password: string }> {
  const account = { name: '系统管理员', loginName: 'admin', password: DEMO_PASSWORD };
  const application = await NestFactory.createApplicationContext(WorkerModule.forRoot({ role: 'command', config, databaseUrl, rooms, clock: new SystemClock(), poolSize: 2 }), {
    logger: new Log('error', 'demo'), abortOnError: false,
  });
  try {
    await makeAdministrator(application, account);
  } finally {
    await application.close();
  }
  return { login: account.loginName, password: account.password };
}

/**
 * API and worker as a rehearsal on a prepared, empty database, on a port of their own: the clock can be set, nobody is slowed
 * down, no letter leaves the house.
 */
export async function startRehearsal(config: Config, databaseUrl: string, publicUrl?: string): Promise<Rehearsing> {
  const administrator = await administratorOf(config, databaseUrl);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logs = join(config.settings.dataDir, 'logs');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  const { secretKey, oldSecretKeys, s3 } = config.settings;
  // Where files and keys are kept is the configuration's to say: a season in a temporary folder has nothing to do with this machine's own bucket and key.
  const { SMTP_URL: _smtp, SMS_GATEWAY_URL: _sms, S3_BUCKET: _bucket, QINGSAI_SECRET_KEY: _key, QINGSAI_OLD_SECRET_KEYS: _oldKeys, ...outside } = process.env;
  const env = {
    ...outside, DATABASE_URL: databaseUrl, QINGSAI_DATA_DIR: config.settings.dataDir, PORT: String(port), PUBLIC_URL: publicUrl ?? url, QINGSAI_REHEARSAL: 'on', QINGSAI_DEMO: 'on', RATE_LIMIT_PER_MINUTE: '1000000', LOG_LEVEL: 'warn',
    ...(secretKey && { QINGSAI_SECRET_KEY: secretKey, QINGSAI_OLD_SECRET_KEYS: oldSecretKeys.join(',') }),
    ...(s3 && { S3_BUCKET: s3.bucket }),
  };
  loadConfig(env);
  const processes = (['api', 'worker'] as const).map((name) =>
    supervise({
      name, env, logFile: join(logs, `rehearsal-${name}.log`), file: fileURLToPath(new URL(`../../../${name}/src/main.js`, import.meta.url)), onCrash: () => undefined, onGiveUp: () => undefined,
    }),
  );
  const stop = async (): Promise<void> => void (await Promise.all(processes.map((each) => each.stop())));
  try {
    await Promise.all(processes.map((each) => each.ready));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, administrator, stop };
}
