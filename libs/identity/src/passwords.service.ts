import { Injectable } from '@nestjs/common';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { Refusal, refuseIfAny } from '#libs/platform';
import { passwordProblems } from './core/password-policy.js';
import { LoginThrottles } from './login-throttle.service.js';

/** Argon2id, the first of the settings that OWASP's password storage sheet names: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes and compares passwords. */
@Injectable()
export class Passwords {
  private decoy: Promise<string> | undefined;

  constructor(private readonly throttles: LoginThrottles) {}

  /** PHC text of the password's Argon2id hash. Refuses passwords that are too weak, all reasons at once. */
  async hashNew(password: string, names: readonly (string | null | undefined)[], path = 'password'): Promise<string> {
    refuseIfAny(passwordProblems(password, names).map((code) => ({ code, path })));
    return hash(password.normalize('NFKC'), COST);
  }

  /** Whether the password belongs to the hash. Without a hash it takes as long and is false, so that time does not tell whether an account exists. */
  async matches(passwordHash: string | null | undefined, password: string): Promise<boolean> {
    this.decoy ??= hash('nobody has this password', COST);
    const right = await verify(passwordHash ?? (await this.decoy), password.normalize('NFKC'));
    return right && typeof passwordHash === 'string';
  }

  /** Asks for the account's own password before something that matters. A stolen session guesses no faster here than at the login. Not inside a transaction. */
  async confirm(accountId: string, passwordHash: string | null, password: string, path = 'password'): Promise<void> {
    const key = `confirm:${accountId}`;
    await this.throttles.attempt(key);
    if (!(await this.matches(passwordHash, password))) throw new Refusal('unprocessable', 'PASSWORD_WRONG', {}, [{ code: 'PASSWORD_WRONG', path }]);
    await this.throttles.succeeded(key);
  }

  /** Hashes once more where the hash was made with other settings than today's; undefined where not. */
  async renewed(passwordHash: string, password: string): Promise<string | undefined> {
    const made = parseOptions(passwordHash);
    const current = made.memoryCost === COST.memoryCost && made.timeCost === COST.timeCost && made.parallelism === COST.parallelism;
    return current ? undefined : hash(password.normalize('NFKC'), COST);
  }
}
