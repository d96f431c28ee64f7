// What lands in Books, Inventory, CRM and Desk is what the installation's mappings say, from the gateway's payment on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { money } from '../../../functions/core/domain/money.ts';
import { startRun } from '../../../functions/core/work/runs.ts';
import { granted, publish, shippedMapping } from '../../core/steps/documents/sample-documents.ts';
import { order, transaction } from '../../core/steps/fake-transactions.ts';
import { createItem } from '../../sandbox/zoho/books/items.ts';
import { mappedCompany } from './mapped-company.ts';

const usd = (minor: number) => money(minor, 'USD');
const PROFILE = 'AB695DA801DD1BB6E05341588E0A3BDC';

type Mapped = Awaited<ReturnType<typeof mappedCompany>>;

/** A paid order, from the gateway's announcement to all that it becomes. */
async function pays({ world }: Mapped, id: string, number: string, change: object = {}) {
  const tax = { tax: usd(330), taxName: 'City tax', taxRate: '8.25' };
  world.orders.set(number, {
    ...order(number, 4_330, `buyer-${number}@example.com`),
    lines: [{ sku: 'MUG', name: 'Blue mug', quantity: 2, total: usd(4_000), ...tax }],
    tax: usd(330),
    customer: {
      email: `buyer-${number}@example.com`,
      firstName: 'Maria',
      lastName: `Lopez ${number}`,
      phone: '(415) 555-0132',
      billing: {
        line1: '1 Market Street',
        city: 'San Francisco',
        postalCode: '94105',
        country: 'US',
      },
    },
    ...change,
  });
  world.transactions.set(id, {
    ...transaction({ id, kind: 'sale', amountMinor: 4_330, reference: number }),
    method: 'card',
    approvalCode: '831000',
    customerProfileId: PROFILE,
  });
  await world.announce(id);
  await world.work();
}

async function refunds({ world }: Mapped, id: string, rootId: string) {
  await world.happens({ id, rootId, kind: 'refund', amountMinor: 1_000 });
  await world.work();
}

const problemsOf = async ({ world }: Mapped) => {
  const runs = await world.ports.store.select('Runs', { where: [['state', '!=', 'done']] });
  return runs.map(({ problem }) => JSON.parse(problem || '{}') as Record<string, unknown>);
};

/** Publishes the shipped mapping with these rules in place of those for the same fields. */
async function publishes({ world }: Mapped, id: string, ...rules: { to: { path: string }[] }[]) {
  const shipped = shippedMapping(id);
  const path = (rule: { readonly to: readonly { readonly path: string }[] }) => rule.to[0]?.path;
  const others = shipped.rules.filter((rule) => !rules.some((one) => path(one) === path(rule)));
  const body = { ...shipped, rules: [...others, ...rules] };
  return publish(world, 'mapping', id, body, 1);
}
const constant = (path: string, value: string) => ({
  to: [{ path }],
  from: [],
  through: [{ use: 'constant', value }],
});
const from = (path: string, source: string) => ({ to: [{ path }], from: [{ path: source }] });

