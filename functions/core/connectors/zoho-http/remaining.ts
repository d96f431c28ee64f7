// What the headers of an answer say is left of the day's calls; each product has its own, and not always.
import { secondsHeaderMs } from './zoho-problem.ts';
import type { ZohoProduct } from './zoho-product.ts';

/** What Zoho says is left: calls in Books and Inventory, credits in the CRM and Desk. */
export interface Remaining {
  readonly left: number;
  readonly limit?: number;
  /** Milliseconds until the day is over, where that is told. */
  readonly resetMs?: number;
}

type Headers = Readonly<Record<string, string>>;

/**
 * Books and Inventory tell limit, rest and reset (some data centres tell nothing), the CRM its rest once half is
 * used, Desk its rest with every answer.
 */
export function readRemaining(product: ZohoProduct, headers: Headers): Remaining | undefined {
  const left = wholeNumber(headers, leftHeader[product]);
  if (left === undefined) return undefined;
  if (product === 'crm' || product === 'desk') return { left };
  const limit = wholeNumber(headers, 'x-rate-limit-limit');
  const resetMs = secondsHeaderMs(headers, 'x-rate-limit-reset');
  return {
    left,
    ...(limit === undefined ? {} : { limit }),
    ...(resetMs === undefined ? {} : { resetMs }),
  };
}

const leftHeader: Readonly<Record<ZohoProduct, string>> = {
  accounts: '',
  books: 'x-rate-limit-remaining',
  inventory: 'x-rate-limit-remaining',
  crm: 'x-api-credits-remaining',
  desk: 'x-rate-limit-remaining-v3',
};

function wholeNumber(headers: Headers, name: string): number | undefined {
  const text = headers[name]?.trim() ?? '';
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
