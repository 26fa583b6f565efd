import { createServer } from 'node:net';
import { text } from '#libs/platform';
import { UsageError } from './usage-error.js';

/** Refuses, with a sentence that says what to do, a port that we could not listen on. Port 0 (any) is always right. */
export async function requireFreePort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const key = error.code === 'EACCES' ? 'cli.portForbidden' : 'cli.portBusy';
      reject(new UsageError(text(key, { port, other: port < 65_535 ? port + 1 : port - 1 })));
    });
    server.listen(port, '0.0.0.0', () => server.close(() => resolve()));
  });
}
