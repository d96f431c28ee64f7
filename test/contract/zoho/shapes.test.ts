// The stand-ins answer every recorded operation with the recorded keys and types.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeededCompany } from '../../sandbox/zoho/seed/seed-company.ts';
import { type Answer, type OpenZoho, openZoho } from './open-zoho.ts';
import { mismatches, recordedShapes, unrecordedKeys } from './shape.ts';

let open: OpenZoho;
let seeded: SeededCompany;
const answers = new Map<string, Answer>();

function keep(operation: string, answer: Answer): Answer {
  answers.set(operation, answer);
  return answer;
}

/** The id of a seeded record, by the name it has in the seed. */
function seededId(records: Readonly<Record<string, string>>, name: string): string {
  return records[name] ?? '';
}

async function booksAnswers(): Promise<void> {
  const { books } = open;
  const address = {
    address: '123 Main St',
    city: 'New York',
    state: 'NY',
    zip: '10001',
    country: 'USA',
  };
  const contact = await books('POST', '/contacts', {
    body: { contact_name: 'Shape Customer', billing_address: address },
  });
  keep('POST /books/v3/contacts', contact);
  const customer_id = contact.text('contact.contact_id');
  const item = await books('POST', '/items', {
    body: { name: 'Shape Item', rate: 49.99, unit: 'box' },
  });
  keep('POST /books/v3/items', item);
  const line = { item_id: item.text('item.item_id'), quantity: 3 };
  const invoiceBody = { customer_id, line_items: [line], payment_terms: 30, notes: 'Thank you' };
  const invoice = await books('POST', '/invoices', { body: invoiceBody });
  keep('POST /books/v3/invoices', invoice);
  const invoice_id = invoice.text('invoice.invoice_id');
  keep(
    'POST /books/v3/invoices/{id}/status/sent',
    await books('POST', `/invoices/${invoice_id}/status/sent`),
  );
  const today = invoice.text('invoice.date');
  const payment = await books('POST', '/customerpayments', {
    body: {
      customer_id,
      payment_mode: 'cash',
      amount: 100,
      date: today,
      invoices: [{ invoice_id, amount_applied: 100 }],
    },
  });
  keep('POST /books/v3/customerpayments', payment);
  const payment_id = payment.text('payment.payment_id');
  keep(
    'GET /books/v3/customerpayments/{id}',
    await books('GET', `/customerpayments/${payment_id}`),
  );
  const accountLine = {
    account_id: seededId(seeded.accounts, 'Sales'),
    description: 'Credit',
    quantity: 1,
    rate: 100,
  };
  const noteOf = (line_items: object[]) =>
    books('POST', '/creditnotes', { body: { customer_id, date: today, line_items } });
  keep('POST /books/v3/creditnotes', await noteOf([accountLine]));
  const note = await noteOf([line]);
  keep(
    'GET /books/v3/creditnotes/{id}',
    await books('GET', `/creditnotes/${note.text('creditnote.creditnote_id')}`),
  );
  keep(
    'POST /books/v3/expenses',
    await books('POST', '/expenses', {
      body: {
        account_id: seededId(seeded.accounts, 'Bank Fees and Charges'),
        paid_through_account_id: seededId(seeded.accounts, 'Operating Account'),
        date: today,
        amount: 75,
        description: 'Gateway fees',
      },
    }),
  );
  const journalLine = (account: string, debit_or_credit: string) => ({
    account_id: seededId(seeded.accounts, account),
    debit_or_credit,
    amount: 10,
  });
  keep(
    'POST /books/v3/journals',
    await books('POST', '/journals', {
      body: {
        journal_date: today,
        reference_number: 'J-1',
        line_items: [journalLine('Sales', 'debit'), journalLine('Interest Income', 'credit')],
      },
    }),
  );
  keep(
    'POST /books/v3/bankaccounts',
    await books('POST', '/bankaccounts', {
      body: { account_name: 'Reserve', account_type: 'bank' },
    }),
  );
  for (const path of [
    'contacts',
    'invoices',
    'items',
    'chartofaccounts',
    'organizations',
    'settings/currencies',
    'settings/taxes',
  ]) {
    keep(`GET /books/v3/${path}`, await books('GET', `/${path}`));
  }
  keep('GET /books/v3/bankaccounts', await books('GET', '/bankaccounts'));
}

