// What can set a flow off: each trigger declared once, with the other names that people know it by.
import type { SubjectKind } from './action-declaration.ts';

interface TriggerDeclaration {
  /** In plain words, as an outline begins: `When ...`. */
  readonly sentence: string;
  readonly about: SubjectKind;
  /** Names that documents may also use for it. */
  readonly aliases?: readonly string[];
}

/** Status changes come with every reading of the source, so that no trigger depends on one webhook. */
export const triggers = {
  'payment.changed': {
    sentence: 'a payment changes its status',
    about: 'payment',
    aliases: ['paymentstatusupdate'],
  },
  'payment.authorized': { sentence: 'a payment is authorized', about: 'payment' },
  'payment.pending-review': { sentence: 'a payment is held for review', about: 'payment' },
  'payment.captured': { sentence: 'a payment is captured', about: 'payment' },
  'payment.settled': { sentence: 'a payment is settled', about: 'payment' },
  'payment.declined': { sentence: 'a payment is declined', about: 'payment' },
  'payment.reversed': { sentence: 'a payment is reversed', about: 'payment' },
  'payment.voided': { sentence: 'a payment is voided', about: 'payment' },
  'payment.expired': { sentence: 'an authorization expires', about: 'payment' },
  'charge.declined': {
    sentence: 'a card is declined for money that was asked for',
    about: 'charge',
  },
  'charge.given-up': {
    sentence: 'a card that was to be tried again is given up',
    about: 'charge',
  },
  'fraud.decided': {
    sentence: 'a payment that was held for review is decided',
    about: 'payment',
    aliases: ['frauddecisionupdate'],
  },
  'capture.succeeded': { sentence: 'money is captured', about: 'movement' },
  'refund.changed': {
    sentence: 'a refund changes its status',
    about: 'movement',
    aliases: ['refundstatusupdate'],
  },
  'refund.started': { sentence: 'a refund has gone out', about: 'movement' },
  'refund.called-back': {
    sentence: 'a refund is called back after it was booked',
    about: 'movement',
  },
  'refund.succeeded': { sentence: 'a refund succeeds', about: 'movement' },
  'refund.declined': { sentence: 'a refund is declined', about: 'movement' },
  'reversal.succeeded': { sentence: 'an authorization is reversed', about: 'movement' },
  'void.succeeded': { sentence: 'a transaction is voided', about: 'movement' },
  'token.changed': {
    sentence: 'a stored card changes',
    about: 'card-token',
    aliases: ['tokenstatusupdate'],
  },
  'profile.changed': {
    sentence: 'a customer’s profile at the gateway changes',
    about: 'profile',
  },
  'dispute.opened': { sentence: 'a customer disputes a payment', about: 'dispute' },
  'dispute.won': { sentence: 'a dispute is won', about: 'dispute' },
  'dispute.lost': { sentence: 'a dispute is lost', about: 'dispute' },
  'settlement.posted': { sentence: 'a settlement arrives', about: 'settlement' },
  'invoice.created': {
    sentence: 'an invoice is created in Books',
    about: 'invoice',
    aliases: ['invoice.create'],
  },
  'invoice.updated': {
    sentence: 'an invoice is changed in Books',
    about: 'invoice',
    aliases: ['invoice.update'],
  },
  'contact.updated': {
    sentence: 'a contact is changed in Zoho',
    about: 'customer',
    aliases: ['contact.update'],
  },
  'sales-order.created': { sentence: 'a sales order is created', about: 'sales-order' },
  'sales-order.updated': { sentence: 'a sales order is changed', about: 'sales-order' },
  'ticket.closed': { sentence: 'a ticket is closed in Desk', about: 'ticket' },
  'order.placed': { sentence: 'an order is placed in the shop', about: 'order' },
  'order.changed': { sentence: 'an order is changed in the shop', about: 'order' },
  schedule: { sentence: 'the time comes', about: 'moment' },
  button: { sentence: 'somebody presses the button in the panel', about: 'payment' },
  call: { sentence: 'another flow calls it', about: 'moment' },
} as const satisfies Readonly<Record<string, TriggerDeclaration>>;
export type TriggerName = keyof typeof triggers;

const names = new Map<string, TriggerName>(
  Object.entries<TriggerDeclaration>(triggers).flatMap(([name, { aliases = [] }]) =>
    [name, ...aliases].map((known) => [known, name as TriggerName] as const),
  ),
);

/** The trigger that a document names, by its own name or by an alias. */
export function triggerNamed(name: string): TriggerName | undefined {
  return names.get(name);
}
