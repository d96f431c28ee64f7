// One payment as the panel shows it: its story, limits, fraud reading, and where its refunds stand in the books.
import type { PaymentView, ProblemView, TimelineEntry } from '../contract/panel.ts';
import { refundLimits } from '../domain/movement.ts';
import type { Problem } from '../domain/problem.ts';
import type { Company } from '../ports/company.ts';
import type { Row } from '../store/schema.ts';
import { entryOf, type Movement, problemOfMovement } from '../work/movement-log.ts';
import type { PaymentRow } from '../work/payment-records.ts';
import type { PaymentDetail } from './payment-facts.ts';
import { refundPostingKey } from './start-refund-posting.ts';
import { viewProblem } from './view-problem.ts';

/** Runs that book refunds, by key. */
export type Runs = ReadonlyMap<string, Row<'Runs'>>;

/** What of a payment's view depends on who looks at it. */
export type ForPerson = Pick<PaymentView, 'policy' | 'requests' | 'offers' | 'rooms'>;

export function viewPayment(
  { booksPages }: Pick<Company, 'booksPages'>,
  payment: PaymentRow,
  log: readonly Movement[],
  runs: Runs,
  forPerson: ForPerson,
): PaymentView {
  const detail = JSON.parse(payment.detail || '{}') as PaymentDetail;
  return {
    key: payment.payment_key,
    gatewayId: payment.gateway_id,
    merchantId: payment.merchant_id,
    ...(payment.reference ? { reference: payment.order_number ?? payment.reference } : {}),
    state: payment.state,
    amount: { minor: payment.authorized_minor ?? 0, currency: payment.currency },
    submittedAt: payment.submitted_at ?? 0,
    ...(payment.card_last_four
      ? {
          card: {
            brand: payment.card_brand ?? 'other',
            lastFour: payment.card_last_four,
            ...(payment.card_expiry ? { expiry: payment.card_expiry } : {}),
          },
        }
      : {}),
    ...(detail.fraud === undefined ? {} : { fraud: detail.fraud }),
    ...(detail.errorReason === undefined ? {} : { errorReason: detail.errorReason }),
    ...(payment.books_invoice_id
      ? { invoice: viewInvoice(payment.books_invoice_id, payment, booksPages) }
      : {}),
    ...forPerson,
    limits: refundLimits(log.map(entryOf)),
    timeline: [
      {
        kind: 'payment',
        state: payment.state,
        amount: { minor: payment.authorized_minor ?? 0, currency: payment.currency },
        at: payment.submitted_at ?? 0,
        gatewayId: payment.gateway_id,
      },
      ...log.map((movement) => viewMovement(payment.installation, movement, runs, booksPages)),
    ],
  };
}

function viewInvoice(
  id: string,
  { books_invoice_number: number = '' }: PaymentRow,
  pages: string | undefined,
): NonNullable<PaymentView['invoice']> {
  return { id, number, ...(pages === undefined ? {} : { url: `${pages}invoices/${id}` }) };
}

function viewMovement(
  installation: string,
  movement: Movement,
  runs: Runs,
  pages: string | undefined,
): TimelineEntry {
  const open = movement.state === 'unknown' || movement.state === 'sent';
  const run = runs.get(refundPostingKey(installation as never, movement.movement_key));
  const found = problemOfMovement(movement);
  return {
    kind: movement.kind as TimelineEntry['kind'],
    state: movement.state,
    // The void of a refund has no amount of its own.
    ...(movement.currency && movement.amount_minor > 0
      ? { amount: { minor: movement.amount_minor, currency: movement.currency } }
      : {}),
    at: movement.sent_at ?? movement.created_at ?? 0,
    intentId: movement.movement_key.slice(movement.movement_key.indexOf('|') + 1),
    ...(movement.gateway_id ? { gatewayId: movement.gateway_id } : {}),
    ...(movement.actor_name ? { actorName: movement.actor_name } : {}),
    ...(movement.reason ? { reason: movement.reason } : {}),
    ...(found === undefined ? {} : { problem: viewProblem(found) }),
    ...(open && movement.due_at ? { nextCheckAt: movement.due_at } : {}),
    // A skipped one is not coming: it was made before the connection, or somebody laid it aside.
    ...(movement.kind === 'refund' && movement.state === 'succeeded' && run?.state !== 'skipped'
      ? { booked: viewBooked(run, pages) }
      : {}),
  };
}

function viewBooked(
  run: Row<'Runs'> | undefined,
  pages: string | undefined,
): NonNullable<TimelineEntry['booked']> {
  if (run?.state === 'done') {
    const { document = '', creditNoteId = '' } = JSON.parse(run.outcome || '{}') as {
      document?: string;
      creditNoteId?: string;
    };
    const isOpenable = pages !== undefined && creditNoteId !== '';
    return {
      kind: 'done',
      document,
      ...(isOpenable ? { url: `${pages}creditnotes/${creditNoteId}` } : {}),
    };
  }
  if (run?.state === 'dead' && run.problem)
    return { kind: 'failed', problem: viewStored(run.problem) };
  return { kind: 'waiting' };
}

function viewStored(json: string): ProblemView {
  return viewProblem(JSON.parse(json) as Problem);
}
