// One shop order and the writes that bring it into Zoho, each under its own name.

import type { Currency } from '../../../functions/core/domain/currency.ts';
import type { Customer } from '../../../functions/core/domain/customer.ts';
import { add, money } from '../../../functions/core/domain/money.ts';
import type { Result } from '../../../functions/core/domain/result.ts';
import type { ConnectedCompany } from './connected-company.ts';
import { booksFields, crmFields } from './customer-records.ts';

export interface OrderCase {
  readonly reference: string;
  readonly currency: Currency;
  readonly customer: Customer;
  readonly sku: string;
}

/** The value, or the problem as the test's failure. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

export function accountIdOf(company: ConnectedCompany, name: string): string {
  const account = company.zoho.seed.books.accounts.list().find((one) => one.name === name);
  if (account === undefined) throw new Error(`no account ${name}`);
  return account.id;
}

/** Runs the whole of it; with `retried` as a worker does that does not know how far the last one came. */
export async function orderToCash(company: ConnectedCompany, order: OrderCase, retried: boolean) {
  const { ledger, salesOrders, customers } = company;
  const { customer, currency, reference } = order;
  const write = (kind: string) => ({ uniqueKey: `${kind}:${reference}`, retried });
  const account = value(await customers.saveAccount(customer.company ?? customer.lastName));
  const contact = value(await customers.saveContact(customer, account.id, crmFields(customer)));
  const known = value(await ledger.findCustomer(customer.email, currency));
  const fields = booksFields(customer);
  const buyer =
    known ?? value(await ledger.saveCustomer(write('customer'), customer, currency, fields));
  const item = value(await ledger.findItem(order.sku));
  const draft = {
    customerId: buyer.id,
    date: '2026-11-02',
    reference,
    lines: [
      {
        ...(item === undefined ? {} : { itemId: item.id }),
        name: 'Beans',
        quantity: 3,
        total: money(10_000, currency),
      },
      { name: 'Engraving', quantity: 1, total: money(999, currency) },
    ],
    shipping: money(495, currency),
    tax: money(907, currency),
    taxWords: { all: 'Tax', rest: 'Other tax and rounding' },
  };
  const salesOrder = value(await salesOrders.saveSalesOrder(write('order'), draft));
  const invoice = value(await ledger.saveInvoice(write('invoice'), { ...draft, salesOrder }));
  value(await ledger.markInvoiceSent(invoice.id));
  const payment = value(
    await ledger.saveCustomerPayment(write('payment'), {
      customerId: buyer.id,
      amount: invoice.total,
      date: '2026-11-02',
      reference: `73${reference}`,
      accountId: accountIdOf(company, `Cybersource Clearing ${currency}`),
      applyTo: [{ invoiceId: invoice.id, amount: invoice.total }],
      description: `Order ${reference}`,
    }),
  );
  return { account, contact, buyer, item, salesOrder, invoice, payment };
}

/** Credits a part of each invoice line and records that it was paid out. */
export async function refundPart(
  company: ConnectedCompany,
  order: OrderCase,
  invoiceId: string,
  retried: boolean,
) {
  const { ledger } = company;
  const invoice = value(await ledger.readInvoice(invoiceId));
  const reference = `79${order.reference}`;
  const write = { uniqueKey: `refund:${order.reference}`, retried };
  const lines = invoice.lines.map((line) => ({
    description: 'Refund',
    ...(line.accountId === undefined ? {} : { accountId: line.accountId }),
    ...(line.taxId === undefined ? {} : { taxId: line.taxId }),
    invoiceLineId: line.id,
    amount: money(101, order.currency),
  }));
  const note = value(
    await ledger.saveCreditNote(write, {
      customerId: invoice.customerId,
      date: '2026-11-03',
      reference,
      invoice,
      notes: `Refund of invoice ${invoice.number}`,
      lines,
    }),
  );
  const amount = lines.reduce((sum, line) => add(sum, line.amount), money(0, order.currency));
  const refund = value(
    await ledger.refundCreditNote(write, note.id, {
      date: '2026-11-03',
      amount,
      accountId: accountIdOf(company, `Cybersource Clearing ${order.currency}`),
      reference,
      description: 'Refund of a part',
    }),
  );
  return { note, refund, amount };
}
