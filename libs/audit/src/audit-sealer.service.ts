import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, Database, FieldCrypto } from '#libs/platform';
import { CHAIN_START, linkHash } from './core/record-hash.js';

const DELAY_MS = 500;
const LINKS_AT_ONCE = 5_000;
export const SEAL_PURPOSE = 'audit head';

export const sealedText = (position: number, hash: string): string => `${position}:${hash}`;

/**
 * Signs the newest link of the chain with the instance's secret key shortly after each commit. Whoever can write to the database
 * but lacks the key can then neither rewrite the sealed part nor cut off its end unnoticed. It never signs what does not follow
 * from what it signed before, so sealing cannot cover up a change.
 */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('audit');
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly crypto: FieldCrypto,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.database.source.isInitialized) await this.seal();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
    await this.trySeal();
  }

  /** Seals within half a second; many calls make one seal. */
  soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.running = this.running.then(() => this.trySeal());
    }, DELAY_MS).unref();
  }

  /** Signs the head if it follows from the last seal; answers up to which position the chain is sealed now. */
  async seal(): Promise<number> {
    return this.database.transaction(async () => {
      // Only one process seals at a time; another one that comes now has nothing to add.
      const { free } = (await this.database.first<{ free: boolean }>(`SELECT pg_try_advisory_xact_lock(hashtext('audit seal')) AS free`)) ?? { free: false };
      const seal = await this.database.first<{ position: string; hash: string; signature: string }>('SELECT position, hash, signature FROM audit_seal');
      const sealedTo = Number(seal?.position ?? 0);
      if (!free) return sealedTo;
      if (seal && !this.crypto.isSignedBy(seal.signature, SEAL_PURPOSE, sealedText(sealedTo, seal.hash))) {
        this.log.error('The audit log\'s seal is not ours; run `qingsai audit verify`');
        return sealedTo;
      }
      // Only an empty log has no seal yet: the first process that opens it makes one.
      if (!seal && (await this.database.first('SELECT 1 FROM audit_link LIMIT 1'))) {
        this.log.error('The audit log has lost its seal; run `qingsai audit verify`');
        return sealedTo;
      }
      const reached = await this.follow(sealedTo, seal?.hash ?? CHAIN_START);
      if (!reached) return sealedTo;
      if (seal && reached.position === sealedTo) return sealedTo;
      await this.database.query(
        `INSERT INTO audit_seal (position, hash, sealed_at, signature) VALUES ($1, $2, $3, $4)
         ON CONFLICT (only_row) DO UPDATE SET position = excluded.position, hash = excluded.hash, sealed_at = excluded.sealed_at, signature = excluded.signature`,
        [reached.position, reached.hash, this.clock.now(), this.crypto.sign(SEAL_PURPOSE, sealedText(reached.position, reached.hash))],
      );
      return reached.position;
    });
  }

  /** Walks the links after a position; undefined (and a log line) when one does not follow from the one before. */
  private async follow(from: number, hash: string): Promise<{ position: number; hash: string } | undefined> {
    const reached = { position: from, hash };
    for (;;) {
      const links = await this.database.query<{ position: string; record_id: string; hash: string; sha256: string }>(
        `SELECT l.position, l.record_id, l.hash, r.sha256 FROM audit_link l JOIN audit_record r ON r.id = l.record_id
         WHERE l.position > $1 ORDER BY l.position LIMIT ${LINKS_AT_ONCE}`,
        [reached.position],
      );
      for (const link of links) {
        const expected = linkHash(reached.hash, reached.position + 1, link.record_id, link.sha256);
        if (Number(link.position) !== reached.position + 1 || link.hash !== expected) {
          this.log.error(`The audit chain is broken after position ${reached.position}; run \`qingsai audit verify\``);
          return undefined;
        }
        reached.position += 1;
        reached.hash = link.hash;
      }
      if (links.length < LINKS_AT_ONCE) return reached;
    }
  }

  private async trySeal(): Promise<void> {
    try {
      await this.seal();
    } catch (error) {
      // The database may be away; the next commit or start seals instead.
      this.log.warn(`The audit log was not sealed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
