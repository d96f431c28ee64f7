// The panel's English texts.
import type { Words } from '../../functions/core/contract/words.ts';
import { spoken } from './spoken.ts';

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

export const en = {
  loading: 'Reading the payment…',
  retry: 'Try again',
  back: 'Back',
  support: 'For support',

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

  /** The server's words within its sentences, by themselves; English has them already. */
  facts: {} as Table<string>,

  paymentStates,
  unknownState: (state: string): StateText => ({
    label: 'Needs a look',
    meaning: `State “${state}” is new to this panel. Look the payment up in the Business Center.`,
  }),
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
    unauthorized: 'You have not authorized the connection to Tallybridge.',
    next: 'If it stays, ask an administrator to check the settings page.',
  },

  unauthorized: {
    title: 'Connect Tallybridge to your account',
    next: 'Press Authorize in the window that Zoho opened, agree there, then try again here. If none opened, you find the connection under Connections in Zoho’s settings.',
  },

  payments: {
    title: (_count: number, written: string) => `${written} card payments`,
    back: 'All payments',
  },

  refundAccepted: 'Refund accepted',

  charging: 'Payment links and cards',

  part: {
    failed: 'This part of the panel could not be loaded.',
    busy: 'Loading…',
  },
};

/** Every text of the panel, in any language. */
export type Messages = Words<typeof en>;

export const panelTexts = spoken('panel', en);
