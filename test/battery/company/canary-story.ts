// A full story with secrets and card numbers in every wrong place: an order, a refund, a card page, a ticket, webhooks, settings.
import { expect } from 'vitest';
import { intentId } from '../../../functions/core/domain/ids.ts';
import { company as facts, wideScopes } from '../../sandbox/setup/company-facts.ts';
import { staffMember } from '../../sandbox/setup/staff.ts';
import { SeededRandom } from '../../simulation/seeded-random.ts';
import type { Written } from '../checks/leaks.ts';
import { readWorld, storedDocuments } from '../checks/world.ts';
import { callAs, deliver } from './calls.ts';
import type { Company } from './company.ts';
import { heal } from './heal.ts';
import { Market } from './market.ts';
import { type DoorKeys, proofOf } from './neighbour.ts';
import { askRefund, wishRefund } from './staff.ts';

const HOME = facts.installation;
const random = new SeededRandom(1, 'canaries');

/** Where each number was put; the first is the only one that is in its right place: the gateway's own field. */
export const cards = {
  paidWith: '5555555555554444',
  ticket: '4000056655665556',
  invoiceWebhook: '4242424242424242',
  bodyWebhook: '6011111111111117',
  gatewayWebhook: '378282246310005',
  reason: '5105105105105100',
  refusedWebhook: '4012888888881881',
} as const;
export const CHANNEL_SECRET = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;

/** What was told to those whom it is for, and all that our doors have answered to anybody: people, gateway, shop and Zoho. */
export interface Told {
  readonly finance: string;
  readonly linkSecret: string;
  readonly answered: readonly Written[];
}

/** Answers that tell a secret, once, to whom it is for: a door's, a link's, and the gateway's own context. */
const TELLS_SECRET = /\/(door-secret|charges|pay\/fields)$/;

/** Plays it to its end. */
export async function playCanaries(company: Company): Promise<Told> {
  const { base } = company.catalyst.functions;
  const answered: Written[] = [];
  const realFetch = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    const answer = await realFetch(...request);
    const url = String(request[0] instanceof Request ? request[0].url : request[0]);
    if (url.startsWith(base) && !TELLS_SECRET.test(url)) {
      const place = `the answer of ${url.slice(base.length).replace(/\?.*/, '')}`;
      answered.push({ place, text: await answer.clone().text() });
    }
    return answer;
  };
  try {
    return { ...(await story(company)), answered };
  } finally {
    globalThis.fetch = realFetch;
  }
}

async function zoho(
  company: Company,
  url: string,
  body: object,
): Promise<Readonly<Record<string, unknown>>> {
  const token = company.zoho.accessToken(staffMember('admin').email, [
    ...wideScopes,
    'Desk.webhooks.CREATE',
  ]);
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Zoho-oauthtoken ${token}`,
      'content-type': 'application/json',
      orgId: facts.deskOrgId,
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} was refused: ${await answer.text()}`);
  const text = await answer.text();
  return text === '' ? {} : JSON.parse(text);
}

async function story(company: Company): Promise<Omit<Told, 'answered'>> {
  const market = new Market(company);
  const ada = { firstName: 'Ada', lastName: 'Lane', email: 'ada@example.com' };
  const purchase = await market.pay(market.order(ada), true);
  await heal(company);
  await callAs(company, 'admin', '/setup/channels', {
    revision: (await callAs(company, 'admin', '/setup')).json.revision,
    kept: [],
    channels: [
      { name: 'program', kind: 'webhook', address: 'http://127.0.0.1:9/x', secret: CHANNEL_SECRET },
    ],
  });
  const made = await callAs(company, 'admin', '/setup/door-secret', {});
  const { secret: finance } = made.json.door as { readonly secret: string };
  const refund = wishRefund(company, random, purchase, 700);
  const refused = await askRefund(company, 'agent', { ...refund, reason: `To ${cards.reason}` });
  expect(refused.code).toBe('card-data-found');
  expect((await askRefund(company, 'agent', refund)).state).toBe('succeeded');
  const linkSecret = await payByLink(company);
  await openTicket(company);
  await announce(company, finance, purchase.paymentId);
  await heal(company);
  return { finance, linkSecret };
}

