// The host pages of Books, Inventory, CRM and Desk, and the server of the widget's files.
import { readFileSync } from 'node:fs';
import type { SandboxClock } from '../clock.ts';
import { DocumentStore } from '../document-store.ts';
import { applyFaults, Faults } from '../faults.ts';
import { createApp, listen, type StandIn } from '../stand-in.ts';
import type { Sessions } from '../zoho/accounts/sessions.ts';
import type { People } from '../zoho/people.ts';
import { connectionRoutes } from './connections/connection-routes.ts';
import { Connections } from './connections/connections.ts';
import { CALLBACK_PATH, type CustomService } from './connections/custom-service.ts';
import { hostRoutes } from './host-routes.ts';
import type { HostOrganization } from './page-contexts.ts';
import { answerProxied } from './proxy.ts';
import { Visitors } from './visitors.ts';
import { widgetFiles } from './widget-files.ts';
import { type ReadZoho, ZohoReader } from './zoho-reader.ts';

export interface HostsOptions {
  readonly clock: SandboxClock;
  /** Folder for the authorizations; `:memory:` keeps nothing. */
  readonly dataDir: string;
  /** 0 takes any free port. */
  readonly ports: { readonly pages: number; readonly widget: number };
  /** Folder with one built package per product. */
  readonly widgetDist: string;
  /** Address under which the functions answer, e.g. `…/server`. */
  readonly functionsBase: string;
  readonly booksApiUrl: string;
  readonly read: ReadZoho;
  readonly organization: HostOrganization;
  /** Who there is and who is signed in: the same session as on the pages of Zoho Accounts. */
  readonly zoho: { readonly sessions: Sessions; readonly people: People };
  /** What the connections of all products lead to. */
  readonly service: CustomService;
}

export interface HostsStandIn extends StandIn {
  readonly widgetUrl: string;
  /** Where the service sends its codes. */
  readonly callbackUrl: string;
  readonly connections: Pick<Connections, 'hold'>;
}

export async function startHosts(options: HostsOptions): Promise<HostsStandIn> {
  const faults = new Faults();
  const apiUrl = `${options.functionsBase}/api`;
  const urls = { pages: '', widget: '' };
  const store = new DocumentStore(options.dataDir, 'hosts');
  const visitors = new Visitors(options.zoho.sessions, options.zoho.people);
  const connections = new Connections({
    clock: options.clock,
    store,
    service: options.service,
    pagesUrl: () => urls.pages,
  });

  const widgetApp = createApp();
  widgetApp.route('/', widgetFiles({ widgetDist: options.widgetDist, apiUrl }));
  const widget = await listen(widgetApp, options.ports.widget);
  urls.widget = widget.url;

  const app = createApp();
  asset(app, 'hosts.css', 'text/css');
  asset(app, 'connections.css', 'text/css');
  for (const script of ['host-page.js', 'person-switch.js', 'connected.js']) {
    asset(app, script, 'text/javascript');
  }
  app.use(
    '/proxy',
    applyFaults(faults, {
      rateLimit: () =>
        Response.json({ settled: 'rejected', value: 'You have reached the limit of requests.' }),
    }),
  );
  app.post('/proxy', (c) =>
    answerProxied(c, {
      connections,
      tokenHeader: options.service.header,
      widgetDist: options.widgetDist,
      apiUrl,
      person: (context) => visitors.find(context),
    }),
  );
  app.route('/', connectionRoutes({ connections, visitors }));
  app.route(
    '/',
    hostRoutes({
      reader: new ZohoReader(options.read),
      visitors,
      organization: options.organization,
      widgetDist: options.widgetDist,
      widgetUrl: () => urls.widget,
      pagesUrl: () => urls.pages,
      booksApiUrl: options.booksApiUrl,
    }),
  );
  const pages = await listen(app, options.ports.pages);
  urls.pages = pages.url;

  return {
    name: 'hosts',
    url: pages.url,
    widgetUrl: widget.url,
    callbackUrl: pages.url + CALLBACK_PATH,
    connections,
    faults,
    async close() {
      await pages.close();
      await widget.close();
      store.close();
    },
  };
}

function asset(app: ReturnType<typeof createApp>, name: string, type: string): void {
  const content = readFileSync(new URL(`browser/${name}`, import.meta.url), 'utf8');
  app.get(`/${name}`, (c) => c.body(content, 200, { 'content-type': `${type}; charset=utf-8` }));
}
