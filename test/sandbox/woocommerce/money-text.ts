// Amounts of the shop as text: minor units to the decimal strings that WooCommerce answers, and to price tags.
import type { ShopCurrency } from './catalog.ts';

const decimals: Readonly<Record<ShopCurrency, number>> = { USD: 2, EUR: 2, JPY: 0 };

export const currencySymbols: Readonly<Record<ShopCurrency, string>> = {
  USD: '$',
  EUR: '€',
  JPY: '¥',
};

/** `5900` USD is `59.00`, `4300` JPY is `4300`. */
export function decimalText(minor: number, currency: ShopCurrency): string {
  const places = decimals[currency];
  if (places === 0) return String(minor);
  const digits = String(minor).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** With symbol and thousands marks, e.g. `$4,890.00`. */
export function priceTag(minor: number, currency: ShopCurrency): string {
  const [whole = '0', fraction] = decimalText(minor, currency).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${currencySymbols[currency]}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** Part of an amount in basis points, half a minor unit rounded up. */
export function shareOf(minor: number, basisPoints: number): number {
  return Math.floor((minor * basisPoints + 5_000) / 10_000);
}
