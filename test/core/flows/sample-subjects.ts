// Random data of what runs are about, with fields that may be missing.
import fc from 'fast-check';
import { movementKinds, movementStates } from '../../../functions/core/domain/movement.ts';
import { paymentStates } from '../../../functions/core/domain/payment.ts';
import type { MovementData, PaymentData } from '../../../functions/core/flows/subject-data.ts';

const text = fc.constantFrom('', 'R-1', 'visa', 'USD');
const known = fc.option(text, { nil: undefined });
const number = fc.option(fc.nat(6), { nil: undefined });

export const paymentSample: fc.Arbitrary<PaymentData> = fc.record({
  key: text,
  state: fc.constantFrom(...paymentStates),
  reference: text,
  gatewayId: text,
  merchantId: text,
  currency: text,
  authorizedMinor: number,
  cardBrand: known,
  cardLastFour: known,
  fraudScore: number,
  orderId: known,
  orderNumber: known,
  booksCustomerId: known,
  booksInvoiceId: known,
  booksInvoiceNumber: known,
  booksPaymentId: known,
  inBooks: fc.constantFrom('yes', 'never', 'not-yet'),
  booking: fc.constantFrom('open', 'over'),
  crmContactId: known,
  crmAccountId: known,
});

export const movementSample: fc.Arbitrary<MovementData> = fc.record({
  key: text,
  state: fc.constantFrom(...movementStates),
  kind: fc.constantFrom(...movementKinds),
  amountMinor: fc.nat(9999),
  currency: text,
  gatewayId: text,
  reason: text,
});

export const recordSample = fc.record({ id: text });
