// A card payment in our own words, with where its money stands now.
import type { CardBrand } from '../card.ts';
import type { Address } from '../customer.ts';
import { type GatewayTransaction, paymentStateOf } from '../gateway-transaction.ts';
import { type Money, money } from '../money.ts';
import type { RefundLimits } from '../movement.ts';
import { isPaid, type PaymentMethod, type PaymentState, paymentStates } from '../payment.ts';

/** A payment's state, told apart further by what went back to the customer. */
export const paymentStatuses = [...paymentStates, 'partially-refunded', 'refunded'] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

export interface CanonicalPayment {
  /** The gateway's id of the authorization or sale. */
  readonly transactionId: string;
  readonly merchantId: string;
  /** The order or invoice number that the shop gave along. */
  readonly merchantReferenceCode?: string;
  readonly status: PaymentStatus;
  /** What the customer was asked for. */
  readonly amount: Money;
  readonly currency: string;
  readonly authorizedAmount?: Money;
  readonly capturedAmount?: Money;
  readonly refundedAmount?: Money;
  /** The bank's approval code. */
  readonly authorizationCode?: string;
  readonly reconciliationId?: string;
  readonly paymentMethod: PaymentMethod;
  readonly cardType?: CardBrand;
  readonly cardLast4?: string;
  /** `YYYY-MM`. */
  readonly cardExpiry?: string;
  /** The customer's record in the gateway's vault. */
  readonly customerProfileId?: string;
  readonly customerName?: string;
  readonly customerEmail?: string;
  readonly customerPhone?: string;
  readonly billing?: Address;
  readonly shipping?: Address;
  /** The gateway's codes of why: declined, in review. */
  readonly reasonCodes?: readonly string[];
  readonly fraudScore?: number;
  /** Units of the settlement currency for one of the payment's, when the gateway converted. */
  readonly exchangeRate?: string;
  /** Epoch ms. */
  readonly submittedAt: number;
  /** Epoch ms. */
  readonly capturedAt?: number;
}

/** The state and what was refunded, in one word. */
export function paymentStatusOf(state: PaymentState, limits: RefundLimits): PaymentStatus {
  if (!isPaid(state) || state === 'disputed' || limits.refundedMinor === 0) return state;
  return limits.refundedMinor < limits.capturedMinor ? 'partially-refunded' : 'refunded';
}

/** What is known of a payment apart from its movements: the gateway's own detail says it, and our row keeps it. */
export type PaymentFacts = Pick<
  GatewayTransaction,
  | 'rootId'
  | 'merchantId'
  | 'submittedAt'
  | 'reference'
  | 'total'
  | 'authorized'
  | 'method'
  | 'card'
  | 'approvalCode'
  | 'reconciliationId'
  | 'customerProfileId'
  | 'exchangeRate'
  | 'fraud'
  | 'errorReason'
> & { readonly payer?: Payer };

/** Who paid, as far as it is known. */
export interface Payer {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly billing?: Address;
  readonly shipping?: Address;
}

/** Where a payment's money stands. */
interface PaymentStanding {
  readonly state: PaymentState;
  /** Absent where nobody has looked at the movements. */
  readonly limits?: RefundLimits;
  /** Epoch ms. */
  readonly capturedAt?: number;
}

export function payerOf({ customer }: Pick<GatewayTransaction, 'customer'>): Payer | undefined {
  if (customer === undefined) return undefined;
  const { email, phone, billing, shipping } = customer;
  return {
    name: `${customer.firstName} ${customer.lastName}`.trim(),
    email,
    ...(phone === undefined ? {} : { phone }),
    ...(billing === undefined ? {} : { billing }),
    ...(shipping === undefined ? {} : { shipping }),
  };
}

/** What the gateway's detail and our movement log say of a payment; undefined where no amount is known. */
export function canonicalPayment(
  tx: GatewayTransaction,
  limits: RefundLimits,
): CanonicalPayment | undefined {
  const payer = payerOf(tx);
  const facts = payer === undefined ? tx : { ...tx, payer };
  return paymentFrom(facts, { state: paymentStateOf(tx), limits });
}

/** The payment made of what is known of it; undefined where no amount is. */
export function paymentFrom(
  tx: PaymentFacts,
  { state, limits, capturedAt }: PaymentStanding,
): CanonicalPayment | undefined {
  const amount = tx.total ?? tx.authorized;
  if (amount === undefined) return undefined;
  const { payer, card } = tx;
  const reasonCodes = [tx.errorReason, ...(tx.fraud?.factorCodes ?? [])].filter(
    (code) => code !== undefined,
  );
  return {
    transactionId: tx.rootId,
    merchantId: tx.merchantId,
    status: limits === undefined ? state : paymentStatusOf(state, limits),
    amount,
    currency: amount.currency,
    ...(limits === undefined
      ? {}
      : {
          capturedAmount: money(limits.capturedMinor, amount.currency),
          refundedAmount: money(limits.refundedMinor, amount.currency),
        }),
    paymentMethod: tx.method ?? (card === undefined ? 'other' : 'card'),
    submittedAt: tx.submittedAt,
    ...(capturedAt === undefined ? {} : { capturedAt }),
    ...(tx.approvalCode === undefined ? {} : { authorizationCode: tx.approvalCode }),
    ...(tx.reconciliationId === undefined ? {} : { reconciliationId: tx.reconciliationId }),
    ...(tx.customerProfileId === undefined ? {} : { customerProfileId: tx.customerProfileId }),
    ...(tx.exchangeRate === undefined ? {} : { exchangeRate: tx.exchangeRate }),
    ...(tx.reference === undefined ? {} : { merchantReferenceCode: tx.reference }),
    ...(tx.authorized === undefined ? {} : { authorizedAmount: tx.authorized }),
    ...(card === undefined ? {} : { cardType: card.brand, cardLast4: card.lastFour }),
    ...(card?.expiry === undefined ? {} : { cardExpiry: card.expiry }),
    ...(payer?.name === undefined ? {} : { customerName: payer.name }),
    ...(payer?.email === undefined ? {} : { customerEmail: payer.email }),
    ...(payer?.phone === undefined ? {} : { customerPhone: payer.phone }),
    ...(payer?.billing === undefined ? {} : { billing: payer.billing }),
    ...(payer?.shipping === undefined ? {} : { shipping: payer.shipping }),
    ...(reasonCodes.length === 0 ? {} : { reasonCodes }),
    ...(tx.fraud?.score === undefined ? {} : { fraudScore: tx.fraud.score }),
  };
}
