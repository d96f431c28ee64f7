// Addresses that somebody has typed into the settings lead to vendors or to the public internet, never to the inside.
import { expect, it } from 'vitest';
import { createOutwardTransport } from '../../../functions/core/compose/outward-transport.ts';
import { createPublicTransport } from '../../../functions/core/connectors/webhook/public-transport.ts';
import type { HttpRequest, Transport } from '../../../functions/core/ports/platform.ts';

const sent: HttpRequest[] = [];
const vendors: Transport = {
  async send(request) {
    sent.push(request);
    return { kind: 'answered', status: 200, headers: {}, body: '{}' };
  },
};

/** Every name that is no vendor's resolves to what is named. */
const outward = (address: string) =>
  createOutwardTransport({
    vendors,
    others: createPublicTransport({ resolve: async () => [{ address, family: 4 }] }),
  });

const get = (url: string) => ({ method: 'GET', url, headers: {}, timeoutMs: 1_000 }) as const;

it.each([
  'https://accounts.zoho.com/oauth/v2/token',
  'https://www.zohoapis.com.au/books/v3/users',
  'https://desk.zoho.eu/api/v1/tickets',
  'https://accounts.zohocloud.ca/oauth/v2/token',
  'https://apitest.cybersource.com/pts/v2/payments',
])('%s is a vendor’s', async (url) => {
  sent.length = 0;
  expect(await outward('10.0.0.1').send(get(url))).toMatchObject({ kind: 'answered' });
  expect(sent).toMatchObject([{ url }]);
});

it.each([
  'https://shop.example.com/wp-json/wc/v3/orders/1',
  'https://accounts.zoho.com.evil.example/oauth/v2/token',
  'https://evilzoho.com/x',
  'https://zoho.com:8443/x',
  'https://user@accounts.zoho.com/x',
  'https://api.cybersource.com@169.254.169.254/latest/meta-data',
  'http://accounts.zoho.com/oauth/v2/token',
  'http://169.254.169.254/latest/meta-data',
  'https://127.0.0.1/x',
  'https://[::1]/x',
  'https://2130706433/x',
  'file:///etc/passwd',
  'no address',
])('%s is not, and is not asked inside', async (url) => {
  sent.length = 0;
  for (const inside of ['169.254.169.254', '127.0.0.1', '10.0.0.1']) {
    expect(await outward(inside).send(get(url))).toEqual({
      kind: 'no-answer',
      neverSent: true,
      reason: 'address-not-allowed',
    });
  }
  expect(sent).toEqual([]);
});
