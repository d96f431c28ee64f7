// Tickets in Desk, and Desk's own ways to say no.
import { describe, expect, it } from 'vitest';
import { createTickets } from '../../../../functions/core/connectors/zoho-desk/tickets.ts';
import type { HttpOutcome } from '../../../../functions/core/ports/platform.ts';
import { answered, noAnswer } from '../transport/scripted-transport.ts';
import { lineOf, zohoScript } from '../zoho-http/zoho-script.ts';

const ticket = {
  id: '190000000000345678',
  ticketNumber: '118',
  subject: 'Refund for order 1001',
  description: '<div>Please</div>',
  email: null,
  contactId: '190000000000111111',
  contact: { email: 'anna@example.com', lastName: 'Berg' },
};

function setUp(...outcomes: HttpOutcome[]) {
  const script = zohoScript(...outcomes);
  const tickets = createTickets({ ...script, deskUrl: 'https://desk.test', orgId: '642345678' });
  return { tickets, script, sent: script.transport.sent };
}

function error(status: number, errorCode: string, headers = {}): HttpOutcome {
  return answered(status, { errorCode, message: 'in words' }, headers);
}

async function problemOf(...outcomes: HttpOutcome[]) {
  const result = await setUp(...outcomes).tickets.readTicket('190000000000345678');
  return result.ok ? undefined : result.problem;
}

describe('readTicket', () => {
  it('names the portal and asks for the contact', async () => {
    const { tickets, sent, script } = setUp(answered(200, ticket));
    expect(await tickets.readTicket('190000000000345678')).toEqual({
      ok: true,
      value: {
        id: '190000000000345678',
        number: '118',
        subject: 'Refund for order 1001',
        description: '<div>Please</div>',
        email: 'anna@example.com',
      },
    });
    expect(lineOf(sent[0])).toBe('GET /api/v1/tickets/190000000000345678?include=contacts');
    expect(sent[0]?.headers).toMatchObject({ orgId: '642345678' });
    expect(script.calls).toEqual(['desk read-ticket']);
  });

  it('prefers the ticket’s own address, and does without any', async () => {
    const own = { ...ticket, email: 'own@example.com' };
    const none = { ...ticket, description: null, contact: null };
    const { tickets } = setUp(answered(200, own), answered(200, none));
    expect(await tickets.readTicket('1')).toMatchObject({ value: { email: 'own@example.com' } });
    const { ok: _, ...rest } = await tickets.readTicket('1');
    expect(rest).toEqual({
      value: {
        id: '190000000000345678',
        number: '118',
        subject: 'Refund for order 1001',
        description: '',
      },
    });
  });
});

describe('custom fields', () => {
  it('are told as text, empty ones and switches left out', async () => {
    const cf = { cf_order: '1042', cf_value: 39.9, cf_empty: null, cf_blank: '', cf_vip: true };
    const { tickets } = setUp(answered(200, { ...ticket, cf }));
    expect(await tickets.readTicket('1')).toMatchObject({
      value: { customFields: { cf_order: '1042', cf_value: '39.9' } },
    });
  });
});

describe('an error', () => {
  it.each([
    ['SCOPE_MISMATCH', 'zoho-permission-missing'],
    ['FORBIDDEN', 'zoho-permission-missing'],
    ['OAUTH_ORG_MISMATCH', 'zoho-organization-wrong'],
    ['LICENSE_ACCESS_LIMITED', 'zoho-plan-missing'],
  ])('%s: %s, for an administrator', async (zohoCode, code) => {
    expect(await problemOf(error(403, zohoCode))).toEqual({
      code,
      remedy: 'fix-setup',
      facts: { product: 'Zoho Desk' },
    });
  });

  it.each([
    ['the day’s credits', error(429, 'THRESHOLD_EXCEEDED', { 'retry-after': '600' }), 600_000],
    ['too many at once', error(429, 'TOO_MANY_REQUESTS'), 10_000],
  ])('429 for %s: busy', async (_, outcome, retryAfterMs) => {
    expect(await problemOf(outcome)).toEqual({
      code: 'zoho-busy',
      remedy: 'wait',
      facts: { product: 'Zoho Desk' },
      retryAfterMs,
    });
  });

  it.each(['INVALID_OAUTH', 'UNAUTHORIZED'])('%s: a new token, once', async (code) => {
    const { tickets, script } = setUp(error(401, code), answered(200, ticket));
    expect(await tickets.readTicket('1')).toMatchObject({ ok: true });
    expect(script.invalidated).toEqual(['token-1']);
  });

  it.each([
    ['URL_NOT_FOUND', error(404, 'URL_NOT_FOUND')],
    ['a 404 of another code', error(404, 'NOT_FOUND')],
  ])('%s: not found', async (_, outcome) => {
    expect(await problemOf(outcome)).toEqual({
      code: 'not-found',
      remedy: 'none',
      facts: { what: 'The ticket' },
    });
  });

  it('names the fields that were refused', async () => {
    const body = {
      errorCode: 'INVALID_DATA',
      message: 'in words',
      errors: [{ fieldName: '/contactId', errorType: 'invalid', errorMessage: '' }],
    };
    expect(await problemOf(answered(422, body))).toEqual({
      code: 'zoho-refused',
      remedy: 'fix-input',
      facts: { product: 'Zoho Desk', detail: 'contactId: invalid' },
      zohoCode: 'INVALID_DATA',
    });
  });

  it('on a 200 is an error', async () => {
    expect(await problemOf(error(200, 'INVALID_DATA'))).toMatchObject({ code: 'zoho-refused' });
  });

  it.each([
    ['no answer', noAnswer(false)],
    ['a 500', error(500, 'INTERNAL_SERVER_ERROR')],
    ['INTERNAL_SERVER_ERROR with another status', error(400, 'INTERNAL_SERVER_ERROR')],
    ['a ticket without a number', answered(200, { id: '1' })],
    ['an empty answer', answered(204, '')],
  ])('%s: unavailable', async (_, outcome) => {
    expect(await problemOf(outcome)).toMatchObject({ code: 'zoho-unavailable', remedy: 'retry' });
  });
});
