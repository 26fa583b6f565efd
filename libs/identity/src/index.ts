import { registerTexts } from '#libs/platform';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';

registerTexts(zh, en);

export * from './access-declarations.js';
export * from './access.decorators.js';
export * from './access.guard.js';
export * from './access.service.js';
export * from './actor.js';
export * from './core/access-decision.js';
export * from './core/org-path.js';
export * from './core/permissions.js';
export * from './core/roles.js';
export { Account } from './entities/account.entity.js';
export * from './entities/org-unit.entity.js';
export * from './entities/person.entity.js';
export { RoleGrant, type GrantState } from './entities/role-grant.entity.js';
export * from './identity.module.js';
export * from './identity.room.js';
export { SessionCookie, tokenFromCookies } from './session-cookie.js';
export * from './sessions.service.js';
export * from './core/age.js';
export * from './core/id-number.js';
export * from './core/masks.js';
