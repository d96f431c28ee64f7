// Properties of the amount field: what it writes it reads back, and nothing is ever read approximately.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDecimal } from '../../../functions/core/domain/money.ts';
import { readAmount, writeAmount } from '../../../widget/panel/amount-input.ts';

const locales = ['en-US', 'de-DE', 'fr-FR', 'de-CH', 'hi-IN', 'ar-EG', 'fa-IR', 'pt-BR', 'sv-SE'];
const currencies = ['USD', 'EUR', 'JPY', 'KWD'];
const locale = fc.constantFrom(...locales);
const currency = fc.constantFrom(...currencies);
const amountMinor = fc.integer({ min: 1, max: 999_999_999_999_999 });

test('every amount that is written is read back to the unit, in every notation', () => {
  fc.assert(
    fc.property(amountMinor, currency, locale, (minor, code, tag) => {
      const text = writeAmount(minor, code, tag);
      expect(readAmount(text, code, tag, minor)).toEqual({ ok: true, amountMinor: minor });
    }),
  );
});

test('every amount that Intl writes with grouping is read back to the unit', () => {
  fc.assert(
    fc.property(amountMinor, locale, (minor, tag) => {
      const decimal = writeAmount(minor, 'USD', 'en-US') as Intl.StringNumericLiteral;
      const grouped = new Intl.NumberFormat(tag, { minimumFractionDigits: 2 }).format(decimal);
      expect(readAmount(grouped, 'USD', tag, minor)).toEqual({ ok: true, amountMinor: minor });
    }),
  );
});

test('nothing above the limit is ever accepted', () => {
  fc.assert(
    fc.property(amountMinor, fc.nat(), currency, locale, (minor, limit, code, tag) => {
      const reading = readAmount(writeAmount(minor, code, tag), code, tag, limit);
      expect(reading.ok).toBe(minor <= limit);
    }),
  );
});

test('any text is either a whole number of units or a fault, and plain decimals agree with the domain', () => {
  const plain = fc.stringMatching(/^\d{1,12}(\.\d{1,4})?$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), plain), currency, (text, code) => {
      const reading = readAmount(text, code, 'en-US', Number.MAX_SAFE_INTEGER);
      if (!reading.ok) return;
      expect(Number.isSafeInteger(reading.amountMinor)).toBe(true);
      const domain = parseDecimal(text.replace(/,/g, ''), code);
      if (domain !== undefined) expect(reading.amountMinor).toBe(domain.minor);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['en-US', 'USD', '1,234.56', { ok: true, amountMinor: 123_456 }],
  ['en-US', 'USD', ' 40 ', { ok: true, amountMinor: 4_000 }],
  ['en-US', 'USD', '.5', { ok: true, amountMinor: 50 }],
  ['en-US', 'USD', '40.000', { ok: true, amountMinor: 4_000 }],
  ['de-DE', 'EUR', '1.234,5', { ok: true, amountMinor: 123_450 }],
  ['de-CH', 'CHF', "1'234.50", { ok: true, amountMinor: 123_450 }],
  ['ar-EG', 'KWD', '١٫٢٣٤', { ok: true, amountMinor: 1_234 }],
  ['de-DE', 'EUR', '40.00', { ok: false, fault: 'not-a-number' }],
  ['en-US', 'USD', '40,00', { ok: false, fault: 'not-a-number' }],
  ['en-US', 'USD', '1,2,3', { ok: false, fault: 'not-a-number' }],
  ['en-US', 'USD', '-5', { ok: false, fault: 'not-a-number' }],
  ['en-US', 'USD', '1e3', { ok: false, fault: 'not-a-number' }],
  ['en-US', 'USD', '.', { ok: false, fault: 'not-a-number' }],
  ['en-US', 'USD', '', { ok: false, fault: 'empty' }],
  ['en-US', 'USD', '0.00', { ok: false, fault: 'zero' }],
  ['en-US', 'USD', '1.234', { ok: false, fault: 'too-precise' }],
  ['en-US', 'JPY', '1.5', { ok: false, fault: 'too-precise' }],
  ['en-US', 'USD', '99999999999999999999', { ok: false, fault: 'over-limit' }],
] as const)('in %s, %s “%s” reads as %o', (tag, code, text, reading) => {
  expect(readAmount(text, code, tag, 999_999_999)).toEqual(reading);
});
