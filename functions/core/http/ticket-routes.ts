// Tickets by staff: which payment a ticket is about.
import type { Hono } from 'hono';
import { ticketPickRequest } from '../contract/ticket.ts';
import type { Companies } from '../ports/company.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { pickPayment } from '../steps/customer/pick-payment.ts';
import { withCompany } from './company-request.ts';
import type { StaffVisit } from './staff-door.ts';

interface TicketRoutePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly companies: Companies;
}

export function addTicketRoutes(
  app: Hono<{ Variables: { visit: StaffVisit } }>,
  ports: TicketRoutePorts,
): void {
  app.post('/tickets/pick', (c) =>
    withCompany(ports, c, ticketPickRequest, (company, visit, request) =>
      pickPayment(ports, company.installation, visit.actor, request),
    ),
  );
}
