// English texts of how a ticket finds its payment; they come with tickets, not with the panel.
import type { TicketView } from '../../functions/core/contract/ticket.ts';
import { spoken } from './spoken.ts';

type FitReason = TicketView['reasons'][string][number];

export const enTicket = {
  title: 'This ticket',
  which: 'Which payment is this ticket about?',
  whichNext: 'Choose it, look at it, and remember it for the ticket.',
  fits: (reasons: string) => `Fits by ${reasons}`,
  reasons: {
    order: 'order number',
    invoice: 'invoice number',
    number: 'a number in the text',
    card: 'last four digits',
    amount: 'amount',
    date: 'date',
    mail: 'the writer’s e-mail address',
  } satisfies Record<FitReason, string>,
  none: {
    title: 'No payment found for this ticket',
    searched: 'Looked for:',
    nothing: 'The ticket names no order, invoice, card or e-mail address to look for.',
    next: 'Write the order or invoice number into the subject or a field of the ticket, then look again.',
    again: 'Look again',
  },
  searched: {
    numbers: 'Order or invoice',
    lastFours: 'Card ending in',
    amounts: 'Amount',
    dates: 'Date',
    email: 'Paid by',
  },
  remember: 'Remember for this ticket',
  remembered: 'Somebody has picked this payment for the ticket.',
  forget: 'Look for others',
  busy: 'One moment…',
  unsure: 'We could not tell whether it was remembered. Try again: nothing happens twice.',
} as const;

export const ticketTexts = spoken('ticket', enTicket);
