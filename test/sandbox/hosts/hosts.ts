// The host pages of Books, Inventory, CRM and Desk, and the server of the widget's files.
import { readFileSync } from 'node:fs';
import type { SandboxClock } from '../clock.ts';
import { applyFaults, Faults } from '../faults.ts';
import { createApp, listen, type StandIn } from '../stand-in.ts';
import { currentMember, type HostOrganization, hostRoutes } from './host-routes.ts';
import { answerProxied } from './proxy.ts';
import type { StaffMember } from './staff-token.ts';
import { widgetFiles } from './widget-files.ts';
import { type ReadZoho, ZohoReader } from './zoho-reader.ts';

export interface HostsOptions {
  readonly clock: SandboxClock;
  /** 0 takes any free port. */
  readonly ports: { readonly pages: number; readonly widget: number };
  /** Folder with one built package per product. */
  readonly widgetDist: string;
  /** Address under which the functions answer, e.g. `…/server`. */
  readonly functionsBase: string;
  readonly booksApiUrl: string;
  readonly read: ReadZoho;
  /** Base64, 32 bytes. */
  readonly tokenKey: string;
  readonly installation: string;
  readonly organization: HostOrganization;
  readonly members: readonly StaffMember[];
}

export interface HostsStandIn extends StandIn {
  readonly widgetUrl: string;
}

export async function startHosts(options: HostsOptions): Promise<HostsStandIn> {
  const faults = new Faults();
  const apiUrl = `${options.functionsBase}/api`;
  const urls = { pages: '', widget: '' };

  const widgetApp = createApp();
  widgetApp.route('/', widgetFiles({ widgetDist: options.widgetDist, apiUrl }));
  const widget = await listen(widgetApp, options.ports.widget);
  urls.widget = widget.url;

  const app = createApp();
  asset(app, 'hosts.css', 'text/css');
  asset(app, 'host-page.js', 'text/javascript');
  app.use(
    '/proxy',
    applyFaults(faults, {
      rateLimit: () =>
        Response.json({ settled: 'rejected', value: 'You have reached the limit of requests.' }),
    }),
  );
  app.post('/proxy', (c) =>
    answerProxied(c, {
      issuer: {
        clock: options.clock,
        tokenKey: options.tokenKey,
        installation: options.installation,
        booksOrganizationId: options.organization.booksOrganizationId,
      },
      widgetDist: options.widgetDist,
      apiUrl,
      member: (context) => currentMember(context, options.members),
    }),
  );
  app.route(
    '/',
    hostRoutes({
      reader: new ZohoReader(options.read),
      members: options.members,
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
    faults,
    async close() {
      await pages.close();
      await widget.close();
    },
  };
}

function asset(app: ReturnType<typeof createApp>, name: string, type: string): void {
  const content = readFileSync(new URL(`browser/${name}`, import.meta.url), 'utf8');
  app.get(`/${name}`, (c) => c.body(content, 200, { 'content-type': `${type}; charset=utf-8` }));
}
