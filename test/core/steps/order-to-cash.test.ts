// From a paid order to the books: what is written, once, whatever the order of the announcements.
import { describe, expect, it } from 'vitest';
import { createWorld, type World } from './world.ts';

function books(world: World) {
  const { records } = world;
  return {
    accounts: records.accounts.size,
    contacts: records.contacts.size,
    customers: records.customers.size,
    salesOrders: records.salesOrders.size,
    invoices: records.invoices.size,
    payments: [...records.payments.values()].map((payment) => payment.amount.minor),
    shop: Object.fromEntries(world.shopStatus),
  };
}

const ONE_OF_EACH = {
  accounts: 1,
  contacts: 1,
  customers: 1,
  salesOrders: 1,
  invoices: 1,
  payments: [4_000],
  shop: { '1001': 'processing' },
};

const sale = { id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' } as const;

describe('order to cash', () => {
  it('writes one of each for a captured sale and sets the order to processing', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    await world.happens(sale);
    await world.work();
    expect(books(world)).toEqual(ONE_OF_EACH);
    expect([...world.records.payments.values()][0]).toMatchObject({
      reference: 'p1',
      accountId: 'acct-clearing-usd',
      applyTo: [{ invoiceId: 'invoice-inv-1001' }],
    });
  });

  it('changes nothing when the same event comes again, and again under another trace', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    await world.happens(sale);
    await world.announce('p1');
    await world.work();
    await world.announce('p1', 'payments.payments.accept', 'another delivery');
    await world.announce('p1', 'payments.captures.accept');
    await world.work();
    expect(books(world)).toEqual(ONE_OF_EACH);
  });

  it('spends seven calls on a new customer and four on a known one, shop and CRM aside', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    world.places('1002', 2_000);
    await world.happens(sale);
    await world.work();
    const zoho = (calls: readonly string[]) =>
      calls.filter(
        (call) =>
          !/Transaction|Order(Outcome)?$|saveAccount|saveContact/.test(call) ||
          call === 'saveSalesOrder',
      );
    expect(zoho(world.calls).length).toBeLessThanOrEqual(7);
    world.calls.length = 0;
    await world.happens({ ...sale, id: 'p2', reference: '1002', amountMinor: 2_000 });
    await world.work();
    expect(zoho(world.calls)).toEqual([
      'saveSalesOrder',
      'saveInvoice',
      'markInvoiceSent',
      'saveCustomerPayment',
    ]);
  });

  it('holds an authorized order, and books it when the capture comes', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    await world.happens({ ...sale, kind: 'authorization' });
    await world.work();
    expect(books(world)).toMatchObject({
      salesOrders: 1,
      invoices: 0,
      shop: { '1001': 'on-hold' },
    });
    await world.happens({ id: 'c1', rootId: 'p1', kind: 'capture', amountMinor: 4_000 });
    await world.work();
    expect(books(world)).toEqual(ONE_OF_EACH);
  });

  it('books an authorization only when all of it is captured', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    await world.happens({ ...sale, kind: 'authorization' });
    await world.happens({ id: 'c1', rootId: 'p1', kind: 'capture', amountMinor: 1_500 });
    await world.work();
    expect(books(world)).toMatchObject({ invoices: 0 });
    await world.happens({ id: 'c2', rootId: 'p1', kind: 'capture', amountMinor: 2_500 });
    await world.work();
    expect(books(world)).toEqual(ONE_OF_EACH);
  });

  it('takes a capture that is announced before its payment', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    await world.happens({ ...sale, kind: 'authorization' }, false);
    await world.happens({ id: 'c1', rootId: 'p1', kind: 'capture', amountMinor: 4_000 });
    await world.work();
    await world.announce('p1');
    await world.work();
    expect(books(world)).toEqual(ONE_OF_EACH);
  });

  it('waits while the payment is in review and goes on when it is accepted', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    await world.happens({ ...sale, status: 'AUTHORIZED_PENDING_REVIEW' });
    await world.work();
    expect(books(world)).toMatchObject({ customers: 0, shop: { '1001': 'on-hold' } });
    await world.happens(sale, false);
    await world.announce('p1', 'risk.casemanagement.decision.accept');
    await world.work();
    expect(books(world)).toEqual(ONE_OF_EACH);
  });

  it('sets a declined order to failed and writes nothing into Zoho', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    await world.happens({ ...sale, status: 'DECLINED' });
    await world.work();
    expect(books(world)).toMatchObject({ customers: 0, invoices: 0, shop: { '1001': 'failed' } });
  });

  it('never takes an unknown status for success', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    await world.happens({ ...sale, status: 'SPLENDID' });
    await world.heal();
    expect(books(world)).toMatchObject({ customers: 0, invoices: 0, shop: {} });
  });

  it('does not let an older reading undo a newer one', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    await world.happens({ ...sale, status: 'TRANSMITTED' });
    await world.work();
    await world.happens(sale, false);
    await world.announce('p1', 'payments.captures.accept');
    await world.work();
    const row = await world.ports.store.find('Payments', 'payment_key', 'inst-1|mid_usd|p1');
    expect(row?.state).toBe('settled');
  });

  it('puts a payment without an order aside with the reason, and stops nobody else', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    await world.happens({ ...sale, id: 'p0', reference: '9999' });
    await world.happens(sale);
    await world.work();
    expect(books(world)).toEqual(ONE_OF_EACH);
    const [dead] = await world.ports.store.select('Runs', { where: [['state', '=', 'dead']] });
    expect(JSON.parse(dead?.problem ?? '{}')).toMatchObject({
      code: 'order-not-found',
      facts: { reference: '9999' },
    });
  });

  it('creates a customer once when two of their orders are paid at the same time', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    world.places('1002', 2_000);
    await world.happens(sale);
    await world.happens({ ...sale, id: 'p2', reference: '1002', amountMinor: 2_000 });
    await world.work();
    expect(world.calls.filter((call) => call === 'saveCustomer')).toHaveLength(1);
    expect(books(world)).toMatchObject({ customers: 1, invoices: 2 });
  });
});
