// Every transform by table: what goes in, what comes out, and what is refused.
import { describe, expect, it } from 'vitest';
import { money } from '../../../functions/core/domain/money.ts';
import type { LookupTable } from '../../../functions/core/mapping/lookup-table.ts';
import type { TransformContext, TransformStep } from '../../../functions/core/mapping/transform.ts';
import { transformOf, transforms } from '../../../functions/core/mapping/transforms/all.ts';
import type { MappingValue } from '../../../functions/core/mapping/value.ts';

const tax: LookupTable = { name: 'tax', version: 1, title: 'Tax', entries: { '7.25': '460001' } };
const context: TransformContext = {
  timeZone: 'America/Los_Angeles',
  tables: new Map([['tax', tax]]),
  rate: ({ source, from, to, date }) =>
    source === 'books' && from === 'EUR' && to === 'USD' && date === '2026-05-04'
      ? '1.0845'
      : undefined,
};

function apply(step: TransformStep, value: MappingValue | undefined) {
  const accepted = transformOf(step.use).schema().parse(step) as unknown as TransformStep;
  return transformOf(step.use).apply(value, accepted, context);
}

const usd = (minor: number) => money(minor, 'USD');
const eur = (minor: number) => money(minor, 'EUR');
const late = Date.UTC(2026, 4, 5, 3, 0);
const table = { use: 'table', entries: { captured: 'Paid', authorized: 'Open' } };

