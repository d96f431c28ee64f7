// The languages: each says everything that English says, with the same values, and nothing in English by accident.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { problems } from '../../../functions/core/contract/problems.ts';
import { enReasons } from '../../../functions/core/contract/reasons/en.ts';
import { text as arCardPage } from '../../../widget/card-page/languages/ar.ts';
import { text as deCardPage } from '../../../widget/card-page/languages/de.ts';
import { text as esCardPage } from '../../../widget/card-page/languages/es.ts';
import { text as frCardPage } from '../../../widget/card-page/languages/fr.ts';
import { text as jaCardPage } from '../../../widget/card-page/languages/ja.ts';
import { english as enCardPage } from '../../../widget/card-page/text.ts';
import { tables as arSettings } from '../../../widget/console/settings/ar-settings.ts';
import { enAudit } from '../../../widget/console/settings/audit/en-audit.ts';
import { enData } from '../../../widget/console/settings/data/en-data.ts';
import { tables as deSettings } from '../../../widget/console/settings/de-settings.ts';
import { enSections } from '../../../widget/console/settings/en-sections.ts';
import { enSettings } from '../../../widget/console/settings/en-settings.ts';
import { tables as esSettings } from '../../../widget/console/settings/es-settings.ts';
import { tables as frSettings } from '../../../widget/console/settings/fr-settings.ts';
import { tables as jaSettings } from '../../../widget/console/settings/ja-settings.ts';
import { enPeople } from '../../../widget/console/settings/people/en-people.ts';
import { enRules } from '../../../widget/console/settings/rules/en-rules.ts';
import { enSecrets } from '../../../widget/console/settings/secrets/en-secrets.ts';
import { disputeReason } from '../../../widget/panel/dispute-reason.ts';
import { tables as ar } from '../../../widget/text/ar/ar.ts';
import { tables as de } from '../../../widget/text/de/de.ts';
import { en } from '../../../widget/text/en.ts';
import { enBooksPreview } from '../../../widget/text/en-books-preview.ts';
import { enCharges } from '../../../widget/text/en-charges.ts';
import { enCustomer } from '../../../widget/text/en-customer.ts';
import { enFlowButtons } from '../../../widget/text/en-flow-buttons.ts';
import { enMoves } from '../../../widget/text/en-moves.ts';
import { enRefund, refundTexts } from '../../../widget/text/en-refund.ts';
import { enStory } from '../../../widget/text/en-story.ts';
import { enTicket } from '../../../widget/text/en-ticket.ts';
import { tables as es } from '../../../widget/text/es/es.ts';
import { tables as fr } from '../../../widget/text/fr/fr.ts';
import { tables as ja } from '../../../widget/text/ja/ja.ts';
import { directionOf, languageOf } from '../../../widget/text/reader-language.ts';
import { speak } from '../../../widget/text/speak.ts';
import { spokenTables } from '../../../widget/text/spoken.ts';
import { createText } from '../../../widget/text/text.ts';
import { marksIn, textsOf } from './word-tables.ts';

const { facts: _, ...panel } = en;
const english = textsOf({
  panel,
  booksPreview: enBooksPreview,
  charges: enCharges,
  customer: enCustomer,
  flowButtons: enFlowButtons,
  moves: enMoves,
  problems,
  reasons: enReasons,
  refund: enRefund,
  story: enStory,
  ticket: enTicket,
  settings: enSettings,
  sections: enSections,
  rules: enRules,
  people: enPeople,
  audit: enAudit,
  secrets: enSecrets,
  data: enData,
  cardPage: enCardPage,
});

const languages = [
  { name: 'de', tables: { ...de, ...deSettings, cardPage: deCardPage } },
  { name: 'es', tables: { ...es, ...esSettings, cardPage: esCardPage } },
  { name: 'fr', tables: { ...fr, ...frSettings, cardPage: frCardPage } },
  { name: 'ja', tables: { ...ja, ...jaSettings, cardPage: jaCardPage } },
  { name: 'ar', tables: { ...ar, ...arSettings, cardPage: arCardPage } },
].map(({ name, tables }) => {
  const { facts, ...words } = tables.panel;
  return { name, texts: textsOf({ ...tables, panel: words }), facts };
});

test.each(languages)('$name says everything that English says, and nothing more', ({ texts }) => {
  const missing = [...english.keys()].filter((path) => !texts.has(path));
  const unused = [...texts.keys()].filter((path) => !english.has(path));
  expect({ missing, unused }).toEqual({ missing: [], unused: [] });
});

