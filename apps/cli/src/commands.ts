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
  audit: () => import('./commands/audit.js'),
};
