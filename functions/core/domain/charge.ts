// A charge that we ask for: by a link to the card page, or of a saved card. Its states, and the reference that finds it again.
import { adviseAfterDecline } from './decline.ts';
import type { IntentId } from './ids.ts';

const chargeStates = [
  'requested', // beyond somebody's limit: waits for another person's approval
  'asked', // waits for the customer on the card page
  'sent', // about to be sent, or sent and not yet answered
  'unknown', // sent, and what became of it is not known
  'needs-inspection', // answered with a status that we don't know
  'in-review', // held until somebody has decided
  'paid', // authorized or captured; what follows is the payment's
  'retrying', // declined for now: tried again by itself at a set time
  'declined',
  'failed', // never reached the bank
  'expired', // the link was not used in time
  'cancelled', // by staff, before anybody paid
] as const;
export type ChargeState = (typeof chargeStates)[number];

const after: Readonly<Record<ChargeState, readonly ChargeState[]>> = {
  requested: ['sent', 'failed', 'expired', 'cancelled'],
  asked: ['sent', 'declined', 'failed', 'expired', 'cancelled'],
  // Back to `asked`: the customer of a link may try another card.
  sent: [
    'asked',
    'unknown',
    'needs-inspection',
    'in-review',
    'paid',
    'retrying',
    'declined',
    'failed',
  ],
  unknown: ['asked', 'needs-inspection', 'in-review', 'paid', 'retrying', 'declined', 'failed'],
  'needs-inspection': ['in-review', 'paid', 'declined', 'failed'],
  'in-review': ['paid', 'declined'],
  retrying: ['sent', 'paid', 'declined', 'failed', 'cancelled'],
  // A charge that was given up and then turns up at the gateway is corrected; the opposite is not.
  declined: ['paid'],
  failed: ['in-review', 'paid'],
  expired: ['paid'],
  cancelled: ['paid'],
  paid: [],
};

/** States in which money may be on its way, beside those in which it has arrived. */
const underWay: ReadonlySet<string> = new Set<ChargeState>([
  'sent',
  'unknown',
  'needs-inspection',
  'in-review',
]);

export function isUnderWay(state: string): boolean {
  return underWay.has(state);
}

/** From where a try may begin. */
const startable: ReadonlySet<string> = new Set<ChargeState>(['requested', 'asked', 'retrying']);

export function mayBegin(state: string): boolean {
  return startable.has(state);
}

/** Those of a request that may still bring money. */
export const openChargeStates: readonly ChargeState[] = chargeStates.filter(
  (state) => startable.has(state) || underWay.has(state),
);

export function mayChargeBecome(current: ChargeState, next: ChargeState): boolean {
  return after[current].includes(next);
}

/** `clientReferenceInformation.code` holds 50 characters. */
const REFERENCE_MAX = 50;
const OWN_REFERENCE = /\.TB[0-9A-HJKMNP-TV-Z]{8}$/;

/**
 * What the gateway shows as the reference of a charge of ours: the invoice number as people know it, and a part of the attempt's
 * intent, so that each attempt is found by itself and none of the shop's orders is taken for one.
 */
export function chargeReference(reference: string, intent: IntentId): string {
  const tail = `.TB${intent.slice(-8)}`;
  const plain = reference.replace(/[^A-Za-z0-9_#/-]/g, '-').slice(0, REFERENCE_MAX - tail.length);
  return `${plain}${tail}`;
}

/** Whether a payment's reference is that of a charge of ours. */
export function isChargeReference(reference: string): boolean {
  return OWN_REFERENCE.test(reference);
}

/** How often a customer may try on one link: enough for typing errors, too few for trying stolen numbers. */
export const CHARGE_TRIES_MAX = 5;

/** How long a link to the card page is good. */
export const LINK_LIFE_MS = 3 * 24 * 3_600_000;

/**
 * What follows a no: on a link the customer may try another card, unless the bank said no for good or the tries are used up. How a
 * saved card goes on, `nextChargeAt` says.
 */
export function stateAfterDecline(tries: number, reason: string | undefined): 'asked' | 'declined' {
  const mayTry = tries < CHARGE_TRIES_MAX;
  return mayTry && adviseAfterDecline(reason) !== 'never' ? 'asked' : 'declined';
}

/** What is known of an invoice beside what a charge wants to take of it, minor units. */
export interface InvoiceRoom {
  /** Open in the books. */
  readonly balanceMinor: number;
  /** Under way by other charges, or collected and not in the books yet. */
  readonly heldMinor: number;
}

/** What a charge takes of one invoice, minor units. */
export interface ChargeShare {
  readonly id: string;
  readonly number: string;
  readonly amountMinor: number;
}

/** One amount over several invoices: each is paid in full before the next, as the books apply it. What gets nothing is left out. */
export function shareOverInvoices(
  amountMinor: number,
  invoices: readonly (Omit<ChargeShare, 'amountMinor'> & { readonly balanceMinor: number })[],
): readonly ChargeShare[] {
  let leftMinor = amountMinor;
  const shares: ChargeShare[] = [];
  for (const { id, number, balanceMinor } of invoices) {
    const takenMinor = Math.min(leftMinor, balanceMinor);
    leftMinor -= takenMinor;
    if (takenMinor > 0) shares.push({ id, number, amountMinor: takenMinor });
  }
  return shares;
}

export type RoomVerdict = 'free' | 'settled' | 'too-much' | 'being-paid';

/** Whether an amount may be taken of an invoice so that nothing of it is ever collected twice. */
export function judgeRoom(
  { balanceMinor, heldMinor }: InvoiceRoom,
  amountMinor: number,
): RoomVerdict {
  if (balanceMinor <= 0) return 'settled';
  if (amountMinor > balanceMinor) return 'too-much';
  return amountMinor > balanceMinor - heldMinor ? 'being-paid' : 'free';
}
