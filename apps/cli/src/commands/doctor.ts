import { verifyAudit } from '#libs/audit';
import { ConfigError, Database, FieldCrypto, loadConfig, Readiness, text } from '#libs/platform';
import { withApplication } from '../application.js';

/** `doctor`: each part of the installation with its state, one line each; exit code 1 when one is not in order. */
export async function run(): Promise<number> {
  const say = (name: string, ok: boolean, detail = ''): boolean => {
    process.stdout.write(`${text(`cli.doctor.${name}`).padEnd(16)} ${text(ok ? 'cli.ok' : 'cli.notOk')} ${detail}\n`);
    return ok;
  };
  try {
    loadConfig();
    say('settings', true);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    say('settings', false, error.problems.join('; '));
    return 1;
  }
  return withApplication(async (application) => {
    const { parts } = await application.get(Readiness).check();
    const states = Object.entries(parts).map(([name, state]) => say(name, state.ok, state.detail ?? ''));
    const audit = await verifyAudit(application.get(Database), application.get(FieldCrypto));
    states.push(say('audit', audit.ok, text('cli.doctor.records', { count: audit.records, faults: audit.problems.length })));
    return states.every(Boolean) ? 0 : 1;
  });
}
