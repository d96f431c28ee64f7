// Host pages with packages made for the test, an api that keeps what it is sent, and a service to connect to.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SandboxClock } from '../../sandbox/clock.ts';
import { type HostsStandIn, startHosts } from '../../sandbox/hosts/hosts.ts';
import { PageWalker } from '../../sandbox/setup/page-walker.ts';
import { createApp, listen } from '../../sandbox/stand-in.ts';
import { startZoho, type ZohoStandIn } from '../../sandbox/zoho/start-zoho.ts';
import {
  type AuthorizationServer,
  client,
  startAuthorizationServer,
} from './authorization-server.ts';

const PACKED_API = 'https://tallybridge-1.development.catalystserverless.com/server/api';

interface SeenCall {
  readonly path: string;
  readonly token: string;
  readonly body: string;
}

export interface HostsStage {
  readonly clock: SandboxClock;
  readonly hosts: HostsStandIn;
  readonly zoho: ZohoStandIn;
  readonly service: AuthorizationServer;
  readonly functionsBase: string;
  /** What the api was sent. */
  readonly seen: SeenCall[];
  /** What it answers. */
  answer: { status: number; body: string };
  /** A browser in which the person is signed in; with the authorizations of these products. */
  personIn(email: string, ...products: string[]): Promise<PageWalker>;
  close(): Promise<void>;
}

export async function openHostsStage(scope = 'panel'): Promise<HostsStage> {
  const folder = mkdtempSync(join(tmpdir(), 'hosts-'));
  const clock = new SandboxClock();
  const service = await startAuthorizationServer(clock);
  const seen: SeenCall[] = [];
  const api = createApp();
  api.all('*', async (c) => {
    const token = c.req.header('x-tallybridge-token') ?? '';
    seen.push({ path: c.req.path, token, body: await c.req.text() });
    if (!service.isValid(token)) return c.json({ error: { code: 'not-signed-in' } }, 401);
    return new Response(stage.answer.body, { status: stage.answer.status });
  });
  const functions = await listen(api, 0);
  const functionsBase = `${functions.url}/server`;
  const zoho = await startZoho({
    clock,
    dataDir: ':memory:',
    ports: { accounts: 0, api: 0, desk: 0 },
    client: { clientId: '1000.TEST', clientSecret: 'secret' },
    organization: { booksOrganizationId: '1', crmOrgId: '2', deskOrgId: '3' },
  });
  packAll(folder);
  const hosts = await startHosts({
    clock,
    dataDir: ':memory:',
    ports: { pages: 0, widget: 0 },
    widgetDist: folder,
    functionsBase,
    booksApiUrl: 'http://127.0.0.1:9/books/v3',
    read: async () => undefined,
    organization: { ...zoho.seed.books.company.organization },
    zoho,
    service: {
      name: 'Tallybridge',
      ...client,
      authorizeUrl: `${service.url}/authorize?access_type=offline`,
      tokenUrl: `${service.url}/token`,
      revokeUrl: `${service.url}/revoke`,
      scope,
      header: 'x-tallybridge-token',
    },
  });
  const stage: HostsStage = {
    ...{ clock, hosts, zoho, service, functionsBase, seen },
    answer: { status: 200, body: '{"payments":[]}' },
    async personIn(email, ...products) {
      const walker = new PageWalker();
      const page = await walker.open(`${hosts.url}/connections`);
      await walker.press(page, /^Switch$/, { person: email });
      for (const product of products) {
        await walker.open(`${hosts.url}/connections/authorize?product=${product}`);
      }
      return walker;
    },
    async close() {
      await Promise.all([hosts.close(), zoho.close(), functions.close(), service.close()]);
      rmSync(folder, { recursive: true });
    },
  };
  return stage;
}

function packAll(folder: string): void {
  const finance = {
    usedConnections: [{ connectionLinkName: 'tallybridge_api' }],
    whiteListedDomains: [],
    modules: { widgets: [{ location: 'invoice.details.sidebar', url: '/app/widget.html' }] },
  };
  pack(folder, 'books', 'https://js.zohostatic.com/zohofinance/v1/zf_sdk.js', finance);
  pack(folder, 'crm', 'https://live.zwidgets.com/js-sdk/1.2/ZohoEmbededAppSDK.min.js', {});
  pack(
    folder,
    'desk',
    'https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js',
    {
      connectors: [{ connectionLinkName: 'tallybridgeapi' }],
      whiteListedDomains: [new URL(PACKED_API).origin],
    },
  );
}

function pack(folder: string, product: string, sdk: string, manifest: object): void {
  const app = join(folder, product, 'app');
  mkdirSync(app, { recursive: true });
  writeFileSync(
    join(app, 'widget.html'),
    `<meta name="tallybridge-api" content="${PACKED_API}"><script src="${sdk}" defer></script>`,
  );
  writeFileSync(join(folder, product, 'plugin-manifest.json'), JSON.stringify(manifest));
}
