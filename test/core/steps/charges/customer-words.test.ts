// Mails to customers are in the language that the books have for them, with every value in its place.
import { expect, test } from 'vitest';
import { ok } from '../../../../functions/core/domain/result.ts';
import { customerWords } from '../../../../functions/core/steps/charges/customer-words/customer-words.ts';
import { marksIn, textsOf } from '../../../widget/text/word-tables.ts';
import { openChargeStory } from './charge-story.ts';

const english = textsOf(customerWords('en'));

test.each(['ar', 'de', 'es', 'fr', 'ja'])('%s says the same with the same values', (language) => {
  const texts = textsOf(customerWords(language));
  expect([...texts.keys()]).toEqual([...english.keys()]);
  for (const [path, text] of english) {
    expect([path, marksIn(texts.get(path) ?? '')]).toEqual([path, marksIn(text)]);
    if (path !== 'linkSubject') expect([path, texts.get(path)]).not.toEqual([path, text]);
  }
});

test('a language that we have not is written in English, a region is read in its language', () => {
  expect(customerWords('pt_BR')).toBe(customerWords(undefined));
  expect(customerWords('es_MX')).toBe(customerWords('es'));
  expect(customerWords('')).toBe(customerWords('en'));
});

test('a declined card is told of in the customer’s language, and so is the link', async () => {
  const story = openChargeStory();
  const mails: string[] = [];
  Object.assign(story.company, { publicUrl: 'https://pay.example/server/api' });
  story.company.notices.sendMail = async (_, { subject, text }) => {
    mails.push(`${subject}\n${text}`);
    return ok(undefined);
  };
  const cardKey = await story.keepCard();
  const customer = { email: 'buyer@example.com', firstName: 'Some', lastName: 'Buyer' };
  story.records.cards.books.set('customer-1', { ...customer, language: 'de' });
  story.chargeBehaviours.push('decline');
  await story.ask(story.request({ cardKey, retries: true }));
  await story.work();
  expect(mails[0]).toContain('ist noch nicht bezahlt');
  expect(mails[0]).toContain('Wir konnten USD 100.00 für die Rechnung');
  expect(mails[0]).toMatch(/Wir versuchen es am \d+\. \p{L}+ \d{4} noch einmal/u);
  await story.ask(story.request({ sendsMail: true }));
  expect(mails[1]).toContain('Bitte zahlen Sie USD 100.00 für die Rechnung');
  expect(mails.join()).not.toMatch(/charged|Please|link is/);
});
