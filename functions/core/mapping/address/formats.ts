// How the lines below the street are written in each country (postal operators' rules, as the UPU collects them).

export interface AddressFormat {
  /** Lines below the street: C city, R region, P postal code, and the marks between them. */
  readonly lines: readonly string[];
  /** A postal code of the country; absent where it has none. */
  readonly postalCode?: RegExp;
  /** A region as the line has it; one that doesn't look like this stands on a line of its own. */
  readonly region?: RegExp;
}

/** One country a row: code, lines (`|` between them), postal code, region. */
const ROWS: readonly (readonly [
  country: string,
  lines: string,
  postalCode?: string,
  region?: string,
])[] = [
  ['AE', 'C|R'],
  ['AR', 'P C|R', '[A-Z]?\\d{4}(?:[A-Z]{3})?'],
  ['AT', 'P C', '\\d{4}'],
  ['AU', 'C R P', '\\d{4}', '[A-Z]{2,3}'],
  ['BE', 'P C', '\\d{4}'],
  ['BG', 'P C', '\\d{4}'],
  ['BR', 'C-R|P', '\\d{5}-?\\d{3}', '[A-Z]{2}'],
  ['CA', 'C R P', '[A-Z]\\d[A-Z] ?\\d[A-Z]\\d', '[A-Z]{2}'],
  ['CH', 'P C', '\\d{4}'],
  ['CL', 'P C|R', '\\d{7}|\\d{3}-\\d{4}'],
  ['CN', 'C|R, P', '\\d{6}'],
  ['CO', 'C, R, P', '\\d{6}'],
  ['CY', 'P C', '\\d{4}'],
  ['CZ', 'P C', '\\d{3} ?\\d{2}'],
  ['DE', 'P C', '\\d{5}'],
  ['DK', 'P C', '\\d{4}'],
  ['EE', 'P C', '\\d{5}'],
  ['EG', 'C|R|P', '\\d{5}'],
  ['ES', 'P C|R', '\\d{5}'],
  ['FI', 'P C', '\\d{5}'],
  ['FR', 'P C', '\\d{5}'],
  ['GB', 'C|P', '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}'],
  ['GR', 'P C', '\\d{3} ?\\d{2}'],
  ['HK', 'C|R'],
  ['HR', 'P C', '\\d{5}'],
  ['HU', 'P C', '\\d{4}'],
  ['ID', 'C|R P', '\\d{5}'],
  ['IE', 'C|R|P', '[A-Z]\\d[\\dW] ?[A-Z\\d]{4}'],
  ['IL', 'C P', '\\d{5}(?:\\d{2})?'],
  ['IN', 'C P|R', '\\d{3} ?\\d{3}'],
  ['IS', 'P C', '\\d{3}'],
  ['IT', 'P C R', '\\d{5}', '[A-Z]{2}'],
  ['JP', 'C, R P', '\\d{3}-?\\d{4}'],
  ['KE', 'C|P', '\\d{5}'],
  ['KR', 'C, R P', '\\d{5}'],
  ['LT', 'P C', '(?:LT-)?\\d{5}'],
  ['LU', 'P C', '(?:L-)?\\d{4}'],
  ['LV', 'C, P', 'LV-\\d{4}'],
  ['MA', 'P C', '\\d{5}'],
  ['MT', 'C P', '[A-Z]{3} ?\\d{4}'],
  ['MX', 'P C, R', '\\d{5}'],
  ['MY', 'P C|R', '\\d{5}'],
  ['NG', 'C P|R', '\\d{6}'],
  ['NL', 'P C', '\\d{4} ?[A-Z]{2}'],
  ['NO', 'P C', '\\d{4}'],
  ['NZ', 'C P', '\\d{4}'],
  ['PE', 'C P|R', '\\d{5}'],
  ['PH', 'P C|R', '\\d{4}'],
  ['PK', 'C-P', '\\d{5}'],
  ['PL', 'P C', '\\d{2}-\\d{3}'],
  ['PT', 'P C', '\\d{4}-\\d{3}'],
  ['RO', 'P C', '\\d{6}'],
  ['RS', 'P C', '\\d{5}'],
  ['SA', 'C P', '\\d{5}(?:-\\d{4})?'],
  ['SE', 'P C', '\\d{3} ?\\d{2}'],
  ['SG', 'C P', '\\d{6}'],
  ['SI', 'P C', '\\d{4}'],
  ['SK', 'P C', '\\d{3} ?\\d{2}'],
  ['TH', 'C|R P', '\\d{5}'],
  ['TR', 'P C/R', '\\d{5}'],
  ['TW', 'C, R P', '\\d{3}(?:\\d{2,3})?'],
  ['UA', 'C|R|P', '\\d{5}'],
  ['US', 'C, R P', '\\d{5}(?:-\\d{4})?', '[A-Z]{2}'],
  ['UY', 'P C|R', '\\d{5}'],
  ['VN', 'C|R P', '\\d{5,6}'],
  ['ZA', 'C|P', '\\d{4}'],
];

const formats = new Map<string, AddressFormat>();
for (const [country, lines, postalCode, region] of ROWS) {
  formats.set(country, {
    lines: lines.split('|'),
    ...(postalCode === undefined ? {} : { postalCode: new RegExp(`^(?:${postalCode})$`) }),
    ...(region === undefined ? {} : { region: new RegExp(`^(?:${region})$`) }),
  });
}

export const addressCountries: readonly string[] = [...formats.keys()];

/** Undefined for countries outside the table: their addresses are kept whole. */
export function addressFormat(country: string): AddressFormat | undefined {
  return formats.get(country);
}

export interface AddressPieces {
  readonly C?: string | undefined;
  readonly R?: string | undefined;
  readonly P?: string | undefined;
}

/** Puts pieces into a line; a piece that isn't there takes the mark before it along (or after it, at the start). */
export function fillLine(line: string, pieces: AddressPieces): string {
  let filled = '';
  for (const [, mark = '', place = ''] of line.matchAll(/([^CRP]*)([CRP])/g)) {
    const piece = pieces[place as keyof AddressPieces] ?? '';
    if (piece !== '') filled += filled === '' ? piece : mark + piece;
  }
  return filled;
}
