// The frame of every shop page.
import { html, raw } from 'hono/html';
import { type ShopCurrency, shopCurrencies } from '../catalog.ts';

export type Markup = ReturnType<typeof html>;

const SHOP_NAME = 'Larkfield Coffee Supply';

export interface Frame {
  readonly title: string;
  readonly currency: ShopCurrency;
  readonly cartCount: number;
  /** Where the currency switch returns to. */
  readonly path: string;
}

export function layout(frame: Frame, content: Markup): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${frame.title} · ${SHOP_NAME}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/shop.css">
<link rel="stylesheet" href="/checkout.css">
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header class="top">
  <a class="brand" href="/">${raw(mark)}<span>${SHOP_NAME}</span></a>
  <form class="currency" method="post" action="/currency">
    <input type="hidden" name="back" value="${frame.path}">
    <label for="currency">Currency</label>
    <select id="currency" name="currency">
      ${shopCurrencies.map(
        (code) =>
          html`<option value="${code}" ${code === frame.currency ? 'selected' : ''}>${code}</option>`,
      )}
    </select>
    <button class="quiet">Change</button>
  </form>
  <a class="cart" href="/cart">Cart <span class="count">${frame.cartCount}</span></a>
</header>
<main id="content">${content}</main>
<footer>A shop of the sandbox: nothing is sold, no real card is charged.</footer>
</body>
</html>`;
}

const mark =
  '<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M4 9h12v6a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5z" fill="currentColor"/><path d="M16 10h2a2.5 2.5 0 0 1 0 5h-2" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 3v3M12 3v3" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg>';
