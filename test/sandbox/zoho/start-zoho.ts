// Starts the Zoho stand-ins: accounts, the API host (Books, Inventory, CRM) and Desk.
import type { SandboxClock } from '../clock.ts';
import { applyFaults, Faults } from '../faults.ts';
import { createApp, listen, type StandIn, type StandInApp } from '../stand-in.ts';
import { createAccountsApp } from './accounts/accounts-app.ts';
import type { OAuthClient, OtherDataCentre } from './accounts/accounts-parts.ts';
import { Grants } from './accounts/grants.ts';
import { Sessions } from './accounts/sessions.ts';
import { BooksOrg } from './books/books-org.ts';
import type { CrmDirectory } from './books/crm-directory.ts';
import {
  blocked,
  documentedLimits,
  FinanceBudget,
  type FinanceLimits,
} from './books/finance-budget.ts';
import { financeRoutes } from './books/finance-routes.ts';
import { hideCustomFields } from './books/gone-fields.ts';
import { type WorkflowWebhook, WorkflowWebhooks } from './books/workflow-webhooks.ts';
import type { ZohoCompany, ZohoOrganization } from './company.ts';
import { CrmBudget } from './crm/crm-budget.ts';
import { crmDirectory } from './crm/crm-directory.ts';
import { crmRefusals } from './crm/crm-errors.ts';
import { sendCrmNotifications } from './crm/crm-notifications.ts';
import { CrmOrg } from './crm/crm-org.ts';
import { crmRoutes } from './crm/crm-routes.ts';
import { deskContactRoutes } from './desk/desk-contacts.ts';
import { deskRefusals } from './desk/desk-errors.ts';
import { DeskOrg } from './desk/desk-org.ts';
import { deskPortalRoutes } from './desk/desk-portal-routes.ts';
import { addDeskRoutes, DeskBudget } from './desk/desk-router.ts';
import { deskTicketRoutes } from './desk/desk-ticket-routes.ts';
import { DeskWebhooks } from './desk/desk-webhooks.ts';
import { ObservedStore } from './observed-store.ts';
import { overviewOf, type ZohoOverview } from './overview.ts';
import { People } from './people.ts';
import { setUpOrganization } from './seed/organization-setup.ts';
import { type SeededCompany, seedCompany } from './seed/seed-company.ts';
import { Seeder } from './seed/seeder.ts';
import type { DataCentre, ZohoUser } from './users.ts';
import { WebhookSender, type ZohoDelivery } from './webhook-sender.ts';

export interface ZohoOptions {
  readonly clock: SandboxClock;
  /** Folder for the data; `:memory:` keeps nothing. */
  readonly dataDir: string;
  /** 0 takes any free port. */
  readonly ports: { readonly accounts: number; readonly api: number; readonly desk: number };
  readonly client: OAuthClient;
  readonly organization: Pick<ZohoOrganization, 'booksOrganizationId' | 'crmOrgId' | 'deskOrgId'> &
    Partial<ZohoOrganization>;
  /** Which data centre this is; `us` unless said otherwise. */
  readonly location?: DataCentre;
  /** No limits on requests; token limits stay. */
  readonly budgetsOff?: boolean;
  /** Books limits other than the documented ones. */
  readonly financeLimits?: Partial<FinanceLimits>;
  /** false: no X-Rate-Limit headers, as one data centre was seen to answer. */
  readonly quotaHeaders?: boolean;
}

