// The parts of the panel that its first load leaves out.
import { type LazyPart, lazyPart } from './lazy-part.ts';

type PaymentPart = typeof import('./payment-part.ts');
type BooksPart = typeof import('./books-preview.tsx');
type LinesPart = typeof import('./refund-lines.tsx');
type ButtonsPart = typeof import('./flow-buttons-part.ts');
type TicketPart = typeof import('./ticket-part.ts');
type ChargesPart = typeof import('./charge-part.ts');
type CustomerPart = typeof import('./customer-part.ts');
type ReasonsPart = typeof import('../text/en-reasons.ts');

export interface PanelParts {
  readonly payment: LazyPart<PaymentPart>;
  readonly reasons: LazyPart<ReasonsPart>;
  /** Of payments that a flow waits behind a button for. */
  readonly buttons: LazyPart<ButtonsPart>;
  /** Of movements that somebody is about to make. */
  readonly books: LazyPart<BooksPart>;
  /** Of refunds by lines of the invoice. */
  readonly lines: LazyPart<LinesPart>;
  /** Of records that money can be asked for. */
  readonly charges: LazyPart<ChargesPart>;
  readonly ticket: LazyPart<TicketPart>;
  readonly customer: LazyPart<CustomerPart>;
}

/** @param again imports the built file of a part once more, under an address that the browser has not failed on. */
export function panelParts(again: (file: string, attempt: number) => Promise<unknown>): PanelParts {
  return {
    payment: lazyPart((attempt) =>
      attempt === 0
        ? import('./payment-part.ts')
        : (again('payment-part', attempt) as Promise<PaymentPart>),
    ),
    reasons: lazyPart((attempt) =>
      attempt === 0
        ? import('../text/en-reasons.ts')
        : (again('en-reasons', attempt) as Promise<ReasonsPart>),
    ),
    buttons: lazyPart((attempt) =>
      attempt === 0
        ? import('./flow-buttons-part.ts')
        : (again('flow-buttons-part', attempt) as Promise<ButtonsPart>),
    ),
    books: lazyPart((attempt) =>
      attempt === 0
        ? import('./books-preview.tsx')
        : (again('books-preview', attempt) as Promise<BooksPart>),
    ),
    lines: lazyPart((attempt) =>
      attempt === 0
        ? import('./refund-lines.tsx')
        : (again('refund-lines', attempt) as Promise<LinesPart>),
    ),
    charges: lazyPart((attempt) =>
      attempt === 0
        ? import('./charge-part.ts')
        : (again('charge-part', attempt) as Promise<ChargesPart>),
    ),
    ticket: lazyPart((attempt) =>
      attempt === 0
        ? import('./ticket-part.ts')
        : (again('ticket-part', attempt) as Promise<TicketPart>),
    ),
    customer: lazyPart((attempt) =>
      attempt === 0
        ? import('./customer-part.ts')
        : (again('customer-part', attempt) as Promise<CustomerPart>),
    ),
  };
}
