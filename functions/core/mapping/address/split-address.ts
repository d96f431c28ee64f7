// Reads the parts of an address out of one text; what can't be told apart is kept whole in the first line.
import { countryCode } from '../country.ts';
import { type AddressFormat, addressFormat, fillLine } from './formats.ts';
import type { AddressParts } from './join-address.ts';

const LENGTH_MAX = 600;

/**
 * Lines or, in a text of one line, pieces between commas.
 * @param home the country that is meant when the text names none, ISO 3166-1 alpha-2.
 */
export function splitAddress(text: string, home: string | undefined): AddressParts {
  const separator = text.trim().includes('\n') ? '\n' : ', ';
  const pieces = text.split(separator === '\n' ? /\r?\n/ : ',').map((piece) => piece.trim());
  const lines = pieces.filter((piece) => piece !== '');
  const last = lines.length > 1 ? (lines.at(-1) ?? '') : '';
  const named = countryCode(last);
  if (named !== undefined) {
    const found = readLines(lines.slice(0, -1), separator, named);
    if (found !== undefined) return { ...found, country: named };
    // Two letters may as well be a region (CA): they are a country only where the rest is its address.
    if (last.length > 2) return { line1: lines.slice(0, -1).join(', '), country: named };
  }
  const found = home === undefined ? undefined : readLines(lines, separator, home);
  return {
    ...(found ?? { line1: lines.join(', ') }),
    ...(home === undefined ? {} : { country: home }),
  };
}

function readLines(
  lines: readonly string[],
  separator: string,
  country: string,
): AddressParts | undefined {
  const format = addressFormat(country);
  return format && readBody(lines.join(separator), separator, country, format);
}

function readBody(
  text: string,
  separator: string,
  country: string,
  format: AddressFormat,
): AddressParts | undefined {
  if (text.length > LENGTH_MAX) return undefined;
  for (const pattern of patternsOf(separator, country, format)) {
    const found = pattern.exec(text)?.groups;
    if (found === undefined) continue;
    const [line1 = '', ...others] = (found.street ?? '').split(separator);
    const line2 = others.join(', ');
    return {
      line1,
      ...(line2 === '' ? {} : { line2 }),
      city: found.city ?? '',
      ...(found.region === undefined ? {} : { region: found.region }),
      ...(found.postal === undefined ? {} : { postalCode: found.postal }),
    };
  }
  return undefined;
}

const patterns = new Map<string, readonly RegExp[]>();

/** The format with its region in place, without one, and with one on a line of its own, in that order. */
function patternsOf(separator: string, country: string, format: AddressFormat): readonly RegExp[] {
  const key = `${country}${separator}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const piece = separator === '\n' ? '[^\\n]+?' : '[^,]+?';
  const source = (of: RegExp | undefined) => of?.source.slice(1, -1);
  const region = `(?<region>${source(format.region) ?? piece})`;
  const places = {
    C: `(?<city>${piece})`,
    P: format.postalCode === undefined ? undefined : `(?<postal>${source(format.postalCode)})`,
  };
  const fill = (more: { R?: string }) =>
    format.lines
      .map((line) => fillLine(line, { ...places, ...more }))
      .filter((line) => line !== '');
  const inPlace = fill({ R: region });
  const without = fill({});
  const hasPlace = format.lines.some((line) => line.includes('R'));
  const tails = [...(hasPlace ? [inPlace] : []), without, [...without, `(?<region>${piece})`]];
  const made = tails.map(
    (lines) => new RegExp(`^(?<street>[\\s\\S]+?)${separator}${lines.join(separator)}$`),
  );
  patterns.set(key, made);
  return made;
}
