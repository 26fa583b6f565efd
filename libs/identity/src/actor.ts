import type { Grant } from './core/access-decision.js';

/** Who acts: resolved from the session cookie once per request. For a write, grants of read-only roles are already gone. */
export interface Actor {
  accountId: string;
  personId?: string;
  name: string;
  grants: Grant[];
  sessionId: string;
}
