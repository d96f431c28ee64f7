// Applying a mapping: the four policies, rows, answers, and messages that name field and place in words.
import { describe, expect, it } from 'vitest';
import { fillText } from '../../../functions/core/contract/problems/problem-text.ts';
import { isProblemCode, problems } from '../../../functions/core/contract/problems.ts';
import { money } from '../../../functions/core/domain/money.ts';
import {
  applyMapping,
  type MappingProblem,
} from '../../../functions/core/mapping/apply-mapping.ts';
import type { CatalogField, FieldCatalog } from '../../../functions/core/mapping/catalog-field.ts';
import { type MappingRule, readMapping } from '../../../functions/core/mapping/document.ts';
import { nestValues } from '../../../functions/core/mapping/path.ts';

const target: FieldCatalog = {
  product: 'books',
  object: 'invoice',
  label: 'Books invoice',
  fields: [
    { path: 'number', label: 'Invoice number', type: 'text', required: true, lengthMax: 8 },
    { path: 'code', label: 'Code', type: 'id', lengthMax: 8 },
    {
      path: 'status',
      label: 'Status',
      type: 'choice',
      choices: [{ value: 'paid', label: 'Paid' }],
    },
    { path: 'day', label: 'Day', type: 'date' },
    { path: 'total', label: 'Total', type: 'amount' },
    { path: 'count', label: 'Count', type: 'number' },
    { path: 'at', label: 'At', type: 'instant' },
    { path: 'paid', label: 'Is paid', type: 'boolean' },
    { path: 'tags', label: 'Tags', type: 'list' },
    { path: 'lines[].name', label: 'Line: name', type: 'text', required: true },
    { path: 'lines[].total', label: 'Line: total', type: 'amount' },
    { path: 'names', label: 'Names of lines', type: 'text' },
  ],
};
const sourceFields: CatalogField[] = [
  { path: 'number', label: 'Order number', type: 'text' },
  { path: 'any', label: 'Anything', type: 'text' },
];
const source: FieldCatalog = {
  product: 'canonical',
  object: 'order',
  label: 'Order',
  fields: sourceFields,
};

function map(rules: readonly MappingRule[], order: unknown, answers = {}) {
  const document = readMapping({
    id: 'test',
    version: 1,
    title: 'Orders',
    sources: [{ product: 'canonical', object: 'order' }],
    target: { product: 'books', object: 'invoice' },
    rules,
  });
  return applyMapping(
    document,
    { order },
    { target, sources: [source], timeZone: 'Europe/Berlin', answers },
  );
}

const rule = (to: string, from: string, more: Partial<MappingRule> = {}): MappingRule => ({
  to: [{ path: to }],
  from: [{ path: `order.${from}` }],
  ...more,
});

function sentence({ code, facts }: MappingProblem): string {
  if (!isProblemCode(code)) throw new Error(`${code} has no sentence`);
  return fillText(problems[code].sentence, facts);
}

const tooLong = 'A very long number';

describe('what may stand in the way of a value', () => {
  it.each([
    ['missing', rule('number', 'any'), {}, '“Invoice number” can’t be filled: Anything is empty.'],
    [
      'too long',
      rule('number', 'any'),
      { any: tooLong },
      '“Invoice number” takes 8 characters, but Anything gives 18.',
    ],
    [
      'of the wrong type',
      rule('day', 'any'),
      { any: '31/12/2026' },
      '“Day” can’t be filled from Anything: 31/12/2026 is no date (year-month-day).',
    ],
    [
      'without a match',
      rule('status', 'any'),
      { any: 'odd' },
      '“Status” has no match for what Anything says: “odd” is none of its choices.',
    ],
    ['gone', rule('lost', 'any'), { any: 'x' }, 'The field “lost” is no longer there.'],
  ])('a value that is %s stops the mapping and says where', (_, one, order, words) => {
    const mapped = map([rule('code', 'number'), one], { number: 'A1', ...order });
    expect(mapped.complete).toBe(false);
    expect(mapped.values).toEqual({ code: 'A1' });
    expect(mapped.problems.map(sentence)).toEqual([words]);
    expect(mapped.problems[0]).toMatchObject({ rule: 2, facts: { mapping: 'Orders', rule: '2' } });
  });

  it('an optional field stays empty when nothing comes', () => {
    expect(map([rule('code', 'any')], { any: ' ' })).toMatchObject({ complete: true, values: {} });
  });

  it.each([
    ['missing', rule('number', 'any', { missing: { default: 'none' } }), undefined, 'none'],
    ['too long', rule('number', 'any', { tooLong: { default: 'long' } }), tooLong, 'long'],
    ['wrong', rule('count', 'any', { wrongType: { default: 0 } }), 'many', 0],
    ['unknown', rule('status', 'any', { unmappable: { default: 'paid' } }), 'odd', 'paid'],
  ])('a default takes the place of a value that is %s, and says so', (_, one, any, expected) => {
    const mapped = map([one], { any });
    expect(Object.values(mapped.values)).toEqual([expected]);
    expect(mapped.notes).toMatchObject([{ rule: 1, kind: 'default' }]);
  });

  it('a default that does not fit is no way out', () => {
    const mapped = map([rule('number', 'any', { missing: { default: tooLong } })], {});
    expect(mapped.problems).toMatchObject([{ code: 'mapping-field-empty' }]);
  });

  it('a text is cut with its mark to exactly what fits, never through a character', () => {
    const cut = rule('number', 'any', { tooLong: { truncate: '…' } });
    expect(map([cut], { any: 'Northwind Trading' }).values.number).toBe('Northwi…');
    expect(map([cut], { any: '😀😀😀😀😀' }).values.number).toBe('😀😀😀…');
    expect(map([cut], { any: 'Northwin' }).notes).toEqual([]);
  });

  it('an id is never cut: half of it is another one', () => {
    const cut = rule('code', 'any', { tooLong: { truncate: '…' } });
    expect(map([cut], { any: 'AB695DA801DD1BB6' }).problems).toMatchObject([
      { code: 'mapping-field-too-long' },
    ]);
  });

  it('a field that is gone is passed over when the rule is told to leave it', () => {
    const mapped = map([rule('lost', 'any', { missing: 'leave' })], { any: 'x' });
    expect(mapped).toMatchObject({ complete: true, notes: [{ kind: 'no-such-field' }] });
  });

  it('asks a person, and goes on with the answer', () => {
    const ask = rule('status', 'any', { unmappable: 'ask' });
    const first = map([ask], { any: 'odd' });
    expect(first).toMatchObject({ complete: false, problems: [] });
    expect(first.asks).toMatchObject([{ code: 'mapping-value-unknown', targetPath: 'status' }]);
    expect(map([ask], { any: 'odd' }, { status: 'Paid' })).toMatchObject({
      complete: true,
      values: { status: 'paid' },
    });
  });

  it('a message shows no run of digits that could be a card number', () => {
    const mapped = map([rule('day', 'any')], { any: '4111 1111 1111 1111' });
    expect(mapped.problems[0]?.facts?.detail).toBe('… 1111 is no date (year-month-day)');
  });
});

