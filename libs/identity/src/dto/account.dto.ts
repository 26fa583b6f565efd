import { Email, Flag, Id, Instant, ListOf, Nested, OneOf, PageQuery, Text, Texts, Whole } from '#libs/platform';
import { ROLES, type Role } from '../core/roles.js';
import { GRANT_STATES, type GrantState } from '../entities/role-grant.entity.js';
import { LinkToken } from './link.dto.js';
import { ProposeSchool } from './organisation.dto.js';
import { PersonFacts } from './person.dto.js';

const EMAIL_STATES = ['none', 'unverified', 'verified', 'mailOff'] as const;
export type EmailState = (typeof EMAIL_STATES)[number];
const LANGUAGES = ['zh', 'en'] as const;
const LOGIN_NAME = { min: 3, max: 40 };
const PHONE = /^[+\d][\d\s()-]{4,24}$/;

export class LogIn {
  @Text({ min: 1, max: 200, description: 'Login name, e-mail address or phone' }) login: string;
  @Text({ min: 1, max: 200 }) password: string;
  @Text({ optional: true, min: 6, max: 20, description: 'Code of the generator, or a recovery code' }) code?: string;
}

export class GrantView {
  @Id() id: string;
  @OneOf(ROLES, { name: 'Role' }) role: Role;
  @OneOf(GRANT_STATES, { name: 'GrantState' }) state: GrantState;
  @Id({ nullable: true }) orgUnitId: string | null;
  @Text({ nullable: true }) orgUnit: string | null;
  @Id({ nullable: true }) editionId: string | null;
  @Id({ nullable: true }) panelId: string | null;
  @Text({ nullable: true }) decisionReason: string | null;
  @Instant() createdAt: Date;
}

export class SessionAccount {
  @Id() id: string;
  @Text() name: string;
  @Text({ nullable: true }) loginName: string | null;
  @Text({ nullable: true }) email: string | null;
  @OneOf(EMAIL_STATES, { name: 'EmailState', description: 'Notices and reset links go to a verified address only; none go out at all where no mail server is set up' }) emailState: EmailState;
  @Text({ nullable: true }) phone: string | null;
  @OneOf(LANGUAGES, { name: 'Language' }) language: 'zh' | 'en';
  @Id({ nullable: true }) personId: string | null;
  @Flag({ description: 'A code generator is enrolled' }) secondFactor: boolean;
  @Flag({ description: 'Nothing else is allowed until a code generator is enrolled' }) mustEnrolSecondFactor: boolean;
  @ListOf(() => GrantView, { description: 'Active, requested and lately refused ones' }) grants: GrantView[];
  @Texts({ description: 'What the active roles allow somewhere' }) permissions: string[];
}

export class CurrentSession {
  @Nested(() => SessionAccount, { nullable: true }) account: SessionAccount | null;
  @Instant({ description: "The server's clock" }) now: Date;
}

export class OwnSession {
  @Id() id: string;
  @Instant() createdAt: Date;
  @Instant() lastSeenAt: Date;
  @Instant() expiresAt: Date;
  @Text({ nullable: true }) ip: string | null;
  @Text({ nullable: true }) userAgent: string | null;
  @Flag() current: boolean;
}

export class EditProfile {
  @Text({ optional: true, min: 1, max: 50 }) name?: string;
  @Email({ optional: true }) email?: string;
  @Text({ optional: true, pattern: PHONE }) phone?: string;
  @OneOf(LANGUAGES, { optional: true, name: 'Language' }) language?: 'zh' | 'en';
  @Text({ optional: true, min: 1, max: 200, description: 'Needed for another e-mail address or phone' }) password?: string;
}

export class EditOwnPerson {
  @Text({ optional: true, pattern: PHONE }) phone?: string;
  @Email({ optional: true }) email?: string;
  @Text({ optional: true, max: 30 }) grade?: string;
  @Text({ optional: true, max: 50 }) title?: string;
}

export class ChangePassword {
  @Text({ min: 1, max: 200 }) current: string;
  @Text({ min: 1, max: 200 }) next: string;
}

export class PasswordOnly {
  @Text({ min: 1, max: 200 }) password: string;
}

export class CodeOnly {
  @Text({ min: 6, max: 6 }) code: string;
}

export class EnrolmentView {
  @Text({ description: 'For typing it by hand' }) secret: string;
  @Text({ description: 'otpauth address for the QR code' }) uri: string;
}

