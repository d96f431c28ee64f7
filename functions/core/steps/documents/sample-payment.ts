// A payment of ours as the record that a mapping is shown on, read at the gateway and the shop as a run would.
import { canonicalCustomer } from '../../domain/canonical/customer.ts';
import { canonicalOrder } from '../../domain/canonical/order.ts';
import { canonicalPayment } from '../../domain/canonical/payment.ts';
import type { GatewayTransaction } from '../../domain/gateway-transaction.ts';
import type { GatewayId, MerchantId, PaymentKey } from '../../domain/ids.ts';
import { refundLimits } from '../../domain/movement.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { MappingDocument } from '../../mapping/document.ts';
import type { Sources } from '../../mapping/path.ts';
import type { Company } from '../../ports/company.ts';
import type { Store } from '../../ports/store.ts';
import { entryOf, readLog } from '../../work/movement-log.ts';
import { findPayment, type PaymentRow } from '../../work/payment-records.ts';

export interface Sample {
  readonly sources: Sources;
  /** `Payment 1001 (7012...)`. */
  readonly called: string;
}

/** Everything that the mapping reads; `sample-missing` for records that a payment doesn't lead to. */
export async function samplePayment(
  store: Store,
  company: Company,
  mapping: MappingDocument,
  key: string | undefined,
): Promise<Result<Sample>> {
  const payment = await paymentRow(store, company, key);
  if (payment === undefined) return noSample('payment');
  const merchant = payment.merchant_id as MerchantId;
  const read = await company.gateway.readTransaction(merchant, payment.gateway_id as GatewayId);
  if (!read.ok) return read;
  const log = await readLog(store, payment.payment_key as PaymentKey);
  const limits = refundLimits(log.map(entryOf));
  const sources: Record<string, object> = {};
  for (const { product, object } of mapping.sources) {
    const found =
      product === 'canonical'
        ? await recordOf(object, company, read.value, limits)
        : noSample(object);
    if (!found.ok) return found;
    sources[object] = found.value;
  }
  return ok({ sources, called: `Payment ${payment.reference ?? ''} (${payment.gateway_id})` });
}

/** The named one, or the one that was read last. */
async function paymentRow(
  store: Store,
  { installation }: Company,
  key: string | undefined,
): Promise<PaymentRow | undefined> {
  const [latest] =
    key === undefined
      ? await store.select('Payments', {
          where: [['installation', '=', installation]],
          orderBy: ['refreshed_at', 'desc'],
          limit: 1,
        })
      : [];
  const wanted = key ?? latest?.payment_key;
  const payment = wanted === undefined ? undefined : await findPayment(store, wanted);
  return payment?.installation === installation ? payment : undefined;
}

async function recordOf(
  object: string,
  { shop }: Company,
  tx: GatewayTransaction,
  limits: ReturnType<typeof refundLimits>,
): Promise<Result<object>> {
  switch (object) {
    case 'payment':
      return given(canonicalPayment(tx, limits), object);
    case 'customer':
      return given(tx.customer && canonicalCustomer(tx.customer), object);
    case 'order': {
      if (shop === undefined || tx.reference === undefined) return noSample(object);
      const order = await shop.readOrder(tx.reference);
      return order.ok ? ok(canonicalOrder(order.value)) : order;
    }
    default:
      return noSample(object);
  }
}

function given(record: object | undefined, object: string): Result<object> {
  return record === undefined ? noSample(object) : ok(record);
}

function noSample(what: string): Result<never> {
  return refused(problem('sample-missing', 'fix-input', { what }));
}
