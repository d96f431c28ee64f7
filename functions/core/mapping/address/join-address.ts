// Writes the parts of an address as one text, in the order that its country has.
import { countryName } from '../country.ts';
import { addressFormat, fillLine } from './formats.ts';

/** All parts that an address may have; absent and empty are the same. */
export interface AddressParts {
  readonly line1?: string;
  readonly line2?: string;
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** For countries outside the table. */
const ANY_FORMAT = { lines: ['P C', 'R'] } as const;

/** Every part that is there appears; a region that the country's line has no place for gets a line of its own. */
export function joinAddress(
  address: AddressParts,
  separator: string,
  withCountry: boolean,
): string {
  const part = (text: string | undefined) => (text ?? '').trim();
  const region = part(address.region);
  const format = addressFormat(part(address.country).toUpperCase()) ?? ANY_FORMAT;
  const inLine =
    format.lines.some((line) => line.includes('R')) &&
    !('region' in format && format.region?.test(region) === false);
  const hasPostalCode = format.lines.some((line) => line.includes('P'));
  const pieces = {
    C: [part(address.city), hasPostalCode ? '' : part(address.postalCode)]
      .filter(Boolean)
      .join(' '),
    R: inLine ? region : '',
    P: part(address.postalCode),
  };
  const country = part(address.country);
  const lines = [
    part(address.line1),
    part(address.line2),
    ...format.lines.map((line) => fillLine(line, pieces)),
    inLine ? '' : region,
    withCountry ? (countryName(country.toUpperCase()) ?? country) : '',
  ];
  return lines.filter((line) => line !== '').join(separator);
}
