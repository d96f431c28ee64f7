// The web shop: orders with their lines, their status, and what was noted on them.
import { decimalOf, type OutsideReply, type OutsideRequest, textOf } from './route.ts';

export interface Buyer {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

export interface ShopLine {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly totalMinor: number;
}

export interface ShopOrder {
  readonly id: string;
  readonly currency: string;
  readonly buyer: Buyer;
  readonly lines: readonly ShopLine[];
  readonly shippingMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly placedAt: number;
  status: string;
  transactionId: string;
  readonly notes: string[];
}

export class ShopModel {
  readonly orders = new Map<string, ShopOrder>();

  place(order: Omit<ShopOrder, 'status' | 'transactionId' | 'notes'>): ShopOrder {
    const placed: ShopOrder = { ...order, status: 'pending', transactionId: '', notes: [] };
    this.orders.set(order.id, placed);
    return placed;
  }

  /** What is paid is packed and sent: the shop's people move it on. */
  completeByHand(): void {
    for (const order of this.orders.values()) {
      if (order.status === 'processing') order.status = 'completed';
    }
  }

  answer({ method, path, json }: OutsideRequest): OutsideReply {
    const [, , , resource, id = '', part] = path;
    const order = resource === 'orders' ? this.orders.get(id) : undefined;
    if (order === undefined) {
      const body = { code: 'woocommerce_rest_shop_order_invalid_id', message: 'Invalid ID.' };
      return { status: 404, body };
    }
    if (part === 'notes') {
      if (method === 'POST') order.notes.push(textOf(json, 'note'));
      return { status: 200, body: order.notes.map((note) => ({ note })) };
    }
    if (method === 'PUT') {
      order.status = textOf(json, 'status') || order.status;
      order.transactionId = textOf(json, 'transaction_id') || order.transactionId;
    }
    return { status: 200, body: orderJson(order) };
  }
}

function orderJson(order: ShopOrder): object {
  const amount = (minor: number) => decimalOf(minor, order.currency);
  return {
    id: Number(order.id),
    number: order.id,
    status: order.status,
    currency: order.currency,
    transaction_id: order.transactionId,
    total: amount(order.totalMinor),
    shipping_total: amount(order.shippingMinor),
    total_tax: amount(order.taxMinor),
    date_created_gmt: new Date(order.placedAt).toISOString().slice(0, 19),
    billing: {
      first_name: order.buyer.firstName,
      last_name: order.buyer.lastName,
      email: order.buyer.email,
    },
    line_items: order.lines.map((line) => ({
      name: line.name,
      sku: line.sku,
      quantity: line.quantity,
      total: amount(line.totalMinor),
    })),
  };
}
