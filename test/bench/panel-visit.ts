// Opening a paid invoice: requests, and time to the first useful paint beside a bare page that asks the same through the same proxy.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Frame, Page } from 'playwright-core';
import { grantedStaffToken } from '../battery/company/granted-staff.ts';
import { launchBrowser } from '../browser.ts';
import { type HostsStandIn, startHosts } from '../sandbox/hosts/hosts.ts';
import { widgetDist } from '../sandbox/setup/builds.ts';
import { company as facts } from '../sandbox/setup/company-facts.ts';
import { customService } from '../sandbox/setup/identity.ts';
import { staffMember } from '../sandbox/setup/staff.ts';
import { createPageReader } from '../sandbox/setup/zoho-pages.ts';
import type { BenchCompany } from './bench-company.ts';
import { atMost, type Finding } from './finding.ts';
import { announce, type PaidOrder, placePaidOrder, untilProcessing } from './paid-orders.ts';
import { digits, median } from './statistics.ts';

const API_REQUESTS_MAX = 1;
const PAINT_RATIO_MAX = 1.3;
/** Of each page, after those that only warm up. */
const VISITS = 21;
const WARM_UPS = 3;
const CUSTOMER = 1_100;
const TIMEOUT_MS = 30_000;
const LOOK_MS = 20;
/** A browser is busy with itself for half a second of CPU after it has opened a window; that is over before a visit begins. */
const NEW_WINDOW_MS = 700;
const TOKEN_LIFE_MS = 60 * 60_000;

/** Opens a paid invoice in the host page, as somebody in accounts does. */
export async function measurePanelVisit(company: BenchCompany): Promise<Finding[]> {
  const browser = await launchBrowser().catch((error: Error) => error);
  if (browser instanceof Error) {
    return [
      { what: 'requests to first useful paint', measured: `not measured: ${browser.message}` },
    ];
  }
  const bareDist = bareWidget();
  const [panel, bare] = await Promise.all(
    [widgetDist, bareDist].map((dist) => startBenchHosts(company, dist)),
  );
  try {
    if (panel === undefined || bare === undefined) throw new Error('no hosts');
    const paid = await placePaidOrder(company, CUSTOMER);
    await announce(company, paid);
    await untilProcessing(company.shop, [paid], TIMEOUT_MS);
    const path = `/books/invoices/${await invoiceOf(company, paid)}`;
    return await compare(browser, { panel, bare }, path, amountOf(paid));
  } finally {
    await panel?.close();
    await bare?.close();
    await browser.close();
    rmSync(bareDist, { recursive: true, force: true });
  }
}

/** A widget that asks what the panel asks, and writes the amount: the least that any page can do. */
function bareWidget(): string {
  const dist = mkdtempSync(join(tmpdir(), 'tallybridge-bare-'));
  cpSync(join(widgetDist, 'books'), join(dist, 'books'), { recursive: true });
  const file = join(dist, 'books', 'app', 'widget.html');
  const page = readFileSync(file, 'utf8');
  const bare = page
    .replaceAll(/<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, '')
    .replace(/<script src="panel\.js"[^>]*><\/script>/, '')
    .replace(/<main[\s\S]*<\/main>/, `<p>Loading</p><script type="module">${BARE_SCRIPT}</script>`);
  if (bare.includes('panel.js') || !bare.includes('ZFAPPS'))
    throw new Error('the page has changed');
  writeFileSync(file, bare);
  return dist;
}

const BARE_SCRIPT = `
const api = document.querySelector('meta[name=tallybridge-api]').content;
await ZFAPPS.extension.init();
const { invoice } = await ZFAPPS.get('invoice');
const record = { kind: 'invoice', id: invoice.invoice_id };
const { data } = await ZFAPPS.request({
  url: api + '/panel',
  method: 'POST',
  header: [{ key: 'Content-Type', value: 'application/json' }],
  connection_link_name: 'tallybridge_api',
  body: { mode: 'raw', raw: JSON.stringify({ host: 'books', record }) },
});
const [payment] = JSON.parse(data.body).payments;
document.querySelector('p').textContent = (payment.amount.minor / 100).toFixed(2);
`;

