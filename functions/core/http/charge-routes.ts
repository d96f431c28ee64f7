// Charges and saved cards by staff: asking for money, calling a link back, looking how it stands, tidying the cards.
import type { Hono } from 'hono';
import {
  cardRenameRequest,
  cardRequest,
  chargeCancelRequest,
  chargeRequest,
  chargesRequest,
} from '../contract/charges.ts';
import type { Companies } from '../ports/company.ts';
import type { Waker } from '../ports/platform.ts';
import { type AskPorts, askForPayment } from '../steps/charges/ask-for-payment.ts';
import { cancelCharge } from '../steps/charges/cancel-charge.ts';
import { makeCardDefault, removeCard, renameCard } from '../steps/charges/manage-cards.ts';
import { showCharges } from '../steps/charges/show-charges.ts';
import { startAsking } from '../steps/charges/start-asking.ts';
import { withCompany } from './company-request.ts';
import type { StaffVisit } from './staff-door.ts';

export interface ChargeRoutePorts extends AskPorts {
  readonly companies: Companies;
  readonly waker: Waker;
}

export function addChargeRoutes(
  app: Hono<{ Variables: { visit: StaffVisit } }>,
  ports: ChargeRoutePorts,
): void {
  app.post('/charges', (c) =>
    withCompany(ports, c, chargeRequest, async (company, visit, request) => {
      const asked = await askForPayment(ports, company, visit.actor, request);
      if (asked.ok) await ports.waker.wake();
      return asked;
    }),
  );
  app.post('/charges/list', (c) =>
    withCompany(ports, c, chargesRequest, (company, visit, request) =>
      showCharges(ports, company.installation, visit.actor, request),
    ),
  );
  app.post('/charges/cancel', (c) =>
    withCompany(ports, c, chargeCancelRequest, (company, visit, request) =>
      cancelCharge(ports, company.installation, visit.actor, request.intentId),
    ),
  );
  app.post('/charges/start', (c) =>
    withCompany(ports, c, chargesRequest, (company, visit, request) =>
      startAsking(ports, company, visit.actor, request),
    ),
  );
  app.post('/cards/default', (c) =>
    withCompany(ports, c, cardRequest, (company, visit, { cardKey }) =>
      makeCardDefault(ports, company, visit.actor, cardKey),
    ),
  );
  app.post('/cards/rename', (c) =>
    withCompany(ports, c, cardRenameRequest, (company, visit, request) =>
      renameCard(ports, company, visit.actor, request),
    ),
  );
  app.post('/cards/remove', (c) =>
    withCompany(ports, c, cardRequest, (company, visit, { cardKey }) =>
      removeCard(ports, company, visit.actor, cardKey),
    ),
  );
}
