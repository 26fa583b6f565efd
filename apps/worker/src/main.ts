import 'reflect-metadata';
import { rooms } from '../../rooms.js';
import { runProcess } from '../../process.js';
import { startWorker } from './worker.js';

await runProcess(async (shared) => {
  const context = await startWorker({ ...shared, rooms });
  return () => context.close();
});