/** The pages with the clerk signed in, whose connection is authorized. */
async function startBenchHosts(company: BenchCompany, dist: string): Promise<HostsStandIn> {
  const { clock, catalyst, zoho, credentials } = company;
  const hosts = await startHosts({
    clock,
    dataDir: ':memory:',
    ports: { pages: 0, widget: 0 },
    widgetDist: dist,
    functionsBase: catalyst.functions.base,
    booksApiUrl: `${zoho.api.url}/books/v3`,
    read: createPageReader(zoho),
    organization: facts,
    zoho,
    service: customService(credentials, catalyst.functions.base),
  });
  const { email } = staffMember('agent');
  const accessToken = await grantedStaffToken(company, 'agent');
  hosts.connections.hold('books', email, { accessToken, expiresAt: clock.now() + TOKEN_LIFE_MS });
  return hosts;
}

/** The payment's row names its invoice when the run is over, a moment after the shop's order went on. */
async function invoiceOf({ catalyst }: BenchCompany, { gatewayId }: PaidOrder): Promise<string> {
  const end = Date.now() + TIMEOUT_MS;
  for (;;) {
    const rows = catalyst.tables.newest('Payments', 10);
    const invoice = rows.find((row) => row.gateway_id === gatewayId)?.books_invoice_id;
    if (typeof invoice === 'string' && invoice !== '') return invoice;
    if (Date.now() > end) throw new Error('the order has no invoice in the books');
    await delay(LOOK_MS);
  }
}

function amountOf({ order }: PaidOrder): string {
  return (order.totalMinor / 100).toFixed(2);
}

interface Visit {
  readonly files: number;
  readonly apiRequests: number;
  /** From the frame's navigation to the first frame with the amount in it. */
  readonly paintMs: number;
}

type Pages = Readonly<Record<'panel' | 'bare', HostsStandIn>>;

/** One after the other, so that both see the same moods of the machine. */
async function compare(
  browser: Browser,
  pages: Pages,
  path: string,
  amount: string,
): Promise<Finding[]> {
  const panel: Visit[] = [];
  const bare: Visit[] = [];
  for (let index = 0; index < WARM_UPS + VISITS; index += 1) {
    panel.push(await visitOnce(browser, pages.panel, path, amount));
    bare.push(await visitOnce(browser, pages.bare, path, amount));
  }
  const paintMs = (visits: readonly Visit[]) =>
    median(visits.slice(WARM_UPS).map((one) => one.paintMs));
  const apiRequests = Math.max(...panel.map((one) => one.apiRequests));
  const files = Math.max(...panel.map((one) => one.files));
  return [
    atMost(
      {
        what: 'API requests to first useful paint',
        measured: `${apiRequests} (and ${files} files)`,
      },
      apiRequests,
      API_REQUESTS_MAX,
      '',
    ),
    atMost(
      {
        what: `first useful paint of the panel, median of ${VISITS}`,
        measured: `${digits(paintMs(panel))} ms`,
        baseline: `bare page ${digits(paintMs(bare))} ms`,
      },
      paintMs(panel) / paintMs(bare),
      PAINT_RATIO_MAX,
      ' x',
    ),
    {
      what: "first useful paint with the function's first start",
      measured: `${digits(panel[0]?.paintMs ?? 0)} ms`,
    },
  ];
}

/** Without anybody's cache, as the first invoice of a day is opened. */
async function visitOnce(
  browser: Browser,
  hosts: HostsStandIn,
  path: string,
  amount: string,
): Promise<Visit> {
  const page = await browser.newPage();
  await delay(NEW_WINDOW_MS);
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await page.addInitScript(notePaint, amount);
  await page.goto(hosts.url + path);
  const frame = await widgetFrame(page, hosts.widgetUrl);
  const noted = await frame.waitForFunction(() => (globalThis as Noted).paintedMs, undefined, {
    timeout: TIMEOUT_MS,
  });
  const visit = {
    files: urls.filter((url) => url.startsWith(hosts.widgetUrl)).length,
    apiRequests: urls.filter((url) => url.startsWith(`${hosts.url}/proxy`)).length,
    paintMs: (await noted.jsonValue()) ?? 0,
  };
  await page.close();
  return visit;
}

type Noted = typeof globalThis & { paintedMs?: number };

/** In the page: the time of the first frame that is painted with this text. */
function notePaint(text: string): void {
  const look = (nowMs: number): void => {
    if (document.body?.textContent.includes(text)) (globalThis as Noted).paintedMs = nowMs;
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function widgetFrame(page: Page, widgetUrl: string): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame.url().startsWith(widgetUrl));
  const found = find();
  if (found !== undefined) return found;
  await page.waitForEvent('framenavigated', {
    predicate: (frame) => frame.url().startsWith(widgetUrl),
  });
  return find() ?? page.mainFrame();
}
