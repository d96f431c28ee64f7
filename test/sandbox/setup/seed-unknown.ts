// A refund whose outcome nobody knows yet: the line to the gateway was cut before it arrived.
import { randomBytes } from 'node:crypto';
import type { CatalystStandIn } from '../catalyst/start-catalyst.ts';
import type { SandboxClock } from '../clock.ts';
import type { CybersourceStandIn } from '../cybersource/server.ts';
import type { HostsStandIn } from '../hosts/hosts.ts';
import type { PageWalker } from './page-walker.ts';
import { proxyCall } from './proxy-call.ts';

export interface UnknownRefundParts {
  readonly clock: SandboxClock;
  readonly catalyst: CatalystStandIn;
  readonly cybersource: CybersourceStandIn;
  readonly hosts: HostsStandIn;
  /** The browser of somebody who may refund. */
  readonly agent: PageWalker;
}

const AMOUNT_MINOR = 2_000;

/** Asks our api for a refund of an order's payment; the api keeps asking the gateway about it by itself. */
export async function seedUnknownRefund(
  { clock, catalyst, cybersource, hosts, agent }: UnknownRefundParts,
  orderId: number,
): Promise<void> {
  const payment = catalyst.tables
    .newest('Payments', 300)
    .find((row) => row.order_id === String(orderId));
  if (payment === undefined) return;
  cybersource.faults.arm({ mode: 'cut-before', method: 'POST', path: '/refunds' });
  const body = {
    intentId: ulid(clock.now()),
    paymentKey: payment.payment_key,
    amountMinor: AMOUNT_MINOR,
    currency: payment.currency,
    reason: 'Came late',
  };
  const answer = await proxyCall(
    agent,
    hosts,
    'POST',
    `${catalyst.functions.base}/api/refunds`,
    body,
  );
  if (answer.status >= 400) throw new Error(`our api refused the refund: ${answer.body}`);
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