describe('the shipped mappings', () => {
  let mapped: Mapped;
  beforeAll(async () => {
    mapped = await mappedCompany();
    // Its own default tax must not come on top of the shop's.
    const tax = mapped.books.taxes.list()[0]?.id;
    createItem(mapped.books, { name: 'Blue mug', sku: 'MUG', rate: 20, tax_id: tax }, 'u1');
    // Known fields: what an administrator's look at a mapping asks for.
    const shipped = shippedMapping('customer-to-books-contact');
    granted(await publish(mapped.world, 'mapping', shipped.id, shipped, 1));
    const payment = shippedMapping('payment-to-books-payment');
    granted(await publish(mapped.world, 'mapping', payment.id, payment, 1));
    mapped.world.advance(60_000);
    await pays(mapped, 'p1', '1001');
    await refunds(mapped, 'r1', 'p1');
  });
  afterAll(() => mapped.company.zoho.close());

  const payment = () => mapped.books.payments.list().find((one) => one.referenceNumber === 'p1');
  const invoice = () => mapped.books.invoices.list().find((one) => one.referenceNumber === '1001');
  const salesOrder = () =>
    mapped.books.salesOrders.list().find((one) => one.referenceNumber === '1001');
  const customer = () =>
    mapped.books.contacts.list().find((one) => one.name === 'Maria Lopez 1001');
  const note = () => mapped.books.creditNotes.list()[0];
  const currency = (id: string | undefined) => mapped.books.currencies.get(id ?? '')?.code;

  it('leave nothing undone', async () => {
    expect(await problemsOf(mapped)).toEqual([]);
  });

  it.each([
    ['transactionId', 'payment: reference number', () => payment()?.referenceNumber, 'p1'],
    ['merchantReferenceCode', 'invoice', () => invoice()?.referenceNumber, '1001'],
    ['merchantReferenceCode', 'sales order', () => salesOrder()?.referenceNumber, '1001'],
    ['amount', 'payment: amount', () => payment()?.amountMinor, 4_330],
    ['amount', 'invoice: total', () => invoice()?.totals.totalMinor, 4_330],
    ['currency', 'payment', () => currency(payment()?.currencyId), 'USD'],
    ['currency', 'invoice', () => currency(invoice()?.currencyId), 'USD'],
    ['status', 'payment', () => payment()?.customFields.cf_payment_status, 'Paid'],
    ['authorizationCode', 'payment', () => payment()?.customFields.cf_authorization_code, '831000'],
    ['paymentMethod', 'payment mode', () => payment()?.mode, 'creditcard'],
    [
      'cardType and cardLast4',
      'payment: notes',
      () => payment()?.description,
      'Order 1001 paid by Visa ..1111, approval code 831000',
    ],
    [
      'customerProfileId',
      'customer',
      () => customer()?.customFields.cf_customer_profile_id,
      PROFILE,
    ],
    ['phone', 'customer', () => customer()?.persons[0]?.phone, '+14155550132'],
    ['billing country', 'customer', () => customer()?.billing.country, 'United States'],
    ['items', 'sales order: pieces', () => salesOrder()?.lines.map((line) => line.quantity), ['2']],
    ['items', 'invoice: SKU', () => invoice()?.lines.map((line) => line.sku), ['MUG']],
    ['tax', 'invoice: adjustment', () => invoice()?.totals.adjustmentMinor, 330],
    ['refund', 'credit note: reference', () => note()?.referenceNumber, 'r1'],
    ['refund', 'credit note: total', () => note()?.totals.totalMinor, 1_000],
    [
      'refund',
      'credit note: notes',
      () => note()?.notes,
      'Refund of USD 10.00 to the card of payment p1',
    ],
    ['refund', 'its refund: mode', () => note()?.refunds[0]?.mode, 'creditcard'],
    ['refund', 'its refund: amount', () => note()?.refunds[0]?.amountMinor, 1_000],
    ['refund', 'its refund: reference', () => note()?.refunds[0]?.referenceNumber, 'r1'],
  ])('%s -> %s', (_pair, _where, got, expected) => {
    expect(got()).toEqual(expected);
  });

  it('a fraud case -> a ticket in Desk', async () => {
    const { world, company } = mapped;
    const held = { id: 'p9', kind: 'sale', amountMinor: 9_990, reference: '1009' } as const;
    world.places('1009', 9_990);
    await world.happens({ ...held, status: 'AUTHORIZED_PENDING_REVIEW' });
    await world.work();
    const input = { paymentKey: 'inst-1|mid_usd|p9' };
    const run = { flow: 'case-opened', flowVersion: 1, subject: 'p9', lane: 'case', input };
    await startRun(world.ports, { ...run, installation: world.company.installation });
    await world.work();
    expect(company.zoho.seed.desk.tickets.list()).toMatchObject([
      {
        subject: 'Payment held for review: order 1009, USD 99.90',
        cf: { cf_tallybridge_case: 'case-p9' },
        details: { category: 'Fraud review', classification: 'Problem' },
      },
    ]);
  });
});

