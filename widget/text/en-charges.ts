// English texts of payment links, saved-card charges and saved cards; they come with their part of the panel.
import { spoken } from './spoken.ts';

type Table<T> = Readonly<Record<string, T>>;

export const enCharges = {
  ask: 'Ask for payment',
  cards: 'Saved cards',
  reading: 'Reading links and cards…',
  begin: { pay: 'Ask for payment…', card: 'Ask for a card…' },
  beginning: 'Reading what is open…',

  form: {
    open: (money: string, number: string) => `${money} of invoice ${number} is open.`,
    credit: (money: string) =>
      `This customer has ${money} of credit. If it is meant for this invoice, apply it in Books first.`,
    which: 'Which invoices',
    invoice: (number: string, money: string) => `${number}: ${money}`,
    whichMissing: 'Tick at least one.',
    nothingOpen: 'Nothing of this customer is open that could be paid by card.',
    way: 'How',
    link: 'By link: the customer pays on our card page',
    saved: (card: string) => `Charge ${card}`,
    amount: 'Amount',
    upTo: (money: string) => `Up to ${money}`,
    reason: 'Reason',
    reasonHint: 'Kept with the payment; the customer does not see it.',
    reasonMissing: 'Say in a few words what it is for.',
    reserves: 'Only reserve it; capture it later',
    retries: 'If the bank says no for now, try again on later days and tell the customer',
    askApproval: 'Ask for approval',
    mails: (address: string) => `Also mail the link to ${address}`,
    cancel: 'Back',
    submit: {
      link: (money: string) => `Make a link for ${money}`,
      card: 'Make a link for keeping a card',
      saved: (money: string, card: string) => `Charge ${money} to ${card}`,
    },
    busy: 'At work…',
    sure: (money: string, card: string) => `Charge ${money} to ${card} now?`,
    agreed: 'The customer has agreed to have this card kept and charged.',
    yes: (money: string) => `Yes, charge ${money}`,
    reserve: {
      sure: (money: string, card: string) =>
        `Reserve ${money} on ${card} now? It is not taken until it is captured.`,
      yes: (money: string) => `Yes, reserve ${money}`,
    },
    beyond: {
      approver: 'Above your limit: an approver may charge it.',
      admin: 'Above your limit: an administrator may charge it.',
      forbidden: 'The rules of your company forbid this.',
    } as Table<string>,
    amountFaults: {
      empty: 'Enter an amount.',
      zero: 'Enter an amount above zero.',
      'not-a-number': 'This is not an amount.',
      'too-precise': 'Too many decimal places.',
      'over-limit': 'More than is open.',
    },
    unsure: 'No answer came. Press again: it will not be asked for twice.',
  },

  link: {
    title: 'The link is ready',
    once: 'It is shown this once and good for three days. Give it to the customer only.',
    label: 'Payment link',
    copy: 'Copy',
    copied: 'Copied.',
    byHand: 'It is marked: copy it with the keyboard.',
    open: 'Open in a new window',
    mailed: 'It was mailed to the customer.',
    notMailed: 'The link is good, but it was not mailed.',
    lost: 'The request was made, but its link can’t be shown again. Cancel it below and ask anew.',
    done: 'Done',
  },

  charge: {
    title: 'Payment requests',
    none: 'No payment was asked for yet.',
    asked: (name: string, age: string) => `Asked for by ${name} ${age}.`,
    until: (when: string) => `Good until ${when}.`,
    checkedNext: (when: string) => `We look again ${when}.`,
    look: 'Look now',
    cancel: 'Cancel the link',
    cancelling: 'Cancelling…',
    stop: 'Don’t try again',
    nextTry: (tries: number, when: string) =>
      `Tried ${tries === 1 ? 'once' : `${tries} times`}; next try ${when}.`,
    request: (money: string) => `Charge of ${money}`,
    liability: {
      bank: 'Confirmed with the bank, which bears the loss if the card was not the customer’s.',
      company:
        'The bank took no part in confirming: the loss is yours if the card was not the customer’s.',
    },
    what: (money: string, purpose: string, by: string) =>
      purpose === 'save-card'
        ? 'Keep a card, by link'
        : `${money}, ${by === 'link' ? 'by link' : 'saved card'}`,
    states: {
      requested: 'Waits for approval',
      retrying: 'Declined for now',
      asked: 'Waits for the customer',
      sent: 'Under way',
      unknown: 'Not known yet',
      'needs-inspection': 'Needs a look',
      'in-review': 'Held for review',
      paid: 'Paid',
      reserved: 'Reserved',
      declined: 'Declined',
      failed: 'Not sent',
      expired: 'Expired',
      cancelled: 'Cancelled',
    } as Table<string>,
    kept: 'Card kept',
    paid: (money: string) => `Paid: ${money}`,
  },

  card: {
    none: 'No card of this customer is kept.',
    isDefault: 'Default',
    expired: 'Expired',
    expiresSoon: (month: string) => `Expires soon: ${month}`,
    makeDefault: 'Make default',
    rename: 'Rename',
    remove: 'Remove',
    nickname: 'Name of the card',
    save: 'Save',
    sure: (card: string) =>
      `Remove ${card}? It can’t be charged any more, and can’t be brought back.`,
    yes: 'Yes, remove it',
    back: 'Back',
    of: (what: string, card: string) => `${what}: ${card}`,
  },
};

export const chargeTexts = spoken('charges', enCharges);
