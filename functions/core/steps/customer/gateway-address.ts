// An address as the gateway takes it: parts, codes for country and state, the postal code's form, and its lengths.
import type { Address } from '../../domain/customer.ts';
import { regionCode } from '../../mapping/address/region-code.ts';
import { splitAddress } from '../../mapping/address/split-address.ts';
import { countryCode } from '../../mapping/country.ts';

/** SDK, "DefaultPaymentInstrumentBillTo". */
const LINE_MAX = 60;
const CITY_MAX = 50;
const REGION_MAX = 20;
const POSTAL_CODE_MAX = 10;

/** Undefined without a country that we know or without a street: such an address says nothing to a bank. */
export function gatewayAddress(address: Address | undefined): Address | undefined {
  if (address === undefined) return undefined;
  const country = countryCode(address.country);
  const { line1, line2, city, region, postalCode } = inParts(address, country);
  if (country === undefined || line1.trim() === '') return undefined;
  const [first, second] = lines(line1.replace(/\s*\n\s*/g, ', ').trim(), (line2 ?? '').trim());
  const area = regionCode(region ?? '', country).slice(0, REGION_MAX);
  return {
    line1: first,
    ...(second === '' ? {} : { line2: second }),
    city: city.trim().slice(0, CITY_MAX),
    ...(area === '' ? {} : { region: area }),
    postalCode: postalCodeOf(postalCode, country).slice(0, POSTAL_CODE_MAX),
    country,
  };
}

/** People write a whole address into the street's field: it is taken apart as its country writes it. */
function inParts(address: Address, country: string | undefined): Omit<Address, 'country'> {
  if (address.city.trim() !== '' || address.postalCode.trim() !== '') return address;
  const text = [address.line1, address.line2 ?? ''].filter((line) => line.trim() !== '').join('\n');
  const parts = splitAddress(text, country);
  const region = address.region?.trim() || parts.region;
  return {
    line1: parts.line1 ?? '',
    ...(parts.line2 === undefined ? {} : { line2: parts.line2 }),
    city: parts.city ?? '',
    ...(region === undefined ? {} : { region }),
    postalCode: parts.postalCode ?? '',
  };
}

/** A street that is too long goes on in the second line, from the last word that fits. */
function lines(street: string, more: string): readonly [string, string] {
  if (street.length <= LINE_MAX) return [street, more.slice(0, LINE_MAX)];
  const space = street.lastIndexOf(' ', LINE_MAX);
  const at = space > 0 ? space : LINE_MAX;
  const rest = `${street.slice(at).trim()} ${more}`.trim();
  return [street.slice(0, at).trim(), rest.slice(0, LINE_MAX)];
}

/** The USA and Canada have forms of their own, which the gateway demands. */
function postalCodeOf(text: string, country: string): string {
  const bare = text.replace(/[\s-]/g, '').toUpperCase();
  if (country === 'US' && /^\d{9}$/.test(bare)) return `${bare.slice(0, 5)}-${bare.slice(5)}`;
  if (country === 'CA' && /^[A-Z]\d[A-Z]\d[A-Z]\d$/.test(bare)) {
    return `${bare.slice(0, 3)} ${bare.slice(3)}`;
  }
  return text.trim();
}
