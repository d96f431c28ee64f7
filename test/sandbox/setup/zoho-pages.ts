// How the host pages read Zoho: the API's own routes and records in process, free of the API's request limits.
import { DocumentStore } from '../document-store.ts';
import type { ReadZoho } from '../hosts/zoho-reader.ts';
import { createApp, type StandInApp } from '../stand-in.ts';
import { Grants } from '../zoho/accounts/grants.ts';
import { financeRoutes } from '../zoho/books/finance-routes.ts';
import { crmDirectory } from '../zoho/crm/crm-directory.ts';
import { crmRoutes } from '../zoho/crm/crm-routes.ts';
import { deskContactRoutes } from '../zoho/desk/desk-contacts.ts';
import { addDeskRoutes } from '../zoho/desk/desk-router.ts';
import { deskTicketRoutes } from '../zoho/desk/desk-ticket-routes.ts';
import { People } from '../zoho/people.ts';
import type { ZohoStandIn } from '../zoho/start-zoho.ts';
import { company } from './company-facts.ts';

const scopes = [
  'ZohoBooks.fullaccess.all',
  'ZohoCRM.modules.READ',
  'Desk.tickets.READ',
  'Desk.contacts.READ',
];
/** Not the one who grants our connection: a user's 21st refresh token removes the first. */
const READER = 'approver@example.com';

/** @returns a reader whose calls do not count against the organization's limits, as those of Zoho's pages do not. */
export function createPageReader(zoho: ZohoStandIn): ReadZoho {
  const app = pageApi(zoho);
  let token: string | undefined;
  const ask = async (product: Parameters<ReadZoho>[0], path: string): Promise<Response> => {
    token ??= zoho.accessToken(READER, scopes);
    const headers = { authorization: `Zoho-oauthtoken ${token}`, orgId: company.deskOrgId };
    return app.request(addressOf(product, path), { headers });
  };
  return async (product, path) => {
    let answer = await ask(product, path);
    if (answer.status === 401) {
      token = undefined;
      answer = await ask(product, path);
    }
    if (answer.status === 404 || answer.status === 204) return undefined;
    if (!answer.ok) {
      throw new Error(`${product} answered ${answer.status} to ${path}: ${await answer.text()}`);
    }
    return answer.json();
  };
}

function addressOf(product: Parameters<ReadZoho>[0], path: string): string {
  if (product === 'crm') return `/crm/v8/${path}`;
  if (product === 'desk') return `/api/v1/${path}`;
  const separator = path.includes('?') ? '&' : '?';
  return `/books/v3/${path}${separator}organization_id=${company.booksOrganizationId}`;
}

function pageApi({ seed }: ZohoStandIn): StandInApp {
  const { books, crm, desk } = seed;
  const app = createApp();
  // The people as they were seeded: the pages read on, whoever is deactivated.
  const people = new People(new DocumentStore(':memory:', 'pages'), 'us');
  const grants = new Grants({ ...books.company, people });
  financeRoutes(
    {
      app,
      org: books,
      grants,
      base: '/books/v3',
      product: 'books',
      budget: undefined,
      quotaHeaders: false,
    },
    crmDirectory(crm),
  );
  crmRoutes({ app, org: crm, grants, budget: undefined });
  addDeskRoutes({ app, org: desk, grants, budget: undefined }, [
    ...deskContactRoutes,
    ...deskTicketRoutes,
  ]);
  return app;
}
