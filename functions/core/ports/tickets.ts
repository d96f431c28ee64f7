// What we need of the help desk.
import type { Result } from '../domain/result.ts';

export interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly description: string;
  readonly email?: string;
}

export interface Tickets {
  readTicket(id: string): Promise<Result<Ticket>>;
}
