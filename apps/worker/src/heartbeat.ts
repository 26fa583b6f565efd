import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Readiness } from '#libs/platform';

const EVERY_MS = 10_000;

/**
 * While this worker lives and reaches what it needs, a file in the data folder is written anew every ten seconds; a container's health check looks how old its
 * own is (docker/compose.yml). The answer stops it.
 */
export function beat(readiness: Readiness, dataDir: string): () => void {
  const file = join(dataDir, `worker-${hostname()}.alive`);
  const once = async (): Promise<void> => {
    if ((await readiness.check()).ok) await writeFile(file, '', { mode: 0o600 });
  };
  // What cannot be written is what the health check is to find.
  const timer = setInterval(() => void once().catch(() => undefined), EVERY_MS);
  return () => clearInterval(timer);
}
