// What a declined charge means for the next one: never again, another card, later, or ask the customer to confirm.

/**
 * - `never`: the bank or a fraud rule said so for good; trying again is forbidden by the card schemes and looks like fraud.
 * - `other-card`: this card will not do; the customer gives another one.
 * - `correct-card`: something that the customer typed is wrong; the same card may work when entered again.
 * - `confirm`: the customer has to confirm with the bank (payer authentication), which only works on the card page.
 * - `later`: nothing is wrong with the card; the same charge may work another day.
 * - `soon`: nobody judged the charge, as a machine was down.
 * - `look`: our own set-up or an answer that we don't know; a person looks before anything is tried.
 */
export type DeclineAdvice =
  | 'never'
  | 'other-card'
  | 'correct-card'
  | 'confirm'
  | 'later'
  | 'soon'
  | 'look';

/** By `errorInformation.reason` (docs "Response codes"). */
const advice = new Map<string, DeclineAdvice>(
  Object.entries({
    STOLEN_LOST_CARD: 'never',
    BLOCKED_BY_CARDHOLDER: 'never',
    BLACKLISTED_CUSTOMER: 'never',
    DECISION_PROFILE_REJECT: 'never',
    SCORE_EXCEEDS_THRESHOLD: 'never',
    CUSTOMER_WATCHLIST_MATCH: 'never',
    ADDRESS_COUNTRY_WATCHLIST_MATCH: 'never',
    EMAIL_COUNTRY_WATCHLIST_MATCH: 'never',
    IP_COUNTRY_WATCHLIST_MATCH: 'never',
    DAGGREJECTED: 'never',
    DAGGDENIED: 'never',
    DSYSREJECTED: 'never',

    EXPIRED_CARD: 'other-card',
    UNAUTHORIZED_CARD: 'other-card',
    INVALID_ACCOUNT: 'other-card',
    SUSPENDED_ACCOUNT: 'other-card',
    INVALID_CARD: 'other-card',
    CARD_TYPE_NOT_ACCEPTED: 'other-card',
    INVALID_CARD_TYPE: 'other-card',
    PAYMENT_REFUSED: 'other-card',
    DECLINED_CHECK: 'other-card',
    ACH_VERIFICATION_FAILED: 'other-card',

    AVS_FAILED: 'correct-card',
    CV_FAILED: 'correct-card',
    CVN_NOT_MATCH: 'correct-card',
    INVALID_CVN: 'correct-card',

    CONSUMER_AUTHENTICATION_REQUIRED: 'confirm',
    CONSUMER_AUTHENTICATION_FAILED: 'confirm',
    PENDING_AUTHENTICATION: 'confirm',

    INSUFFICIENT_FUND: 'later',
    EXCEEDS_CREDIT_LIMIT: 'later',
    ALLOWABLE_PIN_RETRIES_EXCEEDED: 'later',
    CONTACT_PROCESSOR: 'later',
    GENERAL_DECLINE: 'later',
    PROCESSOR_DECLINED: 'later',

    ISSUER_UNAVAILABLE: 'soon',
    PROCESSOR_UNAVAILABLE: 'soon',
    PROCESSOR_ERROR: 'soon',
  } as const),
);

/** What a decline with this reason means; `look` for a reason that is not documented, as it may be of any kind. */
export function adviseAfterDecline(reason: string | undefined): DeclineAdvice {
  return (reason === undefined ? undefined : advice.get(reason)) ?? 'look';
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When a charge of a saved card is tried again, counted from its first decline. */
const laterMs: readonly number[] = [DAY_MS, 3 * DAY_MS, 7 * DAY_MS, 14 * DAY_MS];
const soonMs: readonly number[] = [HOUR_MS, 4 * HOUR_MS, DAY_MS];

/** Declines of one charge, oldest first. */
export interface Decline {
  readonly reason?: string;
  /** Epoch ms. */
  readonly at: number;
}

/**
 * When to charge the same saved card again without asking anybody; undefined for never. One decline for good ends it, whatever
 * came before or after. Card schemes allow at most 15 tries in 30 days (Visa) and charge for needless ones; we make four.
 */
export function nextChargeAt(declines: readonly Decline[]): number | undefined {
  const [first] = declines;
  if (first === undefined) return undefined;
  const each = declines.map((one) => adviseAfterDecline(one.reason));
  if (each.some((one) => one !== 'later' && one !== 'soon')) return undefined;
  const schedule = each.at(-1) === 'soon' ? soonMs : laterMs;
  const afterMs = schedule[declines.length - 1];
  const last = declines.at(-1) ?? first;
  // A worker that came late must not try twice at once.
  return afterMs === undefined ? undefined : Math.max(first.at + afterMs, last.at + HOUR_MS);
}

/** Why, as far as the customer is told. */
export type DeclineCause =
  | 'expired'
  | 'no-money'
  | 'over-limit'
  | 'to-be-confirmed'
  | 'unreachable'
  | 'declined';

const causes = new Map<string, DeclineCause>(
  Object.entries({
    EXPIRED_CARD: 'expired',
    INSUFFICIENT_FUND: 'no-money',
    EXCEEDS_CREDIT_LIMIT: 'over-limit',
    CONSUMER_AUTHENTICATION_REQUIRED: 'to-be-confirmed',
    PENDING_AUTHENTICATION: 'to-be-confirmed',
    ISSUER_UNAVAILABLE: 'unreachable',
    PROCESSOR_UNAVAILABLE: 'unreachable',
    PROCESSOR_ERROR: 'unreachable',
  }),
);

/** What the customer is told. Whoever holds a stolen card learns nothing from it. */
export function causeForCustomer(reason: string | undefined): DeclineCause {
  return causes.get(reason ?? '') ?? 'declined';
}
