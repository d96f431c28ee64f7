// Countries by ISO 3166-1 code and by English name.

let displayNames: Intl.DisplayNames | undefined;
let codesByName: ReadonlyMap<string, string> | undefined;

/** Names in use that are not the ones of the list. */
const OTHER_NAMES = {
  'United States of America': 'US',
  USA: 'US',
  'U.S.A.': 'US',
  'U.S.': 'US',
  UK: 'GB',
  'Great Britain': 'GB',
  England: 'GB',
  Scotland: 'GB',
  Wales: 'GB',
  'Northern Ireland': 'GB',
  Holland: 'NL',
  'The Netherlands': 'NL',
  'Czech Republic': 'CZ',
  Turkey: 'TR',
  'Republic of Korea': 'KR',
  Korea: 'KR',
  'Viet Nam': 'VN',
  UAE: 'AE',
  'Hong Kong': 'HK',
  Macao: 'MO',
  'Russian Federation': 'RU',
  'Republic of Ireland': 'IE',
  Deutschland: 'DE',
  Österreich: 'AT',
  Schweiz: 'CH',
  España: 'ES',
  Italia: 'IT',
  Brasil: 'BR',
} as const;

/** Codes that the list names but that are no countries. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

const names = new Map<string, string | undefined>();

function nameOf(code: string): string | undefined {
  if (!names.has(code)) names.set(code, readName(code));
  return names.get(code);
}

/** The list is made when first needed: it costs more than loading everything else. */
function readName(code: string): string | undefined {
  displayNames ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  // Former and reserved codes (DD, UK) have names too, but are another country's.
  const current = new Intl.Locale(`und-${code}`).region === code;
  return current && !NO_COUNTRY.has(code) ? displayNames.of(code) : undefined;
}

/** `DE` is `Germany`; undefined for what is no country code. */
export function countryName(code: string): string | undefined {
  return /^[A-Z]{2}$/.test(code) ? nameOf(code) : undefined;
}

const key = (name: string) => name.trim().toLowerCase().replace(/\s+/g, ' ');

function allCodes(): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (let first = 65; first <= 90; first += 1) {
    for (let second = 65; second <= 90; second += 1) {
      const code = String.fromCharCode(first, second);
      const name = nameOf(code);
      if (name !== undefined) codes.set(key(name), code);
    }
  }
  for (const [name, code] of Object.entries(OTHER_NAMES)) codes.set(key(name), code);
  return codes;
}

/** The code of a country's name or code in any case; undefined for anything else. */
export function countryCode(text: string): string | undefined {
  const upper = text.trim().toUpperCase();
  if (countryName(upper) !== undefined) return upper;
  codesByName ??= allCodes();
  return codesByName.get(key(text));
}
