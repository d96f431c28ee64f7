// Reads by what means a payment was made: card, bank debit or a wallet.
import type { PaymentMethod } from '../../domain/payment.ts';
import { textAt, valueAt } from '../transport/read-json.ts';

/** `paymentInformation.paymentType.type` in lower case, as details and answers write it. */
const TYPES: Readonly<Record<string, PaymentMethod>> = {
  'credit card': 'card',
  'debit card': 'card',
  card: 'card',
  localcard: 'card',
  check: 'bank-debit',
  echeck: 'bank-debit',
  'electronic check': 'bank-debit',
  'direct debit': 'bank-debit',
  'bank transfer': 'bank-debit',
  banktransfer: 'bank-debit',
};

/** `paymentSolution`: Apple Pay, Masterpass, Android Pay, Samsung Pay, Google Pay, Click to Pay, Visa Checkout. */
const WALLETS: ReadonlySet<string> = new Set([
  '001',
  '005',
  '006',
  '008',
  '012',
  '027',
  'visacheckout',
]);

/** Undefined where nothing tells: then a card decides. */
export function readPaymentMethod(json: unknown): PaymentMethod | undefined {
  if (WALLETS.has(textAt(json, 'processingInformation', 'paymentSolution') ?? '')) return 'wallet';
  const means = valueAt(json, 'paymentInformation');
  if (textAt(means, 'eWallet', 'accountId') !== undefined) return 'wallet';
  const type = textAt(means, 'paymentType', 'type') ?? textAt(means, 'paymentType', 'name');
  const named = TYPES[type?.toLowerCase() ?? ''];
  if (named !== undefined) return named;
  return valueAt(means, 'bank') === undefined ? undefined : 'bank-debit';
}
