// Random mappings over random records: never a crash, never a lost digit, and back again where that is promised.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMapping } from '../../../functions/core/mapping/apply-mapping.ts';
import {
  catalogFieldTypes,
  type FieldCatalog,
} from '../../../functions/core/mapping/catalog-field.ts';
import { conform } from '../../../functions/core/mapping/conform.ts';
import { fieldAt } from '../../../functions/core/mapping/context.ts';
import { diffMappings } from '../../../functions/core/mapping/diff-mappings.ts';
import { type MappingDocument, readMapping } from '../../../functions/core/mapping/document.ts';
import { invertMapping } from '../../../functions/core/mapping/invert-mapping.ts';
import { outlineMapping } from '../../../functions/core/mapping/outline-mapping.ts';
import { nestValues } from '../../../functions/core/mapping/path.ts';
import { validateMapping } from '../../../functions/core/mapping/validate-mapping.ts';
import { moneyValue, step } from './arbitrary-steps.ts';

const choices = [{ value: 'paid', label: 'Paid' }];
const fields = catalogFieldTypes.flatMap((type) => [
  { path: type, label: `A ${type}`, type, ...(type === 'choice' ? { choices } : {}) },
  { path: `short-${type}`, label: `A short ${type}`, type, lengthMax: 5 },
  { path: `rows[].${type}`, label: `A ${type} of a row`, type },
]);
const target: FieldCatalog = { product: 'books', object: 'target', label: 'Target', fields };
const ours: FieldCatalog = { product: 'canonical', object: 'source', label: 'Source', fields };

