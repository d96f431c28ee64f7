// What a person must know before asking for money: what is open, of whom, which cards there are, and how far the policy lets them go.
import {
  CHARGE_INVOICES_MAX,
  type ChargeStartReply,
  type ChargesRequest,
  type OpenInvoiceView,
} from '../../contract/charges.ts';
import { displayName } from '../../domain/customer.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import type { LedgerInvoice, OpenInvoice } from '../../ports/ledger.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { viewProblem } from '../view-problem.ts';
import { cardsOf, crmRecordOf, customerOfCrm, viewCard } from './customer-cards.ts';
import { chargeSteps } from './judge-charge.ts';

export async function startAsking(
  ports: WorkPorts,
  company: Company,
  actor: Actor,
  request: ChargesRequest,
): Promise<Result<ChargeStartReply>> {
  if (!mayDo(actor.role, 'charge')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const invoice = await readOpen(company, request);
  if (!invoice.ok) return invoice;
  const customerId = await customerOf(ports, company, request, invoice.value);
  if (!customerId.ok) return customerId;
  const open = await openOf(company, customerId.value, invoice.value);
  if (!open.ok) return open;
  const currency =
    (invoice.value ?? open.value[0])?.balance.currency ?? company.merchants[0]?.currencies[0];
  if (currency === undefined) return refused(problem('not-connected', 'fix-setup'));
  const [customer, cards, steps] = await Promise.all([
    company.cards.books.read(customerId.value),
    cardsOf(ports.store, company.installation, customerId.value),
    chargeSteps(ports, company, actor, currency),
  ]);
  if (!customer.ok) return customer;
  return ok({
    now: ports.clock.now(),
    ...(invoice.value === undefined
      ? { invoices: open.value.map(viewOpen) }
      : { invoice: viewInvoice(invoice.value) }),
    invoicesMax: CHARGE_INVOICES_MAX,
    customer: {
      id: customerId.value,
      name: displayName(customer.value),
      email: customer.value.email,
    },
    currency,
    cards: cards.map(viewCard),
    policy: steps.map(({ why, ...step }) => ({ ...step, why: viewProblem(why) })),
  });
}

/** Undefined when no invoice is asked about; refused when nothing of it can be paid. */
async function readOpen(
  company: Company,
  { invoiceId }: ChargesRequest,
): Promise<Result<LedgerInvoice | undefined>> {
  if (invoiceId === undefined) return ok(undefined);
  const invoice = await company.ledger.readInvoice(invoiceId);
  if (!invoice.ok) return invoice;
  const { status, balance, number } = invoice.value;
  const isOpen = status !== 'void' && status !== 'draft' && balance.minor > 0;
  return isOpen ? invoice : refused(problem('invoice-not-open', 'fix-input', { number, status }));
}

/** What a customer owes, in a currency that is connected; nothing where one invoice is asked about. */
async function openOf(
  { ledger, merchants }: Company,
  customerId: string,
  invoice: LedgerInvoice | undefined,
): Promise<Result<readonly OpenInvoice[]>> {
  if (invoice !== undefined) return ok([]);
  const open = await ledger.findOpenInvoices(customerId);
  if (!open.ok) return open;
  const currencies = new Set(merchants.flatMap((one) => one.currencies));
  const payable = open.value.filter(({ balance }) => currencies.has(balance.currency));
  const [first] = payable;
  return ok(payable.filter(({ balance }) => balance.currency === first?.balance.currency));
}

/** What is open is after all credits that were applied: those that were not are told beside it. */
function viewInvoice({ number, balance, customerCredit: credit }: LedgerInvoice) {
  return {
    number,
    open: { ...balance },
    ...(credit === undefined ? {} : { credit: { ...credit } }),
  };
}

function viewOpen({ id, number, balance }: OpenInvoice): OpenInvoiceView {
  return { id, number, open: { ...balance } };
}

async function customerOf(
  ports: WorkPorts,
  company: Company,
  request: ChargesRequest,
  invoice: LedgerInvoice | undefined,
): Promise<Result<string>> {
  if (invoice !== undefined) return ok(invoice.customerId);
  if (request.customerId !== undefined) return ok(request.customerId);
  const record = crmRecordOf(request);
  return record === undefined
    ? refused(problem('deal-without-customer', 'fix-input'))
    : customerOfCrm(ports.store, company, record);
}
