// Payments of the stories: made at the gateway or of a saved card, found in each host, held against the books and the vendor's client.
import { expect } from 'vitest';
import { compareBooks } from '../../battery/checks/compare-books.ts';
import { readWorld, type World } from '../../battery/checks/world.ts';
import { finish, passTime } from '../../battery/company/heal.ts';
import { Market, type MarketCurrency, type Purchase } from '../../battery/company/market.ts';
import { SdkClient } from '../../contract/cybersource/sdk.ts';
import {
  type CompanyCurrency,
  clearingAccountName,
  companyCurrencies,
} from '../../sandbox/setup/company-facts.ts';
import type { Host, Stage } from '../stage.ts';
import { hosts, type PerHost } from './four-hosts.ts';

/** A payment, and by what the four products find it. */
export interface Sale {
  readonly paymentId: string;
  readonly totalMinor: number;
  readonly email: string;
  /** Present where the payment came for an invoice that was there before it. */
  readonly invoiceId?: string;
}

/** The payment of an order. */
export type ShopSale = Sale & Purchase;

const MINUTE_MS = 60_000;

export function decimal(minor: number): string {
  return (minor / 100).toFixed(2);
}

export class Sales {
  readonly market: Market;
  readonly #stage: Stage;
  /** What the comparison has to say of the company's past. */
  readonly #before: ReadonlySet<string>;
  readonly #tickets = new Map<string, string>();
  #buyers = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.market = new Market(stage.sandbox);
    this.#before = new Set(compareBooks(this.#world()));
  }

  /** An order of a new customer and its payment, as far as it goes by itself. */
  async buy(isSale: boolean, quantity?: number): Promise<ShopSale> {
    const { order, email } = this.#order(quantity);
    return shopSale(await this.market.pay(order, isSale), email);
  }

  /** One for each of these hosts; all are in the books. */
  async buyForEach(isSale: boolean, among = hosts): Promise<PerHost<ShopSale>> {
    const bought = await Promise.all(
      among.map(async (host) => [host, await this.buy(isSale)] as const),
    );
    await this.compare();
    return new Map(bought);
  }

  /** A sale of which so much will be disputed at that time. */
  async buyDisputed(amountMinor: number, openedAtMs: number): Promise<ShopSale> {
    const { order, email } = this.#order();
    return shopSale(await this.market.payAndDispute(order, { amountMinor, openedAtMs }), email);
  }

  /** The payment of a charge that was asked for on this invoice. */
  ofCharge(invoice: ChargedInvoice, email: string): Sale {
    const row = this.#stage.sandbox.cybersource
      .overview()
      .find(({ kind, code }) => kind === 'payment' && code.startsWith(`${invoice.number}.TB`));
    if (row === undefined) throw new Error(`nothing was charged for ${invoice.number}`);
    return {
      paymentId: row.id,
      totalMinor: invoice.totals.totalMinor,
      email,
      invoiceId: invoice.id,
    };
  }

  /** What is under way ends; what comes then has a minute's calls of its own, and need not wait for the next one. */
  async settle(): Promise<void> {
    await finish(this.#stage.sandbox);
    await passTime(this.#stage.sandbox, MINUTE_MS);
  }

  /** The whole company: what is under way ends, then holds the books against the gateway. @returns what was compared. */
  async compare(): Promise<World> {
    await this.settle();
    const world = this.#world();
    const wrong = compareBooks(world).filter((one) => !this.#before.has(one));
    expect(wrong).toEqual([]);
    return world;
  }

  /** And this payment by itself: gateway, books and the vendor's own client have the same of it. */
  async expectHeld(sale: Sale, held: string, world = this.#world()): Promise<void> {
    expect(decimal(this.heldMinor(sale, world))).toBe(held);
    expect(this.heldInBooks(sale, world)).toBe(held);
    expect(await this.#heldForVendor(sale, world)).toBe(held);
  }

  async compareAll(all: ReadonlyMap<Host, Sale>, held: (sale: Sale) => string): Promise<void> {
    const world = await this.compare();
    for (const sale of all.values()) await this.expectHeld(sale, held(sale), world);
  }

  heldInBooks(sale: Sale, world = this.#world()): string {
    const { gateway, payments, creditNotes } = world;
    const ids = new Set(gateway.filter((row) => row.rootId === sale.paymentId).map(({ id }) => id));
    const ofSale = (one: { readonly reference: string }) => ids.has(one.reference);
    const refunds = [...payments, ...creditNotes].flatMap((one) => one.refunds);
    return decimal(sum(payments.filter(ofSale)) - sum(refunds.filter(ofSale)));
  }

  /** The gateway's rows of the payment, itself included. */
  rows({ paymentId }: Sale, world = this.#world()): World['gateway'] {
    return world.gateway.filter((row) => row.rootId === paymentId);
  }

  orderStatus({ order }: ShopSale): string | undefined {
    return this.#stage.sandbox.shop.orders().find(({ id }) => id === order.id)?.status;
  }

  /** Where the host shows the payment: in the books a customer as long as there is no invoice. */
  path(host: Host, sale: Sale | ShopSale): string {
    switch (host) {
      case 'books':
      case 'inventory': {
        const id = sale.invoiceId ?? this.#invoiceOf(sale);
        if (id !== undefined) return `/${host}/invoices/${id}`;
        if (host === 'inventory') throw new Error('Inventory shows no customers');
        return `/books/customers/${this.#customerOf(sale)}`;
      }
      case 'crm':
        return `/crm/contacts/${this.#contactOf(sale)}`;
      case 'desk':
        return `/desk/tickets/${this.#ticketOf(sale)}`;
    }
  }

  #world(): World {
    const { sandbox, dataDir } = this.#stage;
    const accounts = sandbox.zoho.seed.books.accounts.list();
    const idOf = (currency: CompanyCurrency) =>
      accounts.find(({ name }) => name === clearingAccountName(currency))?.id ?? '';
    const clearingAccounts = Object.fromEntries(
      companyCurrencies.map((currency) => [currency, idOf(currency)]),
    ) as Record<MarketCurrency, string>;
    return readWorld({ ...sandbox, dataDir, clearingAccounts });
  }

  /** What the gateway holds of the payment. */
  heldMinor(sale: Sale, world = this.#world()): number {
    const rows = this.rows(sale, world);
    const refunds = rows.filter(
      ({ kind, status, voided }) => kind === 'refund' && status !== 'DECLINED' && !voided,
    );
    const [payment] = rows.filter(({ kind }) => kind === 'payment');
    return (payment?.capturedMinor ?? 0) - sum(refunds);
  }

  /** The same from the vendor's client alone: each transaction as it describes it. */
  async #heldForVendor(sale: Sale, world: World): Promise<string> {
    const { cybersource, credentials } = this.#stage.sandbox;
    const merchant = { ...credentials.merchants.USD, currency: 'USD' } as const;
    const client = new SdkClient(cybersource.url, merchant, 'http_signature');
    const answers = await Promise.all(
      this.rows(sale, world).map(({ id }) =>
        client.call('TransactionDetailsApi', 'getTransaction', id),
      ),
    );
    const minors = answers.map(({ body }) => movedMinor(body as VendorTransaction));
    return decimal(minors.reduce((all, one) => all + one, 0));
  }

  #invoiceOf(sale: Sale | ShopSale): string | undefined {
    if (!('order' in sale)) return undefined;
    const { invoices } = this.#stage.sandbox.zoho.seed.books;
    return invoices.list().find((one) => one.referenceNumber === String(sale.order.id))?.id;
  }

  #customerOf({ email }: Sale): string {
    const { contacts } = this.#stage.sandbox.zoho.seed.books;
    return idOf(contacts.list().find(({ persons }) => persons.some((one) => one.email === email)));
  }

  #contactOf({ email }: Sale): string {
    const { records } = this.#stage.sandbox.zoho.seed.crm;
    const isTheirs = (one: { module: string; values: Readonly<Record<string, unknown>> }) =>
      one.module === 'Contacts' && one.values.Email === email;
    return idOf(records.list().find(isTheirs));
  }

  /** Somebody writes about it. */
  #ticketOf(sale: Sale | ShopSale): string {
    const { seed, seedCompany } = this.#stage.sandbox.zoho;
    const { email } = sale;
    const about = 'order' in sale ? `Order ${sale.order.id}` : 'My payment';
    const known = this.#tickets.get(email);
    if (known !== undefined) return known;
    const { id } = seed.ticket({
      subject: `${about}: a question`,
      departmentId: seedCompany().departments['Customer Support'],
      contact: { lastName: 'Mover', email },
      email,
      description: 'Please look at the payment.',
    });
    this.#tickets.set(email, id);
    return id;
  }

  #order(quantity?: number) {
    this.#buyers += 1;
    const lastName = `Mover${this.#buyers}`;
    const email = `mover${this.#buyers}@example.com`;
    const buyer = { firstName: 'Ada', lastName, email };
    return { order: this.market.order(buyer, 'USD', quantity), email };
  }
}

