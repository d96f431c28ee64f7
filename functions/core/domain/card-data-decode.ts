// The other readings of a text: digits of other scripts, percent and character escapes, base64 and hex inside it.

import type { Survey } from './card-data-survey.ts';

/** One reading; `span` is the piece of the text that it stands for, the whole text without. */
export interface Reading {
  readonly text: string;
  readonly span?: readonly [start: number, end: number];
}

/** Zeros of the decimal digits beyond ASCII that keyboards and copying bring along. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
  0xf20, 0x1040, 0x17e0, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1fbf0,
];
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;
/** Characters that nobody sees, between digits. */
const UNSEEN = /\u00ad|[\u200b-\u200f]|[\u2060-\u2064]|\ufe0f|\ufeff|\u20e3/g;
const ESCAPE =
  /\\+(?:u\{?00|x)([0-9A-Fa-f]{2})\}?|&#(?:x([0-9A-Fa-f]{2,4})|(\d{2,5}));|(?<==[23][0-9A-F].*|^|\W)=([23][0-9A-F])(?==[23]|\W|$)/g;
/** Nine ASCII digits or more in base64, as their bits fall: where a number begins inside a longer token. */
const DIGITS_IN_BASE64 = /(?:[MNO][DTjz][AEIMQUYcgk][w-z0-5]){3}/;
const HEX_DIGITS = /(?:3[0-9]){12,}/;
/** ASCII has no high bit: every fourth character is one of half of the alphabet. Hashes and names are not so for long. */
const BASE64_OF_TEXT = /^(?:[A-Za-f].{3}){4}/;
/** Files and keys; a number hides in short texts. */
const TOKEN_LENGTH_MAX = 60_000;

/** All other readings that differ from the text. */
export function readingsOf(text: string, seen: Survey): Reading[] {
  return [...wholeReadings(text, seen), ...tokenReadings(text, seen)];
}

/** Readings of the whole text. */
export function wholeReadings(text: string, { other, escapes }: Survey): Reading[] {
  const readings: Reading[] = [];
  const add = (read: string) => read !== text && readings.push({ text: read });
  if (other) add(text.replace(UNSEEN, '').replace(OTHER_DIGIT, asciiDigit));
  if (escapes && text.includes('%')) add(fromPercent(text));
  if (escapes) add(text.replace(ESCAPE, fromEscape));
  return readings;
}

/** Readings of the tokens in the text. */
export function tokenReadings(text: string, { tokens }: Survey): Reading[] {
  const readings: Reading[] = [];
  for (const span of tokens) {
    const [start, end] = span;
    if (end - start > TOKEN_LENGTH_MAX) continue;
    const token = text.slice(start, end);
    const offsets = BASE64_OF_TEXT.test(token) ? [0] : [];
    const at = DIGITS_IN_BASE64.exec(token)?.index;
    if (at !== undefined && !offsets.includes(at % 4)) offsets.push(at % 4);
    for (const offset of offsets) {
      const read = fromBase64(token.slice(offset));
      if (read !== undefined) readings.push({ text: read, span });
    }
    const hex = HEX_DIGITS.exec(token)?.[0];
    if (hex !== undefined) readings.push({ text: hex.replace(/3(\d)/g, '$1'), span });
  }
  return readings;
}

function asciiDigit(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => point >= first && point < first + 10);
  return zero === undefined ? character : String(point - zero);
}

/** As far as it can be read: a broken escape must not hide the rest. */
function fromPercent(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped.replace(/%([2-7][0-9A-Fa-f])/g, (_, hex: string) => fromCode(hex, 16));
    }
  });
}

function fromEscape(whole: string, ...codes: readonly (string | undefined)[]): string {
  const [unicode, hex, decimal, quoted] = codes;
  const code = unicode ?? hex ?? quoted;
  return code === undefined ? fromCode(decimal ?? whole, 10) : fromCode(code, 16);
}

function fromCode(digits: string, base: number): string {
  return String.fromCharCode(Number.parseInt(digits, base));
}

/** Undefined when it is not base64 of a text: most tokens are names, keys and hashes. */
function fromBase64(token: string): string | undefined {
  const plain = token.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
  const whole = plain.length % 4 === 1 ? plain.slice(0, -1) : plain;
  let read: string;
  try {
    read = atob(whole);
  } catch {
    return undefined;
  }
  const isText = /^[\s\x20-\x7e]*$/.test(read);
  return isText || /\d(?:\D{0,3}\d){11}/.test(read) ? read : undefined;
}
