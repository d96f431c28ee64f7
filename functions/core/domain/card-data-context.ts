// What stands around digits in a text: the name of their field, words that speak of a card, what makes them an id.

const LOOK_BACK = 160;
/** `"name":"`, `name=`, also with the escaped quotes of JSON inside JSON. */
const FIELD_NAME = /([\w.\-[\]]{1,60})\\*["']?\s*[:=]\s*\\*["']?[^"'{}&=:\\]{0,40}$/;
const LIST_NAME = /([\w.-]{1,60})\\*["']?\s*:\s*\[[^[\]{}]*$/;
/** Ends with id or ids as a word of its own, or is one of ours. */
const ID_NAME = /(?:^|[_\-.[])ids?\]?$|[a-z]I[dD]s?$|^ROWID$|^sub$|_keys?$/;
/** Numbers of the gateway and the card networks that may have any digits. */
const PROCESSING_ID = /^(?:reconciliation|networkTransaction|retrievalReference|systemTrace|trace)/;
const CARD_WORDS =
  /card|visa|master ?card|amex|american ?express|discover|diners|jcb|maestro|union ?pay|\bpan\b|\bcc\b|cc[_ -]?n(?:o|r|um)|cvv|cvc|karte|carte|tarjeta|carta|cart[ãa]o|kaart|kort|expir|valid (?:thru|until)|\bexp\b/i;
/** A token of the gateway's vault may have a card number's form, check digit and all. */
const VAULT_TOKEN =
  /(?:customer|paymentInstrument|instrumentIdentifier|tokenizedCard|shippingAddress)\\*"\s*:\s*\{\s*\\*"id\\*"\s*:\s*\\*"$/;
const PATH = /(?:\/|%2F)[A-Za-z][\w-]*(?:\/|%2F)$/i;

export interface Surroundings {
  /** The field's name, `` when there is none. */
  readonly field: string;
  /** Words or the field's name speak of a card. */
  readonly speaksOfCard: boolean;
  /** Its name, its place in an address or in a key of ours say that it is an id. */
  readonly isNamedAsId: boolean;
  /** A token of the gateway's vault or a number of its processing: may have a card number's form. */
  readonly isTokenOfGateway: boolean;
}

export function speaksOfCard(text: string): boolean {
  return CARD_WORDS.test(text);
}

/** @param start of the digits in the text; @param end behind them. */
export function surroundingsOf(text: string, start: number, end: number): Surroundings {
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  const field = (FIELD_NAME.exec(before) ?? LIST_NAME.exec(before))?.[1] ?? '';
  // Only of the same text: another field's words say nothing about this one.
  const words = before.slice(-40).replace(/^.*["'{}&\n]/s, '');
  const isInKey = text[start - 1] === '|' || text[end] === '|';
  return {
    field,
    speaksOfCard: speaksOfCard(field) || speaksOfCard(words),
    isNamedAsId: ID_NAME.test(field) || isInKey || PATH.test(before),
    isTokenOfGateway: PROCESSING_ID.test(field) || VAULT_TOKEN.test(before),
  };
}
