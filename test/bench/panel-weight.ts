// What a sidebar costs to show: bytes of script and style, requests and time to the first useful paint.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Browser, Frame, Page } from 'playwright-core';
import { grantedStaffToken } from '../battery/company/granted-staff.ts';
import { launchBrowser } from '../contract/cybersource/card-page.ts';
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

/** What is fetched before the first useful paint. */
const BYTES_KB_MAX = 25;
const API_REQUESTS_MAX = 1;
const VISITS = 5;
const CUSTOMER = 1_100;
const TIMEOUT_MS = 30_000;
const LOOK_MS = 20;
const TOKEN_LIFE_MS = 10 * 60_000;

export function measurePanelBytes(): Finding[] {
  const app = join(widgetDist, 'books', 'app');
  const files = [...firstScripts(app), 'panel.css'];
  const sizeOf = (file: string) => gzipSync(readFileSync(join(app, file))).byteLength / 1000;
  const sizes = files.map(sizeOf);
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const later = readdirSync(app)
    .filter((file) => file.endsWith('.js') && !files.includes(file) && file !== 'settings.js')
    .map((file) => `${digits(sizeOf(file))} ${file}`);
  const parts = files.map((file, index) => `${digits(sizes[index] ?? 0)} ${file}`).join(' + ');
  return [
    atMost(
      {
        what: 'panel script and style of the first load, gzip',
        measured: `${digits(whole)} KB = ${parts}`,
      },
      whole,
      BYTES_KB_MAX,
      ' KB',
    ),
    { what: 'panel, loaded later, gzip', measured: later.join(' + ') },
  ];
}

/** The panel's script and all that it imports before it runs. */
function firstScripts(app: string, file = 'panel.js'): readonly string[] {
  const text = readFileSync(join(app, file), 'utf8');
  const imported = [...text.matchAll(/(?:from|import)\s*["']\.\/([\w-]+\.js)["']/g)];
  return [file, ...imported.flatMap(([, name = '']) => firstScripts(app, name))];
}

/** Opens a paid invoice in the host page, as somebody in accounts does. */
export async function measurePanelVisit(company: BenchCompany): Promise<Finding[]> {
  const browser = await launchBrowser().catch((error: Error) => error);
  if (browser instanceof Error) {
    return [
      { what: 'requests to first useful paint', measured: `not measured: ${browser.message}` },
    ];
  }
  const hosts = await startBenchHosts(company);
  try {
    const paid = await placePaidOrder(company, CUSTOMER);
    await announce(company, paid);
    await untilProcessing(company.shop, [paid], TIMEOUT_MS);
    return await visit(browser, hosts, await invoiceOf(company, paid), amountOf(paid));
  } finally {
    await hosts.close();
    await browser.close();
  }
}

/** The pages with the clerk signed in, whose connection is authorized. */
async function startBenchHosts(company: BenchCompany): Promise<HostsStandIn> {
  const { clock, catalyst, zoho, credentials } = company;
  const hosts = await startHosts({
    clock,
    dataDir: ':memory:',
    ports: { pages: 0, widget: 0 },
    widgetDist,
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
  readonly paintMs: number;
}

async function visit(
  browser: Browser,
  hosts: HostsStandIn,
  invoiceId: string,
  amount: string,
): Promise<Finding[]> {
  const visits: Visit[] = [];
  for (let index = 0; index <= VISITS; index += 1) {
    // Without anybody's cache, as the first invoice of a day is opened.
    const page = await browser.newPage();
    visits.push(await visitOnce(page, hosts, invoiceId, amount));
    await page.close();
  }
  // The first one also started the function.
  const [first, ...others] = visits;
  const apiRequests = Math.max(...visits.map((one) => one.apiRequests));
  const files = Math.max(...visits.map((one) => one.files));
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
    {
      what: 'first useful paint of the panel',
      measured: `${digits(median(others.map((one) => one.paintMs)))} ms`,
      baseline: `${digits(first?.paintMs ?? 0)} ms with the function's first start`,
    },
  ];
}

async function visitOnce(
  page: Page,
  hosts: HostsStandIn,
  invoiceId: string,
  amount: string,
): Promise<Visit> {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await page.goto(`${hosts.url}/books/invoices/${invoiceId}`);
  const frame = await widgetFrame(page, hosts.widgetUrl);
  await frame.waitForFunction((text) => document.body.textContent.includes(text), amount, {
    polling: 'raf',
    timeout: TIMEOUT_MS,
  });
  const paintMs = await frame.evaluate(() => performance.now());
  return {
    files: urls.filter((url) => url.startsWith(hosts.widgetUrl)).length,
    apiRequests: urls.filter((url) => url.startsWith(`${hosts.url}/proxy`)).length,
    paintMs,
  };
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
