// Records as the mappings of the installation make them, for the actions that post them.
import type { CanonicalMovement } from '../../domain/canonical/movement.ts';
import { type CanonicalPayment, paymentFrom } from '../../domain/canonical/payment.ts';
import { money } from '../../domain/money.ts';
import type { MovementKind, MovementState, RefundLimits } from '../../domain/movement.ts';
import type { PaymentState } from '../../domain/payment.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { FlowData } from '../../flows/expression.ts';
import type { MappedFields } from '../../ports/mapped-fields.ts';
import type { Movement } from '../../work/movement-log.ts';
import type { PaymentRow } from '../../work/payment-records.ts';
import { paymentFacts } from '../payment-facts.ts';
import type { ActionScope } from './define-action.ts';

/**
 * What the mappings make of the sources, together: where two fill one field, the later one counts. The first problem of
 * any stops it.
 */
export async function mappedRecord(
  { map }: Pick<ActionScope, 'map'>,
  mappings: readonly string[],
  sources: FlowData,
): Promise<Result<MappedFields>> {
  let record: MappedFields = {};
  for (const id of mappings) {
    const mapped = await map({ id, version: undefined }, sources);
    if (!mapped.ok) return mapped;
    record = joined(record, mapped.value);
  }
  return ok(record);
}

function joined(first: MappedFields, second: MappedFields): MappedFields {
  const both = { ...first, ...second };
  for (const [name, value] of Object.entries(second)) {
    if (isGroup(value) && isGroup(first[name])) both[name] = joined(first[name], value);
  }
  return both;
}

function isGroup(value: unknown): value is MappedFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A payment of ours as mappings see it. */
export function mappedPayment(
  row: PaymentRow,
  captured: { readonly limits?: RefundLimits; readonly capturedAt?: number } = {},
): CanonicalPayment | undefined {
  return paymentFrom(paymentFacts(row), { state: row.state as PaymentState, ...captured });
}

/** A movement of ours as mappings see it. */
export function mappedMovement(payment: PaymentRow, movement: Movement): CanonicalMovement {
  const { books_invoice_number: invoiceNumber, reference } = payment;
  return {
    transactionId: movement.gateway_id ?? '',
    paymentTransactionId: payment.gateway_id,
    merchantId: payment.merchant_id,
    kind: movement.kind as MovementKind,
    status: movement.state as MovementState,
    amount: money(movement.amount_minor, movement.currency),
    currency: movement.currency,
    createdAt: movement.created_at ?? 0,
    ...(reference ? { merchantReferenceCode: reference } : {}),
    ...(movement.reason ? { reason: movement.reason } : {}),
    ...(movement.actor_name ? { actorName: movement.actor_name } : {}),
    ...(invoiceNumber ? { invoiceNumber } : {}),
  };
}