export interface ZohoStandIn {
  readonly accounts: StandIn;
  readonly api: StandIn;
  readonly desk: StandIn;
  readonly users: readonly ZohoUser[];
  readonly people: People;
  readonly sessions: Sessions;
  /** What the accounts servers of other data centres need to know of this one. */
  readonly dataCentre: OtherDataCentre;
  /** Makes another data centre known: whoever has an account there is sent there to sign in. */
  knows(other: OtherDataCentre): void;
  /** Creates single records through the API's own code. */
  readonly seed: Seeder;
  /** The whole sample company; the same ids at every call and after a restart. */
  seedCompany(): SeededCompany;
  /** A refresh token as if this user had consented; throws for an unknown user. */
  refreshToken(userEmail: string, scopes: readonly string[]): string;
  /** An access token for a host that acts for a signed-in user; throws for an unknown user. */
  accessToken(userEmail: string, scopes: readonly string[]): string;
  overview(): ZohoOverview;
  /** What an administrator sets up under Settings > Automation in Books: there is no API for it. */
  addWorkflowWebhook(rule: WorkflowWebhook): void;
  /** The newest deliveries of webhooks and notification channels. */
  readonly deliveries: readonly ZohoDelivery[];
  /** Resolves when no webhook is being delivered. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const sampleOrganization = {
  name: 'Northwind Beans & Machines',
  portalName: 'northwindbeans',
  timeZone: 'America/New_York',
} as const;

export async function startZoho(options: ZohoOptions): Promise<ZohoStandIn> {
  const { clock, dataDir, ports, client, location = 'us' } = options;
  const store = new ObservedStore(dataDir, location === 'us' ? 'zoho' : `zoho-${location}`);
  const organization = { ...sampleOrganization, ...options.organization };
  const people = new People(store, location);
  const company: ZohoCompany = { clock, store, organization, people };
  const sessions = new Sessions(store, people, location);
  const grants = new Grants(company);
  const books = new BooksOrg(company);
  const crm = new CrmOrg(company);
  const desk = new DeskOrg(company);
  const [admin] = people.list();
  if (admin === undefined) throw new Error('the company has no users');
  setUpOrganization(books, admin.booksUserId);
  const seeder = new Seeder(books, crm, desk, admin);

  const faults = { accounts: new Faults(), api: new Faults(), desk: new Faults() };
  const sender = new WebhookSender(clock);
  const workflows = new WorkflowWebhooks(store, books, sender, faults.api);
  sendCrmNotifications(store, crm, sender, faults.api);
  const webhooks = new DeskWebhooks({ store, org: desk, sender, faults: faults.desk });
  const api = await serve(
    'zoho-api',
    apiApp(options, faults.api, grants, books, crm),
    ports.api,
    faults.api,
  );
  const deskServer = await serve(
    'zoho-desk',
    deskApp(options, faults.desk, grants, desk, webhooks),
    ports.desk,
    faults.desk,
  );
  let accountsUrl = '';
  const others: OtherDataCentre[] = [];
  const accountsApp = createAccountsApp({
    grants,
    sessions,
    people,
    client,
    location,
    faults: faults.accounts,
    accountsUrl: () => accountsUrl,
    apiUrl: () => api.url,
    others: () => others,
  });
  const accounts = await serve('zoho-accounts', accountsApp, ports.accounts, faults.accounts);
  accountsUrl = accounts.url;

  const emailOf = (userEmail: string) => {
    const user = people.byEmail(userEmail);
    if (user === undefined) throw new Error(`no Zoho user ${userEmail}`);
    return user.email;
  };
  return {
    accounts,
    api,
    desk: deskServer,
    users: people.list(),
    people,
    sessions,
    dataCentre: { location, accountsUrl, has: (email) => people.byEmail(email) !== undefined },
    knows: (other) => void others.push(other),
    seed: seeder,
    seedCompany: () => seedCompany(seeder),
    refreshToken: (userEmail, scopes) => grants.issueRefreshToken(emailOf(userEmail), scopes),
    accessToken: (userEmail, scopes) => grants.issueAccessToken(emailOf(userEmail), scopes),
    overview: () => overviewOf(books, crm, desk),
    addWorkflowWebhook: (rule) => workflows.add(rule),
    deliveries: sender.deliveries,
    idle: () => sender.idle(),
    close: async () => {
      await sender.idle();
      await Promise.all([accounts.close(), api.close(), deskServer.close()]);
      store.close();
    },
  };
}

async function serve(
  name: string,
  app: StandInApp,
  port: number,
  faults: Faults,
): Promise<StandIn> {
  const { url, close } = await listen(app, port);
  return { name, url, faults, close };
}

function apiApp(
  options: ZohoOptions,
  faults: Faults,
  grants: Grants,
  books: BooksOrg,
  crm: CrmOrg,
): StandInApp {
  const app = createApp();
  const limits = { ...documentedLimits, ...options.financeLimits };
  const budget = options.budgetsOff === true ? undefined : new FinanceBudget(options.clock, limits);
  const crmBudget = options.budgetsOff === true ? undefined : new CrmBudget(options.clock);
  const directory: CrmDirectory = crmDirectory(crm);
  const quotaHeaders = options.quotaHeaders ?? true;
  // One server, but each product refuses in its own words.
  app.use('/books/*', applyFaults(faults, { rateLimit: blocked }), hideCustomFields(faults));
  app.use('/inventory/*', applyFaults(faults, { rateLimit: blocked }));
  app.use('/crm/*', applyFaults(faults, { rateLimit: () => crmRefusals.tooMany().response() }));
  const shared = { app, org: books, grants, budget, quotaHeaders };
  financeRoutes({ ...shared, base: '/books/v3', product: 'books' }, directory);
  financeRoutes({ ...shared, base: '/inventory/v1', product: 'inventory' }, directory);
  crmRoutes({ app, org: crm, grants, budget: crmBudget });
  return app;
}

function deskApp(
  options: ZohoOptions,
  faults: Faults,
  grants: Grants,
  org: DeskOrg,
  webhooks: DeskWebhooks,
): StandInApp {
  const app = createApp();
  const budget = options.budgetsOff === true ? undefined : new DeskBudget(options.clock);
  app.use(applyFaults(faults, { rateLimit: () => deskRefusals.threshold().response() }));
  webhooks.publishKeys(app);
  addDeskRoutes({ app, org, grants, budget }, [
    ...webhooks.routes,
    ...deskPortalRoutes,
    ...deskContactRoutes,
    ...deskTicketRoutes,
  ]);
  return app;
}
