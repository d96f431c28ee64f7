// The token vault, used by the vendor's client in both ways of authenticating.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { billTo, payment, startGateway, type TestGateway } from './gateway.ts';
import { type AuthMode, SdkClient } from './sdk.ts';

const card = { expirationMonth: '11', expirationYear: '2030', type: 'visa' };

describe.each<AuthMode>(['http_signature', 'jwt'])('the token vault, %s', (mode) => {
  let gateway: TestGateway;
  let client: SdkClient;

  beforeAll(async () => {
    gateway = await startGateway();
    client = new SdkClient(gateway.url, gateway.shop, mode);
  });
  afterAll(() => gateway.close());

  const identify = (number: string) =>
    client.call('InstrumentIdentifierApi', 'postInstrumentIdentifier', { card: { number } }, {});
  const newCustomer = async () =>
    (
      await client.call(
        'CustomerApi',
        'postCustomer',
        { buyerInformation: { merchantCustomerID: 'C-1', email: 'c1@example.com' } },
        {},
      )
    ).text('id');
  const addCard = async (customerId: string, number: string, more: object = {}) => {
    const identifier = await identify(number);
    return client.call(
      'CustomerPaymentInstrumentApi',
      'postCustomerPaymentInstrument',
      customerId,
      { card, billTo, instrumentIdentifier: { id: identifier.text('id') }, ...more },
      {},
    );
  };

  test('a card number has one identifier: 201 when new, 200 after', async () => {
    const first = await identify('5555555555554444');
    const second = await identify('5555555555554444');
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.text('id')).toBe(first.text('id'));
    expect(first.body).toMatchObject({
      object: 'instrumentIdentifier',
      state: 'ACTIVE',
      card: { number: '555555XXXXXX4444' },
    });
  });

  test('a customer is made, read, changed and deleted, and is gone then', async () => {
    const id = await newCustomer();
    const changed = await client.call(
      'CustomerApi',
      'patchCustomer',
      id,
      { clientReferenceInformation: { code: 'K-77' } },
      {},
    );
    expect(changed.body).toMatchObject({
      id,
      buyerInformation: { merchantCustomerID: 'C-1' },
      clientReferenceInformation: { code: 'K-77' },
    });
    const stale = await client.call('CustomerApi', 'patchCustomer', id, {}, { ifMatch: '"1"' });
    expect([stale.status, stale.at('errors.0.type')]).toEqual([412, 'preConditionFailed']);
    const deleted = await client.call('CustomerApi', 'deleteCustomer', id, {});
    const gone = await client.call('CustomerApi', 'getCustomer', id, {});
    const never = await client.call('CustomerApi', 'getCustomer', 'F'.repeat(32), {});
    expect([deleted.status, gone.status, never.status]).toEqual([204, 410, 404]);
    expect(never.at('errors.0.type')).toBe('notFound');
  });

  test('the first instrument is the default until another is made so', async () => {
    const id = await newCustomer();
    const first = await addCard(id, '4111111111111111');
    const second = await addCard(id, '5555555555554444', { default: true });
    expect([first.at('default'), second.at('default')]).toEqual([true, true]);
    const list = await client.call(
      'CustomerPaymentInstrumentApi',
      'getCustomerPaymentInstrumentsList',
      id,
      {},
    );
    expect(list.body).toMatchObject({ total: 2, count: 2, offset: 0 });
    expect(list.at('_embedded.paymentInstruments.0.default')).toBe(false);
    const customer = await client.call('CustomerApi', 'getCustomer', id, {});
    expect(customer.at('defaultPaymentInstrument.id')).toBe(second.text('id'));
    const refused = await client.call(
      'CustomerPaymentInstrumentApi',
      'deleteCustomerPaymentInstrument',
      id,
      second.text('id'),
      {},
    );
    const removed = await client.call(
      'CustomerPaymentInstrumentApi',
      'deleteCustomerPaymentInstrument',
      id,
      first.text('id'),
      {},
    );
    expect([refused.status, removed.status]).toEqual([409, 204]);
  });

  test('an expiry can be changed, a linked identifier not deleted', async () => {
    const id = await newCustomer();
    const added = await addCard(id, '378282246310005');
    const changed = await client.call(
      'CustomerPaymentInstrumentApi',
      'patchCustomersPaymentInstrument',
      id,
      added.text('id'),
      { card: { expirationMonth: '01', expirationYear: '2033' } },
      {},
    );
    expect(changed.at('card')).toMatchObject({ expirationMonth: '01', expirationYear: '2033' });
    const linked = await client.call(
      'InstrumentIdentifierApi',
      'deleteInstrumentIdentifier',
      added.text('instrumentIdentifier.id'),
      {},
    );
    expect([linked.status, linked.at('errors.0.type')]).toEqual([409, 'conflict']);
  });

  test('a payment instrument can stand alone', async () => {
    const identifier = await identify('6011111111111117');
    const made = await client.call(
      'PaymentInstrumentApi',
      'postPaymentInstrument',
      { card, billTo, instrumentIdentifier: { id: identifier.text('id') } },
      {},
    );
    expect([made.status, made.at('object')]).toEqual([201, 'paymentInstrument']);
    const list = await client.call(
      'InstrumentIdentifierApi',
      'getInstrumentIdentifierPaymentInstrumentsList',
      identifier.text('id'),
      {},
    );
    expect(list.at('_embedded.paymentInstruments.0.id')).toBe(made.text('id'));
  });

  test('a shipping address belongs to its customer', async () => {
    const id = await newCustomer();
    const made = await client.call(
      'CustomerShippingAddressApi',
      'postCustomerShippingAddress',
      id,
      { shipTo: { firstName: 'Marta', country: 'US' } },
      {},
    );
    expect([made.status, made.at('default')]).toEqual([201, true]);
    const other = await newCustomer();
    const foreign = await client.call(
      'CustomerShippingAddressApi',
      'getCustomerShippingAddress',
      other,
      made.text('id'),
      {},
    );
    expect(foreign.status).toBe(404);
  });

  test('an instrument without its fields is refused in the vault’s own shape', async () => {
    const id = await newCustomer();
    const answer = await client.call(
      'CustomerPaymentInstrumentApi',
      'postCustomerPaymentInstrument',
      id,
      { card: {} },
      {},
    );
    expect(answer.status).toBe(400);
    expect(answer.at('errors.0.details')).toContainEqual({
      name: 'expirationMonth',
      location: 'card.expirationMonth',
    });
  });

  test('TOKEN_CREATE saves the card, and each of its tokens pays', async () => {
    const saved = await client.call(
      'PaymentsApi',
      'createPayment',
      payment({
        amount: '0',
        card: { number: '3566111111111113' },
        extra: {
          processingInformation: {
            actionList: ['TOKEN_CREATE'],
            actionTokenTypes: ['customer', 'paymentInstrument', 'instrumentIdentifier'],
          },
        },
      }),
    );
    expect(saved.at('tokenInformation')).toMatchObject({
      instrumentidentifierNew: true,
      customer: { id: expect.stringMatching(/^[0-9A-F]{32}$/) },
      instrumentIdentifier: { state: 'ACTIVE' },
    });
    const token = (name: string) => ({ id: saved.text(`tokenInformation.${name}.id`) });
    const orderInformation = { amountDetails: { totalAmount: '10.00', currency: 'USD' } };
    const pay = (paymentInformation: object) =>
      client.call('PaymentsApi', 'createPayment', { orderInformation, paymentInformation });
    const answers = [
      await pay({ customer: token('customer') }),
      await pay({ paymentInstrument: token('paymentInstrument') }),
      await pay({
        instrumentIdentifier: token('instrumentIdentifier'),
        card: { expirationMonth: '12', expirationYear: '2031' },
      }),
    ];
    expect(answers.map((answer) => answer.at('status'))).toEqual([
      'AUTHORIZED',
      'AUTHORIZED',
      'AUTHORIZED',
    ]);
    const unknown = await pay({ customer: { id: 'A'.repeat(32) } });
    expect(unknown.at('details.0.field')).toBe('paymentInformation.customer.id');
  });

  test('another merchant has none of it', async () => {
    const stranger = new SdkClient(gateway.url, gateway.other, mode);
    const id = await newCustomer();
    expect((await stranger.call('CustomerApi', 'getCustomer', id, {})).status).toBe(404);
  });
});
