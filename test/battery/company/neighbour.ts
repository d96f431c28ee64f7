// Another company of the same project, with keys of its own: what it can prove is worth nothing next door.
import { createHmac } from 'node:crypto';
import { createSignedTokens } from '../../../functions/core/http/oauth-signed-tokens.ts';
import { GATEWAY_HOST } from '../../sandbox/setup/company-facts.ts';
import { callWith } from './calls.ts';
import type { Company } from './company.ts';

export const NEIGHBOUR = 'neighbour';

/** What a company's senders prove themselves with. */
export interface DoorKeys {
  readonly gateway: { readonly keyId: string; readonly key: string };
  readonly shop: string;
  readonly finance: string;
}

export const neighboursKeys: DoorKeys = {
  gateway: { keyId: 'neighbours-key', key: Buffer.alloc(32, 7).toString('base64') },
  shop: 'neighbours-secret-of-the-shop',
  finance: 'NeighboursSecretOfBooks7',
};

/** Connects it as its deployer would. @throws when our api refuses. */
export async function moveIn(company: Company): Promise<void> {
  const { credentials, clock, zoho, cybersource, shop } = company;
  const { current, claims } = {
    current: credentials.tokenKey,
    claims: { ins: NEIGHBOUR, name: 'sandbox' },
  };
  const token = await createSignedTokens({ current }, clock).sign('deployer', claims, 60_000);
  const body = {
    name: 'Next Door',
    timeZone: 'UTC',
    zoho: {
      ...{ accountsUrl: zoho.accounts.url, apiUrl: zoho.api.url, deskUrl: zoho.desk.url },
      ...{ clientId: credentials.zohoClientId, clientSecret: credentials.zohoClientSecret },
      ...{ refreshToken: '1000.neighbours-refresh-token', booksOrganizationId: '990000001' },
      ...{ crmOrgId: '990000002', deskOrgId: '990000003' },
    },
    gateway: { url: cybersource.url, host: GATEWAY_HOST, authentication: 'jwt' },
    merchants: [
      {
        merchantId: 'neighbour_usd',
        keyId: '00000000-0000-4000-8000-000000000007',
        secret: Buffer.alloc(32, 8).toString('base64'),
        currencies: ['USD'],
        clearingAccounts: { USD: '1' },
        webhookKeys: [neighboursKeys.gateway],
      },
    ],
    shop: {
      ...{ url: shop.url, consumerKey: 'ck_neighbour', consumerSecret: 'cs_neighbour' },
      webhookSecret: neighboursKeys.shop,
    },
    doors: { financeSecret: neighboursKeys.finance },
  };
  const reply = await callWith(company, token, '/installation', body, 'PUT');
  if (reply.status !== 200) throw new Error(`our api refused the neighbour: ${reply.text}`);
}

/** A delivery of one source, signed as its documentation says. */
export interface Delivery {
  readonly source: 'cybersource' | 'woocommerce' | 'books';
  readonly body: string;
}

/** The headers that prove it. @param at epoch ms. */
export function proofOf(
  { source, body }: Delivery,
  keys: DoorKeys,
  at: number,
): Record<string, string> {
  const hmac = (key: string | Buffer, text: string, encoding: 'hex' | 'base64') =>
    createHmac('sha256', key).update(text).digest(encoding);
  switch (source) {
    case 'cybersource': {
      const { keyId, key } = keys.gateway;
      const sig = hmac(Buffer.from(key, 'base64'), `${at}.${body}`, 'base64');
      return { 'v-c-signature': `t=${at};keyId=${keyId};sig=${sig}` };
    }
    case 'woocommerce':
      return {
        'x-wc-webhook-topic': 'order.updated',
        'x-wc-webhook-signature': hmac(keys.shop, body, 'base64'),
      };
    case 'books':
      return { 'x-zoho-webhook-signature': hmac(keys.finance, body, 'hex') };
  }
}
