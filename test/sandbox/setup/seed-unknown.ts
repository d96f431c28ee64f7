// A refund whose outcome nobody knows yet: the line to the gateway was cut before it arrived.
import { randomBytes } from 'node:crypto';
import type { CatalystStandIn } from '../catalyst/start-catalyst.ts';
import type { SandboxClock } from '../clock.ts';
import type { CybersourceStandIn } from '../cybersource/server.ts';

export interface UnknownRefundParts {
  readonly clock: SandboxClock;
  readonly catalyst: CatalystStandIn;
  readonly cybersource: CybersourceStandIn;
  /** Of somebody who may refund. */
  readonly staffToken: string;
}

const AMOUNT_MINOR = 2_000;

/** Asks our api for a refund of an order's payment; the api keeps asking the gateway about it by itself. */
export async function seedUnknownRefund(
  { clock, catalyst, cybersource, staffToken }: UnknownRefundParts,
  orderId: number,
): Promise<void> {
  const payment = catalyst.tables
    .newest('Payments', 300)
    .find((row) => row.order_id === String(orderId));
  if (payment === undefined) return;
  cybersource.faults.arm({ mode: 'cut-before', method: 'POST', path: '/refunds' });
  const answer = await fetch(`${catalyst.functions.base}/api/refunds`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tallybridge-token': staffToken },
    body: JSON.stringify({
      intentId: ulid(clock.now()),
      paymentKey: payment.payment_key,
      amountMinor: AMOUNT_MINOR,
      currency: payment.currency,
      reason: 'Came late',
    }),
  });
  if (!answer.ok) throw new Error(`our api refused the refund: ${await answer.text()}`);
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 48 bits of time and 80 of chance, in 26 letters of Crockford's base 32. */
function ulid(timeMs: number): string {
  const bits = (BigInt(timeMs) << 80n) | BigInt(`0x${randomBytes(10).toString('hex')}`);
  return Array.from({ length: 26 }, (_, index) => {
    const digit = Number((bits >> BigInt(5 * (25 - index))) & 31n);
    return CROCKFORD[digit];
  }).join('');
}
