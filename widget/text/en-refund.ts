// English texts of a refund and of its approval; they are loaded with the form.
import { spoken } from './spoken.ts';

export const enRefund = {
  title: 'Refund',
  open: 'Refund…',
  notAllowed: (role: string) =>
    `As ${role} you can see payments but not refund them. Ask an agent or administrator.`,
  nothingLeft: {
    uncaptured: 'Nothing to refund: nothing was captured.',
    refunded: 'Nothing left to refund.',
    held: 'Nothing to refund now: what is on its way, unknown or disputed stays reserved.',
  },
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
  inBooks: 'What will be written in Books',
  confirm: {
    title: (amount: string, card: string) => `Refund ${amount} to ${card}?`,
    books: (invoice: string) => `Books gets a credit note for ${invoice} with its refund.`,
    booksNoInvoice: 'Books gets the refund once the payment is booked.',
    split: (amounts: readonly string[]) =>
      `It goes back as ${amounts.length} refunds, one for each capture: ${amounts.join(', ')}.`,
    leaves: (amount: string) => `${amount} can still go back afterwards.`,
    final: 'Until the batch goes out it can be called back, afterwards it cannot.',
    yes: (amount: string) => `Yes, refund ${amount}`,
  },
  approval: {
    by: { approver: 'an approver', admin: 'an administrator' } as Readonly<Record<string, string>>,
    needed: (by: string) => `Needs approval by ${by}.`,
    forbidden: 'Not allowed.',
    button: 'Ask for approval…',
    title: (by: string, amount: string) => `Ask ${by} to approve a refund of ${amount}?`,
    afterwards: (by: string) => `It goes out by itself once ${by} other than you has approved it.`,
    heldNot: 'The amount is not reserved meanwhile: it is checked again then.',
    yes: 'Ask for approval',
    sending: 'Asking for approval…',
    asked: {
      title: 'Waits for approval',
      body: (by: string, until: string) =>
        `Nothing has moved yet. It goes out by itself once ${by} has approved it, until ${until}.`,
    },
  },
  requests: {
    title: 'Requests for approval',
    what: (amount: string) => `Refund of ${amount}`,
    states: {
      open: 'Waits for approval',
      approved: 'Approved',
      rejected: 'Rejected',
      withdrawn: 'Withdrawn',
      expired: 'Expired',
    },
    asked: (name: string, age: string) => `${name} asked ${age}.`,
    decides: (by: string, until: string) => `Decided by ${by}, until ${until}.`,
    decided: (state: string, name: string, reason: string) =>
      `${state} by ${name}${reason === '' ? '.' : `: “${reason}”`}`,
    notSent: 'Approved, but not sent.',
    approve: 'Approve',
    reject: 'Reject',
    withdraw: 'Withdraw',
    reason: 'Why?',
    reasonMissing: 'Say in a few words why.',
    yes: {
      approved: (amount: string) => `Yes, refund ${amount}`,
      rejected: 'Yes, reject it',
      withdrawn: 'Yes, withdraw it',
    },
    busy: 'One moment…',
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
    /** It asks again by itself as well. */
    byItself: 'We also ask again by ourselves, as soon as the connection is back.',
    offline: 'This computer is offline.',
  },
  lines: {
    choose: 'Choose lines of the invoice…',
    title: (invoice: string) => `Lines of invoice ${invoice}`,
    loading: 'Reading the invoice…',
    failed: 'The invoice could not be read just now. A refund by amount does not need it.',
    quantity: (name: string) => `Quantity of ${name}`,
    of: (left: string, all: string) => `${left} of ${all} left`,
    comesTo: (unit: string) => `${unit} in all`,
    beside: 'Delivery and adjustments',
    noName: 'Line without a name',
    none: 'All lines of this invoice have gone back.',
    chosen: (count: number) => (count === 1 ? 'By one line' : `By ${count} lines`),
  },
  receipts: {
    reference: 'Reference',
    copy: 'Copy',
    copyOf: (reference: string) => `Copy reference ${reference}`,
    copied: 'Copied.',
    byHand: 'It is marked: copy it by hand.',
  },
  done: 'Done',
  change: 'Change',
};

export const refundTexts = spoken('refund', enRefund);
