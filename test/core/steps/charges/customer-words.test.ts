// Mails to customers are in the language that the books have for them, with every value in its place.
import { expect, test } from 'vitest';
import { ok } from '../../../../functions/core/domain/result.ts';
import { customerWords } from '../../../../functions/core/texts/customer-words.ts';
import { marksIn, textsOf } from '../../../widget/text/word-tables.ts';
import { openChargeStory } from './charge-story.ts';

/** Its texts; amounts and days are written by their own means. */
async function tableOf(language: string) {
  const { money: _money, day: _day, ...texts } = await customerWords(language);
  return textsOf(texts);
}

const english = await tableOf('en');

test.each(['ar', 'de', 'es', 'fr', 'ja'])(
  '%s says the same with the same values',
  async (language) => {
    const texts = await tableOf(language);
    expect([...texts.keys()]).toEqual([...english.keys()]);
    for (const [path, text] of english) {
      expect([path, marksIn(texts.get(path) ?? '')]).toEqual([path, marksIn(text)]);
      if (path !== 'linkSubject') expect([path, texts.get(path)]).not.toEqual([path, text]);
    }
  },
);

test('a language that we have not is written in English, a region is read in its language', async () => {
  expect(await customerWords('pt_BR')).toBe(await customerWords(undefined));
  expect(await customerWords('es_MX')).toBe(await customerWords('es'));
  expect(await customerWords('')).toBe(await customerWords('en'));
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
  expect(mails[0]).toContain('Wir konnten 100,00 USD für die Rechnung');
  expect(mails[0]).toMatch(/Wir versuchen es am \d+\. \p{L}+ \d{4} noch einmal/u);
  await story.ask(story.request({ sendsMail: true }));
  expect(mails[1]).toContain('Bitte zahlen Sie 100,00 USD für die Rechnung');
  expect(mails.join()).not.toMatch(/charged|Please|link is/);
});