export class RecoveryCodes {
  @Texts({ description: 'Shown this once' }) codes: string[];
}

export class SelfRegistration {
  @OneOf(['student', 'coach', 'school_admin'], { name: 'RegisteringRole' }) role: 'student' | 'coach' | 'school_admin';
  @Nested(() => PersonFacts) person: PersonFacts;
  @Id({ optional: true }) schoolId?: string;
  @Nested(() => ProposeSchool, { optional: true }) newSchool?: ProposeSchool;
  @Text({ ...LOGIN_NAME, optional: true }) loginName?: string;
  @Text({ min: 1, max: 200 }) password: string;
}

export class Registered {
  @Id() accountId: string;
  @OneOf(GRANT_STATES, { name: 'GrantState' }) state: GrantState;
}

export class Invite {
  @Text({ min: 1, max: 50 }) name: string;
  @Email({ optional: true }) email?: string;
  @Text({ optional: true, pattern: PHONE }) phone?: string;
  @Text({ ...LOGIN_NAME, optional: true }) loginName?: string;
  @OneOf(ROLES, { name: 'Role' }) role: Role;
  @Id({ optional: true }) orgUnitId?: string;
  @Id({ optional: true }) editionId?: string;
  @Id({ optional: true }) panelId?: string;
}

export class Invited {
  @Id() accountId: string;
  @Text({ description: 'The link to hand over. It is shown this once' }) url: string;
  @Instant() expiresAt: Date;
}

export class AcceptInvitation {
  @LinkToken() token: string;
  @Text({ ...LOGIN_NAME, optional: true }) loginName?: string;
  @Text({ min: 1, max: 200 }) password: string;
}

export class ClaimPerson {
  @LinkToken() token: string;
  @Text({ ...LOGIN_NAME, optional: true }) loginName?: string;
  @Email({ optional: true }) email?: string;
  @Text({ optional: true, pattern: PHONE }) phone?: string;
  @Text({ optional: true, min: 1, max: 200, description: 'Not needed when one is logged in' }) password?: string;
}

export class Claimed {
  @Id() accountId: string;
  @Id() personId: string;
}

export class AskReset {
  @Text({ min: 1, max: 200 }) login: string;
}

export class UseReset {
  @LinkToken() token: string;
  @Text({ min: 1, max: 200 }) password: string;
}

export class AccountsQuery extends PageQuery {
  @OneOf(ROLES, { optional: true, name: 'Role' }) role?: Role;
  @OneOf(GRANT_STATES, { optional: true, name: 'GrantState' }) state?: GrantState;
  @Id({ optional: true, description: 'Accounts with a role at or below this unit' }) unitId?: string;
}

export class AccountRowView {
  @Id() id: string;
  @Text() name: string;
  @Text({ nullable: true }) loginName: string | null;
  @Text({ nullable: true, description: 'Masked' }) email: string | null;
  @Text({ nullable: true, description: 'Masked' }) phone: string | null;
  @OneOf(['active', 'disabled', 'invited'], { name: 'AccountState' }) status: 'active' | 'disabled' | 'invited';
  @Flag() secondFactor: boolean;
  @Flag({ description: 'In use and with rights over others: a new password or second factor takes a recovery' }) recoveryNeeded: boolean;
  @Id({ nullable: true }) personId: string | null;
  @ListOf(() => GrantView) grants: GrantView[];
  @Instant() createdAt: Date;
}

export class GiveGrant {
  @Id() accountId: string;
  @OneOf(ROLES, { name: 'Role' }) role: Role;
  @Id({ optional: true }) orgUnitId?: string;
  @Id({ optional: true }) editionId?: string;
  @Id({ optional: true }) panelId?: string;
}

export class SecurityPolicyView {
  @Flag() requireSecondFactor: boolean;
  @Flag({ description: 'An administrator set it; otherwise it follows the installation' }) decided: boolean;
  @Texts({ description: 'Whom it concerns' }) roles: string[];
  @Whole({ description: 'Accounts in use that hold one of these roles' }) accounts: number;
  @Whole({ description: 'Those of them without a second factor' }) withoutSecondFactor: number;
  @Whole({ nullable: true, description: 'Hours after which a recovery needs no second administrator; null: it always does' }) recoveryWaitHours: number | null;
}

export class EditSecurityPolicy {
  @Flag() requireSecondFactor: boolean;
  @Whole({ min: 1, max: 720, nullable: true, optional: true }) recoveryWaitHours?: number | null;
}
