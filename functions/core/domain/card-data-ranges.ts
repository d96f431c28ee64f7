// Which digits may be a card's number: check digit (ISO/IEC 7812-1), the brands' published ranges, and Zoho's ids told apart.

/** First and last leading digits of a range, and how long its numbers are. */
type Range = readonly [first: string, last: string, ...lengths: readonly number[]];

/** Numbers that are in use; what is long out of use (Visa of 13 digits) or rare counts only where words speak of a card. */
const issuedRanges: readonly Range[] = [
  ['2200', '2204', 16], // Mir
  ['2221', '2720', 16], // Mastercard
  ['300', '305', 14], // Diners Club
  ['3088', '3094', 16], // JCB, first numbers
  ['3095', '3095', 14],
  ['34', '34', 15], // American Express
  ['3528', '3589', 16, 19], // JCB
  ['36', '36', 14],
  ['37', '37', 15],
  ['38', '39', 14],
  ['4', '4', 16, 19], // Visa
  ['5018', '5018', 16, 18, 19], // Maestro
  ['5019', '5019', 16], // Dankort
  ['5020', '5020', 16, 18, 19],
  ['5038', '5038', 16, 18, 19],
  ['506', '509', 16], // Verve, Elo, RuPay
  ['51', '55', 16], // Mastercard
  ['5893', '5893', 16, 18, 19],
  ['60', '60', 16, 19], // Discover, RuPay
  ['62', '62', 16, 17, 18, 19], // UnionPay
  ['6304', '6304', 16, 18, 19],
  ['6390', '6390', 16, 18, 19],
  ['644', '649', 16, 19], // Discover
  ['65', '65', 16, 19],
  ['6759', '6763', 16, 18, 19],
];

const LOOSE = /^[2-6]\d{11,18}$/;

/** Whether a number of this length and beginning is issued by a brand, wherever it stands. */
export function isIssued(digits: string): boolean {
  return issuedRanges.some(([first, last, ...lengths]) => {
    const head = digits.slice(0, first.length);
    return head >= first && head <= last && lengths.includes(digits.length);
  });
}

/** Whether it could be a number of any card at all: for places where words speak of one. */
export function couldBeIssued(digits: string): boolean {
  return LOOSE.test(digits);
}

/** The check digit holds. */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let index = digits.length - 1, double = false; index >= 0; index -= 1, double = !double) {
    const value = digits.charCodeAt(index) - 48;
    sum += double ? (value > 4 ? value * 2 - 9 : value * 2) : value;
  }
  return sum % 10 === 0;
}

const ZOHO_ID: Readonly<Record<number, RegExp>> = {
  15: /^\d{1,9}?0{5,}[1-9]\d{2,8}$/,
  17: /^\d{1,9}?0{3,}[1-9]\d{2,10}$/,
  18: /^\d{1,9}?0{3,}[1-9]\d{2,10}$/,
  19: /^\d{1,9}?0{3,}[1-9]\d{2,10}$/,
};
const ZOHO_ID_OF_16 = /^\d{1,9}?0{3,}[1-9]\d{2,8}$/;

/**
 * A Zoho id: the organization's beginning, zeros, a counter. Where nothing else tells them apart, 16 digits stay a card's, as most
 * cards have 16 and few ids of today do; a real number has these zeros about once in a hundred (17 to 19 digits) or in
 * ten thousand (15).
 */
export function looksLikeZohoId(digits: string, isNamedAsId: boolean): boolean {
  const shape = digits.length === 16 && isNamedAsId ? ZOHO_ID_OF_16 : ZOHO_ID[digits.length];
  return shape?.test(digits) === true;
}

/** An account number with its own check (ISO 13616): letters and digits without spaces. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  let rest = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
