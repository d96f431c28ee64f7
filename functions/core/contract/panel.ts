// What the panel asks and gets: shapes of POST /panel, POST /refunds, POST /movements and POST /movements/recheck.
import * as z from 'zod/mini';
import type { Caution, MovementAction } from '../domain/movement-offers.ts';
import type { CaptureRoom } from '../domain/refund-split.ts';
import type { ChargesRequest } from './charges.ts';
import type { CustomerRequest } from './customer.ts';
import type { FlowButtonView } from './flow-start.ts';
import type { TicketView } from './ticket.ts';

const hostNames = ['books', 'inventory', 'crm', 'desk'] as const;
export type HostName = (typeof hostNames)[number];

const recordKinds = ['invoice', 'contact', 'account', 'deal', 'ticket'] as const;
export type RecordKind = (typeof recordKinds)[number];

const recordId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/));

/** POST /panel: the record that is open in the host. Its id is a claim; everything is re-read on the server. */
export const panelRequest = z.object({
  host: z.enum(hostNames),
  record: z.object({ kind: z.enum(recordKinds), id: recordId }),
});
export type PanelRequest = z.infer<typeof panelRequest>;

/** `installation|merchant id|gateway id`. */
const paymentKey = z.string().check(z.regex(/^[A-Za-z0-9_:.|-]{1,255}$/));

const minor = z.number().check(z.int(), z.minimum(0));

/** So many fit a column of the store. */
const REFUND_LINES_MAX = 80;

export const refundLine = z.object({
  lineId: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/)),
  quantityMilli: z.number().check(z.int(), z.minimum(1)),
  amountMinor: z.number().check(z.int(), z.minimum(1)),
});

/**
 * POST /refunds. `intentId` is a ULID made once per decision of the person: a double click is the same refund. `lines`: of the
 * invoice, as POST /refunds/lines told them; together they come to the amount.
 */
export const refundRequest = z.object({
  intentId: z.string().check(z.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)),
  paymentKey,
  amountMinor: minor,
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  reason: z.string().check(z.maxLength(200)),
  lines: z.optional(z.array(refundLine).check(z.minLength(1), z.maxLength(REFUND_LINES_MAX))),
});
export type RefundRequest = z.infer<typeof refundRequest>;

/**
 * POST /movements: captures, voids and releases, each with one intent. `targetId`: of a void, the capture or refund that is
 * taken back, by the gateway's id.
 */
export const movementRequest = z.object({
  intentId: z.string().check(z.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)),
  paymentKey,
  action: z.enum(['capture', 'reverse', 'void', 'void-refund']),
  amountMinor: minor,
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  targetId: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_:.-]{1,64}$/))),
  reason: z.string().check(z.maxLength(200)),
});
export type MovementRequest = z.infer<typeof movementRequest>;

/** POST /movements/recheck: ask the gateway now about a movement whose outcome is unknown. */
export const recheckRequest = z.object({
  intentId: z.string().check(z.regex(/^[0-9A-Za-z:_-]{1,40}$/)),
  paymentKey,
});
export type RecheckRequest = z.infer<typeof recheckRequest>;

/** A problem as it travels: the widget looks its text up by code, other callers read `message`. */
export interface ProblemView {
  readonly code: string;
  readonly message: string;
  readonly next: string;
  readonly facts?: Readonly<Record<string, string>>;
  /** What the fact `why` says. */
  readonly causes?: readonly ProblemView[];
}

export interface MoneyView {
  readonly minor: number;
  readonly currency: string;
}

/** One line of a payment's story, newest last. */
export interface TimelineEntry {
  readonly kind: 'payment' | 'capture' | 'refund' | 'void' | 'reversal' | 'dispute';
  readonly state: string;
  readonly amount?: MoneyView;
  /** Epoch ms. */
  readonly at: number;
  readonly intentId?: string;
  readonly gatewayId?: string;
  readonly actorName?: string;
  readonly reason?: string;
  readonly problem?: ProblemView;
  /** When we ask the gateway next about an unknown outcome, epoch ms. */
  readonly nextCheckAt?: number;
  /** Where it stands in the books, e.g. `CN-00012`; `waiting` while the posting is under way. */
  readonly booked?:
    | {
        readonly kind: 'done';
        readonly document: string;
        /** Where it is opened in Books, where that is known. */
        readonly url?: string;
      }
    | { readonly kind: 'waiting' }
    | { readonly kind: 'failed'; readonly problem: ProblemView };
}

