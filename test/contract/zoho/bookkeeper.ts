// Makes customers, invoices, payments and credit notes through the API, for tests of what follows.
import type { Answer, OpenZoho } from './open-zoho.ts';

/** Short ways to the documents that most ledger tests start from. */
export function bookkeeper(open: OpenZoho) {
  let names = 0;
  const today = () => open.zoho.seed.daysAgo(0);

  async function newCustomer(more: object = {}): Promise<string> {
    names += 1;
    const body = { contact_name: `Customer ${names}`, ...more };
    return (await open.books('POST', '/contacts', { body })).text('contact.contact_id');
  }

  async function newInvoice(customer_id: string, rate: number, more: object = {}): Promise<string> {
    const body = { customer_id, line_items: [{ name: 'Goods', rate, quantity: 1 }], ...more };
    const made = await open.books('POST', '/invoices', { body });
    const id = made.text('invoice.invoice_id');
    await open.books('POST', `/invoices/${id}/status/sent`);
    return id;
  }

  function pay(customer_id: string, amount: number, more: object = {}): Promise<Answer> {
    const body = { customer_id, amount, date: today(), payment_mode: 'creditcard', ...more };
    return open.books('POST', '/customerpayments', { body });
  }

  function payInvoice(customer_id: string, invoice_id: string, amount: number, more: object = {}) {
    return pay(customer_id, amount, {
      invoices: [{ invoice_id, amount_applied: amount }],
      ...more,
    });
  }

  async function invoiceState(id: string): Promise<unknown[]> {
    const invoice = await open.books('GET', `/invoices/${id}`);
    return [invoice.at('invoice.status'), invoice.at('invoice.balance')];
  }

  async function newNote(customer_id: string, rate: number, query: Record<string, string> = {}) {
    const body = {
      customer_id,
      date: today(),
      line_items: [{ name: 'Return', rate, quantity: 1 }],
    };
    return (await open.books('POST', '/creditnotes', { body, query })).text(
      'creditnote.creditnote_id',
    );
  }

  return { today, newCustomer, newInvoice, pay, payInvoice, invoiceState, newNote };
}
