// A company whose gateway, books, CRM and shop live in memory and count what they were asked to do.
import type { GatewayTransaction } from '../../../functions/core/domain/gateway-transaction.ts';
import type { GatewayId } from '../../../functions/core/domain/ids.ts';
import { money } from '../../../functions/core/domain/money.ts';
import type { Order, OrderOutcome } from '../../../functions/core/domain/order.ts';
import { problem } from '../../../functions/core/domain/problem.ts';
import { ok, refused } from '../../../functions/core/domain/result.ts';
import type { VaultToken } from '../../../functions/core/ports/card-tokens.ts';
import type { Company } from '../../../functions/core/ports/company.ts';
import type {
  GatewayAnswer,
  GatewayDispute,
  MovementOrder,
} from '../../../functions/core/ports/gateway.ts';
import type {
  CreditNoteDraft,
  CustomerPaymentDraft,
  InvoiceDraft,
  LedgerRefundDraft,
} from '../../../functions/core/ports/ledger.ts';
import type { Member, PeopleProduct } from '../../../functions/core/ports/people.ts';
import { createFakeCards } from './fake-cards.ts';
import { createFakeChanges } from './fake-changes.ts';
import { createFakeFields } from './fake-fields.ts';
import { createFakePeople, peopleRecords } from './fake-people.ts';
import { createFakeProfiles } from './fake-profiles.ts';
import { INSTALLATION, MERCHANT, transaction } from './fake-transactions.ts';

const CLEARING = 'acct-clearing-usd';

/** What the next movement's call does after (or instead of) acting. */
export type RefundBehaviour = 'answer' | 'act-then-time-out' | 'time-out' | 'decline' | 'strange';

/**
 * Records by key in each of the other sides. `step` is awaited before and after each effect: tests crash or
 * interleave there.
 */
