import i18next from 'i18next';
import { ApiError, type Problem } from './problem.js';
import { tellReachable } from './reachable.js';

type SessionWatcher = () => void;
let sessionLost: SessionWatcher | undefined;

/** Told whenever an answer says that the session is over. */
export function onSessionLost(watcher: SessionWatcher): void {
  sessionLost = watcher;
}

async function refusalOf(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => undefined)) as
    | { code?: string; message?: string; problems?: Problem[]; params?: Record<string, string | number>; requestId?: string }
    | undefined;
  const fallback = response.status >= 500 ? 'shell:error.server' : 'shell:error.refused';
  return new ApiError(
    response.status,
    body?.code ?? `HTTP_${response.status}`,
    body?.message ?? i18next.t(fallback),
    body?.problems ?? [],
    body?.params ?? {},
    body?.requestId,
  );
}

/** fetch with the reader's language, and anything but success thrown as an ApiError. */
export async function transport(input: Request): Promise<Response> {
  const request = new Request(input, { credentials: 'same-origin' });
  request.headers.set('accept-language', i18next.language ?? 'zh');
  let response: Response;
  try {
    response = await fetch(request);
  } catch {
    if (!input.signal.aborted) tellReachable(false);
    throw new ApiError(0, 'NO_NETWORK', i18next.t('shell:error.noNetwork'));
  }
  tellReachable(true);
  if (response.ok) return response;
  const refusal = await refusalOf(response);
  // A wrong password is a 401 too; only the sessions we had can be lost.
  if (refusal.sessionGone && !/\/api\/(sessions|login|session)\b/.test(new URL(request.url).pathname)) sessionLost?.();
  throw refusal;
}
