import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { registerTexts } from './texts.js';

registerTexts(zh, en);

export * from './clock.js';
export * from './config.js';
export * from './context.js';
export { FieldCrypto, UnsealError } from './crypto/field-crypto.js';
export { loadSecretKeys } from './crypto/secret-keys.js';
export * from './data-source.js';
export * from './database.js';
export * from './dto.js';
export * from './embedded-postgres.js';
export * from './http/refusal.filter.js';
export * from './http/validation.js';
export * from './logging.js';
export * from './migrate.js';
export * from './platform.module.js';
export * from './platform.room.js';
export * from './random.js';
export * from './refusal.js';
export * from './room.js';
export * from './texts.js';
