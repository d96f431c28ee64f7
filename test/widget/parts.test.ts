// Small rules of the widget that repeat a rule of the back end must agree with it everywhere.
import { expect, test } from 'vitest';
import { exponentOf, isCurrency } from '../../functions/core/domain/currency.ts';
import { riskBand as domainBand } from '../../functions/core/domain/fraud.ts';
import { isIntentId } from '../../functions/core/domain/ids.ts';
import { toDecimal } from '../../functions/core/domain/money.ts';
import { themeOfVariables } from '../../widget/hosts/theme.ts';
import { newIntentId } from '../../widget/panel/intent-id.ts';
import { riskBand } from '../../widget/panel/risk-band.ts';
import { decimalsOf, toDecimalText } from '../../widget/parts/minor-units.ts';
import { NOW } from './payments.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

test('every currency has the decimals that the domain says', () => {
  const codes = letters
    .flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)))
    .filter(isCurrency);
  expect(codes.length).toBeGreaterThan(150);
  for (const code of codes) expect([code, decimalsOf(code)]).toEqual([code, exponentOf(code)]);
});

test('decimal text is the domain’s, with a dot at the end where there are no decimals', () => {
  for (const minor of [0, 5, 99, 100, 123_456_789]) {
    expect(toDecimalText(minor, 'USD')).toBe(toDecimal({ minor, currency: 'USD' }));
    expect(toDecimalText(minor, 'KWD')).toBe(toDecimal({ minor, currency: 'KWD' }));
    expect(toDecimalText(minor, 'JPY')).toBe(`${toDecimal({ minor, currency: 'JPY' })}.`);
  }
});

test('every score falls in the band that the domain says', () => {
  for (let score = 0; score < 100; score += 1) expect(riskBand(score)).toBe(domainBand(score));
});

test('an intent id is a ULID of its time, different with other random bytes', () => {
  const first = newIntentId(NOW, new Uint8Array(16).fill(1));
  const second = newIntentId(NOW, new Uint8Array(16).fill(2));
  expect(isIntentId(first)).toBe(true);
  expect(second).not.toBe(first);
  expect(second.slice(0, 10)).toBe(first.slice(0, 10));
  expect(newIntentId(NOW + 1, new Uint8Array(16)) > first.slice(0, 10)).toBe(true);
});

test.each([
  [{ '--zf-body-bg': '#ffffff' }, 'light'],
  [{ '--zf-body-bg': '#1b1e23' }, 'dark'],
  [{ '--zf-body-bg': '#222' }, 'dark'],
  [{ '--zf-primary-color': '#111111', '--zf-page-background': 'rgb(250, 250, 250)' }, 'light'],
  [{ '--zf-primary-color': '#111111' }, 'auto'],
  [{}, 'auto'],
])('the theme variables %o mean %s', (variables, theme) => {
  const style = {
    ...Object.keys(variables),
    length: Object.keys(variables).length,
    getPropertyValue: (name: string) => (variables as Record<string, string>)[name] ?? '',
  };
  expect(themeOfVariables(style as unknown as CSSStyleDeclaration)).toBe(theme);
});