export function createFakeCompany(step: (name: string) => Promise<void> = async () => {}) {
  const transactions = new Map<string, GatewayTransaction>();
  const orders = new Map<string, Order>();
  const shopStatus = new Map<string, string>();
  const shopNotes: string[] = [];
  const records = {
    accounts: new Map<string, string>(),
    contacts: new Map<string, string>(),
    customers: new Map<string, string>(),
    /** Ids in the books by the account in the CRM. */
    customersOfAccounts: new Map<string, readonly string[]>(),
    salesOrders: new Map<string, string>(),
    invoices: new Map<string, InvoiceDraft>(),
    sent: new Set<string>(),
    /** Minor units by invoice. */
    writtenOff: new Map<string, number>(),
    /** By the text's mark. */
    invoiceComments: new Map<string, string>(),
    payments: new Map<string, CustomerPaymentDraft>(),
    creditNotes: new Map<string, CreditNoteDraft>(),
    creditNoteRefunds: new Map<string, LedgerRefundDraft>(),
    excessRefunds: new Map<string, LedgerRefundDraft>(),
    ...peopleRecords(),
  };
  /** Which payment a refund of excess is of. */
  const excessOf = new Map<string, string>();
  const refundBehaviours: RefundBehaviour[] = [];
  const disputes: GatewayDispute[] = [];
  const decided: GatewayId[] = [];
  const calls: string[] = [];
  let nextMove = 1;

  /** Writes once per key, as an upsert by a unique field does. */
  async function once<T>(name: string, into: Map<string, T>, key: string, value: T): Promise<void> {
    calls.push(name);
    await step(`before ${name}`);
    if (!into.has(key)) into.set(key, value);
    await step(`after ${name}`);
  }

  /** Takes back what a void is of: the refund shows it itself, a capture does not. */
  async function actMove(wanted: MovementOrder): Promise<GatewayAnswer> {
    const { kind, target, intent, amount } = wanted;
    const seen = [...transactions.values()].find((tx) => tx.reference === intent);
    if (seen !== undefined) return { kind: 'duplicate' };
    const id = `${kind}${nextMove}`;
    nextMove += 1;
    const of = transactions.get(target.id);
    const rootId = of?.rootId ?? target.id;
    const related = kind === 'void' ? [target.id] : [];
    const seed = { id, rootId, kind, amountMinor: amount.minor, reference: intent, related };
    transactions.set(id, transaction(seed));
    if (kind === 'void' && of !== undefined && target.kind === 'refund') {
      transactions.set(of.id, { ...of, status: 'VOIDED' });
    }
    const status = transactions.get(id)?.status ?? '';
    return { kind: 'accepted', gatewayId: id as GatewayId, status };
  }

  const users: Record<PeopleProduct, Member[]> = { books: [], crm: [], desk: [] };
  const people = createFakePeople(records, once, calls);
  const zohoChanges = createFakeChanges(calls);
  const fields = createFakeFields(calls);
  const cardServices = createFakeCards(transactions, step);
  const tokens = new Map<string, VaultToken>();
  const profiles = createFakeProfiles(calls, step);

  const timedOut: GatewayAnswer = {
    kind: 'unknown',
    problem: problem('outcome-unknown', 'ask-gateway'),
  };

  const company: Company = {
    installation: INSTALLATION,
    name: 'Test company',
    people: { list: async (product) => ok(users[product]) },
    cardPayments: cardServices.cardPayments,
    vault: cardServices.vault,
    profiles: profiles.port,
    subscriptions: { ofCustomers: async () => ok({ found: [], isComplete: true }) },
    organization: '10234695',
    timeZone: 'America/New_York',
    language: 'en',
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
      async move(wanted) {
        calls.push(wanted.kind);
        await step(`before ${wanted.kind}`);
        const behaviour = refundBehaviours.shift() ?? 'answer';
        switch (behaviour) {
          case 'answer': {
            const answer = await actMove(wanted);
            await step(`after ${wanted.kind}`);
            return answer;
          }
          case 'act-then-time-out':
            await actMove(wanted);
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
    tokens: {
      tokensIn: (body) =>
        [...body.matchAll(/"token":"([^"]+)"/g)].map(([, id = '']) => ({
          kind: 'network-token',
          id,
        })),
      async readToken(_merchant, { id }) {
        calls.push('readToken');
        const token = tokens.get(id);
        return token === undefined
          ? refused(problem('not-found', 'none', { what: `The card token ${id}` }))
          : ok(token);
      },
    },
    ledger: {
      async findCustomer(email) {
        calls.push('findCustomer');
        const id = [...records.customers.entries()].find(([, own]) => own === email)?.[0];
        return ok(id === undefined ? undefined : { id: `cust-${id}`, currency: 'USD' });
      },
      async findCustomersOfAccount(accountId) {
        calls.push('findCustomersOfAccount');
        const ids = records.customersOfAccounts.get(accountId);
        return ok(ids ?? []);
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
        const writtenOffMinor = records.writtenOff.get(invoiceId) ?? 0;
        const paidMinor = [...records.payments.values()]
          .flatMap(({ applyTo }) => applyTo)
          .filter((one) => one.invoiceId === invoiceId)
          .reduce((sum, { amount }) => sum + amount.minor, 0);
        return ok(invoiceOf(key, draft.customerId, total, paidMinor, writtenOffMinor));
      },
      async findOpenInvoices(customerId) {
        calls.push('findOpenInvoices');
        const own = [...records.invoices].filter(([, draft]) => draft.customerId === customerId);
        const open = [];
        for (const [key] of own) {
          const read = await company.ledger.readInvoice(`invoice-${key}`);
          if (read.ok) open.push({ ...read.value, dueDate: '2026-12-01' });
        }
        return ok(open.filter((one) => one.balance.minor > 0));
      },
      async saveCustomerPayment(write, draft) {
        await once('saveCustomerPayment', records.payments, write.uniqueKey, draft);
        return ok(paymentOf(write.uniqueKey, records.payments.get(write.uniqueKey) ?? draft));
      },
      async findCustomerPayment({ uniqueKey }) {
        const draft = records.payments.get(uniqueKey);
        return ok(draft === undefined ? undefined : paymentOf(uniqueKey, draft));
      },
      async writeOffInvoice(invoiceId) {
        calls.push('writeOffInvoice');
        const read = await company.ledger.readInvoice(invoiceId);
        if (read.ok) records.writtenOff.set(invoiceId, read.value.balance.minor);
        return ok(undefined);
      },
      async cancelWriteOff(invoiceId) {
        calls.push('cancelWriteOff');
        await step('before cancelWriteOff');
        records.writtenOff.delete(invoiceId);
        await step('after cancelWriteOff');
        return ok(undefined);
      },
      async addInvoiceComment({ mark }, invoiceId, text) {
        await once('addInvoiceComment', records.invoiceComments, mark, `${invoiceId}: ${text}`);
        return ok({ id: `comment-${mark}` });
      },
      async changeCustomerPayment(paymentId, change) {
        calls.push('changeCustomerPayment');
        await step('before changeCustomerPayment');
        const key = paymentId.replace('payment-', '');
        const draft = records.payments.get(key);
        if (draft === undefined) return refused(problem('not-found', 'none', { what: 'Payment' }));
        const changed = { ...draft, ...change };
        records.payments.set(key, changed);
        await step('after changeCustomerPayment');
        return ok(paymentOf(key, changed));
      },
      async deleteCustomerPayment(paymentId) {
        calls.push('deleteCustomerPayment');
        await step('before deleteCustomerPayment');
        records.payments.delete(paymentId.replace('payment-', ''));
        await step('after deleteCustomerPayment');
        return ok(undefined);
      },
      async readCustomerPayment(paymentId) {
        calls.push('readCustomerPayment');
        const key = paymentId.replace('payment-', '');
        const draft = records.payments.get(key);
        if (draft === undefined) return refused(problem('not-found', 'none', { what: 'Payment' }));
        const refunded = [...records.excessRefunds]
          .filter(([refund]) => excessOf.get(refund) === paymentId)
          .reduce((sum, [, { amount }]) => sum + amount.minor, 0);
        return ok(paymentOf(key, draft, refunded));
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
      async refundExcess(write, paymentId, draft) {
        excessOf.set(write.uniqueKey, paymentId);
        await once('refundExcess', records.excessRefunds, write.uniqueKey, draft);
        return ok({ id: `pr-${write.uniqueKey}` });
      },
      async takeBack(inverse) {
        calls.push('takeBack');
        await step('before takeBack');
        const from =
          'void' in inverse
            ? records.creditNotes
            : inverse.delete === 'payment-refund'
              ? records.excessRefunds
              : records.creditNoteRefunds;
        from.delete(inverse.id.slice(inverse.id.indexOf('-') + 1));
        await step('after takeBack');
        return ok(undefined);
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
    fields: fields.sources,
    rates: { readRate: async () => ok(undefined), readBaseRate: async () => ok(undefined) },
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
      async setOrderOutcome(orderId, outcome: OrderOutcome, _gatewayId, declined) {
        calls.push('setOrderOutcome');
        await step('before setOrderOutcome');
        // An order that is paid is not held again.
        const isPaid = shopStatus.get(orderId) === 'processing';
        if (outcome === 'on-hold' && isPaid) return ok({ status: 'processing' });
        shopStatus.set(orderId, outcome);
        if (declined !== undefined) shopNotes.push(`${orderId}: ${declined}`);
        return ok({ status: outcome });
      },
    },
  };

  return {
    company,
    chargeBehaviours: cardServices.chargeBehaviours,
    chargeOrders: cardServices.chargeOrders,
    banks: cardServices.banks,
    bankAnswers: cardServices.bankAnswers,
    /** The users of its Zoho products. */
    users,
    zohoChanges,
    fieldAnswers: fields.answers,
    tokens,
    profiles: profiles.kept,
    decided,
    disputes,
    transactions,
    orders,
    shopStatus,
    /** Why the shop was told that a card was declined. */
    shopNotes,
    records,
    refundBehaviours,
    calls,
  };
}

function invoiceOf(
  key: string,
  customerId: string,
  totalMinor: number,
  paidMinor = 0,
  writtenOffMinor = 0,
) {
  const total = money(totalMinor, 'USD');
  return {
    id: `invoice-${key}`,
    number: `INV-${key}`,
    status: 'sent',
    customerId,
    total,
    balance: money(totalMinor - paidMinor - writtenOffMinor, 'USD'),
    ...(writtenOffMinor === 0 ? {} : { writtenOff: money(writtenOffMinor, 'USD') }),
    lines: [
      { id: 'line-1', name: 'Tea', quantityMilli: 4_000, accountId: 'acct-sales', totalMinor },
    ],
  };
}

function paymentOf(key: string, draft: CustomerPaymentDraft, refundedMinor = 0) {
  const applied = draft.applyTo.reduce((sum, one) => sum + one.amount.minor, 0);
  return {
    id: `payment-${key}`,
    number: `PAY-${key}`,
    amount: draft.amount,
    ...(draft.fee === undefined || draft.fee.minor === 0 ? {} : { fee: draft.fee }),
    accountId: draft.accountId,
    unused: money(draft.amount.minor - applied - refundedMinor, 'USD'),
    applied: draft.applyTo.map((one) => ({ ...one, invoiceNumber: `no. of ${one.invoiceId}` })),
  };
}
