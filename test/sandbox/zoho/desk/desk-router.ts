// Every Desk call: token, organization header, credits, scope, then the handler.
import type { Context } from 'hono';
import type { SandboxClock } from '../../clock.ts';
import type { StandInApp } from '../../stand-in.ts';
import type { Caller, Grants } from '../accounts/grants.ts';
import { isGranted } from '../accounts/scopes.ts';
import { isMember } from '../people.ts';
import { InFlight, RollingWindow } from '../request-budget.ts';
import type { ZohoUser } from '../users.ts';
import { DeskRefusal, deskRefusals } from './desk-errors.ts';
import type { DeskOrg } from './desk-org.ts';

const DAY_MS = 86_400_000;
/** Professional with ten agents. */
const CREDITS = 80_000;
const CONCURRENT = 15;

/** Credits of a day and requests at a time; Retry-After only when the day is used up. */
export class DeskBudget {
  readonly #clock: SandboxClock;
  readonly #day = new RollingWindow(DAY_MS);
  readonly #inFlight = new InFlight(CONCURRENT);

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  enter(weight: number): Response | undefined {
    const now = this.#clock.now();
    if (this.#day.used(now) + weight > CREDITS) {
      const response = deskRefusals.threshold().response();
      response.headers.set('Retry-After', String(Math.ceil(this.#day.freeInMs(now) / 1000)));
      return response;
    }
    if (!this.#inFlight.enter()) return deskRefusals.tooMany().response();
    this.#day.add(now, weight);
    return undefined;
  }

  leave(): void {
    this.#inFlight.leave();
  }

  remaining(): number {
    return CREDITS - this.#day.used(this.#clock.now());
  }
}

export interface DeskCall {
  readonly org: DeskOrg;
  readonly caller: Caller;
  /** Desk agent id of the caller. */
  readonly by: string;
  readonly query: Readonly<Record<string, string>>;
  param(name: string): string;
  json(): Promise<Readonly<Record<string, unknown>>>;
}

export interface DeskRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Any of them will do, without the leading `Desk.`. */
  readonly scopes: readonly string[];
  /** Credits it costs; lists and searches cost more. */
  readonly weight: number;
  handle(call: DeskCall): unknown;
}

export interface DeskRouterParts {
  readonly app: StandInApp;
  readonly org: DeskOrg;
  readonly grants: Grants;
  /** Absent: no limits; the headers are sent all the same. */
  readonly budget: DeskBudget | undefined;
}

const BASE = '/api/v1';

/** A handler that answers undefined has nothing: 204. */
export function addDeskRoutes(parts: DeskRouterParts, routes: readonly DeskRoute[]): void {
  for (const route of routes) {
    parts.app.on(route.method, `${BASE}${route.path}`, async (c) => {
      const response = await answer(c, parts, route);
      const remaining = parts.budget?.remaining() ?? CREDITS;
      response.headers.set('X-Rate-Limit-Request-Weight-v3', String(route.weight));
      response.headers.set('X-Rate-Limit-Remaining-v3', String(remaining));
      return response;
    });
  }
  parts.app.all('*', () => deskRefusals.url().response());
}

async function answer(c: Context, parts: DeskRouterParts, route: DeskRoute): Promise<Response> {
  try {
    const caller = parts.grants.caller(c.req.header('authorization'));
    if (caller === 'missing') throw deskRefusals.noToken();
    if (caller === 'invalid') throw deskRefusals.token();
    requireOrganization(c, parts.org, route.path, caller.user);
    const wanted = route.scopes.map((scope) => `Desk.${scope}`);
    if (!isGranted(caller.scopes, wanted)) throw deskRefusals.scope();
    const full = parts.budget?.enter(route.weight);
    if (full !== undefined) return full;
    try {
      const body = await route.handle(callOf(c, parts.org, caller));
      return body === undefined ? new Response(null, { status: 204 }) : Response.json(body);
    } finally {
      parts.budget?.leave();
    }
  } catch (error) {
    if (error instanceof DeskRefusal) return error.response();
    throw error;
  }
}

/** The `orgId` header, which all calls need but the list of organizations. */
function requireOrganization(c: Context, org: DeskOrg, path: string, user: ZohoUser): void {
  if (path === '/organizations') return;
  const given = c.req.header('orgid');
  if (given === undefined) throw deskRefusals.noOrganization();
  if (given !== org.company.organization.deskOrgId) throw deskRefusals.organization();
  if (!isMember(user, 'desk')) throw deskRefusals.organization();
}

function callOf(c: Context, org: DeskOrg, caller: Caller): DeskCall {
  return {
    org,
    caller,
    by: caller.user.deskAgentId,
    query: c.req.query(),
    param: (name) => c.req.param(name) ?? '',
    json: async () => {
      try {
        const body: unknown = await c.req.json();
        if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
          return body as Readonly<Record<string, unknown>>;
        }
      } catch {
        // Falls through to the refusal of anything that is not an object.
      }
      throw deskRefusals.body();
    },
  };
}
