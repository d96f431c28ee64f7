// A fraud case in our own words: a payment that somebody must look at, and what was decided.
import type { CardBrand } from '../card.ts';
import type { RiskBand } from '../fraud.ts';
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