const given: [TransformStep, MappingValue | undefined, MappingValue][] = [
  [{ use: 'case', to: 'upper' }, 'Straße 5', 'STRASSE 5'],
  [{ use: 'case', to: 'lower' }, 'Maria@Example.COM', 'maria@example.com'],
  [{ use: 'case', to: 'title' }, 'anna-maria o\u2019neil', 'Anna-Maria O\u2019neil'],
  [{ use: 'case', to: 'sentence' }, 'paid by card', 'Paid by card'],
  [{ use: 'trim' }, '  Blue \t mug ', 'Blue mug'],
  [{ use: 'replace', find: 'SO-', with: '$&' }, 'SO-1 SO-2', '$&1 $&2'],
  [{ use: 'keep', end: 'last', length: 4 }, 'xxxx1111', '1111'],
  [{ use: 'keep', end: 'first', length: 2 }, '😀😀😀', '😀😀'],
  [{ use: 'constant', value: 'Problem' }, undefined, 'Problem'],
  [{ use: 'default', value: 'none' }, undefined, 'none'],
  [{ use: 'default', value: 'none' }, 'some', 'some'],
  [
    { use: 'template', text: 'Order {number} paid by {cardBrand} ..{lastFour}' },
    { number: 'SO-10042', cardBrand: 'Visa', lastFour: '1111' },
    'Order SO-10042 paid by Visa ..1111',
  ],
  [{ use: 'template', text: '{a}{a}' }, { a: usd(4000) }, '40.0040.00'],
  [{ use: 'join', separator: ', ' }, ['1 Main St', '', 'Suite 2'], '1 Main St, Suite 2'],
  [{ use: 'split', separator: '-', parts: ['a', 'b'] }, 'x-y-z', { a: 'x', b: 'y-z' }],
  [{ use: 'first-known' }, ['', 'second', 'third'], 'second'],
  [table, 'captured', 'Paid'],
  [{ ...table, otherwise: 'Void' }, 'declined', 'Void'],
  [{ ...table, anyCase: true }, 'CAPTURED', 'Paid'],
  [{ use: 'table', entries: { true: 'Yes', false: 'No' } }, false, 'No'],
  [{ use: 'table', shared: 'tax' }, '7.25', '460001'],
  [{ use: 'to-amount', unit: 'decimal' }, { amount: '40.00', currency: 'usd' }, usd(4000)],
  [{ use: 'to-amount', unit: 'decimal' }, { amount: 40.1, currency: 'USD' }, usd(4010)],
  [{ use: 'to-amount', unit: 'minor' }, { amount: 4000, currency: 'JPY' }, money(4000, 'JPY')],
  [{ use: 'from-amount', unit: 'decimal' }, usd(-5), { amount: '-0.05', currency: 'USD' }],
  [{ use: 'from-amount', unit: 'minor' }, usd(4000), { amount: 4000, currency: 'USD' }],
  [{ use: 'without-sign' }, usd(-377), usd(377)],
  [{ use: 'round', decimals: 2, rounding: 'half-even' }, '2.345', '2.34'],
  [{ use: 'round', decimals: 2, rounding: 'half-up' }, '2.345', '2.35'],
  [{ use: 'round', decimals: 2, rounding: 'half-up' }, '-2.345', '-2.35'],
  [{ use: 'round', decimals: 0, rounding: 'down' }, '-2.9', '-2'],
  [{ use: 'round', decimals: 0, rounding: 'up' }, '2.01', '3'],
  [{ use: 'round', decimals: 3, rounding: 'up' }, '2.5', '2.500'],
  [
    { use: 'convert-currency', to: 'USD', rates: 'books', rounding: 'half-even' },
    { amount: eur(10000), date: '2026-05-04' },
    usd(10845),
  ],
  [
    { use: 'convert-currency', to: 'KWD', rates: 'fixed', rate: '0.3075', rounding: 'half-up' },
    usd(101),
    money(311, 'KWD'),
  ],
  [
    { use: 'convert-currency', to: 'JPY', rates: 'gateway', rounding: 'half-even' },
    { amount: usd(150), rate: '155' },
    money(232, 'JPY'),
  ],
  [{ use: 'convert-currency', to: 'USD', rates: 'books', rounding: 'down' }, usd(7), usd(7)],
  [{ use: 'date-in-zone' }, late, '2026-05-04'],
  [{ use: 'date-in-zone', timeZone: 'Asia/Tokyo' }, '2026-05-04T23:30:00+0000', '2026-05-05'],
  [{ use: 'start-of-day', timeZone: 'Europe/Berlin' }, '2026-07-01', Date.UTC(2026, 5, 30, 22)],
  [{ use: 'read-date', pattern: 'dd/MM/yyyy' }, '31/12/2026', '2026-12-31'],
  [{ use: 'read-date', pattern: 'dd MMM yyyy' }, '4 may 2026', '2026-05-04'],
  [{ use: 'write-date', pattern: 'MM/dd/yyyy' }, '2026-12-31', '12/31/2026'],
  [
    { use: 'read-time', pattern: 'yyyy-MM-dd HH:mm', timeZone: 'Asia/Kolkata' },
    '2026-05-04 05:30',
    Date.UTC(2026, 4, 4),
  ],
  [{ use: 'write-time', pattern: 'dd.MM.yyyy HH:mm' }, late, '04.05.2026 20:00'],
  [
    { use: 'join-address' },
    { line1: '1 Main St', city: 'Springfield', region: 'IL', postalCode: '62701', country: 'US' },
    '1 Main St\nSpringfield, IL 62701\nUnited States',
  ],
  [
    { use: 'split-address', country: 'DE' },
    'Hauptstr. 5, 10115 Berlin',
    { line1: 'Hauptstr. 5', city: 'Berlin', postalCode: '10115', country: 'DE' },
  ],
  [{ use: 'country-name' }, 'DE', 'Germany'],
  [{ use: 'country-code' }, 'United States of America', 'US'],
  [{ use: 'country-code' }, 'uk', 'GB'],
  [{ use: 'phone', country: 'US' }, '(415) 555-0132', '+14155550132'],
  [{ use: 'phone' }, { number: '030 1234567', country: 'Germany' }, '+49301234567'],
  [{ use: 'phone' }, '06 1234 567 ext 5', '06 1234 567 ext 5'],
  [{ use: 'split-name' }, 'Maria van der Berg', { first: 'Maria', last: 'van der Berg' }],
  [{ use: 'split-name' }, 'Lopez, Maria', { first: 'Maria', last: 'Lopez' }],
  [{ use: 'split-name' }, 'Cher', { first: '', last: 'Cher' }],
  [{ use: 'join-name' }, { first: 'Maria', last: 'Lopez' }, 'Maria Lopez'],
  [
    { use: 'reasons' },
    ['204', 'V', 'XYZ'],
    'There is not enough money; card, address or network were used many times lately; reason XYZ',
  ],
  [{ use: 'reasons' }, '10.4', 'The cardholder says it was fraud (reason 10.4)'],
];

