// What documents may say of what a run is about: declared once, filled by the engine, checked when a flow is published.
import * as z from 'zod/mini';
import { cardTokenStates } from '../domain/canonical/card-token.ts';
import { movementKinds, movementStates } from '../domain/movement.ts';
import { paymentStates } from '../domain/payment.ts';
import { tokenKinds } from '../ports/card-tokens.ts';
import type { SubjectKind } from './action-declaration.ts';

const text = z.string();
const known = z.optional(text);

/** `$payment`: the card payment; fields that are filled later may be unknown. */
export const paymentShape = z.object({
  key: text,
  state: z.enum(paymentStates),
  /** The order or invoice number that the shop gave along; empty when it gave none. */
  reference: text,
  gatewayId: text,
  merchantId: text,
  currency: text,
  authorizedMinor: z.optional(z.number()),
  cardBrand: known,
  cardLastFour: known,
  fraudScore: z.optional(z.number()),
  orderId: known,
  orderNumber: known,
  booksCustomerId: known,
  booksInvoiceId: known,
  booksInvoiceNumber: known,
  booksPaymentId: known,
  /** `never`: what would have brought it there has ended without. */
  inBooks: z.enum(['yes', 'never', 'not-yet']),
  /** Whether what brings it into the books has ended. */
  booking: z.enum(['open', 'over']),
  crmContactId: known,
  crmAccountId: known,
});
export type PaymentData = z.infer<typeof paymentShape>;

/** `$movement`: a capture, refund, void, reversal or dispute of the payment. */
const movementShape = z.object({
  key: text,
  state: z.enum(movementStates),
  kind: z.enum(movementKinds),
  amountMinor: z.number(),
  currency: text,
  gatewayId: text,
  reason: text,
});
export type MovementData = z.infer<typeof movementShape>;

/** `$token`: a stored card as the gateway's vault has it, in the words of mappings; deleted, it has little more than its id. */
const tokenShape = z.object({
  id: text,
  kind: z.enum(tokenKinds),
  status: z.enum(cardTokenStates),
  merchantId: text,
  cardType: known,
  cardLast4: known,
  /** `YYYY-MM`. */
  cardExpiry: known,
  instrumentIdentifierId: known,
  customerProfileId: known,
});
export type TokenData = z.infer<typeof tokenShape>;

/** `$profile`: a customer in the gateway's vault, with the merchant ID whose vault it is. */
const profileShape = z.object({ id: text, merchantId: text });
export type ProfileData = z.infer<typeof profileShape>;

/** `$charge`: money that we asked for, with which of its declines this is; actions read the rest. */
const chargeShape = z.object({
  id: text,
  by: z.enum(['link', 'saved-card']),
  decline: z.number(),
});
export type ChargeData = z.infer<typeof chargeShape>;

/** `$change` in a trigger's `where`: who made the change that sets the flow off. */
export const changeShape = z.object({ byTallybridge: z.boolean() });

/** A record at another product; its trigger gives the id, and actions read the rest. */
const record = z.object({ id: text });

/** By what the run is about: the names at which its data stands. */
export const subjectData: Readonly<Record<SubjectKind, Readonly<Record<string, z.ZodMiniObject>>>> =
  {
    payment: { payment: paymentShape },
    movement: { payment: paymentShape, movement: movementShape },
    order: { order: record },
    customer: { customer: record },
    'card-token': { token: tokenShape },
    charge: { charge: chargeShape },
    profile: { profile: profileShape },
    invoice: { invoice: record },
    'sales-order': { salesOrder: record },
    ticket: { ticket: record },
    dispute: { dispute: record },
    settlement: { settlement: record },
    moment: {},
  };

/** Fields whose names don't read well as they are. */
export const fieldNames: Readonly<Record<string, string>> = {
  inBooks: 'record in Books',
  booking: 'way into the books',
};
