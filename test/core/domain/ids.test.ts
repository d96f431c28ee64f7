// Ids: intent ids that the gateway can hold, and what may stand in keys.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type GatewayId,
  type InstallationId,
  intentId,
  isIntentId,
  isSafeId,
  type MerchantId,
  paymentKey,
} from '../../../functions/core/domain/ids.ts';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('an intent id', () => {
  test('writes its time as the specification’s own example does', () => {
    expect(intentId(1_469_918_176_385, new Uint8Array(16))).toBe(`01ARYZ6S41${'0'.repeat(16)}`);
  });

  test('is an intent id, fits the gateway’s 30 characters and is safe in keys', () =>
    fc.assert(
      fc.property(instant, bytes, (now, random) => {
        const id = intentId(now, random);
        expect(id).toHaveLength(26);
        expect(isIntentId(id) && isSafeId(id)).toBe(true);
      }),
    ));

  test('sorts by time', () =>
    fc.assert(
      fc.property(instant, instant, bytes, bytes, (a, b, first, second) => {
        fc.pre(a !== b);
        expect(intentId(a, first) < intentId(b, second)).toBe(a < b);
      }),
    ));

  test.each([
    '',
    '01JD8Q3ZK5T9W2M4N6P8R0S1T',
    '01JD8Q3ZK5T9W2M4N6P8R0S1TIL',
    '01jd8q3zk5t9w2m4n6p8r0s1t3',
    '81JD8Q3ZK5T9W2M4N6P8R0S1T3',
    '01JD8Q3ZK5T9W2M4N6P8R0S1TU',
  ])('%j is none', (text) => {
    expect(isIntentId(text)).toBe(false);
  });
});

describe('a safe id', () => {
  test.each(['795350000000000000', 'acme_us', 'a.b:c-d'])('may be %s', (id) => {
    expect(isSafeId(id)).toBe(true);
  });

  test.each(['', "1' OR 1=1", 'a|b', 'a b', 'a\n', 'é', 'x'.repeat(65)])('may not be %j', (id) => {
    expect(isSafeId(id)).toBe(false);
  });

  test('keeps the parts of a payment key apart', () => {
    expect(paymentKey('inst' as InstallationId, 'acme_us' as MerchantId, '795' as GatewayId)).toBe(
      'inst|acme_us|795',
    );
  });
});
