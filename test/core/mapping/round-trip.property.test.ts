// Transforms that have an inverse give back what went in; those of money and time are held to plain arithmetic.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponentOf } from '../../../functions/core/domain/currency.ts';
import { addressCountries } from '../../../functions/core/mapping/address/formats.ts';
import { joinAddress } from '../../../functions/core/mapping/address/join-address.ts';
import { splitAddress } from '../../../functions/core/mapping/address/split-address.ts';
import { countryCode } from '../../../functions/core/mapping/country.ts';
import {
  type Rounding,
  readDecimal,
  rounded,
  roundings,
} from '../../../functions/core/mapping/decimal.ts';
import type { TransformContext, TransformStep } from '../../../functions/core/mapping/transform.ts';
import { transformOf, transforms } from '../../../functions/core/mapping/transforms/all.ts';
import { isMoney, type MappingValue } from '../../../functions/core/mapping/value.ts';
import { instantOf, wallTime } from '../../../functions/core/mapping/zoned-time.ts';
import { coveredTransforms, currency, moneyValue } from './arbitrary-steps.ts';

const context: TransformContext = {
  timeZone: 'Europe/Berlin',
  tables: new Map(),
  rate: () => undefined,
};

/** As `readMapping` does it: what has a default gets it. */
function accepted(step: TransformStep): TransformStep {
  return transformOf(step.use).schema().parse(step) as unknown as TransformStep;
}

function apply(step: TransformStep, value: MappingValue): MappingValue {
  const outcome = transformOf(step.use).apply(value, accepted(step), context);
  if (outcome.kind !== 'value') throw new Error(`${step.use} gives ${JSON.stringify(outcome)}`);
  return outcome.value;
}

const word = fc.stringMatching(/^[A-Z][a-z]{1,9}$/);
const day = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Pacific/Apia',
  'Asia/Kathmandu',
);

/** What each step that can be undone is promised for. */
const undone: Readonly<Record<string, fc.Arbitrary<readonly [TransformStep, MappingValue]>>> = {
  join: fc.tuple(
    fc.constant({ use: 'join', separator: ', ', parts: ['a', 'b'] }),
    fc.record({ a: word, b: word }),
  ),
  split: fc.tuple(
    fc.constant({ use: 'split', separator: '-', parts: ['a', 'b'] }),
    fc.tuple(word, word).map((both) => both.join('-')),
  ),
  table: fc.tuple(
    fc.constant({
      use: 'table',
      entries: { captured: 'Paid', authorized: 'Open', voided: 'Void' },
    }),
    fc.constantFrom('captured', 'authorized', 'voided'),
  ),
  'from-amount': fc.tuple(
    fc.constantFrom({ use: 'from-amount', unit: 'decimal' }, { use: 'from-amount', unit: 'minor' }),
    moneyValue,
  ),
  'to-amount': fc.tuple(
    fc.constant({ use: 'to-amount', unit: 'minor' }),
    fc.record({ amount: fc.integer(), currency }),
  ),
  'start-of-day': fc.tuple(
    zone.map((timeZone) => ({ use: 'start-of-day', timeZone })),
    day,
  ),
  'read-date': fc.tuple(
    fc.constant({ use: 'read-date', pattern: 'dd/MM/yyyy' }),
    day.map((text) => text.split('-').toReversed().join('/')),
  ),
  'write-date': fc.tuple(
    fc.constantFrom(
      { use: 'write-date', pattern: 'MM/dd/yyyy' },
      { use: 'write-date', pattern: 'dd MMM yyyy' },
    ),
    day,
  ),
  'join-address': fc.tuple(
    fc.constant({ use: 'join-address' }),
    fc.record({
      line1: word,
      city: word,
      postalCode: fc.stringMatching(/^[0-9]{5}$/),
      country: fc.constantFrom('DE', 'FR', 'FI'),
    }),
  ),
  'country-name': fc.tuple(
    fc.constant({ use: 'country-name' }),
    fc.constantFrom(...addressCountries),
  ),
  'country-code': fc.tuple(
    fc.constant({ use: 'country-code' }),
    fc.constantFrom('Germany', 'Japan', 'United States'),
  ),
  'split-name': fc.tuple(
    fc.constant({ use: 'split-name' }),
    fc
      .array(fc.oneof(word, fc.constantFrom('van', 'de', 'la')), { minLength: 1, maxLength: 5 })
      .map((words) => words.join(' ')),
  ),
};

describe('a step and the step that undoes it', () => {
  it.each(Object.entries(undone))('%s gives back what went in', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, ([step, value]) => {
        const inverse = transformOf(step.use).inverse?.(accepted(step));
        if (inverse === undefined) throw new Error(`${step.use} can be undone`);
        const back = apply(inverse, apply(step, value));
        expect(back).toEqual(value);
      }),
    );
  });

  it('are tried for every transform that says it can be undone', () => {
    const able = transforms.filter(({ inverse }) => inverse !== undefined).map(({ name }) => name);
    expect(able.toSorted()).toEqual(Object.keys(undone).toSorted());
    expect(transforms.map(({ name }) => name).toSorted()).toEqual(coveredTransforms.toSorted());
  });
});

