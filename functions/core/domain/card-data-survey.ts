// One pass over a text that says what it could hold, so that the ordinary text, which holds nothing, costs no more than that.

export type Span = readonly [start: number, end: number];

/** What is worth a closer look; more may be said than is there, never less. */
export interface Survey {
  /** From the first to behind the last of 12 digits or more that belong together, plain or in groups. */
  readonly regions: readonly Span[];
  /** A number over neighbouring values. */
  readonly overFields: boolean;
  readonly track: boolean;
  /** The name of a security code. */
  readonly code: boolean;
  /** Characters beyond ASCII. */
  readonly other: boolean;
  /** Percent or character escapes. */
  readonly escapes: boolean;
  /** Pieces that may be encoded text. */
  readonly tokens: readonly Span[];
}

const DIGIT = 1;
const TOKEN = 2;
const BETWEEN = 4;
const kinds = new Uint8Array(128);
const mark = (characters: string, kind: number) => {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    kinds[code] = (kinds[code] ?? 0) | kind;
  }
};
mark('0123456789', DIGIT);
mark('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-', TOKEN);
mark(' \t.+*_/-', BETWEEN);

const TOKEN_LENGTH_MIN = 16;
const DIGITS_MIN = 12;
const GAP_MAX = 3;
/** How far neighbouring values are apart. */
const APART_MAX = 80;
/** Lengths of the last groups, five bits each. */
const lengths = (...groups: number[]) => groups.reduce((all, length) => all * 32 + length, 0);
/** What a number that is spread over values looks like where its second or third part ends. */
const SPREAD = new Set([lengths(4, 4, 4), lengths(4, 6, 5), lengths(4, 6, 4)]);
const SPREAD_OVER_TWO = new Set([lengths(8, 8), lengths(6, 10), lengths(4, 12)]);
const [LOWER, C, S, U, V, E] = [32, 99, 115, 117, 118, 101];

export function survey(text: string): Survey {
  let track = false;
  let code = false;
  let other = false;
  let escapes = false;
  let overFields = false;
  const regions: Span[] = [];
  const tokens: Span[] = [];
  // Digits that belong together, and the group of them that is under way.
  let digits = 0;
  let first = 0;
  let gap = 0;
  let run = 0;
  let isOfName = false;
  let last = 0;
  let lastEnd = 0;
  let tokenStart = -1;
  let before = 0;
  let beforeThat = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const unit = index < text.length ? text.charCodeAt(index) : 10;
    const kind = unit < 128 ? (kinds[unit] ?? 0) : BETWEEN;
    if ((kind & DIGIT) !== 0) {
      if (run === 0) {
        isOfName = ((before >= 97 && before <= 122) || before === 95) && beforeThat !== 92;
        if (digits === 0) first = index;
        escapes ||= before === 61 && unit === 51;
      }
      digits += 1;
      gap = 0;
      run += 1;
      before = unit;
    } else {
      if (run > 0) {
        track ||= (unit === 61 || unit === 94) && run >= DIGITS_MIN;
        if (!isOfName) {
          last = index - run - lastEnd <= APART_MAX ? (last * 32 + run) & 0x7fff : run;
          overFields ||= SPREAD.has(last) || SPREAD_OVER_TWO.has(last & 0x3ff);
          lastEnd = index;
        }
        run = 0;
      }
      gap = (kind & BETWEEN) === 0 || index === text.length ? GAP_MAX + 1 : gap + 1;
      if (gap > GAP_MAX && digits > 0) {
        if (digits >= DIGITS_MIN) regions.push([first, endOfDigits(text, index)]);
        digits = 0;
      }
      other ||= unit > 127;
      escapes ||= unit === 37 || unit === 92 || (unit === 35 && before === 38);
      const letter = unit >= 65 && unit <= 90 ? unit | LOWER : unit;
      code ||= before === C && (letter === V || letter === S || (letter === U && beforeThat === E));
      beforeThat = before;
      before = letter;
    }
    if ((kind & TOKEN) !== 0) {
      if (tokenStart < 0) tokenStart = index;
    } else if (tokenStart >= 0) {
      if (index - tokenStart >= TOKEN_LENGTH_MIN) tokens.push([tokenStart, index]);
      tokenStart = -1;
    }
  }
  return { regions, overFields, track, code, other, escapes, tokens };
}

function endOfDigits(text: string, index: number): number {
  let end = Math.min(index, text.length);
  while (((kinds[text.charCodeAt(end - 1)] ?? 0) & DIGIT) === 0) end -= 1;
  return end;
}
