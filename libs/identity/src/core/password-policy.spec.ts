import { describe, expect, it } from '@jest/globals';
import { lockSeconds } from './login-backoff.js';
import { passwordProblems } from './password-policy.js';
import { sessionAlive, SESSION_IDLE_MS } from './session-policy.js';

describe('passwordProblems', () => {
  it.each([
    ['Xiang-jiang 2026', []],
    ['湘江北去橘子洲头A1', []],
    ['short1A', ['PASSWORD_TOO_SHORT']],
    ['aaaaaaaaaaaa', ['PASSWORD_TOO_PLAIN']],
    ['onlysmallletters', ['PASSWORD_TOO_PLAIN']],
    ['Password123', ['PASSWORD_WELL_KNOWN']],
    ['ｐａｓｓｗｏｒｄ１２３！', ['PASSWORD_WELL_KNOWN']],
    ['x1'.repeat(65), ['PASSWORD_TOO_LONG', 'PASSWORD_TOO_PLAIN']],
    ['my-wangfang-9', ['PASSWORD_IS_YOUR_NAME']],
  ])('%s', (password, expected) => expect(passwordProblems(password, ['wangfang', 'wf@example.org', null])).toEqual(expected));
});

describe('lockSeconds', () => {
  it('starts at the fifth failure, doubles, and stops at an hour', () => {
    expect([1, 4, 5, 6, 7, 11, 12, 50].map(lockSeconds)).toEqual([0, 0, 30, 60, 120, 1920, 3600, 3600]);
  });
});

describe('sessionAlive', () => {
  it('ends at the idle limit and at its end, whichever comes first', () => {
    expect(sessionAlive(SESSION_IDLE_MS - 1, 0, 1e12)).toBe(true);
    expect(sessionAlive(SESSION_IDLE_MS, 0, 1e12)).toBe(false);
    expect(sessionAlive(1000, 999, 1000)).toBe(false);
  });
});
