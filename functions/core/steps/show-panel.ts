// What the panel shows for the record that is open: its payments with limits, story and fraud reading.
import type {
  PanelReply,
  PanelRequest,
  PaymentView,
  ProblemView,
  TimelineEntry,
} from '../contract/panel.ts';
import { normalizeEmail } from '../domain/customer.ts';
import type { PaymentKey } from '../domain/ids.ts';
import { refundLimits } from '../domain/movement.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import type { Company } from '../ports/company.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { hashed } from '../work/links.ts';
import { entryOf, type Movement, problemOfMovement, readLog } from '../work/movement-log.ts';
import { findPayment, type PaymentRow, selectPayments } from '../work/payment-records.ts';
import type { PaymentDetail } from './record-payment.ts';
import { refundPostingKey } from './start-refund-posting.ts';
import { viewProblem } from './view-problem.ts';

export interface PanelPorts {
  readonly store: Store;
  readonly clock: Clock;
}

export async function showPanel(
  ports: PanelPorts,
  company: Company,
  actor: Actor,
  request: PanelRequest,
): Promise<Result<PanelReply>> {
  if (!mayDo(actor.role, 'see-payments')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const found = await findPayments(ports.store, company, request);
  if (!found.ok) return found;
  const shown = found.value.slice(0, SHOWN_MAX);
  const movements = await movementsOf(ports.store, shown);
  const runs = await runsOf(ports.store, company, movements);
  return ok({
    now: ports.clock.now(),
    person: {
      name: actor.name,
      role: actor.role,
      mayRefund: mayDo(actor.role, 'refund'),
      mayRecheck: mayDo(actor.role, 'recheck'),
    },
    timeZone: company.timeZone,
    payments: shown.map((payment) =>
      viewPayment(
        payment,
        movements.filter((movement) => movement.payment_key === payment.payment_key),
        runs,
      ),
    ),
  });
}

/** One payment as the panel shows it, freshly read. */
export async function showPayment(
  ports: PanelPorts,
  company: Company,
  key: PaymentKey,
): Promise<PaymentView | undefined> {
  const payment = await findPayment(ports.store, key);
  if (payment === undefined || payment.installation !== company.installation) return undefined;
  const log = await readLog(ports.store, key);
  return viewPayment(payment, log, await runsOf(ports.store, company, log));
}

/** More than a person reads in a sidebar; also keeps the movements of all within one read. */
const SHOWN_MAX = 20;

async function findPayments(
  store: Store,
  company: Company,
  { host, record }: PanelRequest,
): Promise<Result<readonly PaymentRow[]>> {
  const by = (
    column: Parameters<typeof selectPayments>[2],
    ...values: string[]
  ): Promise<PaymentRow[]> => selectPayments(store, company.installation, column, values);
  switch (record.kind) {
    case 'invoice':
      return ok(await by('books_invoice_id', record.id));
    case 'contact':
      return ok(await by(host === 'crm' ? 'crm_contact_id' : 'books_customer_id', record.id));
    case 'account':
      return ok(await by('crm_account_id', record.id));
    case 'deal': {
      const deal = await company.customers.readDeal(record.id);
      if (!deal.ok) return deal;
      const { contactId, accountId } = deal.value;
      if (contactId !== undefined) return ok(await by('crm_contact_id', contactId));
      return ok(accountId === undefined ? [] : await by('crm_account_id', accountId));
    }
    case 'ticket': {
      const ticket = await company.tickets.readTicket(record.id);
      if (!ticket.ok) return ticket;
      const text = `${ticket.value.subject} ${ticket.value.description}`;
      const named = await namedInText(by, text);
      if (named.length > 0) return ok(named);
      const email = ticket.value.email;
      return ok(email === undefined ? [] : await by('customer_key', hashed(normalizeEmail(email))));
    }
  }
}

/** Order and invoice numbers that a customer may have written: `1042`, `#1042`, `INV-000017`. */
async function namedInText(
  by: (
    column: 'order_number' | 'books_invoice_number',
    ...values: string[]
  ) => Promise<PaymentRow[]>,
  text: string,
): Promise<PaymentRow[]> {
  const orders = [...text.matchAll(/#?\b(\d{3,12})\b/g)].map((match) => match[1] ?? '');
  const invoices = [...text.matchAll(/\b([A-Z]{2,6}-\d{2,12})\b/g)].map((match) => match[1] ?? '');
  const byInvoice = await by('books_invoice_number', ...new Set(invoices.slice(0, 20)));
  return byInvoice.length > 0 ? byInvoice : by('order_number', ...new Set(orders.slice(0, 20)));
}

async function movementsOf(store: Store, payments: readonly PaymentRow[]): Promise<Movement[]> {
  if (payments.length === 0) return [];
  const [only] = payments;
  if (payments.length === 1 && only !== undefined)
    return readLog(store, only.payment_key as PaymentKey);
  const rows = await store.select('Movements', {
    where: [['payment_key', 'in', payments.map((payment) => payment.payment_key)]],
  });
  return rows.sort((a, b) => (a.created_at ?? 0) - (b.created_at ?? 0));
}

type Runs = ReadonlyMap<string, Row<'Runs'>>;

async function runsOf(
  store: Store,
  company: Company,
  movements: readonly Movement[],
): Promise<Runs> {
  const keys = movements
    .filter((movement) => movement.kind === 'refund' && movement.state === 'succeeded')
    .map((movement) => refundPostingKey(company.installation, movement.movement_key));
  if (keys.length === 0) return new Map();
  const rows = await store.select('Runs', { where: [['run_key', 'in', keys]] });
  return new Map(rows.map((row) => [row.run_key, row]));
}

function viewPayment(payment: PaymentRow, log: readonly Movement[], runs: Runs): PaymentView {
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
      ? { invoice: { id: payment.books_invoice_id, number: payment.books_invoice_number ?? '' } }
      : {}),
    limits: refundLimits(log.map(entryOf)),
    timeline: [
      {
        kind: 'payment',
        state: payment.state,
        amount: { minor: payment.authorized_minor ?? 0, currency: payment.currency },
        at: payment.submitted_at ?? 0,
        gatewayId: payment.gateway_id,
      },
      ...log.map((movement) => viewMovement(payment.installation, movement, runs)),
    ],
  };
}

function viewMovement(installation: string, movement: Movement, runs: Runs): TimelineEntry {
  const open = movement.state === 'unknown' || movement.state === 'sent';
  const run = runs.get(refundPostingKey(installation as never, movement.movement_key));
  const found = problemOfMovement(movement);
  return {
    kind: movement.kind as TimelineEntry['kind'],
    state: movement.state,
    ...(movement.currency
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
      ? { booked: viewBooked(run) }
      : {}),
  };
}

function viewBooked(run: Row<'Runs'> | undefined): NonNullable<TimelineEntry['booked']> {
  if (run?.state === 'done') {
    const outcome = JSON.parse(run.outcome || '{}') as { document?: string };
    return { kind: 'done', document: outcome.document ?? '' };
  }
  if (run?.state === 'dead' && run.problem)
    return { kind: 'failed', problem: viewStored(run.problem) };
  return { kind: 'waiting' };
}

function viewStored(json: string): ProblemView {
  return viewProblem(JSON.parse(json) as Problem);
}
