// Whatever JSON, or other text, the gateway or the shop may send: readers answer, they never throw.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readError } from '../../../functions/core/connectors/cybersource/read-error.ts';
import { readMovementAnswer } from '../../../functions/core/connectors/cybersource/read-movement-answer.ts';
import { readNotifications } from '../../../functions/core/connectors/cybersource/read-notification.ts';
import {
  readSummary,
  readTransaction,
} from '../../../functions/core/connectors/cybersource/read-transaction.ts';
import { verifyWebhook } from '../../../functions/core/connectors/cybersource/webhook-signature.ts';
import { readShopDelivery } from '../../../functions/core/connectors/woocommerce/read-notification.ts';
import { readOrder } from '../../../functions/core/connectors/woocommerce/read-order.ts';
import { isSafeId } from '../../../functions/core/domain/ids.ts';
import { MERCHANT, NOW, PAYMENT } from './cybersource/scripted-gateway.ts';

const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, PAYMENT, '40.00', '9999999999999.99', 'USD', 'JPY', 'PENDING', '111'),
);

/** JSON whose field names are those that the readers look for, with anything in their places. */
const { json } = fc.letrec<{ json: unknown; object: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'medium' },
    leaf,
    tie('object'),
    fc.array(tie('json'), { maxLength: 3 }),
  ),
  object: fc.dictionary(
    fc.constantFrom(
      ...'id status reason errors payload payloads data code message response rmsg type total'.split(
        ' ',
      ),
      ...'orderInformation amountDetails totalAmount currency billTo email card suffix'.split(' '),
      ...'paymentInformation applicationInformation applications name rCode _links href'.split(' '),
      ...'relatedTransactions riskInformation score result factorCodes rules __proto__'.split(' '),
      ...'line_items fee_lines quantity total_tax shipping_total billing submitTimeUTC'.split(' '),
    ),
    tie('json'),
    { maxKeys: 8 },
  ),
}));
const text = fc.oneof(
  fc.string(),
  json.map((value) => JSON.stringify(value) ?? ''),
);

describe('whatever arrives', () => {
  test('as a transaction is read as the one asked for, or not at all', () =>
    fc.assert(
      fc.property(json, (value) => {
        const asked = { merchant: MERCHANT, id: PAYMENT, readAt: NOW };
        const forced = typeof value === 'object' ? { ...value, id: PAYMENT } : value;
        for (const candidate of [value, forced]) {
          const transaction = readTransaction(candidate, asked);
          if (transaction !== undefined) {
            expect(transaction.id).toBe(PAYMENT);
            expect(transaction.related.every(isSafeId)).toBe(true);
            expect(transaction.card?.lastFour ?? '0000').toMatch(/^\d{4}$/);
          }
        }
        expect(readSummary(value).every((row) => isSafeId(row.id))).toBe(true);
      }),
    ));

  test('as an answer to a refund is a yes only with a status and an id', () =>
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), text, (status, body) => {
        const outcome = { kind: 'answered', status, headers: {}, body } as const;
        const answer = readMovementAnswer('refund', outcome, MERCHANT, NOW);
        if (answer.kind === 'accepted') {
          expect(status).toBeGreaterThanOrEqual(200);
          expect(status).toBeLessThan(300);
          expect(JSON.parse(body)).toMatchObject({ status: 'PENDING' });
          expect(isSafeId(answer.gatewayId)).toBe(true);
        }
        if (status >= 500 || status < 200) expect(answer.kind).toBe('unknown');
        expect(readError(status, body).reason).not.toBe('');
      }),
    ));

  test('as a notification has a key that is safe, or is none', () =>
    fc.assert(
      fc.property(text, (body) => {
        for (const notification of readNotifications(body, {})) {
          expect(isSafeId(notification.dedupeKey)).toBe(true);
          expect(isSafeId(notification.subjectId ?? 'none')).toBe(true);
        }
        const delivery = readShopDelivery(body, { 'x-wc-webhook-topic': 'order.updated' });
        if (delivery.kind === 'event') expect(isSafeId(delivery.notification.dedupeKey)).toBe(true);
      }),
    ));

  test('as a signature is refused', () =>
    fc.assert(
      fc.property(fc.string(), text, (signature, body) => {
        const keys = [{ keyId: 'k', key: 'c2VjcmV0' }];
        for (const header of [signature, `t=${NOW};keyId=k;sig=${signature}`]) {
          const rawBody = Buffer.from(body);
          const verdict = verifyWebhook({ signature: header, rawBody, keys, nowMs: NOW });
          expect(verdict.kind).toBe('refused');
        }
      }),
    ));

  test('as an order has whole minor units, or is refused', () =>
    fc.assert(
      fc.property(json, (value) => {
        const order = { id: 1, status: 'pending', currency: 'USD', total: '1.00' };
        const forced = typeof value === 'object' ? { ...value, ...order } : value;
        const read = readOrder(forced);
        if (read.ok) {
          const { lines, tax, total } = read.value.order;
          const amounts = [...lines.map((line) => line.total), tax, total];
          expect(amounts.every((amount) => Number.isSafeInteger(amount.minor))).toBe(true);
        } else {
          expect(read.problem.code).toBe('shop-refused');
        }
      }),
    ));
});
