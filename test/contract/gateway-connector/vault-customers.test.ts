// Profiles of the vault: made and read through the vendor's client, kept in step by our connector, in both ways of signing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GatewayConnection } from '../../../functions/core/connectors/cybersource/gateway-call.ts';
import { tokensIn } from '../../../functions/core/connectors/cybersource/read-token.ts';
import { createVaultProfiles } from '../../../functions/core/connectors/cybersource/vault-customers.ts';
import { createFetchTransport } from '../../../functions/core/connectors/transport/fetch-transport.ts';
import type { MerchantId } from '../../../functions/core/domain/ids.ts';
import type { Transport } from '../../../functions/core/ports/platform.ts';
import { gatewayAddress } from '../../../functions/core/steps/customer/gateway-address.ts';
import { billTo } from '../cybersource/gateway.ts';
import { EXPECTED_HOST } from '../cybersource/sdk.ts';
import { startWebhookFixture, type WebhookFixture } from '../cybersource/webhook-fixture.ts';

const payer = {
  email: 'ann@example.com',
  firstName: 'Ann',
  lastName: 'Buyer',
  company: 'Bean Ltd',
  phone: '+15550100',
  billing: {
    line1: '12 Bean Street',
    line2: 'Rear',
    city: 'Portland',
    region: 'OR',
    postalCode: '97201',
    country: 'US',
  },
};

let fixture: WebhookFixture;
let merchant: MerchantId;
const sent: string[] = [];

beforeAll(async () => {
  fixture = await startWebhookFixture();
  merchant = fixture.gateway.shop.merchantId as MerchantId;
  const eventTypes = ['tms.token.updated'];
  await fixture.subscribe({ products: [{ productId: 'tokenManagement', eventTypes }] });
});
afterAll(() => fixture.close());

function profiles(authentication: GatewayConnection['authentication'] = 'jwt') {
  const { shop, url } = fixture.gateway;
  const wire = createFetchTransport();
  const transport: Transport = {
    send(request) {
      sent.push(`${request.method} ${new URL(request.url).pathname.split('/').at(-1)}`);
      return wire.send(request);
    },
  };
  return createVaultProfiles({
    url,
    host: EXPECTED_HOST,
    authentication,
    credentials: () => ({ keyId: shop.keyId, secret: shop.secret }),
    transport,
    clock: { now: () => Date.now() },
    random: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
  });
}

async function customerWithCard(number: string) {
  const customer = await fixture.client.call(
    'CustomerApi',
    'postCustomer',
    { buyerInformation: { email: 'old@example.com' } },
    {},
  );
  const identifier = await fixture.client.call(
    'InstrumentIdentifierApi',
    'postInstrumentIdentifier',
    { card: { number } },
    {},
  );
  const card = await fixture.client.call(
    'CustomerPaymentInstrumentApi',
    'postCustomerPaymentInstrument',
    customer.text('id'),
    {
      card: { expirationMonth: '11', expirationYear: '2030', type: 'visa' },
      billTo,
      instrumentIdentifier: { id: identifier.text('id') },
    },
    {},
  );
  return { customerId: customer.text('id'), paymentInstrumentId: card.text('id') };
}

