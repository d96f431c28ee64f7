// What we need of the help desk: tickets of ours that are found again, and what is said on a ticket.
import type { Result } from '../domain/result.ts';
import type { MappedFields } from './mapped-fields.ts';
import type { MarkedWrite } from './notices.ts';

export interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly description: string;
  readonly email?: string;
  /** What custom fields hold, as text, by their API names. */
  readonly customFields?: Readonly<Record<string, string>>;
}

/** A ticket that we have opened. */
export interface OwnTicket {
  readonly id: string;
  readonly number: string;
  readonly isClosed: boolean;
  /** Its page for agents. */
  readonly url?: string;
}

export interface TicketDraft {
  readonly subject: string;
  readonly description: string;
  /** Who it is about: found by e-mail at the help desk, or made there; the name is never empty. */
  readonly contact: { readonly name: string; readonly email?: string };
  readonly category?: string;
  readonly priority?: 'Low' | 'Medium' | 'High';
  /** Epoch ms. */
  readonly dueAt?: number;
  /** The portal's default department when absent. */
  readonly department?: string;
  /** What a mapping makes of the ticket; stands over the fields above, but for the department. */
  readonly fields?: MappedFields;
}

export interface TicketWrite {
  /** Goes into our custom field: what the ticket is about, once. */
  readonly uniqueKey: string;
  /** An earlier try may have got through a moment ago, which a search may not know yet. */
  readonly retried: boolean;
}

export interface Tickets {
  readTicket(id: string): Promise<Result<Ticket>>;
  /** The ticket that we have opened under this key. */
  findTicket(uniqueKey: string): Promise<Result<OwnTicket | undefined>>;
  /** Finds or opens; one that is found stays as people have made it. */
  openTicket(
    write: TicketWrite,
    draft: TicketDraft,
  ): Promise<Result<OwnTicket & { readonly isNew: boolean }>>;
  /** Closing a closed ticket changes nothing. */
  closeTicket(id: string): Promise<Result<void>>;
  /** A comment that customers don't see. */
  addComment(
    write: MarkedWrite,
    ticketId: string,
    text: string,
  ): Promise<Result<{ readonly id: string }>>;
}
