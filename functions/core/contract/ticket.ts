// How a ticket found its payments: part of the panel's reply, and the shape of POST /tickets/pick.
import * as z from 'zod/mini';
import type { FitReason } from '../domain/find-payment-fit.ts';

/** POST /tickets/pick: the ticket is about this payment from now on; without one, what was picked is forgotten. */
export const ticketPickRequest = z.object({
  ticketId: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/)),
  paymentKey: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_:.|-]{1,255}$/))),
});
export type TicketPickRequest = z.infer<typeof ticketPickRequest>;

export interface TicketPickReply {
  readonly ticket: { readonly id: string; readonly picked?: string };
}

/** What the ticket's words were searched for, as they stand in it; empty lists are left out by who shows it. */
interface TicketSearch {
  readonly numbers: readonly string[];
  readonly lastFours: readonly string[];
  readonly amounts: readonly string[];
  readonly dates: readonly string[];
  readonly email?: string;
}

export interface TicketView {
  readonly id: string;
  /** Key of the payment that somebody has picked for the ticket: nothing was searched then. */
  readonly picked?: string;
  /** Key of the payment that the ticket is about, when only one can be. */
  readonly likely?: string;
  /** By payment key. */
  readonly reasons: Readonly<Record<string, readonly FitReason[]>>;
  readonly searched: TicketSearch;
  /** The person who looks at it may pick. */
  readonly mayPick: boolean;
}
