// Charges between panel, card page and api: asking for money by link or by a saved card, and paying on the page.
import * as z from 'zod/mini';
import {
  type MoneyView,
  type PolicyStepView,
  type ProblemView,
  panelRequest,
  type RequestView,
} from './panel.ts';

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/));
const ulid = z.string().check(z.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/));
const currency = z.string().check(z.regex(/^[A-Z]{3}$/));
const minor = z.number().check(z.int(), z.minimum(0), z.maximum(999_999_999_999_999));
const reason = z.string().check(z.maxLength(200));
const cardKey = z.string().check(z.regex(/^[A-Za-z0-9_:.|-]{1,255}$/));

/** Invoices that one charge is for, at most: what the card page still shows at a glance. */
export const CHARGE_INVOICES_MAX = 10;

/**
 * POST /charges. `intentId` is a ULID made once per decision of the person. With an invoice, amount and currency are judged against what
 * is open of it; a card is saved with amount 0.
 */
export const chargeRequest = z.object({
  intentId: ulid,
  purpose: z.enum(['sale', 'authorization', 'save-card']),
  amountMinor: minor,
  currency,
  invoiceId: z.optional(id),
  /** Several open invoices of the customer, in the order in which they are paid. */
  invoiceIds: z.optional(z.array(id).check(z.minLength(2), z.maxLength(CHARGE_INVOICES_MAX))),
  /** The customer in Books; that of the invoice when absent. */
  customerId: z.optional(id),
  /** A saved card to charge; a link to the card page when absent. */
  cardKey: z.optional(cardKey),
  reason,
  /** Also mail the link to the customer's address in Books. */
  sendsMail: z.optional(z.boolean()),
  /** A saved card that is declined for now is tried again on later days, and the customer is told of each decline. */
  retries: z.optional(z.boolean()),
  /** What is beyond the person's limit waits for somebody else's approval; refused when absent. */
  asksApproval: z.optional(z.boolean()),
  /** The record that is open, where others are told of such a request. */
  askedAt: z.optional(panelRequest),
});
export type ChargeRequest = z.infer<typeof chargeRequest>;

/** POST /charges/cancel: the link is good for nothing from now on, the declined card is not tried again. */
export const chargeCancelRequest = z.object({ intentId: ulid });

/**
 * POST /charges/list: of an invoice, or of a customer in Books or of a contact or account in the CRM, with the saved cards; with
 * both, the invoice's charges and the customer's cards. Of nobody: there are none, and the start says why. From our own rows: it costs no call.
 */
export const chargesRequest = z.object({
  invoiceId: z.optional(id),
  customerId: z.optional(id),
  crmContactId: z.optional(id),
  crmAccountId: z.optional(id),
});
export type ChargesRequest = z.infer<typeof chargesRequest>;

/** Reply of POST /charges/start: what a person must know before asking for money; read from the books now. Asked as the list is. */
export interface ChargeStartReply {
  readonly now: number;
  /** Absent where a customer is asked for money. */
  readonly invoice?: {
    readonly number: string;
    readonly open: MoneyView;
    /** What the customer has as credit, applied to nothing: it may be meant for this. */
    readonly credit?: MoneyView;
  };
  /** Of a customer: what is open in the currency, the one that is due first before the others. */
  readonly invoices?: readonly OpenInvoiceView[];
  /** So many of them in one request, at most. */
  readonly invoicesMax: number;
  readonly customer: { readonly id: string; readonly name: string; readonly email: string };
  /** Of the invoice, or the first that is connected. */
  readonly currency: string;
  readonly cards: readonly CardView[];
  /** What the policy says of a saved card's charge by this person. */
  readonly policy: readonly PolicyStepView[];
}

export interface OpenInvoiceView {
  readonly id: string;
  readonly number: string;
  readonly open: MoneyView;
}

/** POST /cards/default, POST /cards/remove */
export const cardRequest = z.object({ cardKey });

/** POST /cards/rename: an empty nickname takes it away. */
export const cardRenameRequest = z.object({
  cardKey,
  nickname: z.string().check(z.maxLength(40)),
});
export type CardRenameRequest = z.infer<typeof cardRenameRequest>;

/** Reply of the routes under /cards: all cards of that customer as they are now. */
export interface CardsReply {
  readonly now: number;
  readonly cards: readonly CardView[];
}

/** A card that the customer agreed to have kept. */
export interface CardView {
  readonly key: string;
  readonly brand: string;
  readonly lastFour: string;
  /** `YYYY-MM`. */
  readonly expiry?: string;
  readonly nickname?: string;
  readonly isDefault: boolean;
}

/** Reply of POST /charges/list, newest first. */
export interface ChargesReply {
  readonly now: number;
  readonly mayCharge: boolean;
  readonly charges: readonly ChargeView[];
  readonly cards: readonly CardView[];
}

/** What of a charge is for which of several invoices. */
export interface InvoiceShareView {
  readonly number: string;
  readonly amount: MoneyView;
}