test.each(languages)('$name puts the same values into each text as English', ({ texts }) => {
  const wrong = [...english].flatMap(([path, text]) => {
    const [wanted, found] = [marksIn(text), marksIn(texts.get(path) ?? '')];
    // How often a subscription is charged is said by words of its own, tested below.
    if (path === 'customer.every') return [];
    return wanted.join() === found.join() ? [] : [`${path}: ${wanted} but ${found}`];
  });
  expect(wrong).toEqual([]);
});

/** Names, codes, examples and paths through Zoho’s own screens, which are the same everywhere. */
const NAMES =
  /^(panel\.brands|cardPage\.expiryHint|audit\.system|audit\.check\.command|settings\.(products|merchants\.processors\.visa|fields\.where|doors\.kinds\.slack|doors\.confirmsPayers))/;

/** Words that a language shares with English. */
const shared: Readonly<Record<string, readonly string[]>> = {
  de: ['rules.history.version'],
  es: ['settings.doors.rolesTitle'],
  fr: [
    'panel.roles.agent',
    'customer.columns.date',
    'flowButtons.title',
    'moves.words.capture.title',
    'story.movementKinds.capture',
    'ticket.reasons.date',
    'ticket.searched.dates',
    'sections.names.secrets',
    'rules.people.agent',
    'rules.movements.capture',
    'rules.history.title',
    'rules.history.version',
    'secrets.title',
    'cardPage.email',
  ],
  ja: [],
  ar: [],
};

test.each(languages)('$name leaves nothing in English by accident', ({ name, texts }) => {
  const same = [...english].filter(([path, text]) => {
    const words = text.replace(/‹\d›|\{\w+\}/g, '');
    return /[a-z]{2}/i.test(words) && texts.get(path) === text && !NAMES.test(path);
  });
  expect(same.map(([path]) => path)).toEqual(shared[name]);
});

