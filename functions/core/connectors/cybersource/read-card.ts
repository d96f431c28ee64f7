// Reads which card paid: brand, last four digits and expiry. The first digits are left where they are.
import type { Card, CardBrand } from '../../domain/card.ts';
import { present, textAt, valueAt } from '../transport/read-json.ts';

/** The gateway's card type codes, and the brand names that some answers give instead. */
const BRANDS: Readonly<Record<string, CardBrand>> = {
  '001': 'visa',
  '033': 'visa',
  '002': 'mastercard',
  '003': 'amex',
  '004': 'discover',
  '005': 'diners',
  '007': 'jcb',
  '024': 'maestro',
  '042': 'maestro',
  '062': 'unionpay',
  visa: 'visa',
  'visa electron': 'visa',
  mastercard: 'mastercard',
  'american express': 'amex',
  amex: 'amex',
  discover: 'discover',
  'diners club': 'diners',
  jcb: 'jcb',
  maestro: 'maestro',
  'china union pay': 'unionpay',
  unionpay: 'unionpay',
};

/** @param paymentInformation that part of a transaction; undefined comes back when it names no card. */
export function readCard(paymentInformation: unknown): Card | undefined {
  const card = valueAt(paymentInformation, 'card') ?? valueAt(paymentInformation, 'tokenizedCard');
  const digits = (textAt(card, 'suffix') ?? textAt(card, 'number') ?? '').replace(/\D/g, '');
  if (digits.length < 4) return undefined;
  const named =
    textAt(card, 'type') ??
    textAt(card, 'brandName') ??
    textAt(paymentInformation, 'paymentType', 'name');
  return present({
    brand: BRANDS[named?.toLowerCase() ?? ''] ?? 'other',
    lastFour: digits.slice(-4),
    expiry: readExpiry(card),
  });
}

function readExpiry(card: unknown): string | undefined {
  const month = textAt(card, 'expirationMonth')?.padStart(2, '0') ?? '';
  const year = textAt(card, 'expirationYear') ?? '';
  if (!/^(0[1-9]|1[0-2])$/.test(month) || !/^(20)?\d{2}$/.test(year)) return undefined;
  return `${year.padStart(4, '20')}-${month}`;
}
