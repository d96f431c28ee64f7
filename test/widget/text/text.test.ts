// The texts: complete for everything that the back end can say, and exact about money and time.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { amountWords } from '../../../functions/core/contract/amount-words.ts';
import { problems } from '../../../functions/core/contract/problems.ts';
import { enReasons } from '../../../functions/core/contract/reasons/en.ts';
import { movementKinds, movementStates } from '../../../functions/core/domain/movement.ts';
import { paymentStates } from '../../../functions/core/domain/payment.ts';
import { roles } from '../../../functions/core/domain/role.ts';
import { entryTone, paymentTone } from '../../../widget/parts/tone.ts';
import { en } from '../../../widget/text/en.ts';
import { enStory } from '../../../widget/text/en-story.ts';
import { englishAmount } from '../../../widget/text/english-amount.ts';
import { createText } from '../../../widget/text/text.ts';
import { NOW } from '../payments.ts';

const text = createText(en, 'en-US', { timeZone: 'America/New_York', reasons: enReasons });

test('every payment state, movement state, movement kind and role has its words', () => {
  expect(Object.keys(en.paymentStates).sort()).toEqual([...paymentStates].sort());
  expect(Object.keys(enStory.movementStates).sort()).toEqual([...movementStates].sort());
  for (const state of Object.keys(enStory.disputeStates)) expect(movementStates).toContain(state);
  expect(Object.keys(enStory.movementKinds).sort()).toEqual(['payment', ...movementKinds].sort());
  expect(Object.keys(en.roles).sort()).toEqual([...roles].sort());
});

test('money that is not there is never shown as good', () => {
  for (const state of ['declined', 'lost', 'authorized', 'pending-review', 'created', 'news']) {
    expect(paymentTone(state)).not.toBe('good');
  }
  for (const state of ['unknown', 'sent', 'declined', 'failed', 'needs-inspection', 'news']) {
    expect(entryTone('refund', state)).not.toBe('good');
  }
  expect(entryTone('dispute', 'succeeded')).toBe('bad');
});

test('every reason that the gateway’s own client names has a clause', () => {
  const require = createRequire(import.meta.url);
  const models = require.resolve('cybersource-rest-client').replace(/index\.js$/, 'model/');
  const named = [
    'PtsV2PaymentsPost201ResponseErrorInformation',
    'PtsV2PaymentsPost400Response',
    'PtsV2PaymentsCapturesPost400Response',
    'PtsV2PaymentsRefundPost400Response',
    'PtsV2PaymentsReversalsPost400Response',
    'PtsV2PaymentsVoidsPost400Response',
    'PtsV2PaymentsPost502Response',
  ].flatMap((model) => {
    const source = readFileSync(`${models}${model}.js`, 'utf8');
    const list = /The reason of the status\.(.*)/.exec(source)?.[1] ?? '';
    return [...list.matchAll(/- ([A-Z][A-Z_]+)/g)].map((match) => match[1] ?? '');
  });
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((reason) => !Object.hasOwn(enReasons, reason))).toEqual([]);
});

test('every factor code of Decision Manager has a sentence', () => {
  expect(Object.keys(enStory.fraud.factors).join('')).toBe('ABCDEFGHINOPQRTUVWYZ');
});

test('an unknown code is said to be one, with where to look it up', () => {
  expect(text.reason('NEW_REASON')).toBe('code NEW_REASON, look it up in the Business Center');
  expect(enStory.fraud.unknownFactor('K')).toMatch(/^Factor code K: /);
  expect(en.unknownState('on-the-moon').meaning).toMatch(/“on-the-moon”/);
});

test('a problem’s sentence is the server’s, with the codes in it put into words', () => {
  const problem = {
    code: 'refund-declined',
    message: 'The bank declined the refund (INSUFFICIENT_FUND).',
    next: problems['refund-declined'].next,
    facts: { reason: 'INSUFFICIENT_FUND' },
  };
  expect(text.problem(problem)).toEqual({
    sentence: 'The bank declined the refund (there is not enough money).',
    next: problems['refund-declined'].next,
  });
  const refused = {
    code: 'not-allowed',
    message: 'Your role (admin) does not allow this.',
    next: '',
    facts: { role: 'admin' },
  };
  expect(text.problem(refused).sentence).toBe('Your role (administrator) does not allow this.');
});

test.each([
  ['en-US', 4_000, 'USD', 'USD 40.00'],
  ['en-US', 123_456_789_012_345, 'USD', 'USD 1,234,567,890,123.45'],
  ['en-US', 1_500, 'JPY', 'JPY 1,500'],
  ['en-US', 1_234, 'KWD', 'KWD 1.234'],
  ['en-US', 5, 'EUR', 'EUR 0.05'],
  ['de-DE', 123_450, 'EUR', '1.234,50 EUR'],
])('in %s %d minor units of %s are “%s”', (locale, minor, currency, written) => {
  expect(createText(en, locale).money({ minor, currency })).toBe(written);
});

test.each(['en', 'en-US', 'en-GB', 'en-CA', 'en-AU', 'en-NZ', 'en-IE'])(
  'amounts that we write ourselves in %s are the browser’s own to the letter',
  (locale) => {
    for (const decimal of [
      '0.00',
      '0.05',
      '999.99',
      '1000.00',
      '1234567.125',
      '12345.',
      '-1234.50',
    ]) {
      expect(englishAmount(decimal, 'USD', locale)).toBe(amountWords(decimal, 'USD', locale));
    }
  },
);

test.each(['en-IN', 'en-ZA', 'en-DE', 'de', 'ja-JP'])(
  'amounts in %s are the browser’s',
  (locale) => {
    expect(englishAmount('1234567.00', 'USD', locale)).toBeUndefined();
  },
);

test('dates are the organization’s, ages are counted in whole units', () => {
  expect(text.dateTime(NOW)).toMatch(/^Nov 22, 2026, 7:00\sAM$/);
  expect(text.relative(NOW - 20_000, NOW)).toBe('1 minute ago');
  expect(text.relative(NOW, NOW)).toBe('1 minute ago');
  expect(text.relative(NOW - 4 * 60_000, NOW)).toBe('4 minutes ago');
  expect(text.relative(NOW + 2 * 60_000, NOW)).toBe('in 2 minutes');
  expect(text.relative(NOW - 5 * 3_600_000, NOW)).toBe('5 hours ago');
  expect(text.relative(NOW - 72 * 3_600_000, NOW)).toBe('3 days ago');
});

test('a card is named by brand and last four, and by words when it is not known', () => {
  expect(text.card({ brand: 'visa', lastFour: '1111' })).toBe('Visa ..1111');
  expect(text.card({ brand: 'elo', lastFour: '1111' })).toBe('Card ..1111');
  expect(text.card(undefined)).toBe('the card');
});
