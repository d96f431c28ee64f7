// Telephone country codes and the digit that stands before national numbers (ITU E.164 and national plans).

interface CallingCode {
  readonly code: string;
  /** Dialled before a national number at home only, and left out after the country code. */
  readonly trunk: string;
}

/** Country, country code; a trunk digit other than 0 after a slash, `/-` where there is none. */
const CODES =
  'AE971 AR54 AT43 AU61 BA387 BD880 BE32 BG359 BH973/- BO591 BR55 BY375/8 CA1/1 CH41 CL56/- CN86 CO57/- CR506/- CY357/- CZ420/- DE49 DK45/- DO1/1 DZ213 EC593 EE372/- EG20 ES34/- FI358 FR33 GB44 GE995 GH233 GR30/- GT502/- HK852/- HN504/- HR385 HU36/06 ID62 IE353 IL972 IN91 IS354/- IT39/- JM1/1 JO962 JP81 KE254 KR82 KW965/- KZ7/8 LB961 LI423/- LK94 LT370 LU352/- LV371/- MA212 MC377/- MD373 ME382 MK389 MO853/- MT356/- MX52/- MY60 NG234 NL31 NO47/- NZ64 OM968/- PA507/- PE51 PH63 PK92 PL48/- PR1/1 PT351/- PY595 QA974/- RO40 RS381 RU7/8 SA966 SE46 SG65/- SI386 SK421 SV503/- TH66 TN216/- TR90 TW886 UA380 UG256 US1/1 UY598 UZ998/- VE58 VN84 ZA27';

const byCountry = new Map<string, CallingCode>();
for (const entry of CODES.split(' ')) {
  const [codes = '', trunk = '0'] = entry.slice(2).split('/');
  byCountry.set(entry.slice(0, 2), { code: codes, trunk: trunk === '-' ? '' : trunk });
}

/** Undefined for countries outside the table: their numbers need a `+` to be read. */
function callingCodeOf(country: string): CallingCode | undefined {
  return byCountry.get(country);
}

export const callingCountries: readonly string[] = [...byCountry.keys()];

/**
 * A number as E.164, `+` and 8 to 15 digits. Numbers without a country code are read as the given country's.
 * Undefined where that can't be done for sure: an extension, letters, an unknown country, a wrong length.
 */
export function readPhone(text: string, country: string | undefined): string | undefined {
  const written = text.trim();
  if (!/^[+\d\s().\-/]+$/.test(written)) return undefined;
  const digits = written.replace(/\(0\)/, '').replace(/\D/g, '');
  if (written.startsWith('+')) return withPlus(digits);
  const home = country === undefined ? undefined : callingCodeOf(country);
  const outward = home?.code === '1' ? '011' : '00';
  if (digits.startsWith(outward)) return withPlus(digits.slice(outward.length));
  if (home === undefined) return undefined;
  if (home.code === '1') {
    const national = digits.replace(/^1(?=\d{10}$)/, '');
    return /^[2-9]\d{9}$/.test(national) ? withPlus(home.code + national) : undefined;
  }
  // Without its trunk digit a number may lack its area code.
  if (!digits.startsWith(home.trunk)) return undefined;
  return withPlus(home.code + digits.slice(home.trunk.length));
}

function withPlus(digits: string): string | undefined {
  return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : undefined;
}
