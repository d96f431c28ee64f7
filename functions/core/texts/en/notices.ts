// The English notices to staff: what is mailed to them and noted in Zoho, besides what documents say.
import type { DeclineAdvice } from '../../domain/decline.ts';
import type { PaymentState } from '../../domain/payment.ts';
import type { Role } from '../../domain/role.ts';

export const notices = {
  roles: {
    viewer: 'viewer',
    agent: 'agent',
    approver: 'approver',
    admin: 'administrator',
  } satisfies Readonly<Record<Role, string>>,
  request: {
    refund: (amount: string) => `a refund of ${amount}`,
    charge: (amount: string) => `a charge of ${amount} to a saved card`,
    title: { refund: 'Refund', charge: 'Charge' },
    asked: (name: string, what: string) => `${name} asks for ${what}.`,
    reason: (reason: string) => `Reason: “${reason}”.`,
    decides: {
      approver: (until: string) => `An approver decides in Tallybridge’s panel, until ${until}.`,
      admin: (until: string) => `An administrator decides in Tallybridge’s panel, until ${until}.`,
    },
    approved: (by: string, what: string, name: string) =>
      `${by} has approved ${what} that ${name} asked for.`,
    onItsWay: 'It is on its way.',
    notSent: (why: string) => `It was not sent: ${why}`,
    rejected: (by: string, what: string, name: string) =>
      `${by} has rejected ${what} that ${name} asked for.`,
    withdrawn: (name: string, what: string) => `${name} has withdrawn the request for ${what}.`,
    expired: (what: string, name: string) =>
      `Nobody has decided in time about ${what} that ${name} asked for.`,
    nothingMoved: 'Nothing moved.',
  },
  question: {
    subject: 'A decision is asked of you',
    asked: (name: string, ask: string) => `${name} asks: ${ask}`,
    aFlow: 'A flow',
  },
  anchor: {
    subject: (company: string) => `Audit anchor of ${company}`,
    text: (row: string, hash: string) => `Row ${row} of the audit chain has the hash ${hash}.`,
    keep: (command: string) =>
      `Keep this mail: with it, ${command} proves that nothing up to this row was changed later.`,
  },
  mailTest: {
    subject: 'Tallybridge: test',
    text: 'The doctor of Tallybridge has checked that mail can be sent. Nothing is to be done.',
  },
  caseSubject: (reference: string) => `Payment held for review: ${reference}`,
  transaction: (id: string, merchant: string) => `Transaction ${id} of ${merchant}`,
  refundAtGateway: (id: string) => `Cybersource refund ${id}`,
  clearingAccount: (merchant: string) =>
    `Card money of merchant ${merchant} on its way to the bank (Tallybridge)`,
  books: {
    tax: 'Tax',
    otherTax: 'Other tax and rounding',
    refundOfInvoice: (number: string) => `Refund of invoice ${number}`,
    refundedLine: (number: string, reason: string) => `Refund of ${number}: ${reason}`,
    /** Where the customer’s card is not known. */
    someCard: 'Cybersource card',
    forInvoice: (card: string, number: string) => `${card}, invoice ${number}`,
  },
  unknownCustomer: 'Unknown customer',
  refundedAtGateway: 'refunded at the gateway',
  card: (brand: string, lastFour: string) => `The ${brand} card ending in ${lastFour}`,
  cardAmong: (brand: string, lastFour: string) => `${brand} ending in ${lastFour}`,
  unnamedCard: 'The card',
  noReason: 'no reason was given',
  unknownReason: (code: string) => `reason ${code}`,
  noRule: 'none',
  score: (score: string, band: string) => `${score}, ${band}`,
  risk: { low: 'low', medium: 'medium', high: 'high' },
  notNamed: 'not named',
  advice: {
    never: 'Do not try this card again. Ask the customer for another way to pay.',
    'other-card': 'Send a new link: the customer needs another card.',
    'correct-card': 'Send a new link, so that the customer enters the card again.',
    confirm: 'Send a new link: the customer has to confirm the payment with the bank.',
    later: 'Try again on another day, or send a new link for another card.',
    soon: 'Try again later: nothing is known against the card.',
    look: 'Look at the transaction before anything is tried again.',
  } satisfies Readonly<Record<DeclineAdvice, string>>,
  states: {
    created: 'started',
    'needs-inspection': 'to be looked at',
    'pending-review': 'held for review',
    authorized: 'authorized',
    'partially-captured': 'partly captured',
    captured: 'captured',
    settled: 'settled',
    disputed: 'disputed',
    won: 'won back',
    lost: 'lost',
    declined: 'declined',
    reversed: 'released',
    expired: 'expired',
    voided: 'voided',
  } satisfies Readonly<Record<PaymentState, string>>,
};
