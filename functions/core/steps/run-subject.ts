// What a run is about: the rows that it works on, read when it is taken up, and what documents may say of them.
import type { MovementKind, MovementState } from '../domain/movement.ts';
import type { PaymentState } from '../domain/payment.ts';
import type { FlowData } from '../flows/expression.ts';
import type { MovementData, PaymentData } from '../flows/subject-data.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import type { Movement } from '../work/movement-log.ts';
import { findPayment, type PaymentRow } from '../work/payment-records.ts';
import { RUN_OVER } from '../work/runs.ts';

export interface Subject {
  readonly payment?: PaymentRow;
  readonly movement?: Movement;
  /** What the trigger brought along, and what another flow gave when it called. */
  readonly given?: FlowData;
}

/** The input that a run is started with: keys of our own rows, and small facts of the trigger. */
export interface RunInput {
  readonly paymentKey?: string;
  readonly movementKey?: string;
  readonly given?: FlowData;
  /** The person at whose wish it runs, and so does what it calls: nobody decides on what they asked for. */
  readonly requestedBy?: string;
  /** Versions of the installation's own mappings when it started, by id. */
  readonly mappings?: Readonly<Record<string, number>>;
  /** The run and place that wait for the outcome of this one. */
  readonly caller?: { readonly run: string; readonly place: string };
}

export function inputOf(run: Row<'Runs'>): RunInput {
  const input = JSON.parse(run.input ?? '{}') as RunInput;
  // Runs of older versions have the person among what was given.
  const requestedBy = input.requestedBy ?? input.given?.requestedBy;
  return typeof requestedBy === 'string' ? { ...input, requestedBy } : input;
}

export async function readSubject(store: Store, run: Row<'Runs'>): Promise<Subject> {
  const { paymentKey, movementKey, given } = inputOf(run);
  const payment = paymentKey === undefined ? undefined : await findPayment(store, paymentKey);
  const movement =
    movementKey === undefined
      ? undefined
      : await store.find('Movements', 'movement_key', movementKey);
  return {
    ...(payment === undefined ? {} : { payment }),
    ...(movement === undefined ? {} : { movement }),
    ...(given === undefined ? {} : { given }),
  };
}

/** The facts that documents wait for, as one text to compare. */
export function looks({ payment, movement }: Subject): string {
  return [
    payment?.state,
    payment && inBooks(payment),
    payment && booking(payment),
    movement?.state,
  ].join(' ');
}

/** Whether the payment stands in the books: what its order-to-cash has ended without is not coming any more. */
function inBooks(payment: PaymentRow): 'yes' | 'never' | 'not-yet' {
  if (payment.books_payment_id) return 'yes';
  return payment.run_state === RUN_OVER ? 'never' : 'not-yet';
}

function booking(payment: PaymentRow): 'open' | 'over' {
  return payment.run_state === RUN_OVER ? 'over' : 'open';
}

/**
 * What documents may refer to: `$payment`, `$movement`, and what the trigger gave.
 * @param unnamed the reason of a movement that nobody gave one.
 */
export function dataOf(
  { payment, movement, given }: Subject,
  unnamed = 'refunded at the gateway',
): FlowData {
  return {
    ...given,
    ...(payment === undefined ? {} : { payment: paymentData(payment) }),
    ...(movement === undefined ? {} : { movement: movementData(movement, unnamed) }),
  };
}

function paymentData(payment: PaymentRow): PaymentData {
  return {
    key: payment.payment_key,
    state: payment.state as PaymentState,
    reference: payment.reference ?? '',
    gatewayId: payment.gateway_id,
    merchantId: payment.merchant_id,
    currency: payment.currency,
    authorizedMinor: payment.authorized_minor,
    cardBrand: payment.card_brand,
    cardLastFour: payment.card_last_four,
    fraudScore: payment.fraud_score,
    orderId: payment.order_id,
    orderNumber: payment.order_number,
    booksCustomerId: payment.books_customer_id,
    booksInvoiceId: payment.books_invoice_id,
    booksInvoiceNumber: payment.books_invoice_number,
    booksPaymentId: payment.books_payment_id,
    inBooks: inBooks(payment),
    booking: booking(payment),
    crmContactId: payment.crm_contact_id,
    crmAccountId: payment.crm_account_id,
  };
}

function movementData(movement: Movement, unnamed: string): MovementData {
  return {
    key: movement.movement_key,
    state: movement.state as MovementState,
    kind: movement.kind as MovementKind,
    amountMinor: movement.amount_minor,
    currency: movement.currency,
    gatewayId: movement.gateway_id ?? '',
    reason: movement.reason || unnamed,
  };
}
