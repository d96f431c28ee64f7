// Country codes as the names that Zoho's address fields hold.

let names: Intl.DisplayNames | undefined;

/** `DE` becomes `Germany`; what is no ISO 3166-1 code stays as it is. */
export function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  // Made when first needed: it costs more than loading everything else.
  names ??= new Intl.DisplayNames(['en'], { type: 'region' });
  return names.of(code) ?? code;
}
