// Where the gateway's card fields come from: the only others that the card page lets in.

/** The gateway's own, live and test (docs "Microform"); others are a stand-in's. */
const FIELD_ORIGINS = 'https://flex.cybersource.com https://testflex.cybersource.com';

export function cardFieldOrigins(): readonly string[] {
  return (process.env.TALLYBRIDGE_CARD_FIELD_ORIGINS ?? FIELD_ORIGINS).split(' ');
}
