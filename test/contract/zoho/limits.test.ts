// Limits and faults: what each product answers when it will not serve.
import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { ZohoOptions } from '../../sandbox/zoho/start-zoho.ts';
import { type Answer, type OpenZoho, openZoho, organization } from './open-zoho.ts';

const opened: OpenZoho[] = [];

async function start(options: Partial<ZohoOptions> = {}): Promise<OpenZoho> {
  const open = await openZoho({ budgetsOff: false, ...options });
  opened.push(open);
  return open;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((open) => open.zoho.close()));
});

const MINUTE_MS = 60_000;

async function ask(open: OpenZoho, times: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let count = 0; count < times; count += 1) {
    answers.push(await open.books('GET', '/settings/taxes'));
  }
  return answers;
}

describe('Books', () => {
  it('serves a hundred requests a minute and then code 44 until the minute has passed', async () => {
    const open = await start();
    const answers = await ask(open, 101);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(100);
    const last = answers.at(-1);
    expect([last?.status, last?.at('code')]).toEqual([429, 44]);
    expect(Number(last?.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await open.inventory('GET', '/items')).status).toBe(429);
    open.clock.advance(MINUTE_MS);
    expect((await ask(open, 1))[0]?.status).toBe(200);
  });

  it('blocks whoever keeps hammering for an hour with code 43', async () => {
    const open = await start({ financeLimits: { perMinute: 5, blockAt: 12 } });
    const last = (await ask(open, 13)).at(-1);
    expect([last?.status, last?.at('code'), last?.headers.get('retry-after')]).toEqual([
      429,
      43,
      '3600',
    ]);
    open.clock.advance(30 * MINUTE_MS);
    expect((await ask(open, 1))[0]?.at('code')).toBe(43);
    // The token is an hour old by now as well, so a new one is needed to see the block end.
    open.clock.advance(30 * MINUTE_MS);
    const token = open.zoho.accessToken('admin@example.com', ['ZohoBooks.settings.READ']);
    const headers = { authorization: `Zoho-oauthtoken ${token}` };
    expect((await open.books('GET', '/settings/taxes', { headers })).status).toBe(200);
  });

  it('serves its daily quota, tells it in headers, and then answers code 45', async () => {
    const open = await start({ financeLimits: { perDay: 2 } });
    const [first, , third] = await ask(open, 3);
    expect(first?.headers.get('x-rate-limit-limit')).toBe('2');
    expect(first?.headers.get('x-rate-limit-remaining')).toBe('1');
    expect(Number(first?.headers.get('x-rate-limit-reset'))).toBeGreaterThan(0);
    expect([third?.status, third?.at('code')]).toEqual([429, 45]);
  });

  it('can leave the quota headers out, as one data centre does', async () => {
    const [answer] = await ask(await start({ quotaHeaders: false }), 1);
    expect(answer?.headers.has('x-rate-limit-limit')).toBe(false);
  });

  it('works on ten requests at a time and answers the eleventh with code 1070', async () => {
    const open = await start();
    const slow = Array.from({ length: 10 }, () => unfinishedRequest(open));
    await expect.poll(async () => (await open.books('GET', '/items')).at('code')).toBe(1070);
    for (const one of slow) one.destroy();
    await expect.poll(async () => (await open.books('GET', '/items')).at('code')).toBe(0);
  });

  it('has no limits when they are switched off', async () => {
    const open = await start({ budgetsOff: true });
    const answers = await ask(open, 120);
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
  });
});

/** A request whose body never comes, so that it stays in process. */
function unfinishedRequest(open: OpenZoho) {
  const query = `organization_id=${organization.booksOrganizationId}`;
  const pending = httpRequest(`${open.zoho.api.url}/books/v3/contacts?${query}`, {
    method: 'POST',
    headers: {
      authorization: `Zoho-oauthtoken ${open.token}`,
      'content-type': 'application/json',
      'transfer-encoding': 'chunked',
    },
  });
  pending.on('error', () => {});
  pending.write('{');
  return pending;
}

describe('CRM and Desk', () => {
  it('tell when the token ends, and what a request weighed', async () => {
    const open = await start();
    const crm = await open.crm('GET', '/v8/org');
    const desk = await open.desk('GET', '/tickets');
    expect(crm.headers.get('x-accesstoken-reset')).toMatch(/T.*[+-]\d{2}:\d{2}$/);
    expect(crm.headers.has('x-api-credits-remaining')).toBe(false);
    expect(desk.headers.get('x-rate-limit-request-weight-v3')).toBe('3');
    expect(desk.headers.get('x-rate-limit-remaining-v3')).toBe('79997');
  });
});

describe('a fault switch', () => {
  it('makes each product refuse in its own words', async () => {
    const { books, inventory, crm, desk, zoho } = await start();
    zoho.api.faults.arm({ mode: 'rate-limit', times: 3 });
    zoho.desk.faults.arm({ mode: 'rate-limit' });
    for (const answer of [await books('GET', '/items'), await inventory('GET', '/items')]) {
      expect([answer.status, answer.at('code'), answer.headers.get('retry-after')]).toEqual([
        429,
        43,
        '3600',
      ]);
    }
    const records = await crm('GET', '/v8/org');
    const tickets = await desk('GET', '/tickets');
    expect([records.status, records.at('code')]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect([tickets.status, tickets.at('errorCode')]).toEqual([429, 'THRESHOLD_EXCEEDED']);
  });

  it('can cut the connection after the work was done', async () => {
    const { books, zoho } = await start();
    zoho.api.faults.arm({ mode: 'cut-after', method: 'POST', path: '/books/v3/contacts' });
    await expect(
      books('POST', '/contacts', { body: { contact_name: 'Cut off' } }),
    ).rejects.toThrow();
    const query = { contact_name: 'Cut off' };
    expect((await books('GET', '/contacts', { query })).rows('contacts')).toHaveLength(1);
  });

  it('hits the token endpoint too', async () => {
    const open = await start();
    open.zoho.accounts.faults.arm({ mode: 'bad-gateway' });
    const answer = await fetch(`${open.zoho.accounts.url}/oauth/v2/token`, { method: 'POST' });
    expect(answer.status).toBe(502);
  });
});
