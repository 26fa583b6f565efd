import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { rooms } from '../../rooms.js';
import { runProcess } from '../../process.js';
import { createApi } from './api.js';

// dist/apps/api/src/main.js -> dist/web
const webDir = fileURLToPath(new URL('../../../web', import.meta.url));

await runProcess(async (shared) => {
  const app = await createApi({ ...shared, rooms, webDir });
  await app.listen(shared.config.settings.port, '0.0.0.0');
  return () => app.close();
});
