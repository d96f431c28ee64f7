// What the panel shows for the record that is open: its payments with limits, story and fraud reading.
import type { PanelReply, PanelRequest, PaymentView } from '../contract/panel.ts';
import type { TicketView } from '../contract/ticket.ts';
import type { PaymentKey } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import type { FlowLibrary } from '../flows/library.ts';
import type { Company } from '../ports/company.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { type Movement, readLog } from '../work/movement-log.ts';
import { findPayment, type PaymentRow } from '../work/payment-records.ts';
import { findTicketPayments } from './customer/find-ticket-payment.ts';
import {
  type CustomerColumn,
  customerOfRecord,
  paymentsOfCustomer,
  paymentsOfInvoice,
} from './customer/payments-of-record.ts';
import { readForPerson } from './policy/view-for-person.ts';
import { showButtons } from './show-buttons.ts';
import { refundPostingKey } from './start-refund-posting.ts';
import { type Runs, viewPayment } from './view-payment.ts';

export interface PanelPorts {
  readonly store: Store;
  readonly clock: Clock;
}

interface PanelAndFlowPorts extends PanelPorts {
  readonly flows: FlowLibrary;
}

export async function showPanel(
  ports: PanelAndFlowPorts,
  company: Company,
  actor: Actor,
  request: PanelRequest,
): Promise<Result<PanelReply>> {
  if (!mayDo(actor.role, 'see-payments')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const found = await findPayments(ports.store, company, actor, request);
  if (!found.ok) return found;
  const { payments, ticket, customer } = found.value;
  const shown = payments.slice(0, SHOWN_MAX);
  const [movements, forPerson] = await Promise.all([
    movementsOf(ports.store, shown),
    readForPerson(ports, company, actor, shown),
  ]);
  const [runs, buttons] = await Promise.all([
    runsOf(ports.store, company, movements),
    showButtons(ports, company.installation, actor, shown),
  ]);
  const charging = chargingOf(request, customer);
  return ok({
    now: ports.clock.now(),
    person: {
      name: actor.name,
      role: actor.role,
      mayRefund: mayDo(actor.role, 'refund'),
      mayRecheck: mayDo(actor.role, 'recheck'),
    },
    timeZone: company.timeZone,
    payments: shown.map((payment) => {
      const log = movements.filter((movement) => movement.payment_key === payment.payment_key);
      return viewPayment(company, payment, log, runs, forPerson(payment, log));
    }),
    ...(buttons.length === 0 ? {} : { buttons }),
    ...(ticket === undefined ? {} : { ticket }),
    ...customerPart(request),
    ...(charging === undefined ? {} : { charging }),
  });
}

/** Books and Inventory share invoices and customers; the CRM's are found in the books when it comes to it, a deal's by whom it is about. */
function chargingOf(
  { host, record: { kind, id } }: PanelRequest,
  customer: CustomerColumn | undefined,
): PanelReply['charging'] {
  if (host === 'crm') {
    if (customer === undefined) return {};
    const { column, id: customerId } = customer;
    return column === 'crm_account_id'
      ? { crmAccountId: customerId }
      : { crmContactId: customerId };
  }
  if (host !== 'books' && host !== 'inventory') return undefined;
  if (kind === 'invoice') return { invoiceId: id };
  return kind === 'contact' ? { customerId: id } : undefined;
}

/** One payment as the panel shows it, freshly read. */
export async function showPayment(
  ports: PanelPorts,
  company: Company,
  actor: Actor,
  key: PaymentKey,
): Promise<PaymentView | undefined> {
  const payment = await findPayment(ports.store, key);
  if (payment === undefined || payment.installation !== company.installation) return undefined;
  const [log, forPerson] = await Promise.all([
    readLog(ports.store, key),
    readForPerson(ports, company, actor, [payment]),
  ]);
  const runs = await runsOf(ports.store, company, log);
  return viewPayment(company, payment, log, runs, forPerson(payment, log));
}

/** More than a person reads in a sidebar; also keeps the movements of all within one read. */
const SHOWN_MAX = 20;

/** A customer's figures take longer than the payments: they are asked for by themselves. */
function customerPart({ host, record: { kind, id } }: PanelRequest): Pick<PanelReply, 'customer'> {
  if (kind === 'invoice' || kind === 'ticket') return {};
  return { customer: { host, record: { kind, id } } };
}

interface FoundPayments {
  readonly payments: readonly PaymentRow[];
  /** How a ticket has found them. */
  readonly ticket?: TicketView;
  /** Whose they are, where the record is a customer's. */
  readonly customer?: CustomerColumn;
}

async function findPayments(
  store: Store,
  company: Company,
  actor: Actor,
  { host, record }: PanelRequest,
): Promise<Result<FoundPayments>> {
  const { kind, id } = record;
  if (kind === 'ticket') return findTicketPayments(store, company, actor, id);
  if (kind === 'invoice') return ok({ payments: await paymentsOfInvoice(store, company, id) });
  const customer = await customerOfRecord(company, host, { kind, id });
  if (!customer.ok) return customer;
  const payments = await paymentsOfCustomer(store, company, customer.value);
  return ok({ payments, ...(customer.value === undefined ? {} : { customer: customer.value }) });
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
