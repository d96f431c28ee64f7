// An authorization server around a store in memory, a Zoho that tests fill with people, and a browser with one cookie.
import { createHash } from 'node:crypto';
import { createSecrets } from '../../../functions/core/connectors/system/sealed-secrets.ts';
import type { InstallationId } from '../../../functions/core/domain/ids.ts';
import { problem } from '../../../functions/core/domain/problem.ts';
import { ok, refused } from '../../../functions/core/domain/result.ts';
import { createOAuthApp } from '../../../functions/core/http/oauth-app.ts';
import type { OAuthPorts } from '../../../functions/core/http/oauth-ports.ts';
import { createSignedTokens } from '../../../functions/core/http/oauth-signed-tokens.ts';
import type { Company } from '../../../functions/core/ports/company.ts';
import type {
  Member,
  Organization,
  PeopleProduct,
  ZohoReply,
  ZohoVisit,
} from '../../../functions/core/ports/people.ts';
import { organizationColumns } from '../../../functions/core/steps/identity/organization-columns.ts';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import { START_MS, seededRandom } from '../steps/world.ts';
import { TOKEN_KEYS } from './granted-token.ts';

export const PUBLIC_URL = 'https://shop-1.catalystserverless.com/server/api';
export const CALLBACK = 'https://deluge.zoho.com/delugeauth/callback';
const CLIENT = {
  clientId: 'zoho-connection',
  secret: 'a-secret-of-more-than-32-characters!',
};
const dataCentre = {
  accountsUrl: 'https://accounts.zoho.com',
  apiUrl: 'https://www.zohoapis.com',
  deskUrl: 'https://desk.zoho.com',
};

/** Somebody with a Zoho account: the user of each product, by organization. */
export interface ZohoPerson {
  readonly zohoUserId: string;
  readonly name?: string;
  readonly users: Partial<Readonly<Record<PeopleProduct, Readonly<Record<string, Member>>>>>;
  readonly scopes?: readonly string[];
}

export function member(role: string, change: Partial<Member> = {}): Member {
  return {
    userId: `id-${role}`,
    name: role,
    mail: `${role}@example.com`,
    role,
    isAdmin: role === 'admin',
    isActive: true,
    ...change,
  };
}

export function createOAuthWorld() {
  let now = START_MS;
  const clock = { now: () => now };
  const store = createMemoryStore();
  const random = seededRandom(5);
  const secrets = createSecrets(Buffer.alloc(32, 1).toString('base64'));
  const logged: string[] = [];
  const note = (message: string) => logged.push(message);
  const signedTokens = createSignedTokens(TOKEN_KEYS, clock);
  /** By the code that Zoho sends back. */
  const codes = new Map<string, ZohoPerson>();
  const redeemed: ZohoReply[] = [];
  /** What the company's own connection lists; a product that is missing does not answer. */
  const users = new Map<PeopleProduct, readonly Member[]>();
  const asked: string[] = [];

  const company = {
    installation: 'inst-1' as InstallationId,
    people: {
      async list(product: PeopleProduct) {
        asked.push(product);
        const found = users.get(product);
        return found === undefined ? refused(problem('zoho-unavailable', 'retry')) : ok(found);
      },
    },
  } as Company;

  function visitOf(person: ZohoPerson): ZohoVisit {
    const { zohoUserId, name = 'Ann', users: own } = person;
    return {
      dataCentre,
      scopes: person.scopes ?? [],
      refreshToken: 'zoho-refresh-token',
      account: async () => ok({ zohoUserId, name, mail: `${zohoUserId}@example.com` }),
      organizations: async (product) =>
        ok(Object.keys(own[product] ?? {}).map((id): Organization => ({ id, name: `Org ${id}` }))),
      membership: async (product, organization) => ok(own[product]?.[organization]),
    };
  }

  const ports: OAuthPorts = {
    store,
    clock,
    random,
    secrets,
    log: { info: note, warn: note, error: note },
    companies: {
      open: async (installation) =>
        installation === 'inst-1' ? ok(company) : refused(problem('not-connected', 'fix-setup')),
      list: async () => [],
    },
    signedTokens,
    publicUrl: PUBLIC_URL,
    zohoClient: { clientId: 'our-client', clientSecret: 'our-secret' },
    refreshKeys: [TOKEN_KEYS.current],
    client: { clientId: CLIENT.clientId, clientSecrets: [CLIENT.secret], redirectUris: [CALLBACK] },
    zoho: {
      authorizeUrl: ({ scopes, state, offline }) =>
        `https://accounts.zoho.com/oauth/v2/auth?${new URLSearchParams({ scope: scopes.join(','), state, offline: String(offline) })}`,
      async redeem(reply) {
        redeemed.push(reply);
        const person = codes.get(reply.code);
        codes.delete(reply.code);
        return person === undefined
          ? refused(problem('zoho-sign-in-needed', 'fix-setup'))
          : ok(visitOf(person));
      },
    },
  };
  const answer = createOAuthApp(ports);
  return {
    ...{
      ports,
      store,
      clock,
      signedTokens,
      codes,
      redeemed,
      users,
      asked,
      logged,
      answer,
      company,
    },
    advance: (ms: number) => {
      now += ms;
    },
    /** An installation of the Books organization `books-1`, the CRM `crm-1` and the portal `desk-1`. */
    async installs(id = 'inst-1', organization = 'books-1', more: object = {}): Promise<void> {
      const zoho = {
        ...dataCentre,
        booksOrganizationId: organization,
        crmOrgId: `crm-${organization.slice(6)}`,
        deskOrgId: `desk-${organization.slice(6)}`,
      };
      const settings = { zoho, ...more };
      await store.insert('Installations', {
        installation_key: id,
        name: `Company of ${id}`,
        state: 'active',
        settings: JSON.stringify(settings),
        ...organizationColumns(settings as never),
      });
    },
    async audit(): Promise<string[]> {
      const rows = await store.select('Audit', {
        where: [['at', '>', 0]],
        orderBy: ['audit_key', 'asc'],
      });
      return rows.map(({ action, detail }) => {
        const { reason, before, after } = JSON.parse(detail ?? '{}');
        return [action, reason, before, after].filter((one) => one !== undefined).join(' ');
      });
    },
  };
}