async function deskAnswers(): Promise<void> {
  const { desk } = open;
  keep('GET /api/v1/accounts', await desk('GET', '/accounts'));
  keep('GET /api/v1/agents', await desk('GET', '/agents'));
  keep('GET /api/v1/departments', await desk('GET', '/departments'));
  keep('GET /api/v1/contacts', await desk('GET', '/contacts', { query: { limit: '100' } }));
  keep(
    'GET /api/v1/contacts/search',
    await desk('GET', '/contacts/search', { query: { email: 'ap@cedarvale.example.com' } }),
  );
  keep(
    'POST /api/v1/contacts',
    await desk('POST', '/contacts', {
      body: { firstName: 'New', lastName: 'Person', email: 'new.person@example.com' },
    }),
  );
  const contactId = seeded.customers['ap@cedarvale.example.com']?.deskContactId;
  const departmentId = seededId(seeded.departments, 'Customer Support');
  const body = {
    subject: 'Shape',
    departmentId,
    contactId,
    email: 'ap@cedarvale.example.com',
    phone: '1',
    description: 'Hello',
    dueDate: '2030-01-01T00:00:00.000Z',
    assigneeId: open.zoho.users[0]?.deskAgentId,
  };
  const ticket = await desk('POST', '/tickets', { body });
  keep('POST /api/v1/tickets', ticket);
  const id = ticket.text('id');
  keep('GET /api/v1/tickets/{id}', await desk('GET', `/tickets/${id}`));
  keep('GET /api/v1/tickets/{id}/threads', await desk('GET', `/tickets/${id}/threads`));
  keep(
    'POST /api/v1/tickets/{id}/sendReply',
    await desk('POST', `/tickets/${id}/sendReply`, {
      body: {
        channel: 'EMAIL',
        content: 'Hi',
        fromEmailAddress: 'support@example.com',
        to: 'ap@cedarvale.example.com',
      },
    }),
  );
  keep('GET /api/v1/tickets', await desk('GET', '/tickets', { query: { limit: '1' } }));
  keep(
    'GET /api/v1/tickets/search',
    await desk('GET', '/tickets/search', { query: { contactId: contactId ?? '' } }),
  );
}

async function crmAnswers(): Promise<void> {
  const { crm } = open;
  const rows = (data: object) => ({ body: { data: [data] } });
  const made = await crm(
    'POST',
    '/v2/Contacts',
    rows({ First_Name: 'A', Last_Name: 'B', Email: 'a.b@example.com' }),
  );
  keep('POST /crm/v2/Contacts', made);
  const id = made.text('data.0.details.id');
  keep(
    'POST /crm/v2/Notes',
    await crm(
      'POST',
      '/v2/Notes',
      rows({ Note_Title: 'T', Note_Content: 'C', Parent_Id: id, se_module: 'Contacts' }),
    ),
  );
  const account = await crm(
    'POST',
    '/v2/Accounts',
    rows({ Account_Name: 'Shape Inc', Account_Number: '7' }),
  );
  keep(
    'GET /crm/v2/Accounts/{id}',
    await crm('GET', `/v2/Accounts/${account.text('data.0.details.id')}`),
  );
  keep('GET /crm/v2/Contacts/{id}', await crm('GET', `/v2/Contacts/${id}`));
  keep('GET /crm/v2/Accounts', await crm('GET', '/v2/Accounts', { query: { per_page: '1' } }));
  for (const path of ['Contacts', 'Deals', 'Notes', 'users']) {
    keep(`GET /crm/v2/${path}`, await crm('GET', `/v2/${path}`));
  }
  keep(
    'POST /crm/v2/Leads/upsert',
    await crm(
      'POST',
      '/v2/Leads/upsert',
      rows({ Last_Name: 'Test Lead', Company: 'Test Company' }),
    ),
  );
}

beforeAll(async () => {
  open = await openZoho();
  seeded = open.zoho.seedCompany();
  await booksAnswers();
  await deskAnswers();
  await crmAnswers();
});

afterAll(async () => {
  await open.zoho.close();
});

/** Custom fields of the sandbox's CRM, which the recorded organization did not have. */
const OWN_FIELDS = /\.(Tallybridge_Id|Card_Status|Customer_Profile_ID)$/;

/** Cash accounts have shorter rows than the bank account that was recorded. */
function comparable(operation: string, body: unknown): unknown {
  if (operation !== 'GET /books/v3/bankaccounts') return body;
  const { bankaccounts, ...rest } = body as { bankaccounts: { account_type: string }[] };
  return { ...rest, bankaccounts: bankaccounts.filter((row) => row.account_type === 'bank') };
}

describe('recorded shapes', () => {
  it('cover every operation that the fixture names', () => {
    expect([...answers.keys()].sort()).toEqual([...recordedShapes.keys()].sort());
  });

  it.each([...recordedShapes.keys()])(
    '%s has the recorded keys and types, and no others',
    (operation) => {
      const shape = recordedShapes.get(operation);
      const answer = answers.get(operation);
      if (shape === undefined || answer === undefined) throw new Error(`no answer to ${operation}`);
      expect(answer.status).toBeLessThan(300);
      const body = comparable(operation, answer.body);
      expect(mismatches(shape, body)).toEqual([]);
      expect(unrecordedKeys(shape, body).filter((path) => !OWN_FIELDS.test(path))).toEqual([]);
    },
  );
});