/** Above this amount (minor units; -1: any) the policy wants more of the person who looks at it. */
export interface PolicyStepView {
  readonly aboveMinor: number;
  /** Who must approve, or that nobody may. */
  readonly beyond: 'approver' | 'admin' | 'forbidden';
  readonly why: ProblemView;
}

/** Something that can be done with one capture or refund as a whole. */
export interface OfferTargetView {
  readonly gatewayId: string;
  readonly amountMinor: number;
}

/** What can be done with a payment's money now, or why not. */
export type OfferView =
  | {
      readonly action: MovementAction;
      readonly isPossible: true;
      readonly isRecommended: boolean;
      readonly maxMinor: number;
      /** To choose from; empty where an amount is asked for. */
      readonly targets: readonly OfferTargetView[];
      readonly cautions: readonly Caution[];
      /** Epoch ms. */
      readonly until?: number;
    }
  | {
      readonly action: MovementAction;
      readonly isPossible: false;
      readonly why: ProblemView;
    };

/** A refund that somebody has asked others to approve. */
export interface RequestView {
  /** What a decision names. */
  readonly key: string;
  readonly intentId: string;
  readonly state: 'open' | 'approved' | 'rejected' | 'withdrawn' | 'expired';
  readonly amount: MoneyView;
  readonly reason: string;
  readonly requestedBy: string;
  /** Asked for by the person who looks at it. */
  readonly own: boolean;
  /** The person who looks at it may decide. */
  readonly mayDecide: boolean;
  /** Who may decide at least. */
  readonly by: 'approver' | 'admin';
  readonly why: readonly ProblemView[];
  /** Epoch ms. */
  readonly since: number;
  readonly expiresAt: number;
  readonly decidedBy?: string;
  readonly decisionReason?: string;
  /** Why it was not done although it was approved. */
  readonly problem?: ProblemView;
}

export interface PaymentView {
  readonly key: string;
  readonly gatewayId: string;
  readonly merchantId: string;
  readonly reference?: string;
  readonly state: string;
  readonly amount: MoneyView;
  readonly submittedAt: number;
  readonly card?: { readonly brand: string; readonly lastFour: string; readonly expiry?: string };
  readonly fraud?: {
    readonly score?: number;
    readonly factorCodes: readonly string[];
    readonly profile?: string;
    readonly rules: readonly { readonly name: string; readonly decision: string }[];
  };
  /** The gateway's reason for a decline or review, e.g. `EXPIRED_CARD`. */
  readonly errorReason?: string;
  readonly invoice?: { readonly id: string; readonly number: string; readonly url?: string };
  /** All in minor units of `amount.currency`. */
  readonly limits: {
    readonly capturedMinor: number;
    readonly refundedMinor: number;
    readonly pendingMinor: number;
    readonly unknownMinor: number;
    readonly disputedMinor: number;
    readonly leftMinor: number;
  };
  /** In the order in which they are shown; empty for who may only look. */
  readonly offers: readonly OfferView[];
  /** What each capture has left, where there are several: a refund may have to go over more than one. */
  readonly rooms: readonly CaptureRoom[];
  readonly timeline: readonly TimelineEntry[];
  /** What the policy says of a refund by this person; empty when everything is allowed. */
  readonly policy: readonly PolicyStepView[];
  /** The newest first. */
  readonly requests: readonly RequestView[];
}

export interface PanelReply {
  /** The server's clock, epoch ms: ages are counted from it. */
  readonly now: number;
  readonly person: {
    readonly name: string;
    readonly role: string;
    readonly mayRefund: boolean;
    readonly mayRecheck: boolean;
  };
  /** IANA name of the organization's time zone. */
  readonly timeZone: string;
  readonly payments: readonly PaymentView[];
  /** Flows that this person may start for some of them; absent when there are none. */
  readonly buttons?: readonly FlowButtonView[];
  /** Of a ticket only: how it found them. */
  readonly ticket?: TicketView;
  /** Of a customer's record only: what POST /customer is asked for the figures. */
  readonly customer?: CustomerRequest;
  /** What POST /charges/list is asked with for this record; absent where nobody can be asked for money. */
  readonly charging?: ChargesRequest;
}

/** Reply of POST /refunds and POST /movements (also when the outcome is unknown) and POST /movements/recheck. */
export interface MovementReply {
  readonly now: number;
  readonly intentId: string;
  readonly state: string;
  readonly problem?: ProblemView;
  readonly payment: PaymentView;
}

/** Every refusal: HTTP 4xx or 5xx with this body. */
export interface ErrorReply {
  readonly error: ProblemView;
}
