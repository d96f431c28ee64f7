// The checkout page: who and where, card fields of the gateway, one button.
import { html } from 'hono/html';
import type { ShopCurrency } from '../catalog.ts';
import { priceTag } from '../money-text.ts';
import type { CartItem } from './cart.ts';
import type { Markup } from './layout.ts';
import { sumTable, sumUp } from './pages.ts';

const countries = [
  ['US', 'United States'],
  ['DE', 'Germany'],
  ['FR', 'France'],
  ['JP', 'Japan'],
] as const;

function field(
  name: string,
  label: string,
  autocomplete: string,
  more: { type?: string; value?: string; optional?: true } = {},
): Markup {
  return html`<p class="field">
  <label for="${name}">${label}${more.optional ? html` <span class="hint">(optional)</span>` : ''}</label>
  <input id="${name}" name="${name}" type="${more.type ?? 'text'}" autocomplete="${autocomplete}"
    value="${more.value ?? ''}" ${more.optional ? '' : 'required'}>
</p>`;
}

const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** @param year the first expiry year offered. */
export function checkoutPage(
  items: readonly CartItem[],
  currency: ShopCurrency,
  year: number,
): Markup {
  const years = Array.from({ length: 10 }, (_, index) => String(year + index));
  const option = (value: string) => html`<option>${value}</option>`;
  return html`
<h1>Checkout</h1>
<div class="columns">
<form id="checkout" novalidate>
  <fieldset class="panel">
    <legend>Who and where</legend>
    ${field('first_name', 'First name', 'given-name', { value: 'Robin' })}
    ${field('last_name', 'Last name', 'family-name', { value: 'Ash' })}
    ${field('email', 'E-mail', 'email', { type: 'email', value: 'robin.ash@example.com' })}
    ${field('phone', 'Phone', 'tel', { type: 'tel', optional: true })}
    ${field('company', 'Company', 'organization', { optional: true })}
    ${field('address_1', 'Street and number', 'address-line1', { value: '18 Mill Lane' })}
    ${field('city', 'City', 'address-level2', { value: 'Portland' })}
    ${field('state', 'State', 'address-level1', { value: 'OR', optional: true })}
    ${field('postcode', 'Postal code', 'postal-code', { value: '97201' })}
    <p class="field">
      <label for="country">Country</label>
      <select id="country" name="country" autocomplete="country">
        ${countries.map(([code, name]) => html`<option value="${code}">${name}</option>`)}
      </select>
    </p>
  </fieldset>
  <fieldset class="panel">
    <legend>Card</legend>
    <p class="hint">Try the test card 4111 1111 1111 1111, any later date and any three digits.</p>
    <div class="field"><span class="label" id="number-label">Card number</span>
      <div id="card-number" class="card-field"></div></div>
    <div class="row">
      <p class="field"><label for="expiry-month">Month</label>
        <select id="expiry-month" autocomplete="cc-exp-month">${months.map(option)}</select></p>
      <p class="field"><label for="expiry-year">Year</label>
        <select id="expiry-year" autocomplete="cc-exp-year">${years.map(option)}</select></p>
      <div class="field"><span class="label" id="code-label">Security code</span>
        <div id="card-code" class="card-field"></div></div>
    </div>
    <p class="check"><input id="reserve" name="reserve" type="checkbox">
      <label for="reserve">Reserve only: charge the card when the order ships</label></p>
  </fieldset>
  <div id="trouble" class="trouble" role="alert" tabindex="-1" hidden></div>
  <button id="pay" class="pay" disabled>Pay ${priceTag(sumUp(items, currency).totalMinor, currency)}</button>
</form>
<aside>${sumTable(items, currency)}</aside>
</div>
<script src="/checkout.js"></script>`;
}
