// Messages of any kind: nothing of a card number is read, what is marked is found, and reading always ends soon.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitPayments } from '../../../functions/core/domain/find-payment-fit.ts';
import { cluesIn } from '../../../functions/core/domain/find-payment-in-text.ts';
import { toDecimal } from '../../../functions/core/domain/money.ts';

const withCheckDigit = (digits: string) => {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
};
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const cardNumber = fc
  .constantFrom('4111', '4242', '5105', '5555', '3782')
  .chain((start) =>
    digits((start === '3782' ? 15 : 16) - 1 - start.length).map((rest) =>
      withCheckDigit(start + rest),
    ),
  );
const grouped = (card: string, gap: string) =>
  card.length === 15
    ? [card.slice(0, 4), card.slice(4, 10), card.slice(10)].join(gap)
    : (card.match(/\d{4}/g) ?? []).join(gap);
const words = fc.constantFrom('my card', 'card ending in', 'order', 'paid with', 'number:', '');

describe('cluesIn', () => {
  it('has no digit of a whole card number, however it is written', () => {
    fc.assert(
      fc.property(
        cardNumber,
        fc.constantFrom('', ' ', '-'),
        words,
        words,
        (card, gap, before, behind) => {
          const clues = cluesIn(`<p>${before} ${grouped(card, gap)} ${behind}</p>`);
          expect(clues).toEqual({ numbers: [], lastFours: [], amounts: [], dates: [] });
        },
      ),
    );
  });

  it('finds the number that is called an order, whatever else is said', () => {
    const prose = fc.stringMatching(/^[a-z ,.!?\n]{0,80}$/);
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999_999_999 }), prose, prose, (order, a, b) => {
        const clues = cluesIn(`${a}\norder ${order}\n${b}`);
        expect(clues.numbers).toContainEqual({ text: String(order), as: 'order' });
      }),
    );
  });

  it('ends soon on any text, with few clues', () => {
    const pieces = fc.constantFrom(
      '$',
      '1',
      '.',
      ',',
      ' ',
      '#',
      '-',
      'a',
      '/',
      '<',
      '&',
      '*',
      'order',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(pieces, { maxLength: 3_000 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const clues = cluesIn(text);
        for (const found of Object.values(clues)) expect(found.length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 60 },
    );
  });
});

describe('fitPayments', () => {
  it('knows an amount as the reader’s language writes it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'GBP'),
        fc.constantFrom('en', 'de', 'fr', 'es', 'ja'),
        (amountMinor, currency, locale) => {
          const decimal = toDecimal({ minor: amountMinor, currency }) as `${number}`;
          const written = new Intl.NumberFormat(locale, {
            style: 'currency',
            currency,
            currencyDisplay: 'code',
          }).format(decimal);
          const payment = {
            key: 'p1',
            lastFour: '1111',
            amountMinor,
            currency,
            submittedAt: Date.UTC(2026, 10, 18),
            isByWriter: false,
          };
          const clues = cluesIn(`${written}, card ending in 1111`);
          expect(fitPayments([payment], clues, 'UTC').payments).toEqual([
            { key: 'p1', reasons: ['card', 'amount'] },
          ]);
        },
      ),
    );
  });
});
