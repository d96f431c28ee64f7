// Every way in which Zoho says no: what it is called, whose turn it is, and what happens to the work.
import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../../functions/core/connectors/zoho-books/ledger.ts';
import { createCustomers } from '../../../../functions/core/connectors/zoho-crm/customers.ts';
import { createTickets } from '../../../../functions/core/connectors/zoho-desk/tickets.ts';
import { createSalesOrders } from '../../../../functions/core/connectors/zoho-inventory/sales-orders.ts';
import { isProblemCode } from '../../../../functions/core/contract/problems.ts';
import { money } from '../../../../functions/core/domain/money.ts';
import type { Problem } from '../../../../functions/core/domain/problem.ts';
import type { Result } from '../../../../functions/core/domain/result.ts';
import type { HttpOutcome } from '../../../../functions/core/ports/platform.ts';
import { judge } from '../../../../functions/core/work/retry.ts';
import { seededRandom } from '../../steps/world.ts';
import { answered, noAnswer } from '../transport/scripted-transport.ts';
import { failed, type ZohoScript, zohoScript } from './zoho-script.ts';

type Product = 'books' | 'inventory' | 'crm' | 'desk';
/** `again`: by itself; `parked`: with an alarm, until an administrator has mended it; `dead`: a person has to look. */
type End = 'again' | 'parked' | 'dead';
type Case = readonly [
  what: string,
  outcomes: readonly HttpOutcome[],
  code: string,
  remedy: Problem['remedy'],
  end: End,
];

const apiUrl = 'https://www.zohoapis.eu';
const write = { uniqueKey: 'order:1001', retried: false };
const order = {
  customerId: '46001',
  date: '2026-11-02',
  reference: '1001',
  lines: [{ name: 'Cup', quantity: 1, total: money(999, 'USD') }],
  shipping: money(0, 'USD'),
  tax: money(0, 'USD'),
  taxWords: { all: 'Tax', rest: 'Other tax and rounding' },
};

/** One write of each product (Desk is only read). */
const acts: Readonly<Record<Product, (script: ZohoScript) => Promise<Result<unknown>>>> = {
  books: (script) =>
    createLedger({ ...script, apiUrl, organizationId: '1' }).saveInvoice(write, order),
  inventory: (script) =>
    createSalesOrders({ ...script, apiUrl, organizationId: '1' }).saveSalesOrder(write, order),
  crm: (script) => createCustomers({ ...script, apiUrl }).saveAccount('Acme'),
  desk: (script) =>
    createTickets({ ...script, deskUrl: 'https://desk.zoho.eu', orgId: '1' }).readTicket('1'),
};

async function endOf(product: Product, outcomes: readonly HttpOutcome[]) {
  const script = zohoScript(...outcomes);
  const result = await acts[product](script);
  if (result.ok) throw new Error('it went well');
  const { problem } = result;
  const verdict = judge(problem, { attempts: 1, sinceMs: 0 }, seededRandom(1));
  const sent = script.transport.sent.length;
  return { code: problem.code, remedy: problem.remedy, end: verdict.kind, sent, problem };
}

const html = (status: number) => answered(status, '<html><body>Sorry</body></html>');
const crm = (status: number, code: string, details = {}) =>
  answered(status, { code, status: 'error', message: 'in words', details });
const crmRow = (code: string, details = {}) => [
  answered(204, ''),
  answered(400, { data: [{ code, status: 'error', message: 'in words', details }] }),
];
const desk = (status: number, errorCode: string, headers = {}) =>
  answered(status, { errorCode, message: 'in words' }, headers);

const anyProduct: readonly Case[] = [
  ['no answer', [noAnswer(false)], 'zoho-unavailable', 'retry', 'again'],
  ['an HTML 502', [html(502)], 'zoho-unavailable', 'retry', 'again'],
  ['an HTML 200', [html(200)], 'zoho-unavailable', 'retry', 'again'],
  ['an empty 200', [answered(200, '')], 'zoho-unavailable', 'retry', 'again'],
  ['an HTML 429', [html(429)], 'zoho-busy', 'wait', 'again'],
];

const finance: readonly Case[] = [
  ['a field that is wrong (4)', [failed(400, 4)], 'zoho-refused', 'fix-input', 'dead'],
  ['JSON that is none (1038)', [failed(400, 1038)], 'zoho-refused', 'fix-input', 'dead'],
  ['a duplicate number (1001)', [failed(400, 1001)], 'zoho-refused', 'fix-input', 'dead'],
  ['a locked period', [failed(400, 99_999)], 'zoho-refused', 'fix-input', 'dead'],
  ['a record that was deleted (1002)', [failed(404, 1002)], 'not-found', 'none', 'dead'],
  [
    'a token that ended, twice (14)',
    [failed(401, 14), failed(401, 14)],
    'zoho-sign-in-needed',
    'fix-setup',
    'parked',
  ],
  [
    'a missing scope or role (57)',
    [failed(401, 57)],
    'zoho-permission-missing',
    'fix-setup',
    'parked',
  ],
  [
    'a user who was removed (6041)',
    [failed(400, 6041)],
    'zoho-organization-wrong',
    'fix-setup',
    'parked',
  ],
  [
    'an organization that is not named (6024)',
    [failed(400, 6024)],
    'zoho-organization-wrong',
    'fix-setup',
    'parked',
  ],
  [
    'a wrong organization (2)',
    [failed(400, 2, 'Invalid value passed for organization_id')],
    'zoho-organization-wrong',
    'fix-setup',
    'parked',
  ],
  ['too many a minute (44)', [failed(429, 44)], 'zoho-busy', 'wait', 'again'],
  ['the block of an hour (43)', [failed(429, 43)], 'zoho-busy', 'wait', 'again'],
  ['the end of the day’s calls (45)', [failed(429, 45)], 'zoho-busy', 'wait', 'again'],
  ['too many at once (1070)', [failed(429, 1070)], 'zoho-busy', 'wait', 'again'],
  ['a fault of Zoho’s (1000)', [failed(500, 1000)], 'zoho-unavailable', 'retry', 'again'],
];

