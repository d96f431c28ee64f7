// The baseline of order-to-cash, a process of its own: the same calls and row writes in a plain script.
import { DatabaseSync } from 'node:sqlite';
import type { MerchantKeys } from '../sandbox/woocommerce/gateway-client.ts';
import { callJson, gatewayHeaders } from './bare-calls.ts';

export interface BareOrder {
  readonly orderId: number;
  readonly gatewayId: string;
  readonly totalMinor: number;
  readonly shippingMinor: number;
  readonly name: string;
  readonly email: string;
}

export interface BareInput {
  readonly file: string;
  /** Orders by customer: one customer's orders follow each other. */
  readonly customers: readonly (readonly BareOrder[])[];
  /** Customers side by side. */
  readonly sideBySide: number;
  readonly gateway: {
    readonly url: string;
    readonly host: string;
    readonly merchant: MerchantKeys;
  };
  readonly shop: { readonly url: string; readonly authorization: string };
  readonly zoho: {
    readonly url: string;
    readonly authorization: string;
    readonly organizationId: string;
    readonly currencyId: string;
    readonly clearingAccountId: string;
  };
  /** What every order holds. */
  readonly lines: readonly {
    readonly itemId: string;
    readonly quantity: number;
    readonly priceMinor: number;
  }[];
}

export interface BareReport {
  readonly perSecond: number;
}

if (import.meta.main) {
  const input = JSON.parse(process.argv[2] ?? '') as BareInput;
  process.send?.(await processAll(input), () => process.exit(0));
}

async function processAll(input: BareInput): Promise<BareReport> {
  const rows = openRows(input.file);
  const waiting = [...input.customers];
  const count = waiting.flat().length;
  const startedAt = performance.now();
  const lane = async () => {
    for (let orders = waiting.shift(); orders !== undefined; orders = waiting.shift()) {
      let customerId: string | undefined;
      for (const order of orders) customerId = await processOne(input, rows, order, customerId);
    }
  };
  await Promise.all(Array.from({ length: input.sideBySide }, lane));
  return { perSecond: count / ((performance.now() - startedAt) / 1000) };
}

type Rows = ReturnType<typeof openRows>;

/** As durable as the Catalyst stand-in's database. */
function openRows(file: string) {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  db.exec('CREATE TABLE kept (key TEXT UNIQUE, json TEXT)');
  const insert = db.prepare('INSERT INTO kept VALUES (?, ?)');
  const update = db.prepare('UPDATE kept SET json = ? WHERE key = ?');
  return {
    insert: (key: string, value: object) => insert.run(key, JSON.stringify(value)),
    update: (key: string, value: object) => update.run(JSON.stringify(value), key),
  };
}

/** From the stored event to the shop's order in processing. @returns the customer in the books. */
async function processOne(
  input: BareInput,
  rows: Rows,
  order: BareOrder,
  known: string | undefined,
): Promise<string> {
  const { gatewayId: id, orderId } = order;
  const { gateway, shop } = input;
  const shopOrder = `${shop.url}/wp-json/wc/v3/orders/${orderId}`;
  const shopHeaders = { authorization: shop.authorization };
  const done = (node: string, result: object) => rows.insert(`task|${id}|${node}`, result);
  rows.insert(`event|${id}`, order);
  rows.update(`event|${id}`, { state: 'processing' });
  const path = `/tss/v2/transactions/${id}`;
  const headers = gatewayHeaders(gateway.merchant, gateway.host, path);
  const payment = await callJson<object>('GET', gateway.url + path, headers);
  rows.insert(`movement|${id}`, { amountMinor: order.totalMinor });
  rows.insert(`payment|${id}`, payment);
  rows.insert(`run|${id}`, { state: 'ready' });
  rows.update(`event|${id}`, { state: 'done' });
  rows.update(`run|${id}`, { state: 'running' });
  const read = await callJson<object>('GET', shopOrder, shopHeaders);
  rows.update(`payment|${id}`, { orderId });
  done('read-order', read);
  const customerId = known ?? (await createCustomer(input, rows, order));
  rows.update(`payment|${id}`, { customerId });
  done('customer', { customerId });
  await book(input, rows, order, customerId);
  await callJson('GET', shopOrder, shopHeaders);
  const change = { status: 'processing', transaction_id: id };
  await callJson('PUT', shopOrder, shopHeaders, change);
  await callJson('POST', `${shopOrder}/notes`, shopHeaders, { note: `Paid: ${id}` });
  done('processing', change);
  rows.update(`run|${id}`, { state: 'done' });
  return customerId;
}

