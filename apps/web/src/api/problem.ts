/** One thing that is wrong and where: `path` is like `members[1].birth`, `message` is a sentence in the reader's language. */
export interface Problem {
  code: string;
  path?: string;
  params?: Record<string, string | number>;
  message: string;
}

/** What the server answered when it said no, or why it could not be asked. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    /** HTTP status; 0 when no answer came (no network, server gone). */
    readonly status: number,
    readonly code: string,
    message: string,
    readonly problems: Problem[] = [],
    readonly params: Record<string, string | number> = {},
    readonly requestId?: string,
  ) {
    super(message);
  }

  /** No answer, or "not right now": worth trying again by itself. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }

  get sessionGone(): boolean {
    return this.status === 401;
  }
}

export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError(0, 'NO_NETWORK', error instanceof Error ? error.message : String(error));
}

/** `members[1].birth` -> `['members', 1, 'birth']`, the way antd names form fields. */
export function fieldName(path: string): (string | number)[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map((part) => (part[2] === undefined ? part[1]! : Number(part[2])));
}