describe('a mapping that an administrator has changed and published', () => {
  let mapped: Mapped;
  beforeAll(async () => {
    mapped = await mappedCompany();
    createItem(mapped.books, { name: 'Blue mug', sku: 'MUG', rate: 20 }, 'u1');
  });
  afterAll(() => mapped.company.zoho.close());

  it('is what the next payment lands by, and what moved stays what moved', async () => {
    granted(
      await publishes(
        mapped,
        'payment-to-books-payment',
        constant('payment_mode', 'banktransfer'),
        from('description', 'payment.customerProfileId'),
        from('reference_number', 'payment.authorizationCode'),
      ),
    );
    granted(
      await publishes(
        mapped,
        'payment-to-books-invoice',
        from('invoice_number', 'payment.merchantReferenceCode'),
        from('custom_fields.cf_purchase_order', 'payment.cardLast4'),
      ),
    );
    granted(
      await publishes(
        mapped,
        'payment-to-inventory-sales-order',
        from('salesorder_number', 'payment.merchantReferenceCode'),
      ),
    );
    granted(
      await publishes(
        mapped,
        'customer-to-books-contact',
        constant('company_name', 'Walk-in customers'),
      ),
    );
    mapped.world.advance(60_000);
    await pays(mapped, 'p2', '1002');
    expect(await problemsOf(mapped)).toEqual([]);
    const [payment] = mapped.books.payments.list();
    expect(payment).toMatchObject({
      mode: 'banktransfer',
      description: PROFILE,
      referenceNumber: '831000',
      amountMinor: 4_330,
      customFields: { cf_tallybridge_payment: 'pay-mid_usd-p2' },
    });
    expect(mapped.books.invoices.list()).toMatchObject([
      { number: '1002', customFields: { cf_purchase_order: '1111' } },
    ]);
    expect(mapped.books.salesOrders.list()).toMatchObject([{ number: '1002' }]);
    expect(mapped.books.contacts.list()).toContainEqual(
      expect.objectContaining({ companyName: 'Walk-in customers' }),
    );
  });

  it('lets Books keep the tax of lines by the table, and the total is the order’s to the cent', async () => {
    const { world, books } = mapped;
    const [tax] = books.taxes.list();
    const table = {
      name: 'tax-rates',
      version: 1,
      title: 'Taxes',
      entries: { 'City tax': tax?.id },
    };
    granted(await publish(world, 'table', 'tax-rates', table, 1));
    world.advance(60_000);
    await pays(mapped, 'p3', '1003');
    // The shop has rounded up where Books rounds down: a cent is made up for.
    await pays(mapped, 'p4', '1004', {
      lines: [
        {
          sku: 'MUG',
          name: 'Blue mug',
          quantity: 2,
          total: usd(3_999),
          tax: usd(331),
          taxName: 'City tax',
        },
      ],
      tax: usd(331),
    });
    expect(await problemsOf(mapped)).toEqual([]);
    const totals = (number: string) =>
      books.invoices.list().find((one) => one.number === number)?.totals;
    expect(totals('1003')).toMatchObject({ taxMinor: 330, adjustmentMinor: 0, totalMinor: 4_330 });
    expect(totals('1004')).toMatchObject({ taxMinor: 330, adjustmentMinor: 1, totalMinor: 4_330 });
  });

  it('that can’t be filled stops the order, and the person reads which field and which rule', async () => {
    const shipped = shippedMapping('refund-to-books-credit-note');
    const notes = {
      to: [{ path: 'terms' }],
      from: [{ path: 'payment.cardExpiry' }],
      missing: 'ask',
    };
    const rules = [...shipped.rules, notes];
    const sources = [...shipped.sources, { product: 'canonical', object: 'payment' }];
    const body = { ...shipped, sources, rules };
    granted(await publish(mapped.world, 'mapping', shipped.id, body, 1));
    mapped.world.advance(60_000);
    await pays(mapped, 'p5', '1005');
    const { store } = mapped.world.ports;
    const [row] = await store.select('Payments', { where: [['gateway_id', '=', 'p5']] });
    await store.update('Payments', row?.ROWID ?? '', { card_expiry: '' });
    await refunds(mapped, 'r5', 'p5');
    expect(await problemsOf(mapped)).toMatchObject([
      {
        code: 'mapping-field-empty',
        node: 'credit-note',
        targetPath: 'terms',
        facts: {
          mapping: 'Refund to Books credit note',
          target: 'Terms and conditions',
          source: 'Card expiry',
          rule: String(rules.length),
        },
      },
    ]);
  });

  it('stops an order whose tax the table names wrong, with both totals, while it is a draft', async () => {
    const { world, books } = mapped;
    const vat = books.taxes.list().find(({ name }) => name === 'VAT');
    const table = {
      name: 'tax-rates',
      version: 1,
      title: 'Taxes',
      entries: { 'City tax': vat?.id },
    };
    granted(await publish(world, 'table', 'tax-rates', table, 1001));
    world.advance(60_000);
    await pays(mapped, 'p6', '1006');
    const stopped = (await problemsOf(mapped)).filter(({ node }) => node === 'sales-order');
    expect(stopped).toMatchObject([
      {
        code: 'document-mismatch',
        facts: { order: '43.30 USD', booked: '48.00 USD' },
      },
    ]);
  });
});

describe('what is Tallybridge’s own', () => {
  let mapped: Mapped;
  beforeAll(async () => {
    mapped = await mappedCompany();
  });
  afterAll(() => mapped.company.zoho.close());

  it('can’t be published into a mapping, and the refusal says which field it is', async () => {
    const rule = from('amount', 'payment.authorizedAmount');
    const refused = await publishes(mapped, 'payment-to-books-payment', rule);
    expect(refused).toMatchObject({
      problem: {
        code: 'document-faulty',
        facts: {
          faults: expect.stringContaining('“Amount received” is not for a mapping to fill'),
        },
      },
    });
  });
});
