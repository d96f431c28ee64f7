// A company whose gateway, books, CRM and shop live in memory and count what they were asked to do.
import type { GatewayTransaction } from '../../../functions/core/domain/gateway-transaction.ts';
import type { GatewayId } from '../../../functions/core/domain/ids.ts';
import { money } from '../../../functions/core/domain/money.ts';
import type { Order, OrderOutcome } from '../../../functions/core/domain/order.ts';
import { problem } from '../../../functions/core/domain/problem.ts';
import { ok, refused } from '../../../functions/core/domain/result.ts';
import type { Company } from '../../../functions/core/ports/company.ts';
import type {
  GatewayAnswer,
  GatewayDispute,
  RefundOrder,
} from '../../../functions/core/ports/gateway.ts';
import type {
  CreditNoteDraft,
  CustomerPaymentDraft,
  InvoiceDraft,
  LedgerRefundDraft,
} from '../../../functions/core/ports/ledger.ts';
import { createFakeChanges } from './fake-changes.ts';
import { createFakePeople, peopleRecords } from './fake-people.ts';
import { INSTALLATION, MERCHANT, transaction } from './fake-transactions.ts';

const CLEARING = 'acct-clearing-usd';

/** What the next refund call does after (or instead of) acting. */
export type RefundBehaviour = 'answer' | 'act-then-time-out' | 'time-out' | 'decline' | 'strange';

/**
 * Records by key in each of the other sides. `step` is awaited before and after each effect: tests crash or
 * interleave there.
 */
