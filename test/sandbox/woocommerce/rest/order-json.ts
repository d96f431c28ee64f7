// An order as WooCommerce REST v3 writes it: strings for amounts, dates without a zone, empty texts instead of nulls.
import { type ShopCurrency, taxRates } from '../catalog.ts';
import { currencySymbols, decimalText } from '../money-text.ts';
import type { OrderLine, OrderNote, ShopOrder } from '../orders.ts';
import { restDate } from './rest-values.ts';

const PAYMENT_METHOD = { payment_method: 'cybersource_card', payment_method_title: 'Credit card' };

function taxes(minor: number, currency: ShopCurrency): unknown[] {
  const rate = taxRates[currency];
  if (rate.basisPoints === 0) return [];
  const total = decimalText(minor, currency);
  return [{ id: rate.rateId, total, subtotal: total }];
}

function lineJson(line: OrderLine, currency: ShopCurrency): object {
  const total = decimalText(line.totalMinor, currency);
  const tax = decimalText(line.taxMinor, currency);
  return {
    id: line.id,
    name: line.name,
    product_id: line.productId,
    variation_id: 0,
    quantity: line.quantity,
    tax_class: '',
    subtotal: total,
    subtotal_tax: tax,
    total,
    total_tax: tax,
    taxes: taxes(line.taxMinor, currency),
    meta_data: [],
    sku: line.sku,
    // WooCommerce answers the unit price as a JSON number.
    price: Number(decimalText(line.priceMinor, currency)),
    image: { id: '', src: '' },
    parent_name: null,
  };
}

function shippingLineJson(order: ShopOrder): object {
  return {
    id: order.shippingLineId,
    method_title: order.shippingMinor === 0 ? 'Free delivery' : 'Delivery',
    method_id: order.shippingMinor === 0 ? 'free_shipping' : 'flat_rate',
    instance_id: '1',
    total: decimalText(order.shippingMinor, order.currency),
    total_tax: decimalText(order.shippingTaxMinor, order.currency),
    taxes: taxes(order.shippingTaxMinor, order.currency),
    tax_status: 'taxable',
    meta_data: [],
  };
}

function taxLines(order: ShopOrder): object[] {
  const rate = taxRates[order.currency];
  if (rate.basisPoints === 0) return [];
  return [
    {
      id: order.shippingLineId + 500_000,
      rate_code: `TAX-${rate.rateId}`,
      rate_id: rate.rateId,
      label: rate.name,
      compound: false,
      tax_total: decimalText(order.taxMinor - order.shippingTaxMinor, order.currency),
      shipping_tax_total: decimalText(order.shippingTaxMinor, order.currency),
      rate_percent: rate.basisPoints / 100,
      meta_data: [],
    },
  ];
}

function links(apiUrl: string, path: string): object {
  return {
    self: [{ href: `${apiUrl}/orders/${path}` }],
    collection: [{ href: `${apiUrl}/orders` }],
  };
}

/** @param apiUrl the address of `/wp-json/wc/v3`. */
export function orderJson(order: ShopOrder, apiUrl: string): object {
  const money = (minor: number) => decimalText(minor, order.currency);
  const { email, ...shipping } = order.billing;
  return {
    id: order.id,
    parent_id: 0,
    status: order.status,
    currency: order.currency,
    version: '9.4.2',
    prices_include_tax: false,
    ...dates(order),
    discount_total: money(0),
    discount_tax: money(0),
    shipping_total: money(order.shippingMinor),
    shipping_tax: money(order.shippingTaxMinor),
    cart_tax: money(order.taxMinor - order.shippingTaxMinor),
    total: money(order.totalMinor),
    total_tax: money(order.taxMinor),
    customer_id: 0,
    order_key: order.key,
    billing: { ...shipping, email },
    shipping,
    ...PAYMENT_METHOD,
    transaction_id: order.transactionId,
    customer_ip_address: '127.0.0.1',
    customer_user_agent: '',
    created_via: 'checkout',
    customer_note: order.customerNote,
    cart_hash: '',
    number: String(order.id),
    meta_data: order.meta,
    line_items: order.lines.map((line) => lineJson(line, order.currency)),
    tax_lines: taxLines(order),
    shipping_lines: [shippingLineJson(order)],
    fee_lines: [],
    coupon_lines: [],
    refunds: [],
    payment_url: `${new URL(apiUrl).origin}/checkout?order=${order.id}&key=${order.key}`,
    is_editable: order.status === 'pending' || order.status === 'on-hold',
    needs_payment: order.status === 'pending' || order.status === 'failed',
    needs_processing: true,
    currency_symbol: currencySymbols[order.currency],
    _links: links(apiUrl, String(order.id)),
  };
}

function dates(order: ShopOrder): object {
  const entries = Object.entries({
    date_created: order.placedAt,
    date_modified: order.changedAt,
    date_completed: order.completedAt,
    date_paid: order.paidAt,
  });
  // The shop runs in UTC, so both spellings are the same instant.
  return Object.fromEntries(
    entries.flatMap(([name, at]) => [
      [name, restDate(at)],
      [`${name}_gmt`, restDate(at)],
    ]),
  );
}

export function noteJson(order: ShopOrder, note: OrderNote, apiUrl: string): object {
  return {
    id: note.id,
    author: note.author,
    date_created: restDate(note.at),
    date_created_gmt: restDate(note.at),
    note: note.note,
    customer_note: note.forCustomer,
    _links: {
      ...links(apiUrl, `${order.id}/notes/${note.id}`),
      up: [{ href: `${apiUrl}/orders/${order.id}` }],
    },
  };
}
