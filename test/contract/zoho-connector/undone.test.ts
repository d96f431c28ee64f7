// What is taken back in the books: a voided payment or a part of it, a refund that was called back, a small rest that is written off.
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

it('a lowered customer payment opens just as much of its invoice, and keeps all else of itself', async () => {
  const { ledger } = company;
  const { invoice, payment } = await orderToCash(company, orderOf('3004'), false);
  const { payments } = company.zoho.seed.books;
  const before = payments.get(payment.id);
  const left = money(invoice.total.minor - 500, 'EUR');
  const applyTo = [{ invoiceId: invoice.id, amount: left }];
  const lowered = value(await ledger.changeCustomerPayment(payment.id, { amount: left, applyTo }));
  expect(lowered).toMatchObject({ id: payment.id, amount: left, unused: money(0, 'EUR') });
  expect(value(await ledger.readCustomerPayment(payment.id, 'EUR'))).toEqual(lowered);
  expect(value(await ledger.readInvoice(invoice.id))).toMatchObject({
    balance: money(500, 'EUR'),
  });
  const after = payments.get(payment.id);
  expect(after?.referenceNumber).toBe(before?.referenceNumber);
  expect(after?.accountId).toBe(before?.accountId);
  expect(after?.date).toBe(before?.date);
  expect(after?.amountMinor).toBe(left.minor);
});

it('a customer payment that is lowered below what is applied is refused', async () => {
  const { ledger } = company;
  const { invoice, payment } = await orderToCash(company, orderOf('3005'), false);
  const applyTo = [{ invoiceId: invoice.id, amount: invoice.total }];
  const less = money(invoice.total.minor - 1, 'EUR');
  expect(await ledger.changeCustomerPayment(payment.id, { amount: less, applyTo })).toMatchObject({
    ok: false,
  });
  expect(value(await ledger.readInvoice(invoice.id)).balance).toEqual(money(0, 'EUR'));
});

it('open invoices are the customer’s own, with what is left of them', async () => {
  const { ledger } = company;
  const first = await orderToCash(company, orderOf('3006'), false);
  expect(value(await ledger.findOpenInvoices(first.buyer.id, 'EUR'))).toEqual([]);
  value(await ledger.deleteCustomerPayment(first.payment.id));
  const open = value(await ledger.findOpenInvoices(first.buyer.id, 'EUR'));
  expect(open).toMatchObject([
    { id: first.invoice.id, number: first.invoice.number, balance: first.invoice.total },
  ]);
  expect(value(await ledger.findOpenInvoices(first.buyer.id, 'USD'))).toEqual([]);
});

it('what booked a refund is taken back: pay-out, then note, and both again without harm', async () => {
  const { ledger } = company;
  const { invoice } = await orderToCash(company, orderOf('3007'), false);
  const amount = money(700, 'EUR');
  const write = { uniqueKey: 'cn-3007', retried: false };
  const [line] = invoice.lines;
  const note = value(
    await ledger.saveCreditNote(write, {
      customerId: invoice.customerId,
      date: '2026-11-02',
      reference: '733007',
      invoice,
      notes: 'Refund',
      lines: [
        {
          description: 'Back',
          amount,
          ...(line?.accountId === undefined ? {} : { accountId: line.accountId }),
        },
      ],
    }),
  );
  const paidOut = value(
    await ledger.refundCreditNote(write, note.id, {
      date: '2026-11-02',
      amount,
      accountId: accountIdOf(company, 'Cybersource Clearing EUR'),
      reference: '733007',
      description: 'Back',
    }),
  );
  const voided = { void: 'credit-note', id: note.id } as const;
  const deleted = { delete: 'credit-note-refund', id: paidOut.id, of: note.id } as const;
  // A note that is paid out is not voided.
  expect(await ledger.takeBack(voided)).toMatchObject({ ok: false });
  for (const inverse of [deleted, voided, deleted, voided]) value(await ledger.takeBack(inverse));
  expect(company.zoho.seed.books.creditNotes.get(note.id)).toMatchObject({
    base: 'void',
    refunds: [],
  });
});