async function createCustomer(input: BareInput, rows: Rows, order: BareOrder): Promise<string> {
  const { name, email } = order;
  const zoho = zohoCalls(input);
  const criteria = encodeURIComponent(`(Account_Name:equals:${name})`);
  await zoho.crm('GET', `Accounts/search?criteria=${criteria}&fields=Account_Name`);
  const account = await zoho.crm<CrmWritten>('POST', 'Accounts/upsert', {
    data: [{ Account_Name: name }],
    duplicate_check_fields: ['Account_Name'],
    trigger: [],
  });
  await zoho.crm('GET', `Contacts/search?email=${encodeURIComponent(email)}&fields=Email`);
  const Account_Name = { id: account.data[0]?.details.id };
  const contact = { Email: email, First_Name: 'Morgan', Last_Name: name, Account_Name };
  await zoho.crm('POST', 'Contacts/upsert', {
    data: [contact],
    duplicate_check_fields: ['Email'],
    trigger: [],
  });
  await zoho.books('GET', `contacts?email=${encodeURIComponent(email)}&contact_type=customer`);
  const { contact: made } = await zoho.upsert<{ contact: { contact_id: string } }>(
    'contacts',
    'cf_tallybridge_customer',
    `bare-${email}`,
    {
      contact_name: name,
      contact_type: 'customer',
      currency_id: input.zoho.currencyId,
      contact_persons: [{ first_name: 'Morgan', last_name: name, email, is_primary_contact: true }],
    },
  );
  rows.insert(`link|${email}`, made);
  return made.contact_id;
}

interface CrmWritten {
  readonly data: readonly { readonly details: { readonly id: string } }[];
}

/** Sales order, invoice, sent, customer payment. */
async function book(
  input: BareInput,
  rows: Rows,
  order: BareOrder,
  customerId: string,
): Promise<void> {
  const { gatewayId: id, orderId } = order;
  const zoho = zohoCalls(input);
  const head = { customer_id: customerId, reference_number: String(orderId) };
  const document = (lineIds?: readonly string[]) => ({
    ...head,
    line_items: input.lines.map((line, index) => ({
      item_id: line.itemId,
      quantity: line.quantity,
      rate: line.priceMinor / 100,
      ...(lineIds === undefined ? {} : { salesorder_item_id: lineIds[index] }),
    })),
    shipping_charge: order.shippingMinor / 100,
  });
  const { salesorder } = await zoho.inventory<{
    salesorder: { line_items: { line_item_id: string }[] };
  }>('POST', 'salesorders', document());
  rows.insert(`task|${id}|sales-order`, salesorder);
  const lineIds = salesorder.line_items.map((line) => line.line_item_id);
  const { invoice } = await zoho.upsert<{ invoice: { invoice_id: string } }>(
    'invoices',
    'cf_tallybridge_invoice',
    `bare-${orderId}`,
    document(lineIds),
  );
  rows.update(`payment|${id}`, invoice);
  rows.insert(`task|${id}|invoice`, invoice);
  await zoho.books('POST', `invoices/${invoice.invoice_id}/status/sent`);
  rows.insert(`task|${id}|sent`, {});
  const amount = order.totalMinor / 100;
  const paid = await zoho.upsert<object>(
    'customerpayments',
    'cf_tallybridge_payment',
    `bare-${id}`,
    {
      customer_id: customerId,
      payment_mode: 'creditcard',
      amount,
      date: new Date().toISOString().slice(0, 10),
      reference_number: id,
      account_id: input.zoho.clearingAccountId,
      invoices: [{ invoice_id: invoice.invoice_id, amount_applied: amount }],
    },
  );
  rows.update(`payment|${id}`, paid);
  rows.insert(`task|${id}|customer-payment`, paid);
}

function zohoCalls({ zoho }: BareInput) {
  const headers = { authorization: zoho.authorization };
  const finance = (base: string, path: string) => {
    const separator = path.includes('?') ? '&' : '?';
    return `${zoho.url}/${base}/${path}${separator}organization_id=${zoho.organizationId}`;
  };
  return {
    crm: <T>(method: string, path: string, body?: object) =>
      callJson<T>(method, `${zoho.url}/crm/v8/${path}`, headers, body),
    books: <T>(method: string, path: string, body?: object) =>
      callJson<T>(method, finance('books/v3', path), headers, body),
    inventory: <T>(method: string, path: string, body?: object) =>
      callJson<T>(method, finance('inventory/v1', path), headers, body),
    upsert: <T>(path: string, field: string, value: string, body: object) =>
      callJson<T>(
        'PUT',
        finance('books/v3', path),
        {
          ...headers,
          'X-Unique-Identifier-Key': field,
          'X-Unique-Identifier-Value': value,
          'X-Upsert': 'true',
        },
        { ...body, custom_fields: [{ api_name: field, value }] },
      ),
  };
}
