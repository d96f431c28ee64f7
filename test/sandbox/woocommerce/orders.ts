// The shop's orders: placing, changing status, notes; kept in a document store.
import { randomBytes } from 'node:crypto';
import type { SandboxClock } from '../clock.ts';
import type { Collection, DocumentStore } from '../document-store.ts';
import { delivery, productBySku, type ShopCurrency, taxRates } from './catalog.ts';
import { shareOf } from './money-text.ts';

export const orderStatuses = [
  'pending',
  'processing',
  'on-hold',
  'completed',
  'cancelled',
  'refunded',
  'failed',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export interface Address {
  readonly first_name: string;
  readonly last_name: string;
  readonly company: string;
  readonly address_1: string;
  readonly address_2: string;
  readonly city: string;
  readonly state: string;
  readonly postcode: string;
  readonly country: string;
  readonly email: string;
  readonly phone: string;
}

export interface OrderLine {
  readonly id: number;
  readonly productId: number;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly priceMinor: number;
  readonly totalMinor: number;
  readonly taxMinor: number;
}

export interface OrderNote {
  readonly id: number;
  readonly author: string;
  readonly at: number;
  readonly note: string;
  readonly forCustomer: boolean;
}

export interface ShopOrder {
  readonly id: number;
  readonly key: string;
  readonly status: OrderStatus;
  readonly currency: ShopCurrency;
  readonly placedAt: number;
  readonly changedAt: number;
  readonly paidAt?: number;
  readonly completedAt?: number;
  readonly billing: Address;
  readonly lines: readonly OrderLine[];
  readonly shippingLineId: number;
  readonly shippingMinor: number;
  readonly shippingTaxMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly transactionId: string;
  readonly customerNote: string;
  readonly meta: readonly { readonly id: number; readonly key: string; readonly value: unknown }[];
  readonly notes: readonly OrderNote[];
}

/** What a buyer (or the seed) asks for. */
export interface OrderRequest {
  readonly currency: ShopCurrency;
  readonly billing: Address;
  readonly items: readonly { readonly sku: string; readonly quantity: number }[];
  readonly placedAt?: number;
}

export type OrderChange = Partial<
  Pick<ShopOrder, 'status' | 'transactionId' | 'customerNote' | 'billing' | 'meta'>
> & { readonly paid?: boolean };

export type OrderEvent = 'order.created' | 'order.updated';

const statusWords: Readonly<Record<OrderStatus, string>> = {
  pending: 'Pending payment',
  processing: 'Processing',
  'on-hold': 'On hold',
  completed: 'Completed',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
  failed: 'Failed',
};

const FIRST_ORDER = 1041;

export class Orders {
  readonly #clock: SandboxClock;
  readonly #store: DocumentStore;
  readonly #orders: Collection<ShopOrder>;
  readonly #tell: (event: OrderEvent, order: ShopOrder) => void;

  /** @param tell hears of every order placed or changed. */
  constructor(
    clock: SandboxClock,
    store: DocumentStore,
    tell: (event: OrderEvent, order: ShopOrder) => void,
  ) {
    this.#clock = clock;
    this.#store = store;
    this.#orders = store.collection('order');
    this.#tell = tell;
  }

  get(id: number): ShopOrder | undefined {
    return this.#orders.get(String(id));
  }

  /** Newest first. */
  list(): ShopOrder[] {
    return this.#orders.list().toSorted((a, b) => b.placedAt - a.placedAt || b.id - a.id);
  }

  /** @throws RangeError when nothing that we sell is asked for. */
  place(request: OrderRequest): ShopOrder {
    const lines = request.items.map((item) => this.#line(item, request.currency));
    if (lines.length === 0) throw new RangeError('an order needs a product');
    const goodsMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0);
    const rates = delivery[request.currency];
    const shippingMinor = goodsMinor >= rates.freeFromMinor ? 0 : rates.rateMinor;
    const shippingTaxMinor = shareOf(shippingMinor, taxRates[request.currency].basisPoints);
    const taxMinor = lines.reduce((sum, line) => sum + line.taxMinor, shippingTaxMinor);
    const at = request.placedAt ?? this.#clock.now();
    const order: ShopOrder = {
      id: this.#store.next('order-id', FIRST_ORDER),
      key: `wc_order_${randomBytes(10).toString('hex')}`,
      status: 'pending',
      currency: request.currency,
      placedAt: at,
      changedAt: at,
      billing: request.billing,
      lines,
      shippingLineId: this.#store.next('line-id'),
      shippingMinor,
      shippingTaxMinor,
      taxMinor,
      totalMinor: goodsMinor + shippingMinor + taxMinor,
      transactionId: '',
      customerNote: '',
      meta: [],
      notes: [],
    };
    this.#keep(order, 'order.created');
    return order;
  }

  change(order: ShopOrder, change: OrderChange): ShopOrder {
    const { paid, ...fields } = change;
    const now = this.#clock.now();
    const status = paid === true ? 'processing' : (fields.status ?? order.status);
    const isPaid = paid === true || status === 'processing' || status === 'completed';
    const changed: ShopOrder = {
      ...order,
      ...fields,
      status,
      changedAt: now,
      ...(isPaid && order.paidAt === undefined ? { paidAt: now } : {}),
      ...(status === 'completed' && order.completedAt === undefined ? { completedAt: now } : {}),
    };
    const moved = `Order status changed from ${statusWords[order.status]} to ${statusWords[status]}.`;
    const withNote =
      status === order.status ? changed : this.#noted(changed, moved, 'system', false);
    this.#keep(withNote, 'order.updated');
    return withNote;
  }

  addNote(order: ShopOrder, note: string, author: string, forCustomer: boolean): OrderNote {
    const noted = this.#noted(order, note, author, forCustomer);
    this.#orders.put(String(order.id), noted);
    return noted.notes.at(-1) as OrderNote;
  }

  #noted(order: ShopOrder, note: string, author: string, forCustomer: boolean): ShopOrder {
    const entry = {
      id: this.#store.next('note-id', 9001),
      author,
      at: this.#clock.now(),
      note,
      forCustomer,
    };
    return { ...order, notes: [...order.notes, entry] };
  }

  #line(item: OrderRequest['items'][number], currency: ShopCurrency): OrderLine {
    const product = productBySku(item.sku);
    if (product === undefined || !Number.isInteger(item.quantity) || item.quantity < 1) {
      throw new RangeError(`the shop does not sell ${item.quantity} of ${item.sku}`);
    }
    const priceMinor = product.priceMinor[currency];
    const totalMinor = priceMinor * item.quantity;
    return {
      id: this.#store.next('line-id'),
      productId: product.id,
      sku: product.sku,
      name: product.name,
      quantity: item.quantity,
      priceMinor,
      totalMinor,
      taxMinor: shareOf(totalMinor, taxRates[currency].basisPoints),
    };
  }

  #keep(order: ShopOrder, event: OrderEvent): void {
    this.#orders.put(String(order.id), order);
    this.#tell(event, order);
  }
}
