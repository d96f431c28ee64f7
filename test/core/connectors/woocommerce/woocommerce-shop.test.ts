// The shop connector: requests, problems, and outcomes that never move an order backwards.
import { describe, expect, test } from 'vitest';
import type { OrderOutcome } from '../../../../functions/core/domain/order.ts';
import type { HttpOutcome } from '../../../../functions/core/ports/platform.ts';
import { answered, noAnswer } from '../transport/scripted-transport.ts';
import { scriptedShop, shopOrder } from './scripted-shop.ts';

const GATEWAY_ID = '7953500000000000000001';
const NOTE = `Tallybridge: payment received. Cybersource transaction ${GATEWAY_ID}.`;

describe('reading an order', () => {
  test('asks for it by id with the key in the Authorization header', async () => {
    const { shop, transport } = scriptedShop(answered(200, shopOrder()));
    expect(await shop.readOrder('1042')).toMatchObject({ ok: true, value: { id: '1042' } });
    expect(transport.sent).toEqual([
      {
        method: 'GET',
        url: 'https://shop.example.com/wp-json/wc/v3/orders/1042',
        headers: {
          accept: 'application/json',
          authorization: `Basic ${Buffer.from('ck_1:cs_1').toString('base64')}`,
        },
        timeoutMs: 10_000,
      },
    ]);
  });

  test.each(['TC-1001', '../products', '', '1 OR 1', '9'.repeat(19)])(
    'with reference %j asks nothing, as no order has it',
    async (reference) => {
      const { shop, transport } = scriptedShop();
      expect(await shop.readOrder(reference)).toMatchObject({ problem: { code: 'not-found' } });
      expect(transport.sent).toHaveLength(0);
    },
  );

  const unavailable = { code: 'shop-unavailable', remedy: 'retry' };
  const refusedWith = (detail: string) => ({
    code: 'shop-refused',
    remedy: 'fix-setup',
    facts: { detail },
  });
  const problems: [name: string, outcome: HttpOutcome, problem: object][] = [
    [
      'an order that is not there',
      answered(404, { code: 'woocommerce_rest_shop_order_invalid_id', data: { status: 404 } }),
      { code: 'not-found', remedy: 'none', facts: { what: 'Order 1042' } },
    ],
    [
      'a site without the shop',
      answered(404, { code: 'rest_no_route', data: { status: 404 } }),
      refusedWith('rest_no_route'),
    ],
    ['a page that is not there', answered(404, '<html>'), refusedWith('HTTP 404')],
    [
      'keys that do not work',
      answered(401, { code: 'woocommerce_rest_cannot_view', data: { status: 401 } }),
      refusedWith('woocommerce_rest_cannot_view'),
    ],
    ['a redirect to another address', answered(301, ''), refusedWith('HTTP 301')],
    ['too many calls', answered(429, ''), unavailable],
    ['a server error', answered(500, '<html>'), unavailable],
    ['a maintenance page with 200', answered(200, '<html>'), unavailable],
    ['a time-out', noAnswer(false), unavailable],
    ['a refused connection', noAnswer(true), unavailable],
  ];

  test.each(problems)('meets %s', async (_, outcome, problem) => {
    const { shop } = scriptedShop(outcome);
    expect(await shop.readOrder('1042')).toEqual({ ok: false, problem });
  });
});

