// Splits field names and labels into plain words, so that `billTo.postalCode` and "Bill-to ZIP Code" can be compared.

/** Other spellings, short forms and inflections, by the word that stands for them; most are of the payments field. */
const SAME_WORDS: ReadonlyMap<string, string> = spellings(`
account: acct acc acnt
address: addr adr adrs
administrative: admin
amount: amt amnt
approval: approved appr
attention: attn
authorization: auth authorisation authorize authorise authz
authorized: authorised
balance: bal
bank: bnk
birth: born birthday birthdate
captured: capture captures
card: cc creditcard
charge: chg
check: cheque
city: town locality
closed: closing close
code: cd
company: organization organisation org firm employer
completed: complete completion
country: cntry ctry nation
created: creation create
currency: curr ccy cur
customer: cust client buyer payer purchaser cstmr consumer debtor
date: dt
deliver: dlv
delivery: delivered
department: dept
description: desc descr
dispute: chargeback chargebacks disputed
document: doc
email: emailaddress
employee: emp
exchange: fx forex
expiry: exp expiration expires expire expiring
first: 1st fst
four: 4
gateway: gtwy pg psp
identifier: ident
invoice: inv bill_document
item: itm
language: lang
last: lst
locale: loc
manager: mgr
merchant: mch mrch
message: msg
method: mthd
mobile: cell cellphone handphone handset
modified: updated update changed modification edited lastmodified
month: mth mon mm
name: nm
note: remark memo annotation
number: no num nbr nr numb #
opportunity: potential deal
order: ord
original: orig
paid: pd
payment: pmt pymt pay pymnt paymt
percent: pct percentage perc %
phone: tel telephone ph fone
postal: post
previous: prev
price: prc
processor: acquirer
product: prod article
purchase: purch
quantity: qty quant
reason: rsn
received: recd recv
reconciliation: recon
reference: ref refs refer referencia
refund: rfnd
refunded: refunding
region: rgn
request: req rqst
response: resp reply rsp
result: res rslt
salesperson: salesrep seller
secondary: alternate alternative alt additional
sequence: seq
settlement: settle settled settl
shipment: shpmt
shipping: shpg freight postage
six: 6
standard: std
state: prov province
status: stat sts
street: str strt
submitted: submit submission placed
subtotal: subtot
surname: lname
supplier: vendor
tax: vat gst hst
time: tm
total: tot ttl
transaction: txn trans trx trxn tran tx transact
type: typ kind
url: link uri href
user: usr
verification: verify verif
year: yr yy yyyy
zip: zipcode postcode pincode plz
website: homepage
`);

/** Words that say nothing of a field's meaning. */
const EMPTY_WORDS = new Set(
  'information info detail data value the a an of is was are has have can cf udf custom field fields gmt utc api at on in by and or per with attribute meta metadata my our your its formatted plain raw woocommerce woo wc wp zoho books cybersource cybs tallybridge z s c x ics embedded'.split(
    ' ',
  ),
);

function spellings(table: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const line of table.trim().split('\n')) {
    const [word = '', others = ''] = line.split(': ');
    for (const other of others.split(' ')) words.set(other, word);
  }
  return words;
}

/** Runs of capitals, capitalized or small words, digits; signs end a word, two of them are one. */
const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[#%]/g;

/** Breaks at signs, at a change of case and between letters and digits; accents and case are dropped. */
function rawWords(text: string): string[] {
  const found = plainLetters(text).match(WORD) ?? [];
  const words: string[] = [];
  for (const word of found) {
    const small = word.toLowerCase();
    if (!EMPTY_WORDS.has(small)) words.push(small);
  }
  return words;
}

const ASCII = /^[\x20-\x7e]*$/;

function plainLetters(text: string): string {
  return ASCII.test(text) ? text : text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is|as)$/.test(word) || !word.endsWith('s')) return word;
  if (/(sses|xes|ches|shes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

function standardWord(word: string): string {
  const one = SAME_WORDS.has(word) ? word : singular(word);
  return SAME_WORDS.get(one) ?? one;
}

/** The meaningful words of a name in standard form, in order, none twice in a row. */
export function wordsOf(text: string): readonly string[] {
  return meaningful(rawWords(text).map(standardWord));
}

/**
 * As `wordsOf`, with words run together (`salesorder`, `firstname`) taken apart into words of `known`. Remembers
 * each word that it has seen: names repeat theirs.
 */
export function nameSplitter(known: ReadonlySet<string>): (text: string) => readonly string[] {
  const seen = new Map<string, readonly string[]>();
  return (text) =>
    meaningful(
      rawWords(text).flatMap((raw) => {
        const parts = seen.get(raw) ?? partsOf(raw, known);
        seen.set(raw, parts);
        return parts;
      }),
    );
}

function partsOf(raw: string, known: ReadonlySet<string>): readonly string[] {
  const word = standardWord(raw);
  return known.has(word) ? [word] : (takeApart(raw, known, PARTS_MAX)?.map(standardWord) ?? [word]);
}

function meaningful(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => word !== words[at - 1]);
}

const PARTS_MAX = 3;
/** Other short words stand in too many longer ones. */
const SHORT_PARTS = new Set(['id', 'ip', 'no', 'po', 'so', 'to']);
/** "Ownership" is no shipping. */
const WHOLE_WORDS = /ship$/;

/** The fewest known words that make up `word`; `undefined` when there is no such way. */
function takeApart(
  word: string,
  known: ReadonlySet<string>,
  most: number,
): readonly string[] | undefined {
  const isKnown = (part: string) =>
    (part.length > 2 || SHORT_PARTS.has(part)) && known.has(standardWord(part));
  if (isKnown(word)) return [word];
  if (most === 1 || word.length < 5 || WHOLE_WORDS.test(word)) return undefined;
  let best: readonly string[] | undefined;
  for (let at = word.length - 2; at > 1; at -= 1) {
    if (!isKnown(word.slice(0, at))) continue;
    const rest = takeApart(word.slice(at), known, most - 1);
    if (rest !== undefined && (best === undefined || rest.length + 1 < best.length)) {
      best = [word.slice(0, at), ...rest];
    }
  }
  return best;
}
