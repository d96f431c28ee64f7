// A fraud case in our own words: a payment that somebody must look at, and what was decided.
import type { CardBrand } from '../card.ts';
import { type RiskBand, riskBand } from '../fraud.ts';
import type { GatewayTransaction } from '../gateway-transaction.ts';
import type { Money } from '../money.ts';

export const caseStates = ['open', 'accepted', 'rejected', 'expired'] as const;
type CaseState = (typeof caseStates)[number];

export interface CanonicalCase {
  /** The gateway's id of the held payment. */
  readonly transactionId: string;
  readonly merchantId: string;
  readonly merchantReferenceCode?: string;
  readonly status: CaseState;
  readonly amount: Money;
  readonly currency: string;
  /** 0 to 99; higher is riskier. */
  readonly score?: number;
  readonly riskBand?: RiskBand;
  /** Reason and factor codes. */
  readonly reasonCodes: readonly string[];
  /** Names of the rules that fired. */
  readonly rules: readonly string[];
  readonly profile?: string;
  readonly customerFirstName?: string;
  readonly customerLastName?: string;
  readonly customerEmail?: string;
  readonly customerPhone?: string;
  readonly cardType?: CardBrand;
  readonly cardLast4?: string;
  readonly reviewer?: string;
  readonly comment?: string;
  /** Epoch ms. */
  readonly openedAt: number;
  /** Epoch ms: when the hold on the card ends. */
  readonly dueAt?: number;
  /** Epoch ms. */
  readonly decidedAt?: number;
}

/** A payment that is held as the case that it is; undefined where no amount is known. */
export function openCase(tx: GatewayTransaction): CanonicalCase | undefined {
  const amount = tx.authorized ?? tx.total;
  if (amount === undefined) return undefined;
  const { customer, card, fraud } = tx;
  return {
    transactionId: tx.id,
    merchantId: tx.merchantId,
    status: 'open',
    amount,
    currency: amount.currency,
    reasonCodes: [tx.errorReason, ...(fraud?.factorCodes ?? [])].filter(
      (code) => code !== undefined,
    ),
    rules: (fraud?.rules ?? []).map(({ name }) => name),
    openedAt: tx.submittedAt,
    ...(tx.reference === undefined ? {} : { merchantReferenceCode: tx.reference }),
    ...(fraud?.score === undefined ? {} : { score: fraud.score, riskBand: riskBand(fraud.score) }),
    ...(fraud?.profile === undefined ? {} : { profile: fraud.profile }),
    ...(customer === undefined
      ? {}
      : {
          customerFirstName: customer.firstName,
          customerLastName: customer.lastName,
          customerEmail: customer.email,
        }),
    ...(customer?.phone === undefined ? {} : { customerPhone: customer.phone }),
    ...(card === undefined ? {} : { cardType: card.brand, cardLast4: card.lastFour }),
  };
}