/** How a charge stands. */
export interface ChargeView {
  readonly intentId: string;
  readonly state: string;
  readonly purpose: string;
  readonly by: string;
  readonly amount: MoneyView;
  readonly reference?: string;
  readonly invoices?: readonly InvoiceShareView[];
  readonly card?: Pick<CardView, 'brand' | 'lastFour'>;
  readonly askedBy: string;
  /** Epoch ms. */
  readonly askedAt: number;
  readonly expiresAt?: number;
  readonly paymentKey?: string;
  readonly problem?: ProblemView;
  /** Of a declined saved card: when it is tried again, epoch ms, and how often it was tried. */
  readonly nextTryAt?: number;
  readonly tries?: number;
  /** Of one beyond somebody's limit: the question to others, and how they answered. */
  readonly request?: RequestView;
  /** After the customer has confirmed with the bank: who bears the loss if the card was not theirs. */
  readonly liability?: 'bank' | 'company';
}

/** Reply of POST /charges. The link is told this once: only its hash is kept. */
export interface ChargeReply {
  readonly now: number;
  readonly charge: ChargeView;
  readonly link?: string;
  /** Why the link could not be mailed; it is good all the same. */
  readonly mailProblem?: ProblemView;
}

/** The secret of a link: 32 bytes in base64url, behind the `#` of its address so that no server log sees it. */
const linkSecret = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** POST /pay/show */
export const payShowRequest = z.object({ secret: linkSecret });

/** POST /pay/fields */
export const payFieldsRequest = z.object({ secret: linkSecret });

const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));

/** POST /pay/confirmation: the card that was entered, before its bank is asked. */
export const payConfirmationRequest = z.object({
  secret: linkSecret,
  transientToken: z.string().check(z.maxLength(8_000)),
});

/** Reply of POST /pay/confirmation: posted to the bank's side in a frame, so that it may look at the device. */
export interface PayConfirmationStart {
  readonly referenceId: string;
  readonly accessToken: string;
  readonly collectionUrl: string;
}

const pixels = z.number().check(z.int(), z.minimum(0), z.maximum(100_000));

/** Where the payer confirms with the bank: first with what the browser tells, then once the bank's page has come back. */
const payConfirmation = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('device'),
    referenceId: z.string().check(z.regex(/^[A-Za-z0-9-]{1,60}$/)),
    browser: z.object({
      language: z.string().check(z.regex(/^[A-Za-z0-9-]{1,35}$/)),
      colorDepth: pixels,
      screenHeight: pixels,
      screenWidth: pixels,
      timeDifferenceMinutes: z.number().check(z.int(), z.minimum(-1_000), z.maximum(1_000)),
      userAgent: z.string().check(z.maxLength(1_000)),
    }),
  }),
  z.object({ kind: z.literal('returned') }),
]);
export type PayConfirmation = z.infer<typeof payConfirmation>;

/** POST /pay: `tryId` is a ULID made by the page once per press of the button. */
export const payRequest = z.object({
  secret: linkSecret,
  tryId: ulid,
  transientToken: z.string().check(z.maxLength(8_000)),
  firstName: line,
  lastName: line,
  email: z.email().check(z.maxLength(255)),
  address: z.object({
    line1: line,
    line2: z.optional(line),
    city: line,
    region: z.optional(line),
    postalCode: z.string().check(z.trim(), z.maxLength(10)),
    country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  }),
  /** The customer agrees to have the card kept for later charges. */
  keepsCard: z.boolean(),
  confirmation: z.optional(payConfirmation),
});
export type PayRequest = z.infer<typeof payRequest>;

/** What the card page shows: nothing that the holder of the link doesn't need. */
export interface PayView {
  readonly state: 'open' | 'under-way' | 'in-review' | 'paid' | 'over';
  readonly company: string;
  readonly purpose: 'sale' | 'authorization' | 'save-card';
  readonly amount: MoneyView;
  readonly reference?: string;
  /** Where it is for several. */
  readonly invoices?: readonly InvoiceShareView[];
  readonly triesLeft: number;
  readonly expiresAt?: number;
  readonly card?: string;
  /** The customer confirms with the bank before the card is charged. */
  readonly confirms?: true;
  /** The bank's page, to be shown in a frame now: `token` is posted to `url`. */
  readonly challenge?: { readonly url: string; readonly token: string };
  /** Why the last try did not work. */
  readonly problem?: ProblemView;
  /** Filled in beforehand. */
  readonly customer?: {
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly address?: {
      readonly line1: string;
      readonly line2?: string;
      readonly city: string;
      readonly region?: string;
      readonly postalCode: string;
      readonly country: string;
    };
  };
}

/** Reply of POST /pay/fields. */
export interface PayFields {
  readonly context: string;
  readonly library: { readonly url: string; readonly integrity: string };
  readonly expiresAt: number;
}