test.each(languages)('$name names no code where words belong', ({ texts }) => {
  const raw = [...texts].filter(([path, text]) => {
    const names = /TALLYBRIDGE_PUBLIC_URL|SQL|USD/g;
    return (
      !path.includes('command') &&
      /[A-Z]{2,}_[A-Z_]+|undefined|NaN|\[object/.test(text.replace(names, ''))
    );
  });
  expect(raw).toEqual([]);
});

test('each language has the words that the server’s sentences are filled with', () => {
  const [first, ...others] = languages.map(({ facts }) => Object.keys(facts).sort());
  for (const keys of others) expect(keys).toEqual(first);
});

test('counted words follow the language: six forms in Arabic, one in Japanese', () => {
  const counted = (times: typeof ar.customer.times) =>
    [0, 1, 2, 3, 11, 100].map((count) => times(count, String(count)));
  expect(new Set(counted(ar.customer.times)).size).toBe(6);
  expect(counted(ar.customer.times).slice(1, 4)).toEqual(['مرة واحدة', 'مرتين', '3 مرات']);
  expect(counted(ja.customer.times)).toEqual(['0 回', '1 回', '2 回', '3 回', '11 回', '100 回']);
  expect(de.customer.every(1, 'month')).toBe('jeden Monat');
  expect(fr.customer.every(2, 'week')).toBe('tous les 2 semaines');
  expect(ar.customer.every(2, 'year')).toBe('كل سنتين');
});

test('a problem is told in the reader’s language, with its money and words as that language has them', () => {
  const text = createText(de.panel, 'de-DE', { reasons: de.reasons, problems: de.problems });
  const over = {
    code: 'refund-over-limit',
    message: 'Only USD 1234.50 can still be refunded; USD 2000.00 was asked for.',
    next: 'Enter USD 1234.50 or less.',
    facts: { left: 'USD 1234.50', asked: 'USD 2000.00' },
  };
  expect(text.problem(over)).toEqual({
    sentence: 'Nur 1.234,50 USD können noch erstattet werden; 2.000,00 USD waren verlangt.',
    next: 'Geben Sie 1.234,50 USD oder weniger ein.',
  });
  const declined = {
    code: 'card-declined',
    message: '',
    next: '',
    facts: { reason: 'EXPIRED_CARD' },
  };
  expect(text.problem(declined).sentence).toBe(
    'Die Karte wurde abgelehnt (die Karte ist abgelaufen).',
  );
});

test('why a rule forbids something is told in the reader’s language too', () => {
  const text = createText(es.panel, 'es-ES', { problems: es.problems });
  const cause = {
    code: 'policy-amount',
    message: 'It is above USD 500.00, the limit for one movement.',
    next: '',
    facts: { limit: 'USD 500.00' },
  };
  const facts = { by: 'an approver', why: cause.message };
  const beyond = { code: 'movement-beyond-role', message: '', next: '', facts, causes: [cause] };
  expect(text.problem(beyond)).toEqual({
    sentence: 'No puede hacerlo por su cuenta. Supera 500,00 USD, el límite por movimiento.',
    next: 'Deje que lo haga un aprobador.',
  });
});

test('why a payment is disputed is told in the reader’s language, a new code as a code', () => {
  const told = (reason: string) => disputeReason(reason, de.panel);
  expect(told('The cardholder says it was fraud (reason 10.4)')).toBe(
    'Der Karteninhaber sagt, es war Betrug (10.4)',
  );
  expect(told('The card scheme gave no reason')).toBe('Die Kartenorganisation nannte keinen Grund');
  expect(told('Reason 99 of the card scheme: see the case in the Business Center')).toContain('99');
  expect(disputeReason('Something else', en)).toBe('Something else');
});

test('a problem that a language does not know is told as the server tells it', () => {
  const text = createText(de.panel, 'de-DE', { problems: de.problems });
  const news = { code: 'not-yet-known', message: 'Something new.', next: 'Wait.' };
  expect(text.problem(news)).toEqual({ sentence: 'Something new.', next: 'Wait.' });
});

test('the tables speak the reader’s language once it is loaded, and English when it does not come', async () => {
  const never = () => () => {};
  expect(refundTexts.confirm.yes('USD 1.00')).toBe('Yes, refund USD 1.00');
  const file = async () => ({ tables: de });
  const broken = async () => Promise.reject(new Error('not there'));
  await speak('de-CH', never, { ar: broken, de: broken, es: broken, fr: broken, ja: broken });
  expect(refundTexts.done).toBe('Done');
  await speak('de-CH', never, { ar: broken, de: file, es: broken, fr: broken, ja: broken });
  expect(refundTexts.confirm.yes('USD 1.00')).toBe('Ja, USD 1.00 erstatten');
  expect(refundTexts.quickReasons[0]).toBe('Ware zurückgegeben');
  spokenTables.value = {};
  expect(refundTexts.done).toBe('Done');
});

test('a slow language does not keep the page from being shown', async () => {
  const now = (_: number, run: () => void) => {
    run();
    return () => {};
  };
  const slow = () => new Promise<never>(() => {});
  await speak('fr', now, { ar: slow, de: slow, es: slow, fr: slow, ja: slow });
  expect(refundTexts.done).toBe('Done');
});

test('a locale is read in its language, from right to left in Arabic', () => {
  expect(['de-AT', 'es-419', 'fr', 'ja-JP', 'ar-EG', 'pt-BR', 'en-GB'].map(languageOf)).toEqual([
    'de',
    'es',
    'fr',
    'ja',
    'ar',
    'en',
    'en',
  ]);
  expect(directionOf('ar-AE')).toBe('rtl');
  expect(directionOf('he')).toBe('ltr');
});

const widget = fileURLToPath(new URL('../../../widget', import.meta.url));
const sourcesOf = (ending: RegExp) =>
  readdirSync(widget, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !file.startsWith('dist'))
    .map((file) => ({ file, source: readFileSync(`${widget}/${file}`, 'utf8') }));

test('styles name no left and right, which change sides with the language', () => {
  const physical =
    /(?<!inset-inline)[\s;{](?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|float)\s*:|text-align:\s*(?:left|right)/;
  const sheets = sourcesOf(/\.css$/);
  expect(sheets.length).toBeGreaterThan(3);
  expect(sheets.filter(({ source }) => physical.test(source)).map(({ file }) => file)).toEqual([]);
});

test('no view reads an English table, whatever its reader’s language', () => {
  const views = sourcesOf(/\.tsx$/);
  expect(views.length).toBeGreaterThan(50);
  const english = views.filter(({ source }) =>
    /import \{[^}]*\ben[A-Z]?\w*\b[^}]*\} from '[^']*\/en(?:-|\.)/.test(source),
  );
  expect(english.map(({ file }) => file)).toEqual([]);
});
