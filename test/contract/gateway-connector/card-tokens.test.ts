// Network tokens: made and changed through the vendor's interface, announced by webhook, and read by our connector.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readNotifications } from '../../../functions/core/connectors/cybersource/read-notification.ts';
import {
  createCardTokens,
  tokensIn,
} from '../../../functions/core/connectors/cybersource/read-token.ts';
import { createFetchTransport } from '../../../functions/core/connectors/transport/fetch-transport.ts';
import type { MerchantId } from '../../../functions/core/domain/ids.ts';
import type { CardTokens } from '../../../functions/core/ports/card-tokens.ts';
import { EXPECTED_HOST } from '../cybersource/sdk.ts';
import { startWebhookFixture, type WebhookFixture } from '../cybersource/webhook-fixture.ts';

const card = {
  number: '4111111111111111',
  expirationMonth: '12',
  expirationYear: '2031',
  type: '001',
};

let fixture: WebhookFixture;
let tokens: CardTokens;
let merchant: MerchantId;

beforeAll(async () => {
  fixture = await startWebhookFixture();
  const { shop, url } = fixture.gateway;
  merchant = shop.merchantId as MerchantId;
  tokens = createCardTokens({
    url,
    host: EXPECTED_HOST,
    authentication: 'jwt',
    credentials: () => ({ keyId: shop.keyId, secret: shop.secret }),
    transport: createFetchTransport(),
    clock: { now: () => Date.now() },
    random: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
  });
  const eventTypes = ['tms.networktoken.provisioned', 'tms.networktoken.updated'];
  await fixture.subscribe({ products: [{ productId: 'tokenManagement', eventTypes }] });
});
afterAll(() => fixture.close());

const call = (operation: string, ...args: unknown[]) =>
  fixture.client.call('NetworkTokensApi', operation, ...args);
const provision = () =>
  call('postTokenizedCard', { source: 'ONFILE', createPanInstrumentIdentifier: true, card }, {});
const simulate = (id: string, change: object) =>
  call('postIssuerLifeCycleSimulation', 'profile-1', id, change);

async function announced(eventType: string): Promise<string> {
  await fixture.gateway.idle();
  const delivery = fixture.receiver.received.findLast((one) => one.raw.includes(eventType));
  if (delivery === undefined) throw new Error(`${eventType} was not announced`);
  return delivery.raw;
}

describe('a network token', () => {
  test('is made once for a card, announced, named by the announcement and read', async () => {
    const made = await provision();
    expect([made.status, (await provision()).text('id')]).toEqual([201, made.text('id')]);
    const name = { kind: 'network-token', id: made.text('id') } as const;
    expect(tokensIn(await announced('tms.networktoken.provisioned'))).toEqual([name]);
    expect(await tokens.readToken(merchant, name)).toMatchObject({
      ok: true,
      value: {
        ...name,
        status: 'active',
        cardType: 'visa',
        cardLast4: '1111',
        cardExpiry: '2031-12',
        instrumentIdentifierId: expect.stringMatching(/^70\d{13}1111$/),
      },
    });
  });

  test('tells of its suspension and its new expiry; the same words at another time are another event', async () => {
    const id = (await provision()).text('id');
    const name = { kind: 'network-token', id } as const;
    expect((await simulate(id, { state: 'SUSPENDED' })).status).toBe(204);
    const body = await announced('"state":"SUSPENDED"');
    expect(await tokens.readToken(merchant, name)).toMatchObject({
      value: { status: 'suspended' },
    });
    const later = body.replace(/"eventDate":"[^"]+"/, '"eventDate":"2031-01-01T00:00:00"');
    const retry = body.replace(/"transactionTraceId":"[^"]+"/, '"transactionTraceId":"x"');
    const key = (text: string) => readNotifications(text, {})[0]?.dedupeKey;
    expect(key(later)).not.toBe(key(body));
    expect(key(retry)).toBe(key(body));
    await simulate(id, {
      state: 'ACTIVE',
      card: { expirationMonth: '01', expirationYear: '2034' },
    });
    expect(await tokens.readToken(merchant, name)).toMatchObject({
      value: { status: 'active', cardExpiry: '2034-01' },
    });
  });

  test('that was deleted, or never was, is told apart', async () => {
    const id = (await provision()).text('id');
    await call('postTokenizedCardDelete', id, { postTokenizedCardDeleteRequest: {} });
    expect(await tokens.readToken(merchant, { kind: 'network-token', id })).toMatchObject({
      value: { status: 'deleted' },
    });
    expect(await tokens.readToken(merchant, { kind: 'network-token', id: 'NONE' })).toMatchObject({
      problem: { code: 'not-found' },
    });
  });
});

describe('a card on file', () => {
  test('is read with the number that its identifier shows', async () => {
    const identifier = await fixture.client.call(
      'InstrumentIdentifierApi',
      'postInstrumentIdentifier',
      { card: { number: '5555555555554444' } },
      {},
    );
    const instrument = await fixture.client.call(
      'PaymentInstrumentApi',
      'postPaymentInstrument',
      {
        card: { expirationMonth: '11', expirationYear: '2030', type: '002' },
        instrumentIdentifier: { id: identifier.text('id') },
      },
      {},
    );
    const name = { kind: 'payment-instrument', id: instrument.text('id') } as const;
    expect(await tokens.readToken(merchant, name)).toMatchObject({
      value: {
        status: 'active',
        cardType: 'mastercard',
        cardLast4: '4444',
        cardExpiry: '2030-11',
        instrumentIdentifierId: identifier.text('id'),
      },
    });
  });

  test('is what older announcements name, where they name no network token', () => {
    const links = {
      paymentInstruments: [{ href: '/tms/v1/paymentinstruments/PI1' }],
      instrumentIdentifiers: [{ href: '/tms/v1/instrumentidentifiers/701' }],
    };
    const body = (payload: unknown) => JSON.stringify({ eventType: 'tms.token.updated', payload });
    const named = [{ kind: 'payment-instrument', id: 'PI1' }];
    expect(tokensIn(body({ data: { _links: links, id: 'E1' } }))).toEqual(named);
    expect(tokensIn(body([{ data: { _links: links } }, { data: {} }]))).toEqual(named);
    expect(tokensIn('no json')).toEqual([]);
  });
});
