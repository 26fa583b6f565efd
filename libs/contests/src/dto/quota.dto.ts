import { Id, ListOf, OneOf, Text, Whole } from '#libs/platform';

const LEVEL_KEYS = ['school', 'county', 'prefecture', 'province'] as const;

export class QuotaInput {
  @OneOf(LEVEL_KEYS) level: string;
  @Id() unitId: string;
  @Text({ min: 1, max: 81, description: 'Key of an entry type, a type in one of its groups (project/primary), or * for all types together.' }) entryType: string;
  @Whole({ min: 0, max: 100_000 }) places: number;
}

export class QuotasInput {
  @ListOf(() => QuotaInput, { min: 1, max: 2000 }) quotas: QuotaInput[];
  @Whole({ min: 0, max: 1_000_000, optional: true, description: 'What the places of each level and type that is set here must add up to, with those of the units below the same unit that stay as they are.' }) total?: number;
  @Whole({ min: 0, max: 10_000, optional: true, description: 'Least places of every unit that is set here.' }) base?: number;
}

export class QuotaQuery {
  @OneOf(LEVEL_KEYS, { optional: true }) level?: string;
  @Id({ optional: true }) unitId?: string;
  @Text({ max: 81, optional: true }) entryType?: string;
}

export class QuotaView {
  @OneOf(LEVEL_KEYS) level: string;
  @Id() unitId: string;
  @Text() unitCode: string;
  @Text() unitName: string;
  @Text() entryType: string;
  @Whole({ nullable: true, description: 'null: no limit set.' }) places: number | null;
  @Whole() used: number;
  @Whole({ nullable: true }) left: number | null;
}

export class QuotaShareInput {
  @Id() unitId: string;
  @Whole({ min: 0, max: 10_000_000, description: "For example last year's entries of the unit." }) weight: number;
}

export class QuotaProposalInput {
  @Whole({ min: 0, max: 1_000_000 }) total: number;
  @Whole({ min: 0, max: 10_000, optional: true, description: 'Places every unit gets first.' }) base?: number;
  @ListOf(() => QuotaShareInput, { min: 1, max: 500 }) shares: QuotaShareInput[];
}

export class QuotaProposalRow {
  @Id() unitId: string;
  @Text() unitName: string;
  @Whole() places: number;
}