export type OAuthWorld = ReturnType<typeof createOAuthWorld>;

/** Follows no redirect by itself; keeps the one cookie. */
export class Browser {
  cookie = '';
  readonly #answer: OAuthWorld['answer'];
  readonly #origin = new URL(PUBLIC_URL).origin;

  constructor(world: OAuthWorld) {
    this.#answer = world.answer;
  }

  async get(url: string): Promise<Response> {
    return this.#send(url, {});
  }

  async submit(form: Readonly<Record<string, string>>, origin = this.#origin): Promise<Response> {
    return this.#send('/oauth/consent', {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  async #send(url: string, init: RequestInit): Promise<Response> {
    const path = url.replace(PUBLIC_URL, '');
    const headers = new Headers(init.headers);
    if (this.cookie !== '') headers.set('cookie', this.cookie);
    const response = await this.#answer(
      new Request(`http://localhost${path}`, { ...init, headers }),
    );
    const set = response.headers.get('set-cookie');
    if (set !== null) this.cookie = set.split(';')[0] ?? '';
    return response;
  }
}

const VERIFIER = 'v'.repeat(64);
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

export function authorizeUrl(change: Readonly<Record<string, string>> = {}): string {
  const query = {
    response_type: 'code',
    client_id: CLIENT.clientId,
    redirect_uri: CALLBACK,
    state: 'of-the-client',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    ...change,
  };
  const given = Object.entries(query).filter(([, value]) => value !== '');
  return `/oauth/authorize?${new URLSearchParams(given)}`;
}

export function stateIn(response: Response): string {
  return new URL(response.headers.get('location') ?? '').searchParams.get('state') ?? '';
}

/** From Zoho's page back to ours; the answer is the consent page, or a refusal. */
export async function signInWithZoho(
  world: OAuthWorld,
  browser: Browser,
  person: ZohoPerson,
  url = authorizeUrl(),
): Promise<Response> {
  const begun = await browser.get(url);
  const code = `zoho-${world.redeemed.length}`;
  world.codes.set(code, person);
  const back = new URLSearchParams({
    code,
    state: stateIn(begun),
    location: 'us',
    'accounts-server': 'https://accounts.zoho.com',
  });
  return browser.get(`/oauth/zoho/callback?${back}`);
}

export function ticketIn(page: string): string {
  return /name="ticket" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

/** The whole way to a code. */
export async function authorize(
  world: OAuthWorld,
  person: ZohoPerson,
  options: { readonly choice?: string; readonly url?: string } = {},
): Promise<string> {
  const browser = new Browser(world);
  const page = await (await signInWithZoho(world, browser, person, options.url)).text();
  const done = await browser.submit({
    ticket: ticketIn(page),
    choice: options.choice ?? 'inst-1',
    decision: 'allow',
  });
  return new URL(done.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

export interface TokenReply {
  readonly status: number;
  readonly json: Readonly<Record<string, string>>;
}

/** A request of the client at the token or the revocation endpoint. */
export async function ask(
  world: OAuthWorld,
  given: Readonly<Record<string, string>>,
  endpoint = 'token',
  headers: Readonly<Record<string, string>> = {},
): Promise<TokenReply> {
  const body = new URLSearchParams({
    client_id: CLIENT.clientId,
    client_secret: CLIENT.secret,
    ...given,
  });
  const response = await world.answer(
    new Request(`http://localhost/oauth/${endpoint}`, {
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    }),
  );
  return { status: response.status, json: (await response.json()) as TokenReply['json'] };
}

export function redeem(
  world: OAuthWorld,
  code: string,
  change: Readonly<Record<string, string>> = {},
) {
  const given = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: CALLBACK,
    code_verifier: VERIFIER,
    ...change,
  };
  return ask(world, Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')));
}

export function refresh(world: OAuthWorld, token: string | undefined) {
  return ask(world, { grant_type: 'refresh_token', refresh_token: token ?? '' });
}

/** An agent of the Books organization `books-1`. */
export const clerk: ZohoPerson = {
  zohoUserId: '7001',
  name: 'Carla Clerk',
  users: { books: { 'books-1': member('staff', { userId: 'b-1', mail: '7001@example.com' }) } },
};
