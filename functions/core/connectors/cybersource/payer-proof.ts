// The bank's word after a confirmation, as the charge has to repeat it, and who bears the loss by it.

import type { PayerProof } from '../../ports/payer-confirmation.ts';
import { textAt } from '../transport/read-json.ts';

/** Names in the answer and in the charge (docs "Payer authentication", requesting the services separately). */
const REPEATED: readonly (readonly [string, string])[] = [
  ['cavv', 'cavv'],
  ['cavvAlgorithm', 'cavvAlgorithm'],
  ['eciRaw', 'eciRaw'],
  ['paresStatus', 'paresStatus'],
  ['veresEnrolled', 'veresEnrolled'],
  ['xid', 'xid'],
  ['ucafAuthenticationData', 'ucafAuthenticationData'],
  ['ucafCollectionIndicator', 'ucafCollectionIndicator'],
  ['directoryServerTransactionId', 'directoryServerTransactionId'],
  ['acsTransactionId', 'acsTransactionId'],
  ['specificationVersion', 'paSpecificationVersion'],
];

/** Confirmed (05, Mastercard 02) or at least attempted (06, Mastercard 01): the issuing bank bears the loss. */
const SHIFTED = new Set(['05', '02', '06', '01']);

/** @param consumer `consumerAuthenticationInformation` of an enrolment check or a validation. */
export function readProof(consumer: unknown): PayerProof {
  const facts = Object.fromEntries(
    REPEATED.flatMap(([from, to]) => {
      const text = textAt(consumer, from);
      return text === undefined || text === '' ? [] : [[to, text]];
    }),
  );
  const indicator =
    textAt(consumer, 'ecommerceIndicator') ?? textAt(consumer, 'indicator') ?? 'internet';
  const eci = facts.eciRaw ?? textAt(consumer, 'eci') ?? '';
  return { indicator, facts, liability: SHIFTED.has(eci) ? 'bank' : 'company' };
}
