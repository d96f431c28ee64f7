// What a message tells of the payment that it is about: numbers, the card's last digits, amounts and days.
import { maskCardData } from './card-data.ts';
import {
  amountsIn,
  datesIn,
  type WrittenAmount,
  type WrittenDate,
} from './find-payment-figures.ts';

/** A number that may be an order's or an invoice's. */
interface WrittenNumber {
  readonly text: string;
  /** What the words beside it call it; `either` for a number with letters before it, `bare` for mere digits. */
  readonly as: 'order' | 'invoice' | 'either' | 'bare';
}

export interface PaymentClues {
  /** Those that words call something first. */
  readonly numbers: readonly WrittenNumber[];
  /** Last four digits of cards that words call so. */
  readonly lastFours: readonly string[];
  readonly amounts: readonly WrittenAmount[];
  readonly dates: readonly WrittenDate[];
}

/** A mail with a long history: what it is about stands above. */
const LENGTH_MAX = 20_000;
/** Of each kind: the values of one search. */
const CLUES_MAX = 20;

const ORDER_WORD =
  'orders?|bestell(?:ung|nummer)|auftrag(?:snummer)?|pedido|commande|ordine|bestelling|注文(?:番号)?|(?:رقم )?الطلب';
const INVOICE_WORD =
  'invoices?|rechnung(?:snummer)?|factura|facture|fattura|factuur|請求書(?:番号)?|(?:رقم )?الفاتورة';
const BETWEEN =
  '[\\s:：.#=-]{0,3}(?:(?:number|num|no|nr|id|número|numéro|n[º°]|№)[\\s:.#=-]{0,3})?(?:is |ist |es |est )?#?';
const NAME = '(?=[A-Z-]{0,10}\\d)([A-Z0-9][A-Z0-9-]{2,29})';
const NO_FIGURE = '(?![.,]\\d|\\s?(?:[$€£¥₹円%]|(?:USD|EUR|GBP|JPY)\\b))';

const marked = (word: string) =>
  new RegExp(`(?<![\\p{L}\\d])(?:${word})${BETWEEN}${NAME}${NO_FIGURE}`, 'giu');
const ORDER = marked(ORDER_WORD);
const INVOICE = marked(INVOICE_WORD);
const HASH = /(?<![\w&])#(\d{3,12})(?!\d)/g;
const PREFIXED = /(?<![\w-])([A-Z]{2,6}-\d{2,12})(?![\w-])/gi;
const BARE = /(?<![\w.,/+-])(\d{3,12})(?![\w/-]|[.,]\d)/g;
const YEAR = /^(?:19|20)\d{2}$/;
const LAST_FOUR =
  /(?:end(?:ing|s|ed)?\s?(?:in|with|on)?|last\s(?:four|4)(?:\sdigits)?(?:\s(?:are|is|of\s(?:the|my)\scard(?:\sare)?))?|endet\sauf|endziffern|letzten\s(?:vier|4)\s(?:ziffern|stellen)|termina(?:da|do)?\sen|finissant\spar|se\sterminant\spar|末尾|下4桁|تنتهي بـ?)[\s:#*x•.]{0,8}(\d{4})(?!\d)|(?:[x*•]{2,}|\.{2,}|…)[\s-]?(\d{4})(?!\d)/giu;

/**
 * Reads a message, in HTML or plain. Whole card numbers are blotted out first: no digit of one becomes a clue.
 * What is read as one thing is not read again as another.
 */
export function cluesIn(message: string): PaymentClues {
  let text: string = maskCardData(plainText(message.slice(0, LENGTH_MAX)));
  const take = <T>(found: readonly T[], words: (one: T) => string): readonly T[] => {
    for (const one of found) text = text.replace(words(one), '\n');
    return found;
  };
  const numbersBy = (pattern: RegExp, as: WrittenNumber['as']) =>
    take([...text.matchAll(pattern)], ([all]) => all).map((match) => ({
      text: match[1] ?? '',
      as,
    }));

  const dates = take(datesIn(text), (one) => one.text);
  const invoices = numbersBy(INVOICE, 'invoice');
  const orders = numbersBy(ORDER, 'order');
  const cards = take([...text.matchAll(LAST_FOUR)], ([all]) => all);
  const named = [...invoices, ...orders, ...numbersBy(HASH, 'order')];
  const prefixed = numbersBy(PREFIXED, 'either');
  const amounts = take(amountsIn(text), (one) => one.text);
  const bare = numbersBy(BARE, 'bare').filter((one) => !YEAR.test(one.text));
  return {
    numbers: distinct([...named, ...prefixed, ...bare], (one) => one.text.toUpperCase()),
    lastFours: distinct(
      cards.map((match) => match[1] ?? match[2] ?? ''),
      (one) => one,
    ),
    amounts: distinct(amounts, (one) => one.text),
    dates: distinct(dates, (one) => `${one.year ?? ''}-${one.month}-${one.day}`),
  };
}

/** The numbers as a search wants them: as they were written, and with capitals. */
export function searchedNumbers({ numbers }: PaymentClues): string[] {
  return [...new Set(numbers.flatMap(({ text }) => [text, text.toUpperCase()]))].slice(
    0,
    CLUES_MAX,
  );
}

function distinct<T>(all: readonly T[], nameOf: (one: T) => string): T[] {
  return [...new Map(all.toReversed().map((one) => [nameOf(one), one])).values()]
    .toReversed()
    .slice(0, CLUES_MAX);
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  euro: '€',
  pound: '£',
  yen: '¥',
  bull: '•',
  hellip: '…',
};

/** The words of an HTML message. */
function plainText(html: string): string {
  return html
    .replace(/<[^<>]{0,5000}>/g, ' ')
    .replace(/&(?:#(\d{2,6})|([a-z]{2,6}));/gi, (all, code?: string, name?: string) => {
      const point = Number(code);
      if (code !== undefined) return point < 0x11_0000 ? String.fromCodePoint(point) : all;
      return ENTITIES[name?.toLowerCase() ?? ''] ?? all;
    });
}
