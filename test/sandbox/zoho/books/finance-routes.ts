// All routes of Books, and of Inventory, which shares the records but offers fewer of them.
import type { StandInApp } from '../../stand-in.ts';
import type { CrmDirectory } from './crm-directory.ts';
import { refusals } from './envelope.ts';
import { FinanceRouter, type FinanceRouterParts } from './finance-router.ts';
import { contactRoutes } from './routes/contact-routes.ts';
import { invoiceRoutes } from './routes/invoice-routes.ts';
import { itemRoutes } from './routes/item-routes.ts';
import { ledgerRoutes } from './routes/ledger-routes.ts';
import { movementRoutes } from './routes/movement-routes.ts';
import { noteRoutes } from './routes/note-routes.ts';
import { orderRoutes } from './routes/order-routes.ts';
import { paymentRoutes } from './routes/payment-routes.ts';
import { settingsRoutes } from './routes/settings-routes.ts';

export function financeRoutes(parts: FinanceRouterParts, crm: CrmDirectory): void {
  const router = new FinanceRouter(parts);
  contactRoutes(router, crm);
  itemRoutes(router);
  orderRoutes(router);
  invoiceRoutes(router);
  paymentRoutes(router);
  noteRoutes(router);
  settingsRoutes(router);
  if (router.product === 'books') {
    ledgerRoutes(router);
    movementRoutes(router);
  }
  unknownUrl(parts.app, parts.base);
}

function unknownUrl(app: StandInApp, base: string): void {
  const { code, message, status } = refusals.url();
  app.all(`${base}/*`, () => Response.json({ code, message }, { status }));
}