const path = fc.constantFrom(...fields.map((field) => field.path));
const policy = fc.constantFrom('leave', 'stop', 'ask', { default: 'x' }, { default: 7 });
const tooLong = fc.constantFrom(
  'stop',
  'ask',
  { truncate: '…' },
  { truncate: '' },
  { default: 'x' },
);
const part = fc.constantFrom(
  'first',
  'last',
  'amount',
  'currency',
  'date',
  'number',
  'city',
  'line1',
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const rule = fc.record({
  to: fc.array(fc.record({ path, part: maybe(part) }), { minLength: 1, maxLength: 3 }),
  from: fc.array(
    fc.record({
      path: path.map((one) => `source.${one}`),
      part: maybe(part),
      through: maybe(fc.array(step, { maxLength: 2 })),
    }),
    { maxLength: 3 },
  ),
  through: maybe(fc.array(step, { maxLength: 4 })),
  missing: maybe(policy),
  tooLong: maybe(tooLong),
  wrongType: maybe(policy),
  unmappable: maybe(policy),
});

function documentOf(rules: readonly object[]): MappingDocument {
  return readMapping({
    id: 'random',
    version: 1,
    title: 'Random',
    sources: [{ product: 'canonical', object: 'source' }],
    target: { product: 'books', object: 'target' },
    rules,
  });
}
const document = fc.array(rule, { minLength: 1, maxLength: 8 }).map(documentOf);

const likely = fc.oneof(
  moneyValue,
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(
    '',
    ' ',
    'USD',
    'DE',
    '2026-02-30',
    '2026-05-04',
    '4111111111111111',
    '129.90',
    null,
    Number.NaN,
    1e300,
    2 ** 60,
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.getTime()),
  fc.array(fc.oneof(fc.string(), moneyValue), { maxLength: 3 }),
  fc.record({ line1: fc.string(), city: fc.string(), country: fc.constantFrom('US', 'XX', '') }),
);
const record = fc.oneof(
  fc
    .dictionary(fc.constantFrom(...catalogFieldTypes), likely)
    .chain((flat) =>
      fc
        .array(fc.dictionary(fc.constantFrom(...catalogFieldTypes), likely), { maxLength: 3 })
        .map((rows) => ({ ...flat, rows })),
    ),
  fc.object({
    key: fc.constantFrom(...catalogFieldTypes, 'rows', '__proto__'),
    withNullPrototype: true,
  }),
  fc.anything(),
);

const context = { target, sources: [ours], timeZone: 'America/New_York' };

describe('any mapping over any record', () => {
  it('never throws, and what it fills fits its field', () => {
    fc.assert(
      fc.property(document, record, (random, source) => {
        const mapped = applyMapping(random, { source }, context);
        expect(mapped.complete).toBe(mapped.problems.length + mapped.asks.length === 0);
        for (const [at, value] of Object.entries(mapped.values)) {
          const field = fieldAt(target, at.replace(/\[\d+\]/, '[]'));
          if (field === undefined) throw new Error(`${at} is no field`);
          expect(conform(value, field, 'books')).toEqual({ kind: 'value', value });
          if (typeof value === 'string')
            expect(value.length).toBeLessThanOrEqual(field.lengthMax ?? 1e6);
        }
        expect(JSON.stringify(nestValues(mapped.values))).toBeTypeOf('string');
      }),
      { numRuns: 1500 },
    );
  });

  it('leaves its source as it was, and does the same again', () => {
    fc.assert(
      fc.property(document, record, (random, source) => {
        const before = JSON.stringify(source);
        const first = applyMapping(random, { source }, context);
        nestValues(first.values);
        expect(JSON.stringify(source)).toBe(before);
        expect(applyMapping(random, { source }, context)).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  it('can be checked, told in words, compared and turned round without a crash', () => {
    fc.assert(
      fc.property(document, document, (one, other) => {
        for (const fault of validateMapping(one, { target, sources: [ours] })) {
          expect(fault.message).toMatch(/\.$/);
          expect(fault.message).not.toMatch(/undefined|\[object|NaN/);
        }
        expect(outlineMapping(one)).toHaveLength(one.rules.length);
        expect(diffMappings(one, one)).toEqual([]);
        expect(diffMappings(one, other).every((line) => line !== '')).toBe(true);
        const { document: inverted, left } = invertMapping(one);
        expect((inverted?.rules.length ?? 0) + left.length).toBe(one.rules.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a mapping that passed its check', () => {
  it('never meets a missing field or a value of a kind that was ruled out', () => {
    const clean = fc
      .array(fc.tuple(path, path), { minLength: 1, maxLength: 6 })
      .map((pairs) =>
        documentOf(
          pairs.map(([to, from]) => ({ to: [{ path: to }], from: [{ path: `source.${from}` }] })),
        ),
      )
      .filter((random) =>
        validateMapping(random, { target, sources: [ours] }).every(
          ({ severity }) => severity === 'note',
        ),
      );
    fc.assert(
      fc.property(
        clean,
        fc.dictionary(fc.constantFrom(...catalogFieldTypes), likely),
        (random, source) => {
          const { problems } = applyMapping(random, { source }, context);
          expect(problems.map(({ code }) => code)).not.toContain('mapping-field-gone');
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('digits', () => {
  const amounts = documentOf([
    { to: [{ path: 'amount' }], from: [{ path: 'source.amount' }] },
    { to: [{ path: 'id' }], from: [{ path: 'source.id' }] },
  ]);

  it('of an amount and an id all arrive', () => {
    fc.assert(
      fc.property(moneyValue, fc.bigInt({ min: 0n, max: 10n ** 30n }), (amount, id) => {
        const { values } = applyMapping(amounts, { source: { amount, id: String(id) } }, context);
        expect(BigInt(String(values.amount).replace('.', ''))).toBe(BigInt(amount.minor));
        expect(values.id).toBe(String(id));
      }),
    );
  });

  it('of a decimal text all arrive, or none of it is taken', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?[0-9]{1,40}(\.[0-9]{1,40})?$/), (text) => {
        const { values, problems } = applyMapping(amounts, { source: { amount: text } }, context);
        if (problems.length > 0) expect(text.length).toBeGreaterThan(31);
        else expect(Number(values.amount) === Number(text)).toBe(true);
        if (problems.length === 0) expect(digitsOf(String(values.amount))).toBe(digitsOf(text));
      }),
    );
  });

  it('of a bare number all arrive, or it is refused', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (amount) => {
        const { values } = applyMapping(amounts, { source: { amount } }, context);
        if (values.amount !== undefined)
          expect(Number(values.amount)).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });
});

/** The digits that say something: no sign, no dot, no zeros at the start. */
const digitsOf = (text: string) => text.replace(/[-.]/g, '').replace(/^0+/, '');

describe('a record that goes and comes back', () => {
  const there = documentOf([
    { to: [{ path: 'text' }], from: [{ path: 'source.text' }] },
    {
      to: [
        { path: 'amount', part: 'amount' },
        { path: 'currency', part: 'currency' },
      ],
      from: [{ path: 'source.amount' }],
      through: [{ use: 'from-amount', unit: 'decimal' }],
    },
    {
      to: [{ path: 'choice' }],
      from: [{ path: 'source.region' }],
      through: [{ use: 'table', entries: { captured: 'paid' } }],
    },
    {
      to: [{ path: 'country' }],
      from: [{ path: 'source.country' }],
      through: [{ use: 'country-name' }],
    },
    { to: [{ path: 'instant' }], from: [{ path: 'source.instant' }] },
    { to: [{ path: 'id' }], from: [{ path: 'source.id' }] },
  ]);

  it('is the same', () => {
    const { document: back, left } = invertMapping(there);
    expect(left).toEqual([]);
    if (back === undefined) throw new Error('it can be turned round');
    const source = fc.record({
      text: fc.string().filter((text) => text.trim() !== ''),
      amount: moneyValue,
      region: fc.constant('captured'),
      country: fc.constantFrom('DE', 'US', 'GB', 'JP', 'KR', 'TR'),
      instant: fc
        .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
        .map((date) => date.getTime()),
      id: fc.stringMatching(/^[A-Za-z0-9-]{1,30}$/),
    });
    fc.assert(
      fc.property(source, (record) => {
        const went = applyMapping(there, { source: record }, context);
        expect(went).toMatchObject({ complete: true });
        const came = applyMapping(
          back,
          { target: went.values },
          { target: ours, sources: [target], timeZone: 'UTC' },
        );
        expect(came).toMatchObject({ complete: true, values: record });
      }),
    );
  });
});
