// A customer at a glance: shapes of POST /customer.
import * as z from 'zod/mini';
import type { CustomerOverview, MonthTotal } from '../domain/customer-overview.ts';
import type { SubscriptionState } from '../domain/customer-subscription.ts';
import type { MoneyView, ProblemView } from './panel.ts';

const hosts = ['books', 'inventory', 'crm', 'desk'] as const;
const kinds = ['contact', 'account', 'deal'] as const;

/** POST /customer: the record that is open. Its id is a claim; everything is re-read on the server. */
export const customerRequest = z.object({
  host: z.enum(hosts),
  record: z.object({
    kind: z.enum(kinds),
    id: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/)),
  }),
});
export type CustomerRequest = z.infer<typeof customerRequest>;

/** A card on file: no more than receipts print. */
export interface CustomerCardView {
  readonly key: string;
  readonly brand: string;
  readonly lastFour: string;
  /** `YYYY-MM`. */
  readonly expiry?: string;
  readonly nickname?: string;
  readonly isDefault: boolean;
}

/** A recurring charge at the gateway. */
export interface SubscriptionView {
  readonly id: string;
  readonly name: string;
  readonly state: SubscriptionState;
  readonly amount?: MoneyView;
  readonly every: { readonly count: number; readonly unit: 'day' | 'week' | 'month' | 'year' };
  /** By its schedule, epoch ms; absent when nothing is to come. */
  readonly nextChargeAt?: number;
}

export interface CustomerView extends CustomerOverview {
  /** Of the currency with the latest payment, oldest month first; absent without payments. */
  readonly months?: { readonly currency: string; readonly totals: readonly MonthTotal[] };
  readonly cards: readonly CustomerCardView[];
  /** A problem where the gateway did not tell them. */
  readonly subscriptions:
    | { readonly list: readonly SubscriptionView[]; readonly isComplete: boolean }
    | ProblemView;
  /** There are older payments, which are not in the figures. */
  readonly isRecentOnly: boolean;
}

export interface CustomerReply {
  /** The server's clock, epoch ms. */
  readonly now: number;
  readonly customer: CustomerView;
}
