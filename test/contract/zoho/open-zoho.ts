// A started set of Zoho stand-ins and a plain client for each product.
import { SandboxClock } from '../../sandbox/clock.ts';
import { startZoho, type ZohoOptions, type ZohoStandIn } from '../../sandbox/zoho/start-zoho.ts';

export const client = { clientId: '1000.TESTCLIENT', clientSecret: 'test-secret' } as const;

export const organization = {
  booksOrganizationId: '10234695',
  crmOrgId: '771234567',
  deskOrgId: '642345678',
} as const;

export const allScopes = [
  'ZohoBooks.fullaccess.all',
  'ZohoInventory.FullAccess.all',
  'ZohoCRM.modules.ALL',
  'ZohoCRM.settings.ALL',
  'ZohoCRM.users.ALL',
  'ZohoCRM.org.ALL',
  'ZohoCRM.coql.READ',
  'ZohoCRM.notifications.ALL',
  'Desk.tickets.ALL',
  'Desk.contacts.ALL',
  'Desk.basic.READ',
  'Desk.search.READ',
] as const;

/** An answer; its body is looked into by path, as `invoice.line_items.0.rate`. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it came. */
  readonly raw: string;
  readonly body: unknown;
  /** What stands at the path; undefined when nothing does. */
  at(path: string): unknown;
  /** The text at the path; throws when it is no text, naming the whole answer. */
  text(path: string): string;
  rows(path: string): readonly unknown[];
}

export interface Ask {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface OpenZoho {
  readonly zoho: ZohoStandIn;
  readonly clock: SandboxClock;
  readonly token: string;
  books(method: string, path: string, ask?: Ask): Promise<Answer>;
  inventory(method: string, path: string, ask?: Ask): Promise<Answer>;
  crm(method: string, path: string, ask?: Ask): Promise<Answer>;
  desk(method: string, path: string, ask?: Ask): Promise<Answer>;
}

export async function openZoho(options: Partial<ZohoOptions> = {}): Promise<OpenZoho> {
  const clock = options.clock ?? new SandboxClock();
  const zoho = await startZoho({
    dataDir: ':memory:',
    ports: { accounts: 0, api: 0, desk: 0 },
    client,
    organization,
    budgetsOff: true,
    ...options,
    clock,
  });
  const token = zoho.accessToken('admin@example.com', allScopes);
  const finance = { organization_id: organization.booksOrganizationId };
  const asker =
    (base: string, query: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    (method: string, path: string, ask: Ask = {}) =>
      request(method, `${base}${path}`, {
        ...ask,
        query: { ...query, ...ask.query },
        headers: { authorization: `Zoho-oauthtoken ${token}`, ...headers, ...ask.headers },
      });
  return {
    zoho,
    clock,
    token,
    books: asker(`${zoho.api.url}/books/v3`, finance),
    inventory: asker(`${zoho.api.url}/inventory/v1`, finance),
    crm: asker(`${zoho.api.url}/crm`),
    desk: asker(`${zoho.desk.url}/api/v1`, {}, { orgId: organization.deskOrgId }),
  };
}

/** A plain request; a body that is no text is sent as JSON. */
export async function request(method: string, address: string, ask: Ask = {}): Promise<Answer> {
  const url = new URL(address);
  for (const [name, value] of Object.entries(ask.query ?? {})) url.searchParams.set(name, value);
  const { body } = ask;
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(body === undefined || typeof body === 'string' || body instanceof FormData
        ? {}
        : { 'content-type': 'application/json' }),
      ...ask.headers,
    },
    ...(body === undefined
      ? {}
      : {
          body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body),
        }),
  });
  return answerOf(response, await response.text());
}

function answerOf({ status, headers }: Response, raw: string): Answer {
  const body = parsed(raw);
  const at = (path: string) => path.split('.').reduce(step, body);
  return {
    status,
    headers,
    raw,
    body,
    at,
    text: (path) => {
      const value = at(path);
      if (typeof value !== 'string') throw new Error(`no text at ${path} of ${status} ${raw}`);
      return value;
    },
    rows: (path) => {
      const value = at(path);
      if (!Array.isArray(value)) throw new Error(`no rows at ${path} of ${status} ${raw}`);
      return value;
    },
  };
}

function step(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