const refused: [
  TransformStep,
  MappingValue | undefined,
  'missing' | 'wrong-type' | 'unmappable',
][] = [
  [{ use: 'trim' }, '   ', 'missing'],
  [{ use: 'case', to: 'upper' }, ['a'], 'wrong-type'],
  [{ use: 'template', text: 'Order {number}' }, { number: '' }, 'missing'],
  [{ use: 'template', text: 'Order {number}' }, 'SO-1', 'wrong-type'],
  [{ use: 'join', separator: ',' }, ['', ''], 'missing'],
  [{ use: 'split', separator: '-', parts: ['a', 'b'] }, { a: 'x' }, 'wrong-type'],
  [{ use: 'first-known' }, ['', ''], 'missing'],
  [table, 'declined', 'unmappable'],
  [table, 'toString', 'unmappable'],
  [{ use: 'table', shared: 'gone' }, 'x', 'unmappable'],
  [{ use: 'to-amount', unit: 'decimal' }, { amount: '40.001', currency: 'USD' }, 'wrong-type'],
  [{ use: 'to-amount', unit: 'decimal' }, { amount: 1e21, currency: 'USD' }, 'wrong-type'],
  [{ use: 'to-amount', unit: 'decimal' }, { amount: 0.1 + 0.2, currency: 'USD' }, 'wrong-type'],
  [{ use: 'to-amount', unit: 'minor' }, { amount: '40.5', currency: 'USD' }, 'wrong-type'],
  [{ use: 'to-amount', unit: 'decimal' }, { amount: '40', currency: 'EUX' }, 'unmappable'],
  [{ use: 'to-amount', unit: 'decimal' }, { currency: 'USD' }, 'missing'],
  [{ use: 'from-amount', unit: 'decimal' }, '40.00', 'wrong-type'],
  [{ use: 'without-sign' }, '-40.00', 'wrong-type'],
  [{ use: 'round', decimals: 2, rounding: 'down' }, '1,5', 'wrong-type'],
  [
    { use: 'convert-currency', to: 'USD', rates: 'books', rounding: 'down' },
    { amount: eur(1), date: '2026-05-05' },
    'unmappable',
  ],
  [
    { use: 'convert-currency', to: 'USD', rates: 'gateway', rounding: 'down' },
    { amount: eur(1), rate: '0' },
    'unmappable',
  ],
  [{ use: 'date-in-zone' }, '2026-05-04', 'wrong-type'],
  [{ use: 'date-in-zone' }, Number.MAX_SAFE_INTEGER, 'wrong-type'],
  [{ use: 'start-of-day' }, '2026-02-30', 'wrong-type'],
  [{ use: 'read-date', pattern: 'dd/MM/yyyy' }, '12/31/2026', 'wrong-type'],
  [{ use: 'write-date', pattern: 'dd/MM/yyyy' }, 'soon', 'wrong-type'],
  [{ use: 'read-time', pattern: 'yyyy-MM-dd HH:mm' }, '2026-05-04 25:00', 'wrong-type'],
  [{ use: 'write-time', pattern: 'dd/MM/yyyy' }, 'soon', 'wrong-type'],
  [{ use: 'join-address' }, 'all in one', 'wrong-type'],
  [{ use: 'country-name' }, 'Atlantis', 'unmappable'],
  [{ use: 'country-code' }, 'Atlantis', 'unmappable'],
  [{ use: 'split-name' }, ['a'], 'wrong-type'],
  [{ use: 'join-name' }, 'Maria', 'wrong-type'],
  [{ use: 'reasons' }, [], 'missing'],
];

describe('the transforms', () => {
  it.each(given)('%o makes of %o: %o', (step, value, expected) => {
    expect(apply(step, value)).toEqual({ kind: 'value', value: expected });
  });

  it.each(refused)('%o refuses %o as %s', (step, value, kind) => {
    expect(apply(step, value)).toMatchObject({ kind });
  });

  it('are each in the table above', () => {
    const tried = new Set(given.map(([{ use }]) => use));
    expect(transforms.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  it('have names of their own and say in a sentence what they do', () => {
    expect(new Set(transforms.map(({ name }) => name)).size).toBe(transforms.length);
    for (const { sentence } of transforms) expect(sentence).toMatch(/^[A-Z].{15,}\.$/);
  });
});