it('a refund of what was paid too much is taken back', async () => {
  const { ledger } = company;
  const { payment } = await orderToCash(company, orderOf('3008'), false);
  const { amount } = value(await ledger.readCustomerPayment(payment.id, 'EUR'));
  value(await ledger.changeCustomerPayment(payment.id, { amount, applyTo: [] }));
  const draft = {
    date: '2026-11-02',
    amount: money(300, 'EUR'),
    accountId: accountIdOf(company, 'Cybersource Clearing EUR'),
    reference: '733008',
    description: 'Paid too much',
  };
  const write = { uniqueKey: '733008', retried: false };
  const refund = value(await ledger.refundExcess(write, payment.id, draft));
  const unused = async () =>
    value(await ledger.readCustomerPayment(payment.id, 'EUR')).unused.minor;
  expect(await unused()).toBe(amount.minor - 300);
  value(await ledger.takeBack({ delete: 'payment-refund', id: refund.id, of: payment.id }));
  expect(await unused()).toBe(amount.minor);
});

it('a payment with its fee over two invoices leaves a cent, which is written off; a void of a part takes both back', async () => {
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
  const feeAccountId = accountIdOf(company, 'Credit Card Charges');
  const paid = value(
    await ledger.saveCustomerPayment(
      { uniqueKey: 'both', retried: false },
      {
        customerId: own.buyer.id,
        amount: money(total.minor + rest.minor, 'EUR'),
        fee: money(310, 'EUR'),
        feeAccountId,
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
  expect(paid).toMatchObject({ fee: money(310, 'EUR'), accountId });
  const kept = () => company.zoho.seed.books.payments.get(paid.id);
  expect(kept()).toMatchObject({ bankChargesMinor: 310, bankChargesAccountId: feeAccountId });
  expect(value(await ledger.readInvoice(other.invoice.id)).balance).toEqual(money(1, 'EUR'));
  value(await ledger.writeOffInvoice(other.invoice.id));
  expect(value(await ledger.readInvoice(other.invoice.id))).toMatchObject({
    status: 'paid',
    balance: money(0, 'EUR'),
    writtenOff: money(1, 'EUR'),
  });
  // A part is voided: its fee goes with it, and the cent is owed again.
  value(await ledger.cancelWriteOff(other.invoice.id));
  expect(await ledger.cancelWriteOff(other.invoice.id)).toMatchObject({ ok: false });
  const left = { amount: total, applyTo: [{ invoiceId: own.invoice.id, amount: total }] };
  const fee = money(200, 'EUR');
  const lowered = value(await ledger.changeCustomerPayment(paid.id, { ...left, accountId, fee }));
  expect(lowered).toMatchObject({ amount: total, fee, accountId });
  expect(kept()).toMatchObject({ bankChargesMinor: 200, bankChargesAccountId: feeAccountId });
  const open = value(await ledger.readInvoice(other.invoice.id));
  expect(open.balance).toEqual(other.invoice.total);
  expect(open).not.toHaveProperty('writtenOff');
  const none = value(
    await ledger.changeCustomerPayment(paid.id, { ...left, accountId, fee: money(0, 'EUR') }),
  );
  expect(none).not.toHaveProperty('fee');
});

it('a comment on an invoice is written once however often it is tried', async () => {
  const { ledger } = company;
  const { invoice } = await orderToCash(company, orderOf('3009'), false);
  const write = { mark: '[Tallybridge 0a1b2c3d4e5f]', retried: false };
  const added = value(await ledger.addInvoiceComment(write, invoice.id, 'The card was declined.'));
  const again = { ...write, retried: true };
  expect(value(await ledger.addInvoiceComment(again, invoice.id, 'The card'))).toEqual(added);
});