describe('rounding and conversion', () => {
  const decimal = fc.record({
    units: fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
    scale: fc.integer({ min: 0, max: 12 }),
  });

  it('stay within one unit, and within half of one where halves are named', () => {
    fc.assert(
      fc.property(
        decimal,
        fc.integer({ min: 0, max: 12 }),
        fc.constantFrom(...roundings),
        (exact, scale, how) => {
          const near = rounded(exact, scale, how);
          // Both over the same denominator.
          const a = exact.units * 10n ** BigInt(scale);
          const b = near.units * 10n ** BigInt(exact.scale);
          const unit = 10n ** BigInt(exact.scale);
          const off = a > b ? a - b : b - a;
          expect(near.scale).toBe(scale);
          expect(off < unit).toBe(true);
          if (how.startsWith('half')) expect(off * 2n <= unit).toBe(true);
          if (how === 'down') expect(abs(b) <= abs(a)).toBe(true);
          if (how === 'up') expect(abs(b) >= abs(a)).toBe(true);
        },
      ),
    );
  });

  it('equal the plain arithmetic of fractions', () => {
    const rate = fc.stringMatching(/^[1-9][0-9]{0,3}\.[0-9]{1,6}$/);
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        currency,
        currency,
        rate,
        fc.constantFrom<Rounding>('down', 'up'),
        (minor, from, to, text, rounding) => {
          fc.pre(from !== to);
          const step = { use: 'convert-currency', to, rates: 'fixed', rate: text, rounding };
          const made = apply(step, { minor, currency: from });
          if (!isMoney(made)) throw new Error('no amount');
          const { units, scale } = readDecimal(text) ?? { units: 0n, scale: 0 };
          const over = 10n ** BigInt(scale + exponentOf(from));
          const exact = abs(BigInt(minor) * units) * 10n ** BigInt(exponentOf(to));
          const whole = exact / over + (rounding === 'up' && exact % over !== 0n ? 1n : 0n);
          expect(abs(BigInt(made.minor))).toBe(whole);
        },
      ),
    );
  });
});

const abs = (value: bigint) => (value < 0n ? -value : value);

describe('clocks', () => {
  it('show the same instant again, except in the hour that comes twice', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const instant = fc.integer({
      min: Date.UTC(1975, 0, 1) / 1000,
      max: Date.UTC(2060, 0, 1) / 1000,
    });
    fc.assert(
      fc.property(zones, instant, (timeZone, seconds) => {
        const wall = wallTime(seconds * 1000, timeZone);
        if (wall === undefined) throw new Error('no wall time');
        const again = instantOf(wall, timeZone) ?? Number.NaN;
        // The first of two is taken, so an instant in the second comes back earlier by the change.
        const early = seconds * 1000 - again;
        expect([0, 1_200_000, 1_800_000, 3_600_000, 7_200_000, 10_800_000, 86_400_000]).toContain(
          early,
        );
        expect(wallTime(again, timeZone)).toEqual(wall);
      }),
      { numRuns: 300 },
    );
  });
});

describe('addresses of any kind', () => {
  const words = (text: string) => text.split(/[\s,]+/).filter((one) => one !== '');

  it('lose no word when they are taken apart', () => {
    const text = fc.array(
      fc.oneof(word, fc.stringMatching(/^[0-9]{2,6}$/), fc.constantFrom(',', '\n', 'CA')),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, ...addressCountries), (pieces, home) => {
        const whole = pieces.join(' ');
        fc.pre(words(whole).length > 0);
        const { country, ...found } = splitAddress(whole, home);
        const kept = Object.values(found).flatMap(words).toSorted();
        const had = words(whole).toSorted();
        // A last line that names a country has become its code.
        const lost = had.filter((one) => !kept.includes(one));
        if (lost.length > 0) expect(countryCode(lost.join(' '))).toBe(country);
        for (const one of kept) expect(had).toContain(one);
      }),
      { numRuns: 500 },
    );
  });

  it('hold every part when they are joined', () => {
    const address = fc.record(
      {
        line1: word,
        line2: word,
        city: word,
        region: word,
        postalCode: fc.stringMatching(/^[0-9]{4,6}$/),
        country: fc.constantFrom(...addressCountries, 'SB'),
      },
      { requiredKeys: ['line1'] },
    );
    fc.assert(
      fc.property(address, ({ country, ...parts }) => {
        const text = joinAddress(
          { ...parts, ...(country === undefined ? {} : { country }) },
          '\n',
          false,
        );
        for (const part of Object.values(parts)) expect(text).toContain(part);
      }),
    );
  });
});
