// What customers did before the first start: orders and card payments in every state.
import type { Address } from '../woocommerce/orders.ts';
import type { CompanyCurrency } from './company-facts.ts';

const cards = {
  visa: '4111111111111111',
  mastercard: '5555555555554444',
  amex: '378282246310005',
  jcb: '3566111111111113',
} as const;

/** What became of the order's payment. Shares are hundredths of the order's total. */
export type Outcome =
  | {
      readonly kind: 'sale';
      readonly refundShares?: readonly number[];
      readonly disputed?: 'open' | 'won';
    }
  | { readonly kind: 'authorized'; readonly reversed?: true }
  | { readonly kind: 'captured'; readonly shares: readonly number[] }
  /** Decided by the trigger word in the e-mail address: decline, review, reject. */
  | { readonly kind: 'decided-by-rules' };

export interface PastOrder {
  readonly daysAgo: number;
  readonly currency: CompanyCurrency;
  readonly items: readonly { readonly sku: string; readonly quantity: number }[];
  readonly buyer: Address;
  readonly card: string;
  readonly outcome: Outcome;
}

function buyer(
  name: string,
  email: string,
  place: readonly [street: string, city: string, state: string, postcode: string, country: string],
  company = '',
): Address {
  const [first_name = '', last_name = ''] = name.split(' ');
  const [address_1, city, state, postcode, country] = place;
  const phone = '';
  return {
    first_name,
    last_name,
    company,
    address_1,
    address_2: '',
    city,
    state,
    postcode,
    country,
    email,
    phone,
  };
}

const robin = buyer('Robin Ash', 'robin.ash@example.com', [
  '18 Mill Lane',
  'Portland',
  'OR',
  '97201',
  'US',
]);
const cafe = buyer(
  'Jordan Reed',
  'jordan.reed@corner-cafe.example.org',
  ['402 Harbor Street', 'Boston', 'MA', '02110', 'US'],
  'Corner Cafe',
);
const bakery = buyer(
  'Lena Brandt',
  'lena.brandt@brandt-bakery.example.org',
  ['Lindenallee 7', 'Hamburg', '', '20095', 'DE'],
  'Brandt Bakery',
);
const paris = buyer('Camille Roux', 'camille.roux@example.org', [
  '12 rue des Tilleuls',
  'Lyon',
  '',
  '69002',
  'FR',
]);
const tokyo = buyer(
  'Haru Mori',
  'haru.mori@mori-kissaten.example.org',
  ['2-4-9 Kanda', 'Tokyo', '', '101-0047', 'JP'],
  'Mori Kissaten',
);
const declined = buyer('Sam Dale', 'sam.dale+decline@example.com', [
  '9 Elm Court',
  'Denver',
  'CO',
  '80202',
  'US',
]);
const held = buyer('Alex Quinn', 'alex.quinn+review@example.com', [
  '77 Ridge Road',
  'Austin',
  'TX',
  '78701',
  'US',
]);
const rejected = buyer('Kit Vale', 'kit.vale+reject@example.com', [
  '5 Dock Road',
  'Miami',
  'FL',
  '33101',
  'US',
]);

function past(
  daysAgo: number,
  currency: CompanyCurrency,
  who: Address,
  card: string,
  items: Readonly<Record<string, number>>,
  outcome: Outcome,
): PastOrder {
  const list = Object.entries(items).map(([sku, quantity]) => ({ sku, quantity }));
  return { daysAgo, currency, items: list, buyer: who, card, outcome };
}

/** Oldest first. */
export const history: readonly PastOrder[] = [
  past(24, 'USD', cafe, cards.visa, { 'GRINDER-HOME': 1, 'CUP-SET-6': 2 }, { kind: 'sale' }),
  past(22, 'EUR', paris, cards.visa, { 'BEAN-FIL-1KG': 2 }, { kind: 'sale', disputed: 'won' }),
  past(19, 'EUR', bakery, cards.mastercard, { 'BEAN-ESP-1KG': 6 }, { kind: 'sale' }),
  past(16, 'USD', robin, cards.amex, { 'GRINDER-HOME': 1 }, { kind: 'sale', refundShares: [25] }),
  past(14, 'USD', cafe, cards.visa, { 'CUP-SET-6': 3 }, { kind: 'sale', disputed: 'open' }),
  past(13, 'JPY', tokyo, cards.jcb, { 'BEAN-FIL-1KG': 4, 'CUP-SET-6': 1 }, { kind: 'sale' }),
  past(11, 'EUR', paris, cards.visa, { 'CUP-SET-6': 1 }, { kind: 'sale', refundShares: [100] }),
  past(9, 'USD', cafe, cards.visa, { 'MACHINE-ONE': 1 }, { kind: 'captured', shares: [60, 40] }),
  past(6, 'USD', declined, cards.visa, { 'BEAN-ESP-1KG': 2 }, { kind: 'decided-by-rules' }),
  past(5, 'USD', robin, cards.amex, { 'WATER-KIT': 3 }, { kind: 'authorized', reversed: true }),
  past(3, 'USD', rejected, cards.visa, { 'GRINDER-HOME': 2 }, { kind: 'decided-by-rules' }),
  past(2, 'USD', held, cards.mastercard, { 'GRINDER-HOME': 1 }, { kind: 'decided-by-rules' }),
  past(2, 'USD', cafe, cards.visa, { 'GRINDER-PRO': 2 }, { kind: 'authorized' }),
  past(1, 'USD', robin, cards.visa, { 'BEAN-FIL-1KG': 2, 'FILTER-100': 1 }, { kind: 'sale' }),
];
