import { describe, expect, it } from '@jest/globals';
import { fetchOutcome, smsOutcome, smtpOutcome } from './send-outcome.js';

const fault = (fields: object): Error => Object.assign(new Error('x'), fields);

describe('how an attempt to send ended', () => {
  it.each([
    ['the server says "later"', fault({ code: 'EENVELOPE', responseCode: 450 }), false, 'later'],
    ['the server says "later" after the letter', fault({ code: 'EMESSAGE', responseCode: 451 }), true, 'later'],
    ['the address does not exist', fault({ code: 'EENVELOPE', responseCode: 550 }), false, 'refused'],
    ['our password is wrong', fault({ code: 'EAUTH', responseCode: 535 }), false, 'later'],
    ['nobody listens', fault({ code: 'ESOCKET', command: 'CONN' }), false, 'later'],
    ['the line broke after the letter', fault({ code: 'ECONNECTION', command: 'CONN' }), true, 'uncertain'],
  ])('by SMTP: %s', (_what, error, handedOver, kind) => expect(smtpOutcome(error, handedOver).kind).toBe(kind));

  it.each([[200, 'sent'], [202, 'sent'], [400, 'refused'], [401, 'refused'], [429, 'later'], [503, 'later']])('by SMS gateway: HTTP %d', (status, kind) => expect(smsOutcome(status, '').kind).toBe(kind));

  it('knows a connection that never came to be from one that was lost', () => {
    expect(fetchOutcome(fault({ cause: { code: 'ECONNREFUSED' } })).kind).toBe('later');
    expect(fetchOutcome(fault({ cause: { code: 'UND_ERR_SOCKET' } })).kind).toBe('uncertain');
    expect(fetchOutcome(new DOMException('late', 'TimeoutError')).kind).toBe('uncertain');
  });
});
