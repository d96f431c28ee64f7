// Which meanings take each other's place in practice, and how well: 1 would be the same thing.
import type { Concept } from './lexicon.ts';

/** Both ways. A line groups what belongs together: `weight: a ~ b, c`. */
const RELATED = `
0.9: amount ~ total
0.85: amount ~ captured-amount, authorized-amount, settlement-amount, refund-amount
0.75: total ~ authorized-amount, captured-amount, settlement-amount, balance, refund-amount
0.6: amount ~ balance, net-amount, line-total
0.6: total ~ net-amount, subtotal
0.55: line-total ~ total, subtotal
0.5: subtotal ~ amount
0.7: net-amount ~ settlement-amount
0.9: transaction-id ~ refund-id
0.78: transaction-id ~ reference
0.75: refund-id ~ reference
0.6: transaction-id ~ reconciliation-id, network-transaction-id, retrieval-reference-number, merchant-reference
0.6: reference ~ reconciliation-id, batch-id, credit-note-number
0.7: reference ~ retrieval-reference-number
0.75: reference ~ merchant-reference, order-number
0.88: merchant-reference ~ order-number
0.82: merchant-reference ~ invoice-number, sales-order-number
0.7: merchant-reference ~ order-id, purchase-order-number
0.65: reference ~ invoice-number, sales-order-number, order-id, purchase-order-number
0.7: order-number ~ order-id, sales-order-number
0.6: order-number ~ invoice-number
0.45: order-number ~ purchase-order-number
0.6: order-id ~ sales-order-id, parent-order-id, sales-order-number
0.55: order-number ~ parent-order-id
0.55: reference ~ parent-order-id
0.55: invoice-number ~ invoice-id
0.9: company ~ account-name
0.72: customer-name ~ full-name, company, account-name
0.65: customer-name ~ first-name, last-name
0.68: full-name ~ first-name, last-name
0.9: contact-name ~ full-name
0.85: contact-name ~ customer-name
0.7: contact-name ~ first-name, last-name
0.5: contact-name ~ company, account-name
0.85: authorization ~ authorization-code
0.5: full-name ~ company, account-name
0.6: attention ~ full-name
0.5: attention ~ company, first-name, last-name
0.9: job-title ~ title
0.55: phone ~ mobile
0.9: customer-id ~ customer-token
0.75: customer-id ~ account-number
0.6: account-id ~ account-name, account-number, account
0.85: account ~ account-name
0.8: tax-amount ~ cart-tax
0.7: transaction-id ~ merchant-transaction-id
0.6: reference ~ merchant-transaction-id
0.7: merchant-reference ~ merchant-transaction-id
0.55: account-number ~ customer-token
0.6: customer-token ~ payment-token
0.8: payment-token ~ instrument-identifier
0.6: payment-method ~ wallet, card-brand
0.7: card-last-four ~ card-number
0.75: card-expiry ~ expiry-month, expiry-year
0.6: response-code ~ reason-code
0.7: reason ~ reason-code, error-message
0.55: error-message ~ response-code
0.7: reason ~ notes, description, nature-of-dispute
0.82: notes ~ description
0.6: description ~ nature-of-dispute, product-name, subject, error-message
0.9: date ~ created
0.75: date ~ settled-date, paid-date
0.7: created ~ paid-date
0.55: created ~ settled-date
0.6: paid-date ~ settled-date
0.55: date ~ completed-date
0.75: paid-date ~ completed-date
0.6: closed-date ~ completed-date
0.9: status ~ stage
0.8: status ~ settlement-status, decision
0.85: sku ~ product-code
0.7: product-id ~ product-code, sku
0.55: unit-price ~ purchase-price
0.85: currency ~ settlement-currency
0.65: currency ~ fee-currency, funding-currency, currency-id
0.8: processor ~ gateway
0.75: fee ~ interchange
0.4: fee ~ surcharge
0.6: merchant-name ~ descriptor
0.55: account-owner ~ salesperson
0.6: commerce-indicator ~ wallet
`;

const weights = new Map<Concept, Map<Concept, number>>();
for (const line of RELATED.trim().split('\n')) {
  const [weight = '', pair = ''] = line.split(': ');
  const [one = '', others = ''] = pair.split(' ~ ');
  for (const other of others.split(', ')) {
    relate(one, other, Number(weight));
    relate(other, one, Number(weight));
  }
}

function relate(one: Concept, other: Concept, weight: number): void {
  const known = weights.get(one) ?? new Map<Concept, number>();
  weights.set(one, known.set(other, weight));
}

/** What takes the meaning's place, and how well, under 1; `undefined` when nothing does. */
export function relatedTo(concept: Concept): ReadonlyMap<Concept, number> | undefined {
  return weights.get(concept);
}

/** How alike two words outside the lexicon are: by their pairs of letters, so that inflections still meet. */
export function wordLikeness(one: string, other: string): number {
  if (one === other) return 1;
  if (one[0] !== other[0] || one.length < 4 || other.length < 4) return 0;
  const pairs = new Set<string>();
  for (let at = 0; at < one.length - 1; at += 1) pairs.add(one.slice(at, at + 2));
  let shared = 0;
  for (let at = 0; at < other.length - 1; at += 1) {
    if (pairs.has(other.slice(at, at + 2))) shared += 1;
  }
  const likeness = (2 * shared) / (one.length + other.length - 2);
  return likeness >= 0.75 ? Math.min(likeness, 0.9) : 0;
}