export function createFakeCompany(step: (name: string) => Promise<void> = async () => {}) {
  const transactions = new Map<string, GatewayTransaction>();
  const orders = new Map<string, Order>();
  const shopStatus = new Map<string, string>();
  const records = {
    accounts: new Map<string, string>(),
    contacts: new Map<string, string>(),
    customers: new Map<string, string>(),
    salesOrders: new Map<string, string>(),
    invoices: new Map<string, InvoiceDraft>(),
    sent: new Set<string>(),
    payments: new Map<string, CustomerPaymentDraft>(),
    creditNotes: new Map<string, CreditNoteDraft>(),
    creditNoteRefunds: new Map<string, LedgerRefundDraft>(),
    excessRefunds: new Map<string, LedgerRefundDraft>(),
    ...peopleRecords(),
  };
  const refundBehaviours: RefundBehaviour[] = [];
  const disputes: GatewayDispute[] = [];
  const decided: GatewayId[] = [];
  const calls: string[] = [];
  let nextRefund = 1;

  /** Writes once per key, as an upsert by a unique field does. */
  async function once<T>(name: string, into: Map<string, T>, key: string, value: T): Promise<void> {
    calls.push(name);
    await step(`before ${name}`);
    if (!into.has(key)) into.set(key, value);
    await step(`after ${name}`);
  }

  async function actRefund(wanted: RefundOrder): Promise<GatewayAnswer> {
    const seen = [...transactions.values()].find((tx) => tx.reference === wanted.intent);
    if (seen !== undefined) return { kind: 'duplicate' };
    const id = `refund${nextRefund}`;
    nextRefund += 1;
    const target = transactions.get(wanted.target.id);
    transactions.set(
      id,
      transaction({
        id,
        rootId: target?.rootId ?? wanted.target.id,
        kind: 'refund',
        amountMinor: wanted.amount.minor,
        reference: wanted.intent,
      }),
    );
    return { kind: 'accepted', gatewayId: id as GatewayId, status: 'PENDING' };
  }

  const people = createFakePeople(records, once, calls);
  const zohoChanges = createFakeChanges(calls);

  const timedOut: GatewayAnswer = {
    kind: 'unknown',
    problem: problem('outcome-unknown', 'ask-gateway'),
  };

  const company: Company = {
    installation: INSTALLATION,
    name: 'Test company',
    organization: '10234695',
    timeZone: 'America/New_York',
    merchants: [{ merchantId: MERCHANT, currencies: ['USD'], clearingAccounts: { USD: CLEARING } }],
    gateway: {
      async readTransaction(_merchant, id) {
        calls.push('readTransaction');
        await step('read transaction');
        const tx = transactions.get(id);
        return tx === undefined
          ? refused(problem('not-found', 'retry', { what: `Transaction ${id}` }))
          : ok(tx);
      },
      async searchTransactions(search) {
        calls.push('searchTransactions');
        await step('search');
        const all = [...transactions.values()];
        const { by } = search;
        const found =
          'reference' in by
            ? all.filter((tx) => tx.reference === by.reference)
            : all.filter(
                (tx) => tx.submittedAt >= by.submittedFrom && tx.submittedAt <= by.submittedTo,
              );
        const page = found.slice(search.offset ?? 0, (search.offset ?? 0) + (search.limit ?? 200));
        return ok({ found: page, total: found.length });
      },
      async refund(wanted) {
        calls.push('refund');
        await step('before refund');
        const behaviour = refundBehaviours.shift() ?? 'answer';
        switch (behaviour) {
          case 'answer': {
            const answer = await actRefund(wanted);
            await step('after refund');
            return answer;
          }
          case 'act-then-time-out':
            await actRefund(wanted);
            return timedOut;
          case 'time-out':
            return timedOut;
          case 'decline':
            return {
              kind: 'declined',
              problem: problem('refund-declined', 'none', { reason: 'PROCESSOR_DECLINED' }),
            };
          case 'strange':
            return { kind: 'unrecognized', status: 'MAYBE' };
        }
      },
      async timeoutVoid(_merchant, intent) {
        calls.push('timeoutVoid');
        await step('timeout void');
        const sent = [...transactions.values()].find((tx) => tx.reference === intent);
        if (sent === undefined || sent.status !== 'PENDING') return { kind: 'nothing-to-void' };
        transactions.set(sent.id, { ...sent, status: 'VOIDED' });
        return { kind: 'voided', status: 'VOIDED' };
      },
      referencesIn(body) {
        return [...body.matchAll(/"referenceNumber":"([^"]+)"/g)].map((match) => match[1] ?? '');
      },
      async readDecidedReviews() {
        return ok(decided);
      },
      async readDisputes() {
        return ok(disputes);
      },
    },
    ledger: {
      async findCustomer(email) {
        calls.push('findCustomer');
        const id = [...records.customers.entries()].find(([, own]) => own === email)?.[0];
        return ok(id === undefined ? undefined : { id: `cust-${id}`, currency: 'USD' });
      },
      async saveCustomer(write, customer, currency) {
        await once('saveCustomer', records.customers, write.uniqueKey, customer.email);
        return ok({ id: `cust-${write.uniqueKey}`, currency });
      },
      async findItem() {
        calls.push('findItem');
        return ok({ id: 'item-1' });
      },
      async saveInvoice(write, draft) {
        await once('saveInvoice', records.invoices, write.uniqueKey, draft);
        const total = draft.lines.reduce((sum, line) => sum + line.total.minor, 0);
        return ok(invoiceOf(write.uniqueKey, draft.customerId, total));
      },
      async markInvoiceSent(invoiceId) {
        calls.push('markInvoiceSent');
        records.sent.add(invoiceId);
        return ok(undefined);
      },
      async readInvoice(invoiceId) {
        calls.push('readInvoice');
        const key = invoiceId.replace('invoice-', '');
        const draft = records.invoices.get(key);
        if (draft === undefined) return refused(problem('not-found', 'none', { what: 'Invoice' }));
        const total = draft.lines.reduce((sum, line) => sum + line.total.minor, 0);
        return ok(invoiceOf(key, draft.customerId, total));
      },
      async saveCustomerPayment(write, draft) {
        await once('saveCustomerPayment', records.payments, write.uniqueKey, draft);
        return ok(paymentOf(write.uniqueKey, draft));
      },
      async readCustomerPayment(paymentId) {
        calls.push('readCustomerPayment');
        const key = paymentId.replace('payment-', '');
        const draft = records.payments.get(key);
        if (draft === undefined) return refused(problem('not-found', 'none', { what: 'Payment' }));
        return ok(paymentOf(key, draft));
      },
      async saveCreditNote(write, draft) {
        await once('saveCreditNote', records.creditNotes, write.uniqueKey, draft);
        const total = draft.lines.reduce((sum, line) => sum + line.amount.minor, 0);
        const { uniqueKey } = write;
        return ok({ id: `cn-${uniqueKey}`, number: `CN-${uniqueKey}`, total: money(total, 'USD') });
      },
      async refundCreditNote(write, _note, draft) {
        await once('refundCreditNote', records.creditNoteRefunds, write.uniqueKey, draft);
        return ok({ id: `cnr-${write.uniqueKey}` });
      },
      async refundExcess(write, _payment, draft) {
        await once('refundExcess', records.excessRefunds, write.uniqueKey, draft);
        return ok({ id: `pr-${write.uniqueKey}` });
      },
    },
    salesOrders: {
      async saveSalesOrder(write, draft) {
        await once('saveSalesOrder', records.salesOrders, write.uniqueKey, draft.reference);
        return ok({ id: `so-${write.uniqueKey}`, number: 'SO-1', lineIds: ['line-1'] });
      },
    },
    customers: {
      async saveAccount(name) {
        await once('saveAccount', records.accounts, name, name);
        return ok({ id: `account-${records.accounts.size}` });
      },
      async saveContact(customer) {
        await once('saveContact', records.contacts, customer.email, customer.email);
        return ok({ id: `contact-${records.contacts.size}` });
      },
      async readDeal() {
        return ok({ contactId: 'contact-1' });
      },
      async readContact() {
        return ok({ name: 'Some Buyer', email: 'buyer@example.com' });
      },
      addNote: people.addNote,
    },
    cards: people.cards,
    changes: zohoChanges.feeds,
    rates: { readRate: async () => ok(undefined) },
    tickets: people.tickets,
    notices: people.notices,
    shop: {
      async readOrder(reference) {
        calls.push('readOrder');
        const found = orders.get(reference);
        return found === undefined
          ? refused(problem('not-found', 'none', { what: 'Order' }))
          : ok(found);
      },
      async setOrderOutcome(orderId, outcome: OrderOutcome) {
        calls.push('setOrderOutcome');
        await step('before setOrderOutcome');
        shopStatus.set(orderId, outcome);
        return ok({ status: outcome });
      },
    },
  };

  return {
    company,
    zohoChanges,
    decided,
    disputes,
    transactions,
    orders,
    shopStatus,
    records,
    refundBehaviours,
    calls,
  };
}

function invoiceOf(key: string, customerId: string, totalMinor: number) {
  const total = money(totalMinor, 'USD');
  return {
    id: `invoice-${key}`,
    number: `INV-${key}`,
    status: 'sent',
    customerId,
    total,
    balance: total,
    lines: [{ id: 'line-1', accountId: 'acct-sales', totalMinor }],
  };
}

function paymentOf(key: string, draft: CustomerPaymentDraft) {
  const applied = draft.applyTo.reduce((sum, one) => sum + one.amount.minor, 0);
  return {
    id: `payment-${key}`,
    number: `PAY-${key}`,
    unused: money(draft.amount.minor - applied, 'USD'),
  };
}
