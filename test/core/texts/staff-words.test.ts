// What is written to staff and into Zoho: each language has every text, with every value in its place, and nothing in English.
import { expect, test } from 'vitest';
import { englishFacts } from '../../../functions/core/contract/problems/fact-words.ts';
import { languages } from '../../../functions/core/domain/language.ts';
import { money } from '../../../functions/core/domain/money.ts';
import { problem } from '../../../functions/core/domain/problem.ts';
import { shippedFlows } from '../../../functions/core/flows/shipped.ts';
import { shippedMappings } from '../../../functions/core/mapping/shipped.ts';
import { staff as ar } from '../../../functions/core/texts/ar/staff-ar.ts';
import { staff as de } from '../../../functions/core/texts/de/staff-de.ts';
import { shippedTexts } from '../../../functions/core/texts/en/shipped.ts';
import { staff as en } from '../../../functions/core/texts/en/staff-en.ts';
import { staff as es } from '../../../functions/core/texts/es/staff-es.ts';
import { staff as fr } from '../../../functions/core/texts/fr/staff-fr.ts';
import { staff as ja } from '../../../functions/core/texts/ja/staff-ja.ts';
import { staffWords } from '../../../functions/core/texts/staff-words.ts';
import { marksIn, textsOf } from '../../widget/text/word-tables.ts';

const others = Object.entries({ ar, de, es, fr, ja });
const tableOf = ({ notices, shipped, factors }: typeof en) =>
  textsOf({ notices, shipped, factors });
const english = tableOf(en);

test.each(others)('%s says everything that English says, with the same values', (_, tables) => {
  const texts = tableOf(tables);
  expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  const wrong = [...english].filter(
    ([path, text]) => valuesIn(text).join() !== valuesIn(texts.get(path) ?? '').join(),
  );
  expect(wrong).toEqual([]);
});

/** Marks, places of mappings (`{number}`) and paths of flows (`{$read.amount}`). */
function valuesIn(text: string): readonly string[] {
  return [...marksIn(text), ...(text.match(/\{\$[\w.]+\}/g) ?? [])].sort();
}

test.each(others)('%s leaves nothing in English', (name, tables) => {
  const texts = tableOf(tables);
  const same = [...english].filter(([path, text]) => {
    const words = text.replace(/‹\d›|\{\$?[\w.]+\}/g, '');
    return /[a-z]{2}/i.test(words) && texts.get(path) === text;
  });
  // The same word in both.
  expect(same.map(([path]) => path)).toEqual(name === 'fr' ? ['notices.roles.agent'] : []);
});

test.each(others)('%s has all words that our sentences are filled with', (_, { facts }) => {
  expect(englishFacts.filter((fact) => (facts[fact] ?? fact) === fact)).toEqual([]);
});

test('every text for people in a shipped flow or mapping is in the tables, and no other', () => {
  const found = new Set<string>();
  for (const flow of shippedFlows().values()) {
    for (const node of Object.values(flow.nodes)) {
      for (const text of Object.values('with' in node ? node.with : node)) {
        if (typeof text === 'string' && !text.startsWith('$') && isSentence(text)) found.add(text);
      }
    }
  }
  for (const mapping of shippedMappings().values()) {
    for (const { from, through = [] } of mapping.rules) {
      const steps = [...through, ...from.flatMap((source) => source.through ?? [])];
      for (const { use, text, value } of steps) {
        if (use === 'template' && isSentence(`${text}`)) found.add(`${text}`);
        if (use === 'default' && isWords(value)) found.add(value);
      }
    }
  }
  expect([...found].sort()).toEqual(Object.values(shippedTexts).sort());
});

/** Has words of its own beside its places, and is no key. */
function isSentence(text: string): boolean {
  const words = text.replace(/\{[^}]*\}/g, '');
  return /\{/.test(text) && /\p{L}{2}/u.test(words) && / /.test(text);
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z ]+$/.test(value);
}

test('in Arabic every value stands by itself, so that amounts and ids are not torn apart', async () => {
  const { notices, within } = await staffWords('ar');
  const loose = [...textsOf(notices)].filter(([, text]) =>
    (text.match(/‹\d›/g) ?? []).some((mark) => !text.includes(`\u2068${mark}\u2069`)),
  );
  expect(loose).toEqual([]);
  expect(within('INV-7')).toBe('\u2068INV-7\u2069');
});

test.each([
  ['en', 'USD 1,234.50', 'Nov 19, 2026'],
  ['de', '1.234,50 USD', '19.11.2026'],
  ['es', '1234,50 USD', '19 nov 2026'],
  ['fr', '1 234,50 USD', '19 nov. 2026'],
  ['ja', 'USD 1,234.50', '2026/11/19'],
] as const)('amounts and days are written as in %s', async (language, amount, day) => {
  const { money: write, within } = await staffWords(language);
  // Narrow spaces between thousands are as good as others.
  const plain = (text: string) => text.replaceAll('\u202f', ' ');
  expect(plain(write(money(123_450, 'USD')))).toBe(amount);
  expect(plain(within('USD 1234.50'))).toBe(amount);
  expect(within('2026-11-19')).toBe(day);
});

test('problems, reasons, disputes and states are told in the language', async () => {
  const german = await staffWords('de');
  const facts = { left: 'USD 12.50', asked: 'USD 2000.00' };
  expect(german.problem(problem('refund-over-limit', 'fix-input', facts)).sentence).toBe(
    'Nur 12,50 USD können noch erstattet werden; 2.000,00 USD waren verlangt.',
  );
  expect(german.reason('202')).toBe('die Karte ist abgelaufen');
  expect(german.reason('D')).toBe('die E-Mail-Adresse ist riskant');
  expect(german.reason('10.4')).toBe('der Karteninhaber sagt, es war Betrug (10.4)');
  expect(german.reason('NEW_CODE')).toBe('Grund NEW_CODE');
  expect(german.dispute('The cardholder says it was fraud (reason 10.4)')).toBe(
    'Der Karteninhaber sagt, es war Betrug (10.4)',
  );
  expect(german.dispute('Reason 99 of the card scheme: see the case in the Business Center')).toBe(
    'Grund 99: siehe den Fall im Business Center',
  );
  expect(german.state('voided')).toBe('storniert');
  expect(german.shipped('A text of the company’s own')).toBeUndefined();
});

test('each language is loaded once', async () => {
  for (const language of languages) {
    expect(await staffWords(language)).toBe(await staffWords(language));
  }
});
