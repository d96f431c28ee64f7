// What is taken back in the books: a voided payment, and a small rest that is written off.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { money } from '../../../functions/core/domain/money.ts';
import { type ConnectedCompany, connectCompany } from './connected-company.ts';
import { accountIdOf, orderToCash, value } from './one-order.ts';

let company: ConnectedCompany;

beforeAll(async () => {
  company = await connectCompany({ budgets: false });
});

afterAll(() => company.zoho.close());

function orderOf(reference: string) {
  const customer = {
    email: `buyer${reference}@example.com`,
    firstName: 'Test',
    lastName: `Buyer ${reference}`,
    billing: { line1: 'Main St 1', city: 'Bonn', postalCode: '53111', country: 'DE' },
  };
  return { reference, currency: 'EUR', customer, sku: 'BEANS-1' } as const;
}

it('a deleted customer payment leaves its invoice open, and deleting it again changes nothing', async () => {
  const { ledger } = company;
  const { invoice, payment } = await orderToCash(company, orderOf('3001'), false);
  const booked = value(await ledger.readCustomerPayment(payment.id, 'EUR'));
  expect(booked.applied).toEqual([
    { invoiceId: invoice.id, invoiceNumber: invoice.number, amount: invoice.total },
  ]);
  // Books takes its own rate of the day where we give none.
  expect(Number(booked.exchangeRate)).toBeGreaterThan(0);
  value(await ledger.deleteCustomerPayment(payment.id));
  value(await ledger.deleteCustomerPayment(payment.id));
  expect(value(await ledger.readInvoice(invoice.id)).balance).toEqual(invoice.total);
  expect(await ledger.readCustomerPayment(payment.id, 'EUR')).toMatchObject({
    problem: { code: 'not-found' },
  });
});

it('a payment with its fee over two invoices leaves a cent, which is written off', async () => {
  const { ledger } = company;
  const own = await orderToCash(company, orderOf('3002'), false);
  value(await ledger.deleteCustomerPayment(own.payment.id));
  const other = await orderToCash(
    company,
    { ...orderOf('3003'), customer: orderOf('3002').customer },
    false,
  );
  value(await ledger.deleteCustomerPayment(other.payment.id));
  const { total } = own.invoice;
  const rest = money(other.invoice.total.minor - 1, 'EUR');
  const accountId = accountIdOf(company, 'Cybersource Clearing EUR');
  const paid = value(
    await ledger.saveCustomerPayment(
      { uniqueKey: 'both', retried: false },
      {
        customerId: own.buyer.id,
        amount: money(total.minor + rest.minor, 'EUR'),
        fee: money(310, 'EUR'),
        date: '2026-11-02',
        reference: '733004',
        accountId,
        applyTo: [
          { invoiceId: own.invoice.id, amount: total },
          { invoiceId: other.invoice.id, amount: rest },
        ],
        description: 'Both invoices',
      },
    ),
  );
  expect(paid).toMatchObject({ unused: money(0, 'EUR') });
  expect(company.zoho.seed.books.payments.get(paid.id)?.bankChargesMinor).toBe(310);
  expect(value(await ledger.readInvoice(other.invoice.id)).balance).toEqual(money(1, 'EUR'));
  value(await ledger.writeOffInvoice(other.invoice.id));
  expect(value(await ledger.readInvoice(other.invoice.id))).toMatchObject({
    status: 'paid',
    balance: money(0, 'EUR'),
  });
});