describe('the forms of values', () => {
  it.each([
    ['total', money(4000, 'USD'), '40.00'],
    ['total', money(4000, 'JPY'), '4000'],
    ['total', '129.9', '129.9'],
    ['total', 40, '40'],
    ['count', '2.50', 2.5],
    ['at', Date.UTC(2026, 4, 4), '2026-05-04T00:00:00.000Z'],
    ['at', '2026-05-04T02:00:00+0200', '2026-05-04T00:00:00.000Z'],
    ['paid', 'True', true],
    ['code', 727, '727'],
    ['tags', 'one', ['one']],
    ['status', 'PAID', 'paid'],
  ])('%s takes %o as %o', (to, any, expected) => {
    expect(map([rule(to, 'any')], { any }).values[to]).toEqual(expected);
  });

  it.each([
    ['code', Number('9007199254740993')],
    ['total', 0.1 + 0.2],
    ['total', '1,5'],
    ['count', '12345678901234567.5'],
    ['count', money(1, 'USD')],
    ['at', 'yesterday'],
    ['paid', 'maybe'],
    ['day', '2026-02-29'],
  ])('%s refuses %o: digits or sense would be lost', (to, any) => {
    expect(map([rule(to, 'any')], { any }).problems).toMatchObject([
      { code: 'mapping-field-wrong' },
    ]);
  });
});

describe('one to many, many to one, and rows', () => {
  it('fills several fields from the parts of one value', () => {
    const mapped = map(
      [
        {
          to: [
            { path: 'number', part: 'last' },
            { path: 'code', part: 'first' },
          ],
          from: [{ path: 'order.any' }],
          through: [{ use: 'split-name' }],
        },
      ],
      { any: 'Maria Lopez' },
    );
    expect(mapped.values).toEqual({ number: 'Lopez', code: 'Maria' });
  });

  it('runs a rule for each row of a list, and joins a list for one field', () => {
    const lines = [
      { name: 'Mug', total: money(2400, 'USD') },
      { name: null, total: null },
    ];
    const mapped = map(
      [
        rule('lines[].name', 'lines[].name', { missing: { default: 'Item' } }),
        rule('lines[].total', 'lines[].total'),
        rule('names', 'lines[].name', { through: [{ use: 'join', separator: ' + ' }] }),
      ],
      { lines },
    );
    expect(nestValues(mapped.values)).toEqual({
      lines: [{ name: 'Mug', total: '24.00' }, { name: 'Item' }],
      names: 'Mug',
    });
  });

  it('names the row that stops', () => {
    const mapped = map([rule('lines[].name', 'lines[].name')], { lines: [{ name: 'A' }, {}] });
    expect(mapped.problems).toMatchObject([
      { targetPath: 'lines[1].name', facts: { target: 'Line: name' } },
    ]);
  });

  it('nests paths into records without touching the values it was given', () => {
    const inner = { city: 'Oslo' };
    const nested = nestValues({ address: inner, 'address.zip': '0150', 'a.b.c': 1 });
    expect(nested).toEqual({ address: { city: 'Oslo', zip: '0150' }, a: { b: { c: 1 } } });
    expect(inner).toEqual({ city: 'Oslo' });
  });
});
