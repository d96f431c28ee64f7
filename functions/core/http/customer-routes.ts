// Customers by staff: one at a glance.
import type { Hono } from 'hono';
import { customerRequest } from '../contract/customer.ts';
import type { Companies } from '../ports/company.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { showCustomer } from '../steps/customer/show-customer.ts';
import { withCompany } from './company-request.ts';
import type { StaffVisit } from './staff-door.ts';

interface CustomerRoutePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly companies: Companies;
}

export function addCustomerRoutes(
  app: Hono<{ Variables: { visit: StaffVisit } }>,
  ports: CustomerRoutePorts,
): void {
  app.post('/customer', (c) =>
    withCompany(ports, c, customerRequest, (company, visit, request) =>
      showCustomer(ports, company, visit.actor, request),
    ),
  );
}
