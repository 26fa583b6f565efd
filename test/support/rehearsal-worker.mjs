// A worker process that a fault spec starts and kills. Arguments: database address, data folder, milliseconds that slow jobs take.
import 'reflect-metadata';
import { startWorker } from '../../dist/apps/worker/src/worker.js';
import * as platform from '../../dist/libs/platform/src/index.js';
import { rehearsalRoom } from './rehearsal-jobs.mjs';

const [databaseUrl, dataDir, slowMillis] = process.argv.slice(2);
const config = platform.loadConfig({ ...process.env, QINGSAI_DATA_DIR: dataDir, QINGSAI_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'warn' });
const { room } = rehearsalRoom(platform, Number(slowMillis));
await startWorker({ config, databaseUrl, rooms: [platform.platformRoom, room], clock: new platform.SystemClock(), poolSize: 5 });
process.stdout.write('ready\n');
