// The panel's English texts.
import { factors, reasons } from './en-reasons.ts';

/** A state's badge and what it means for the person who reads it. */
export interface StateText {
  readonly label: string;
  readonly meaning: string;
}

type Table<T> = Readonly<Record<string, T>>;

const paymentStates: Table<StateText> = {
  created: { label: 'Started', meaning: 'Not paid yet. The gateway has not decided.' },
  'needs-inspection': {
    label: 'Needs a look',
    meaning: 'The gateway’s answer is new to us. Look the payment up in the Business Center.',
  },
  'pending-review': {
    label: 'Held for review',
    meaning: 'Not paid yet. The money is reserved until somebody accepts or rejects it.',
  },
  authorized: {
    label: 'Authorized',
    meaning: 'Not paid yet. The money is reserved and waits to be captured.',
  },
  'partially-captured': {
    label: 'Partly paid',
    meaning: 'Only a part of the reserved money was captured.',
  },
  captured: { label: 'Paid', meaning: 'Captured, not yet settled to your bank.' },
  settled: { label: 'Paid', meaning: 'Captured and settled.' },
  disputed: {
    label: 'Disputed',
    meaning: 'The cardholder disputes it. The disputed money cannot be refunded.',
  },
  won: { label: 'Paid', meaning: 'It was disputed and decided for you.' },
  lost: { label: 'Dispute lost', meaning: 'Decided for the cardholder: the money went back.' },
  declined: { label: 'Declined', meaning: 'Not paid. No money moved.' },
  reversed: { label: 'Released', meaning: 'Not paid. The reserved money was released.' },
  expired: { label: 'Expired', meaning: 'Not paid. The reservation ran out.' },
  voided: { label: 'Voided', meaning: 'Not paid. It was cancelled before settlement.' },
};

const movementStates: Table<string> = {
  intended: 'About to be sent',
  sent: 'On its way',
  unknown: 'Outcome unknown',
  succeeded: 'Done',
  declined: 'Declined',
  failed: 'Failed',
  'needs-inspection': 'Needs a look',
  voided: 'Voided',
};

/** Where a dispute's state means something else than a movement's. */
const disputeStates: Table<string> = {
  succeeded: 'Money withdrawn',
  voided: 'Money returned',
};

const movementKinds: Table<string> = {
  payment: 'Payment',
  capture: 'Capture',
  refund: 'Refund',
  void: 'Void',
  reversal: 'Release',
  dispute: 'Dispute',
};

