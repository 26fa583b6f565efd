import type { HttpClient } from './http-client.js';
import { must } from './registration-desk.js';

const PATIENCE_MS = 30_000;

/** Orders a list as a file and waits until it is there; its address. */
export async function orderedExport(client: HttpClient, query: Record<string, unknown>): Promise<string> {
  const ordered = must(await client.post('/api/entry-exports', query));
  const until = Date.now() + PATIENCE_MS;
  for (let now = ordered; now.state !== 'ready'; now = must(await client.get(`/api/entry-exports/${ordered.id}`))) {
    if (now.state === 'refused' || Date.now() > until) throw new Error(`The export is ${now.state} ${now.refusedCode ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return `/api/entry-exports/${ordered.id}/file`;
}

/** The text of a list ordered as CSV. */
export const exportedCsv = async (client: HttpClient, query: Record<string, unknown>): Promise<string> => (await client.get(await orderedExport(client, { ...query, format: 'csv' }))).text;