/** An invoice that is open, a link to pay it by, the card typed into the gateway's own field. */
async function payByLink(company: Company): Promise<string> {
  const { api } = company.zoho;
  const query = `organization_id=${facts.booksOrganizationId}`;
  const [customer] = readWorld(company).customers.filter(({ currency }) => currency === 'USD');
  const draft = {
    customer_id: customer?.id,
    line_items: [{ name: 'Beans', rate: 42, quantity: 1 }],
  };
  const { invoice } = await zoho(company, `${api.url}/books/v3/invoices?${query}`, draft);
  const { invoice_id: invoiceId } = invoice as { readonly invoice_id: string };
  await zoho(company, `${api.url}/books/v3/invoices/${invoiceId}/status/sent?${query}`, {});
  const asked = await callAs(company, 'admin', '/charges', {
    ...{ intentId: intentId(company.clock.now(), random.bytes(16)), purpose: 'sale' },
    ...{ amountMinor: 4_200, currency: 'USD', invoiceId, reason: 'By link' },
  });
  const link = String(asked.json.link);
  const secret = link.slice(link.indexOf('#') + 1);
  const page = async (path: string, body: object) => {
    const { base } = company.catalyst.functions;
    const headers = { origin: new URL(base).origin, 'content-type': 'application/json' };
    const answer = await fetch(`${base}/api/pay/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ secret, ...body }),
    });
    const text = await answer.text();
    expect([path, answer.status, text]).toEqual([path, 200, text]);
    return JSON.parse(text);
  };
  await page('show', {});
  const { context: captureContext } = await page('fields', {});
  const card = {
    number: cards.paidWith,
    expirationMonth: '12',
    expirationYear: '2031',
    securityCode: '123',
  };
  const tokenized = await fetch(`${company.cybersource.url}/flex/v2/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ captureContext, card }),
  });
  const paid = await page('card', {
    tryId: intentId(company.clock.now(), random.bytes(16)),
    transientToken: await tokenized.text(),
    ...{ firstName: 'Ada', lastName: 'Lane', email: 'ada@example.com', keepsCard: true },
    address: {
      line1: '1 Main St',
      city: 'Austin',
      region: 'TX',
      postalCode: '78701',
      country: 'US',
    },
  });
  expect(paid.state).toBe('paid');
  return secret;
}

/** A customer has written a card's number into a ticket, which Desk tells us of and an agent opens. */
async function openTicket(company: Company): Promise<void> {
  const { desk } = company.zoho;
  await zoho(company, `${desk.url}/api/v1/webhooks`, {
    url: `${company.catalyst.functions.base}/hooks/desk/${HOME}`,
    name: 'Tallybridge',
    subscriptions: { Ticket_Add: null, Ticket_Update: null },
  });
  const departmentId = Object.values(company.zoho.seedCompany().departments)[0];
  const ticket = await zoho(company, `${desk.url}/api/v1/tickets`, {
    ...{ subject: `Card ${cards.ticket} was charged twice`, departmentId },
    ...{
      description: `My card is ${cards.ticket}`,
      email: 'ada@example.com',
      contact: { lastName: 'Lane', email: 'ada@example.com' },
    },
  });
  const record = { kind: 'ticket', id: String(ticket.id) };
  await callAs(company, 'agent', '/panel', { host: 'desk', record });
}

/** What other sides announce, with numbers where nobody expects them. */
async function announce(company: Company, finance: string, paymentId: string): Promise<void> {
  const [gateway] = storedDocuments<DoorKeys['gateway']>(
    company.dataDir,
    'cybersource',
    'webhook-key',
  );
  if (gateway === undefined) throw new Error('the gateway has no webhook key');
  const keys: DoorKeys = { gateway, shop: company.credentials.shopWebhookSecret, finance };
  const at = company.clock.now();
  const invoice = (notes: string) => JSON.stringify({ invoice: { invoice_id: '1', notes } });
  const form = invoice(`paid with ${cards.invoiceWebhook}`);
  const signed = proofOf({ source: 'books', body: `JSONString${form}` }, keys, at);
  const asForm = { ...signed, 'content-type': 'application/x-www-form-urlencoded' };
  const event = JSON.stringify({
    ...{ eventType: 'payments.payments.accept', organizationId: 'larkfield_usd', webhookId: 'w' },
    payload: { id: paymentId, paymentInformation: { card: { number: cards.gatewayWebhook } } },
  });
  const json = invoice(`or with ${cards.bodyWebhook}`).replace('"1"', '"2"');
  const answers = [
    await deliver(
      company,
      `books/${HOME}`,
      new URLSearchParams({ JSONString: form }).toString(),
      asForm,
    ),
    await deliver(
      company,
      `books/${HOME}`,
      json,
      proofOf({ source: 'books', body: json }, keys, at),
    ),
    await deliver(
      company,
      `cybersource/${HOME}`,
      event,
      proofOf({ source: 'cybersource', body: event }, keys, at),
    ),
    await deliver(company, `books/${HOME}`, invoice(cards.refusedWebhook), {}),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 401]);
}