export const en = {
  loading: 'Reading the payment…',
  retry: 'Try again',
  back: 'Back',
  support: 'For support',

  reasons,
  unknownReason: (code: string) => `code ${code}, look it up in the Business Center`,

  brands: {
    visa: 'Visa',
    mastercard: 'Mastercard',
    amex: 'American Express',
    discover: 'Discover',
    diners: 'Diners Club',
    jcb: 'JCB',
    maestro: 'Maestro',
    unionpay: 'UnionPay',
  } as Table<string>,
  otherBrand: 'Card',
  card: (brand: string, lastFour: string) => `${brand} ..${lastFour}`,
  noCard: 'the card',
  expires: (date: string) => `Expires ${date}`,
  roles: {
    viewer: 'viewer',
    agent: 'agent',
    approver: 'approver',
    admin: 'administrator',
  } as Table<string>,

  paymentStates,
  unknownState: (state: string): StateText => ({
    label: 'Needs a look',
    meaning: `State “${state}” is new to this panel. Look the payment up in the Business Center.`,
  }),
  movementStates,
  disputeStates,
  movementKinds,
  fullyRefunded: { label: 'Refunded', meaning: 'All of it went back to the card.' },
  partlyRefunded: { label: 'Partly refunded', meaning: 'Paid, and a part went back to the card.' },
  why: (reason: string) => `Reason: ${reason}.`,

  order: (reference: string) => `Order ${reference}`,
  invoice: (number: string) => `Invoice ${number}`,

  noRecord: {
    title: 'No record open',
    next: 'Open an invoice, a customer, a deal or a ticket to see its card payments here.',
  },
  noPayment: {
    title: 'No card payment yet',
    next: 'Once it is paid by card, the payment appears here by itself.',
  },
  unreachable: {
    title: 'The panel could not be loaded',
    'time-out': 'Zoho did not answer in time.',
    failed: 'Zoho could not pass our question on.',
    next: 'If it stays, ask an administrator to check the settings page.',
  },

  payments: {
    title: (count: string) => `${count} card payments`,
    back: 'All payments',
  },

  limits: {
    left: (amount: string) => `${amount} can go back`,
    nothingLeft: 'Nothing can go back',
    parts: {
      refunded: 'Refunded',
      pending: 'On its way back',
      unknown: 'Outcome unknown',
      disputed: 'Disputed',
      left: 'Can go back',
    },
    of: (amount: string) => `of ${amount} captured`,
  },

  refund: {
    title: 'Refund',
    open: 'Refund…',
    amount: 'Amount',
    upTo: (amount: string) => `Up to ${amount}`,
    reason: 'Reason',
    reasonHint: 'Goes into the books',
    quickReasons: ['Goods returned', 'Order cancelled', 'Paid twice', 'Price lowered'],
    button: (amount: string, card: string) => `Refund ${amount} to ${card}`,
    cancel: 'Cancel',
    invalid: {
      empty: 'Enter an amount.',
      'not-a-number': (example: string) => `Write the amount like ${example}.`,
      'too-precise': (currency: string, decimals: number) =>
        `${currency} has ${decimals || 'no'} decimals.`,
      zero: 'Enter more than zero.',
      'over-limit': (amount: string) => `Only ${amount} can go back.`,
      reason: 'Say in a few words why.',
    },
    notAllowed: (role: string) =>
      `As ${role} you can see payments but not refund them. Ask an agent or administrator.`,
    nothingLeft: {
      uncaptured: 'Nothing to refund: nothing was captured.',
      refunded: 'Nothing left to refund.',
      held: 'Nothing to refund now: what is on its way, unknown or disputed stays reserved.',
    },
    confirm: {
      title: (amount: string, card: string) => `Refund ${amount} to ${card}?`,
      books: (invoice: string) => `Books gets a credit note for ${invoice} with its refund.`,
      booksNoInvoice: 'Books gets the refund once the payment is booked.',
      leaves: (amount: string) => `${amount} can still go back afterwards.`,
      final: 'It cannot be taken back.',
      yes: (amount: string) => `Yes, refund ${amount}`,
    },
    sending: (amount: string) => `Asking the gateway to refund ${amount}…`,
    sendingLong: 'This can take half a minute. You may leave: the refund goes on.',
    accepted: {
      title: 'Refund accepted',
      body: (amount: string, card: string) =>
        `${amount} is on its way to ${card}. The bank shows it within a few days.`,
    },
    ended: (state: string) => `Refund ${state.toLowerCase()}`,
    refused: 'Not refunded',
    unknown: {
      title: 'Outcome unknown',
      body: (amount: string) =>
        `We do not know yet whether ${amount} went back. It stays reserved. Do not try again.`,
    },
    underWay: 'Refund on its way',
    unanswered: {
      title: 'No answer yet',
      body: (amount: string) =>
        `We do not know what became of ${amount}. Asking again never makes a second refund.`,
      button: 'Ask again',
    },
    done: 'Done',
    change: 'Change',
  },

  recheck: {
    button: 'Recheck now',
    busy: 'Asking the gateway…',
    since: (age: string) => `Sent ${age}.`,
    next: (when: string) => `We ask again ${when}.`,
  },

  timeline: {
    title: 'What happened',
    of: (kind: string, amount: string) => `${kind} of ${amount}`,
    by: (name: string) => `by ${name}`,
    booked: (document: string) => `Booked: ${document}`,
    waiting: 'Being booked…',
    notBooked: 'Not booked.',
  },

  fraud: {
    title: 'Fraud check',
    score: (score: string) => `Score ${score} of 99`,
    bands: {
      low: { label: 'Low risk', meaning: 'Little speaks against this payment.' },
      medium: { label: 'Medium risk', meaning: 'Worth a look before you ship.' },
      high: { label: 'High risk', meaning: 'Check the customer before you ship.' },
    },
    noScore: 'The gateway made no score.',
    factors,
    unknownFactor: (code: string) => `Factor code ${code}: look it up in the Business Center.`,
    profile: (name: string) => `Decided by profile ${name}`,
    rule: (name: string, decision: string) => `Rule “${name}” ${decision}`,
    decisions: {
      ACCEPT: 'accepted it',
      REVIEW: 'asked for a review',
      REJECT: 'rejected it',
      IGNORE: 'only watched',
    } as Table<string>,
  },
};

/** Every text of the panel; another language is another value of this type. */
export type Messages = typeof en;
