/** One thing that is wrong, where, and the figures its sentence needs. `path` is a JSON pointer-like path, e.g. `members[1].birth`. */
export interface Problem {
  code: string;
  path?: string;
  params?: Record<string, string | number>;
  message?: string;
}

const STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  gone: 410,
  tooLarge: 413,
  unprocessable: 422,
  tooMany: 429,
  unavailable: 503,
} as const;

export type RefusalKind = keyof typeof STATUS;

/**
 * The one way a service says no. The HTTP filter turns it into `{code, message, problems, requestId}`;
 * sentences come from the i18n files under `errors.<code>`, in the caller's language.
 */
export class Refusal extends Error {
  readonly status: number;

  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    readonly params: Record<string, string | number> = {},
    readonly problems: Problem[] = [],
  ) {
    super(code);
    this.name = 'Refusal';
    this.status = STATUS[kind];
  }
}

/** Refuses with all problems at once, or does nothing when there are none. */
export function refuseIfAny(problems: Problem[], code = 'INVALID_INPUT'): void {
  if (problems.length > 0) throw new Refusal('unprocessable', code, { count: problems.length }, problems);
}
