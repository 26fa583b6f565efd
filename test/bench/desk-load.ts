import { Agent, request } from 'node:http';

/** One desk: what it saves, and as whom. */
export interface LoadedDesk {
  path: string;
  cookie: string;
  version: number;
  values: Record<string, string>;
}

/** `instant`: every desk saves in the same moment, so many rounds. `every`: each desk at its own moment once in so many seconds, whatever became of its save before. */
export type Pattern = { kind: 'instant'; rounds: number } | { kind: 'every'; seconds: number; rounds: number };

export interface LoadOrder {
  url: string;
  desks: LoadedDesk[];
  pattern: Pattern;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Saves once; milliseconds from before the request is made until the receipt is read. */
function save(url: URL, agent: Agent, desk: LoadedDesk): Promise<number> {
  const body = JSON.stringify({ clientKey: `load-${desk.path.slice(-50)}-${desk.version}-${Math.round(performance.now() * 1000)}`.slice(0, 80), baseVersion: desk.version, values: desk.values });
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: url.hostname, port: url.port, method: 'PUT', path: desk.path, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), origin: url.origin, cookie: desk.cookie } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const taken = performance.now() - begun;
        const text = Buffer.concat(parts).toString();
        if (answer.statusCode !== 200) return reject(new Error(`${answer.statusCode} ${text}`));
        desk.version = (JSON.parse(text) as { version: number }).version;
        resolve(taken);
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Milliseconds of every save, round by round. */
async function run({ url, desks, pattern }: LoadOrder): Promise<number[][]> {
  const at = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: desks.length });
  // Everybody has been at work for a while: connections are open, plans are made.
  for (let round = 0; round < 2; round++) await Promise.all(desks.map((desk) => save(at, agent, desk)));
  const taken: number[][] = Array.from({ length: pattern.rounds }, () => []);
  if (pattern.kind === 'instant') {
    for (let round = 0; round < pattern.rounds; round++) {
      await pause(400);
      taken[round] = await Promise.all(desks.map((desk) => save(at, agent, desk)));
    }
  } else {
    const every = pattern.seconds * 1000;
    await Promise.all(desks.map(async (desk, index) => {
      const from = performance.now() + 200;
      // Moments spread over the interval, in no order; golden-ratio steps avoid both bursts and a regular beat.
      const phase = ((index * 0.618034) % 1) * every;
      for (let round = 0; round < pattern.rounds; round++) {
        const due = from + phase + round * every;
        await pause(Math.max(0, due - performance.now()));
        await save(at, agent, desk);
        // From when it was due: a desk sends one save at a time, so that a slow one makes the next one late, and that counts.
        taken[round]?.push(performance.now() - due);
      }
    }));
  }
  agent.destroy();
  return taken;
}

process.on('message', (order: LoadOrder) => {
  run(order).then(
    (taken) => process.send?.({ taken }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
