// Random amounts, and random steps of every transform with parameters that its schema accepts.
import fc from 'fast-check';
import type { TransformStep } from '../../../functions/core/mapping/transform.ts';

export const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'CLP', 'BHD');

export const moneyValue = fc.record({
  minor: fc.oneof(
    fc.integer(),
    fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
  ),
  currency,
});

const scalar = fc.oneof(fc.string({ maxLength: 20 }), fc.integer(), fc.boolean());
const separator = fc.constantFrom(', ', '-', ' ', '\n', ',,');
const parts = fc.constantFrom(['first', 'last'], ['a', 'b', 'c']);
const pattern = fc.constantFrom(
  'dd/MM/yyyy',
  'MM-dd-yyyy',
  'dd MMM yyyy',
  'yyyyMMdd',
  'YYYY-MM-DD',
  '((yyyy-MM',
);
const timeZone = fc.constantFrom('Asia/Tokyo', 'Europe/Berlin', 'Pacific/Apia', 'Nowhere/Land');
const rounding = fc.constantFrom('half-even', 'half-up', 'up', 'down');
const unit = fc.constantFrom('decimal', 'minor');
const country = fc.constantFrom('US', 'DE', 'GB', 'XX');

/** Parameters by transform; `required` ones are always there, others at times. */
const parametersOf: Readonly<Record<string, fc.Arbitrary<object>>> = {
  case: fc.record({ to: fc.constantFrom('upper', 'lower', 'title', 'sentence') }),
  trim: fc.constant({}),
  replace: fc.record({
    find: fc.string({ minLength: 1, maxLength: 5 }),
    with: fc.string({ maxLength: 5 }),
  }),
  keep: fc.record({
    end: fc.constantFrom('first', 'last'),
    length: fc.integer({ min: 1, max: 20 }),
  }),
  constant: fc.record({ value: scalar }),
  default: fc.record({ value: scalar }),
  template: fc.record({ text: fc.constantFrom('Order {number}', '{first} {last}', 'plain', '{') }),
  join: fc.record({ separator, parts }, { requiredKeys: ['separator'] }),
  split: fc.record({ separator, parts }),
  'first-known': fc.constant({}),
  table: fc.record(
    {
      entries: fc.dictionary(fc.constantFrom('captured', 'USD', 'true', '1', '__proto__'), scalar),
      shared: fc.constant('gone'),
      otherwise: scalar,
      anyCase: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  'to-amount': fc.record({ unit }),
  'from-amount': fc.record({ unit }),
  'without-sign': fc.constant({}),
  round: fc.record({ decimals: fc.integer({ min: 0, max: 12 }), rounding }),
  'convert-currency': fc.record(
    {
      to: currency,
      rates: fc.constantFrom('books', 'gateway', 'fixed'),
      rate: fc.constantFrom('1.5', '0', '0.00001'),
      rounding,
    },
    { requiredKeys: ['to', 'rates', 'rounding'] },
  ),
  'date-in-zone': fc.record({ timeZone }, { requiredKeys: [] }),
  'start-of-day': fc.record({ timeZone }, { requiredKeys: [] }),
  'read-date': fc.record({ pattern }),
  'write-date': fc.record({ pattern }),
  'read-time': fc.record({ pattern, timeZone }, { requiredKeys: ['pattern'] }),
  'write-time': fc.record({ pattern, timeZone }, { requiredKeys: ['pattern'] }),
  'join-address': fc.record(
    { separator: fc.constantFrom('\n', ', '), withCountry: fc.boolean() },
    { requiredKeys: [] },
  ),
  'split-address': fc.record({ country }, { requiredKeys: [] }),
  'country-name': fc.constant({}),
  'country-code': fc.constant({}),
  phone: fc.record({ country }, { requiredKeys: [] }),
  'split-name': fc.constant({}),
  'join-name': fc.constant({}),
  reasons: fc.record({ separator: fc.constantFrom('; ', ' / ') }, { requiredKeys: [] }),
};

export const coveredTransforms: readonly string[] = Object.keys(parametersOf);

export const step: fc.Arbitrary<TransformStep> = fc
  .constantFrom(...coveredTransforms)
  .chain((use) =>
    (parametersOf[use] ?? fc.constant({})).map((parameters) => ({ use, ...parameters })),
  );