const cases: Readonly<Record<Product, readonly Case[]>> = {
  books: [
    ...finance,
    [
      'our unique field missing',
      [failed(400, 4, 'Invalid value passed for X-Unique-Identifier-Key')],
      'zoho-field-missing',
      'fix-setup',
      'parked',
    ],
  ],
  inventory: finance,
  crm: [
    ['a field that is wrong', crmRow('INVALID_DATA'), 'zoho-refused', 'fix-input', 'dead'],
    ['a field missing', crmRow('MANDATORY_NOT_FOUND'), 'zoho-refused', 'fix-input', 'dead'],
    ['a duplicate', crmRow('DUPLICATE_DATA'), 'zoho-refused', 'fix-input', 'dead'],
    ['a deleted record', crmRow('INVALID_DATA', { api_name: 'id' }), 'not-found', 'none', 'dead'],
    ['a record that is held', crmRow('RECORD_LOCKED'), 'zoho-refused', 'retry', 'again'],
    ['a record to be approved', crmRow('NOT_APPROVED'), 'zoho-refused', 'retry', 'again'],
    [
      'a row without permission',
      crmRow('NO_PERMISSION'),
      'zoho-permission-missing',
      'fix-setup',
      'parked',
    ],
    [
      'a token that ended, twice',
      [crm(401, 'INVALID_TOKEN'), crm(401, 'INVALID_TOKEN')],
      'zoho-sign-in-needed',
      'fix-setup',
      'parked',
    ],
    [
      'a user who was removed',
      [crm(401, 'AUTHENTICATION_FAILURE'), crm(401, 'AUTHENTICATION_FAILURE')],
      'zoho-sign-in-needed',
      'fix-setup',
      'parked',
    ],
    [
      'a missing scope',
      [crm(401, 'OAUTH_SCOPE_MISMATCH')],
      'zoho-permission-missing',
      'fix-setup',
      'parked',
    ],
    ['a role', [crm(403, 'NO_PERMISSION')], 'zoho-permission-missing', 'fix-setup', 'parked'],
    [
      'a module that is not there',
      [crm(400, 'INVALID_MODULE')],
      'zoho-plan-missing',
      'fix-setup',
      'parked',
    ],
    ['too many', [crm(429, 'TOO_MANY_REQUESTS')], 'zoho-busy', 'wait', 'again'],
    ['the end of the credits', [crm(429, 'LIMIT_EXCEEDED')], 'zoho-busy', 'wait', 'again'],
    ['a fault of Zoho’s', [crm(500, 'INTERNAL_ERROR')], 'zoho-unavailable', 'retry', 'again'],
  ],
  desk: [
    ['a field that is wrong', [desk(422, 'INVALID_DATA')], 'zoho-refused', 'fix-input', 'dead'],
    ['a ticket that was deleted', [desk(404, 'URL_NOT_FOUND')], 'not-found', 'none', 'dead'],
    [
      'a token that ended, twice',
      [desk(401, 'INVALID_OAUTH'), desk(401, 'INVALID_OAUTH')],
      'zoho-sign-in-needed',
      'fix-setup',
      'parked',
    ],
    [
      'a missing scope',
      [desk(403, 'SCOPE_MISMATCH')],
      'zoho-permission-missing',
      'fix-setup',
      'parked',
    ],
    [
      'another portal',
      [desk(403, 'OAUTH_ORG_MISMATCH')],
      'zoho-organization-wrong',
      'fix-setup',
      'parked',
    ],
    ['the plan', [desk(403, 'LICENSE_ACCESS_LIMITED')], 'zoho-plan-missing', 'fix-setup', 'parked'],
    ['too many at once', [desk(429, 'TOO_MANY_REQUESTS')], 'zoho-busy', 'wait', 'again'],
    [
      'the end of the credits',
      [desk(429, 'THRESHOLD_EXCEEDED', { 'retry-after': '7200' })],
      'zoho-busy',
      'wait',
      'again',
    ],
    [
      'a fault of Zoho’s',
      [desk(500, 'INTERNAL_SERVER_ERROR')],
      'zoho-unavailable',
      'retry',
      'again',
    ],
  ],
};

describe.each(Object.keys(cases) as Product[])('%s', (product) => {
  it.each([...anyProduct, ...cases[product]])('%s', async (_, outcomes, code, remedy, end) => {
    const ended = await endOf(product, outcomes);
    expect(ended).toMatchObject({ code, remedy, end, sent: outcomes.length });
    expect(isProblemCode(ended.code)).toBe(true);
    // Whoever waits because he was told to knows for how long.
    if (remedy === 'wait') expect(ended.problem.retryAfterMs).toBeGreaterThan(0);
  });
});

describe('a connection of another data centre', () => {
  it.each(['books', 'inventory', 'crm'] as const)(
    'stops %s before a call is spent',
    async (product) => {
      const script = zohoScript();
      const accessToken = async () =>
        ({ ok: true, value: { token: 't', apiUrl: 'https://www.zohoapis.in' } }) as const;
      const tokens = { ...script.tokens, accessToken };
      const result = await acts[product]({ ...script, tokens });
      expect(result).toMatchObject({
        problem: {
          code: 'zoho-data-centre-wrong',
          remedy: 'fix-setup',
          facts: { ours: 'www.zohoapis.eu', theirs: 'www.zohoapis.in' },
        },
      });
      expect(script.transport.sent).toHaveLength(0);
    },
  );
});