describe('setting an outcome', () => {
  test('moves the order, records the payment and leaves a private note', async () => {
    const { shop, transport } = scriptedShop(
      answered(200, shopOrder()),
      answered(200, shopOrder({ status: 'processing' })),
      answered(201, { id: 1 }),
    );
    expect(await shop.setOrderOutcome('1042', 'processing', GATEWAY_ID)).toEqual({
      ok: true,
      value: { status: 'processing' },
    });
    expect(
      transport.sent.map((request) => `${request.method} ${request.url.split('/v3')[1]}`),
    ).toEqual(['GET /orders/1042', 'PUT /orders/1042', 'POST /orders/1042/notes']);
    expect(JSON.parse(transport.sent[1]?.body ?? '')).toEqual({
      status: 'processing',
      transaction_id: GATEWAY_ID,
    });
    expect(JSON.parse(transport.sent[2]?.body ?? '')).toEqual({ note: NOTE, customer_note: false });
  });

  test('tells why a card was declined, and keeps no transaction that pays nothing', async () => {
    const { shop, transport } = scriptedShop(
      answered(200, shopOrder()),
      answered(200, shopOrder({ status: 'on-hold' })),
      answered(201, { id: 1 }),
    );
    await shop.setOrderOutcome('1042', 'on-hold', GATEWAY_ID, 'there is not enough money');
    expect(JSON.parse(transport.sent[1]?.body ?? '')).toEqual({ status: 'on-hold' });
    expect(JSON.parse(transport.sent[2]?.body ?? '')).toEqual({
      note: `Tallybridge: card declined: there is not enough money. Cybersource transaction ${GATEWAY_ID}.`,
      customer_note: false,
    });
  });

  const moves: [from: string, outcome: OrderOutcome][] = [
    ['pending', 'processing'],
    ['on-hold', 'processing'],
    ['failed', 'processing'],
    ['pending', 'on-hold'],
    ['failed', 'on-hold'],
    ['pending', 'failed'],
    ['on-hold', 'failed'],
  ];

  test.each(moves)('moves an order that is %s to %s', async (status, outcome) => {
    const { shop, transport } = scriptedShop(
      answered(200, shopOrder({ status })),
      answered(200, shopOrder({ status: outcome })),
      answered(201, {}),
    );
    const result = await shop.setOrderOutcome('1042', outcome, GATEWAY_ID);
    expect(result).toEqual({ ok: true, value: { status: outcome } });
    expect(JSON.parse(transport.sent[1]?.body ?? '').status).toBe(outcome);
  });

  const stays: [from: string, outcome: OrderOutcome][] = [
    ['completed', 'processing'],
    ['refunded', 'processing'],
    ['cancelled', 'processing'],
    ['trash', 'processing'],
    ['picked-and-packed', 'processing'],
    ['processing', 'on-hold'],
    ['processing', 'failed'],
    ['completed', 'failed'],
  ];

  test.each(stays)('leaves an order that is %s when told %s', async (status, outcome) => {
    const { shop, transport } = scriptedShop(answered(200, shopOrder({ status })));
    const result = await shop.setOrderOutcome('1042', outcome, GATEWAY_ID);
    expect(result).toEqual({ ok: true, value: { status } });
    expect(transport.sent).toHaveLength(1);
  });

  test('does not fail an order that another payment holds', async () => {
    const held = shopOrder({ status: 'on-hold', transaction_id: '111' });
    const { shop, transport } = scriptedShop(answered(200, held));
    const result = await shop.setOrderOutcome('1042', 'failed', GATEWAY_ID);
    expect(result).toEqual({ ok: true, value: { status: 'on-hold' } });
    expect(transport.sent).toHaveLength(1);
  });

  test('does not record a declined payment as the one that paid, nor replace a recorded one', async () => {
    const after = [answered(200, shopOrder({ status: 'x' })), answered(201, {})];
    const declined = scriptedShop(answered(200, shopOrder()), ...after);
    await declined.shop.setOrderOutcome('1042', 'failed', GATEWAY_ID);
    expect(JSON.parse(declined.transport.sent[1]?.body ?? '')).toEqual({ status: 'failed' });
    const recorded = scriptedShop(answered(200, shopOrder({ transaction_id: '111' })), ...after);
    await recorded.shop.setOrderOutcome('1042', 'processing', GATEWAY_ID);
    expect(JSON.parse(recorded.transport.sent[1]?.body ?? '')).toEqual({ status: 'processing' });
  });

  const done = () => answered(200, shopOrder({ status: 'processing', transaction_id: GATEWAY_ID }));

  test('tried again after all was done writes nothing', async () => {
    const { shop, transport } = scriptedShop(done(), answered(200, [{ id: 1, note: NOTE }]));
    const result = await shop.setOrderOutcome('1042', 'processing', GATEWAY_ID);
    expect(result).toEqual({ ok: true, value: { status: 'processing' } });
    expect(transport.sent.map((request) => request.method)).toEqual(['GET', 'GET']);
  });

  test('tried again after the note was lost writes the note only', async () => {
    const { shop, transport } = scriptedShop(done(), answered(200, []), answered(201, {}));
    await shop.setOrderOutcome('1042', 'processing', GATEWAY_ID);
    expect(transport.sent.map((request) => request.method)).toEqual(['GET', 'GET', 'POST']);
  });

  test('leaves an order alone that another payment brought there', async () => {
    const other = shopOrder({ status: 'processing', transaction_id: '111' });
    const { shop, transport } = scriptedShop(answered(200, other));
    await shop.setOrderOutcome('1042', 'processing', GATEWAY_ID);
    expect(transport.sent).toHaveLength(1);
  });

  test.each([1, 2])(
    'tells when the connection breaks after %s of the three requests',
    async (at) => {
      const outcomes = [
        answered(200, shopOrder()),
        answered(200, shopOrder({ status: 'processing' })),
        answered(201, {}),
      ];
      const { shop } = scriptedShop(...outcomes.slice(0, at), noAnswer(false));
      const result = await shop.setOrderOutcome('1042', 'processing', GATEWAY_ID);
      expect(result).toMatchObject({ ok: false, problem: { code: 'shop-unavailable' } });
    },
  );
});
