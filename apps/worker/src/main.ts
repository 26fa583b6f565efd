import 'reflect-metadata';
import { Readiness } from '#libs/platform';
import { rooms } from '../../rooms.js';
import { runProcess } from '../../process.js';
import { beat } from './heartbeat.js';
import { startWorker } from './worker.js';

await runProcess(async (shared) => {
  const context = await startWorker({ ...shared, rooms });
  const stopBeating = beat(context.get(Readiness), shared.config.settings.dataDir);
  return () => {
    stopBeating();
    return context.close();
  };
});