interface ChargedInvoice {
  readonly id: string;
  readonly number: string;
  readonly totals: { readonly totalMinor: number };
}

interface VendorTransaction {
  readonly applicationInformation: { readonly applications: readonly VendorApplication[] };
  readonly orderInformation: { readonly amountDetails: { readonly totalAmount: string } };
}

interface VendorApplication {
  readonly name: string;
  readonly reasonCode: string;
  readonly status?: string;
}

const SUCCESS = '100';

/** What the transaction took of the card, less what it gave back. */
function movedMinor({ applicationInformation, orderInformation }: VendorTransaction): number {
  const minor = Math.round(Number(orderInformation.amountDetails.totalAmount) * 100);
  const moves = applicationInformation.applications.filter(
    ({ reasonCode, status }) => reasonCode === SUCCESS && status !== 'VOIDED',
  );
  if (moves.some(({ name }) => name === 'ics_bill')) return minor;
  return moves.some(({ name }) => name === 'ics_credit') ? -minor : 0;
}

function shopSale(purchase: Purchase, email: string): ShopSale {
  return { ...purchase, email, totalMinor: purchase.order.totalMinor };
}

function sum(all: readonly { readonly amountMinor: number }[]): number {
  return all.reduce((total, one) => total + one.amountMinor, 0);
}

function idOf(found: { readonly id: string } | undefined): string {
  if (found === undefined) throw new Error('it is not there');
  return found.id;
}