describe.each(['jwt', 'http-signature'] as const)('a profile, signed by %s', (way) => {
  test('is written so that the vendor’s client reads it, and read as that client wrote it', async () => {
    const ids = await customerWithCard('4111111111111111');
    const port = profiles(way);
    const before = await port.read(merchant, ids.customerId);
    expect(before).toMatchObject({
      value: {
        email: 'old@example.com',
        cards: [{ isDefault: true, payer: { firstName: billTo.firstName, email: billTo.email } }],
      },
    });
    const change = { email: 'ann@example.com', reference: 'books-460000000026049' };
    expect(await port.change(merchant, ids.customerId, change)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await port.changePayer(merchant, ids, payer)).toMatchObject({ ok: true });
    const customer = await fixture.client.call('CustomerApi', 'getCustomer', ids.customerId, {});
    expect(customer.at('buyerInformation')).toEqual({
      merchantCustomerID: 'books-460000000026049',
      email: 'ann@example.com',
    });
    const card = await fixture.client.call(
      'CustomerPaymentInstrumentApi',
      'getCustomerPaymentInstrument',
      ids.customerId,
      ids.paymentInstrumentId,
      {},
    );
    expect(card.at('billTo')).toMatchObject({
      firstName: 'Ann',
      address1: '12 Bean Street',
      address2: 'Rear',
      locality: 'Portland',
      administrativeArea: 'OR',
      postalCode: '97201',
      country: 'US',
      phoneNumber: '+15550100',
    });
    const { paymentInstrumentId } = ids;
    expect(await port.read(merchant, ids.customerId)).toEqual({
      ok: true,
      value: {
        customerId: ids.customerId,
        ...change,
        cards: [{ paymentInstrumentId, isDefault: true, payer }],
      },
    });
  });
});

describe('a profile', () => {
  test('costs two calls to read and one for each record that is written', async () => {
    const ids = await customerWithCard('5555555555554444');
    const port = profiles();
    sent.length = 0;
    await port.read(merchant, ids.customerId);
    await port.change(merchant, ids.customerId, { email: 'ann@example.com' });
    await port.changePayer(merchant, ids, payer);
    expect(sent.toSorted()).toEqual(
      [
        `GET ${ids.customerId}`,
        'GET payment-instruments',
        `PATCH ${ids.customerId}`,
        `PATCH ${ids.paymentInstrumentId}`,
      ].toSorted(),
    );
  });

  test('is named by the announcement of its change, and so is a changed card', async () => {
    const ids = await customerWithCard('378282246310005');
    const port = profiles();
    await fixture.client.call(
      'CustomerPaymentInstrumentApi',
      'patchCustomersPaymentInstrument',
      ids.customerId,
      ids.paymentInstrumentId,
      { billTo: { address1: '1 Dock Road' } },
      {},
    );
    await fixture.gateway.idle();
    const told = fixture.receiver.received.findLast((one) => one.raw.includes(ids.customerId));
    expect(port.profilesIn(told?.raw ?? '')).toEqual([ids.customerId]);
    expect(tokensIn(told?.raw ?? '')).toEqual([
      { kind: 'payment-instrument', id: ids.paymentInstrumentId },
    ]);
    const read = await port.read(merchant, ids.customerId);
    expect(read).toMatchObject({
      value: { cards: [{ payer: { billing: { line1: '1 Dock Road' } } }] },
    });
  });

  test('that was deleted, or never was, is not found; a deleted card is no fault', async () => {
    const ids = await customerWithCard('6011111111111117');
    const port = profiles();
    await fixture.client.call('CustomerApi', 'deleteCustomer', ids.customerId, {});
    for (const id of [ids.customerId, 'F'.repeat(32)]) {
      expect(await port.read(merchant, id)).toMatchObject({ problem: { code: 'not-found' } });
    }
    expect(await port.changePayer(merchant, ids, payer)).toEqual({ ok: true, value: undefined });
  });

  test('takes an address that Zoho had as one text, in the parts and codes that the vault demands', async () => {
    const ids = await customerWithCard('3566111111111113');
    const billing = gatewayAddress({
      line1: '290 Bremner Blvd\nToronto Ontario M5V3L9',
      city: '',
      postalCode: '',
      country: 'Canada',
    });
    const whole = gatewayAddress({
      line1: `${'Very long street name '.repeat(4)}12`,
      city: 'Toronto',
      region: 'Ontario',
      postalCode: 'm5v3l9',
      country: 'Canada',
    });
    const port = profiles();
    for (const address of [billing, whole]) {
      const { billing: _, ...rest } = payer;
      const one = { ...rest, ...(address === undefined ? {} : { billing: address }) };
      expect(await port.changePayer(merchant, ids, one)).toEqual({ ok: true, value: undefined });
    }
    expect(whole).toMatchObject({ region: 'ON', postalCode: 'M5V 3L9', country: 'CA' });
  });
});
