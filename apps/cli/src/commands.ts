export interface Command {
  /** Does the work; the exit code. */
  run(args: string[]): Promise<number>;
}

/** Each command is loaded when it is called: most need no database and should answer at once. */
export const commands: Record<string, () => Promise<Command>> = {
  start: () => import('./commands/start.js'),
  dev: () => import('./commands/dev.js'),
  migrate: () => import('./commands/migrate.js'),
  openapi: () => import('./commands/openapi.js'),
  doctor: () => import('./commands/doctor.js'),
  administrator: () => import('./commands/administrator.js'),
  demo: () => import('./commands/demo.js'),
  score: () => import('./commands/score.js'),
  explain: () => import('./commands/explain.js'),
  verify: () => import('./commands/verify.js'),
  plan: () => import('./commands/plan.js'),
  audit: () => import('./commands/audit.js'),
  keys: () => import('./commands/keys.js'),
};
