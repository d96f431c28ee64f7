// The cart and the chosen currency, kept in two cookies.
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isShopCurrency, productBySku, type ShopCurrency } from '../catalog.ts';

export interface CartItem {
  readonly sku: string;
  readonly quantity: number;
}

const CART = 'shop_cart';
const CURRENCY = 'shop_currency';
const MOST_OF_ONE = 99;

/** `SKU*2~SKU*1`; what we do not sell (any more) is left out. */
export function readCart(c: Context): CartItem[] {
  const text = getCookie(c, CART) ?? '';
  return text
    .split('~')
    .map((part) => part.split('*'))
    .map(([sku = '', quantity = '']) => ({ sku, quantity: Number(quantity) }))
    .filter((item) => productBySku(item.sku) !== undefined && isQuantity(item.quantity));
}

export function writeCart(c: Context, items: readonly CartItem[]): void {
  const kept = items.filter((item) => isQuantity(item.quantity));
  setCookie(c, CART, kept.map((item) => `${item.sku}*${item.quantity}`).join('~'), {
    path: '/',
    sameSite: 'Lax',
  });
}

function isQuantity(quantity: number): boolean {
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= MOST_OF_ONE;
}

/** The cart with one SKU set to a quantity; zero takes it out. */
export function withQuantity(
  items: readonly CartItem[],
  sku: string,
  quantity: number,
): CartItem[] {
  const has = items.some((item) => item.sku === sku);
  const changed = items.map((item) => (item.sku === sku ? { sku, quantity } : item));
  return has ? changed : [...changed, { sku, quantity }];
}

export function readCurrency(c: Context): ShopCurrency {
  const chosen = getCookie(c, CURRENCY) ?? '';
  return isShopCurrency(chosen) ? chosen : 'USD';
}

export function writeCurrency(c: Context, currency: ShopCurrency): void {
  setCookie(c, CURRENCY, currency, { path: '/', sameSite: 'Lax' });
}
