// The shop's product list, cart and thank-you page.
import { html } from 'hono/html';
import { delivery, type Product, products, type ShopCurrency, taxRates } from '../catalog.ts';
import { priceTag, shareOf } from '../money-text.ts';
import type { OrderStatus, ShopOrder } from '../orders.ts';
import type { CartItem } from './cart.ts';
import type { Markup } from './layout.ts';

export function productsPage(currency: ShopCurrency): Markup {
  return html`
<h1>Everything for a good cup</h1>
<ul class="products">
  ${products.map(
    (product) => html`<li class="product">
    <div class="picture" style="--hue: ${product.hue}" aria-hidden="true"></div>
    <h2>${product.name}</h2>
    <p>${product.description}</p>
    <p class="price">${priceTag(product.priceMinor[currency], currency)}</p>
    <form method="post" action="/cart">
      <input type="hidden" name="sku" value="${product.sku}">
      <button aria-label="Add ${product.name} to the cart">Add to cart</button>
    </form>
  </li>`,
  )}
</ul>`;
}

interface Sums {
  readonly rows: readonly {
    readonly product: Product;
    readonly quantity: number;
    readonly totalMinor: number;
  }[];
  readonly shippingMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
}

/** What the order of this cart will come to. */
export function sumUp(items: readonly CartItem[], currency: ShopCurrency): Sums {
  const rows = items.flatMap(({ sku, quantity }) => {
    const product = products.find((one) => one.sku === sku);
    if (product === undefined) return [];
    return [{ product, quantity, totalMinor: product.priceMinor[currency] * quantity }];
  });
  const goodsMinor = rows.reduce((sum, row) => sum + row.totalMinor, 0);
  const { freeFromMinor, rateMinor } = delivery[currency];
  const shippingMinor = goodsMinor >= freeFromMinor ? 0 : rateMinor;
  const rate = taxRates[currency].basisPoints;
  const taxMinor = rows.reduce(
    (sum, row) => sum + shareOf(row.totalMinor, rate),
    shareOf(shippingMinor, rate),
  );
  return { rows, shippingMinor, taxMinor, totalMinor: goodsMinor + shippingMinor + taxMinor };
}

/** The sums under a cart; with `quantityField` each row can be changed. */
export function sumTable(items: readonly CartItem[], currency: ShopCurrency): Markup {
  const sums = sumUp(items, currency);
  const line = (label: string, minor: number) =>
    html`<tr><th scope="row" colspan="2">${label}</th><td>${priceTag(minor, currency)}</td></tr>`;
  return html`<table class="sums">
  <caption>Your order</caption>
  <thead><tr><th scope="col">Product</th><th scope="col">Quantity</th><th scope="col">Price</th></tr></thead>
  <tbody>${sums.rows.map(
    (row) => html`<tr>
      <td>${row.product.name}</td>
      <td>${row.quantity}</td>
      <td>${priceTag(row.totalMinor, currency)}</td>
    </tr>`,
  )}</tbody>
  <tfoot>
    ${line('Delivery', sums.shippingMinor)}
    ${sums.taxMinor === 0 ? '' : line(taxRates[currency].name, sums.taxMinor)}
    <tr class="total"><th scope="row" colspan="2">Total</th><td>${priceTag(sums.totalMinor, currency)}</td></tr>
  </tfoot>
</table>`;
}

export function cartPage(items: readonly CartItem[], currency: ShopCurrency): Markup {
  if (items.length === 0) {
    return html`<h1>Your cart is empty</h1><p><a class="button" href="/">Look around</a></p>`;
  }
  return html`
<h1>Cart</h1>
${sumTable(items, currency)}
<ul class="change">
  ${items.map(
    (item) => html`<li><form method="post" action="/cart/quantity">
    <input type="hidden" name="sku" value="${item.sku}">
    <label>${products.find((one) => one.sku === item.sku)?.name}
      <input name="quantity" type="number" min="0" max="99" value="${item.quantity}"></label>
    <button class="quiet">Update</button>
  </form></li>`,
  )}
</ul>
<p><a class="button" href="/checkout">Go to checkout</a></p>`;
}

/** What the customer reads while and after the payment is confirmed. */
export function statusText(status: OrderStatus): { heading: string; text: string; final: boolean } {
  switch (status) {
    case 'pending':
      return {
        heading: 'We have received your payment',
        text: 'It is being confirmed. This takes a moment; you do not need to do anything.',
        final: false,
      };
    case 'processing':
    case 'completed':
      return {
        heading: 'Thank you, your order is being prepared',
        text: 'Your payment is confirmed. Order status: processing.',
        final: true,
      };
    case 'on-hold':
      return {
        heading: 'Your order is on hold',
        text: 'We look at the payment once more and write to you today. Order status: on hold.',
        final: false,
      };
    case 'failed':
      return {
        heading: 'The payment did not go through',
        text: 'Nothing was charged. You can order again with another card.',
        final: false,
      };
    case 'cancelled':
    case 'refunded':
      return {
        heading: `This order was ${status}`,
        text: 'If that surprises you, please write to us.',
        final: true,
      };
  }
}

export function receivedPage(order: ShopOrder): Markup {
  const { heading, text } = statusText(order.status);
  return html`
<section class="received" data-state-url="/order-received/${order.id}/state?key=${order.key}" data-status="${order.status}">
  <p class="eyebrow">Order ${order.id}</p>
  <div role="status" aria-live="polite">
    <h1>${heading}</h1>
    <p class="said">${text}</p>
  </div>
  <dl>
    <dt>Total</dt><dd>${priceTag(order.totalMinor, order.currency)}</dd>
    <dt>For</dt><dd>${order.billing.first_name} ${order.billing.last_name}, ${order.billing.email}</dd>
  </dl>
  <p><a class="button" href="/">Back to the shop</a></p>
</section>
<script src="/received.js"></script>`;
}
