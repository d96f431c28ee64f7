// Every CRM call: token, limits, scope, then the handler, then CRM's headers.
import type { Context } from 'hono';
import type { StandInApp } from '../../stand-in.ts';
import type { Caller, Grants } from '../accounts/grants.ts';
import { isGranted } from '../accounts/scopes.ts';
import { isMember } from '../people.ts';
import type { CrmBudget } from './crm-budget.ts';
import { CrmRefusal, crmRefusals } from './crm-errors.ts';
import { type CrmModule, crmModuleOf } from './crm-fields.ts';
import type { CrmOrg } from './crm-org.ts';

export interface CrmCall {
  readonly org: CrmOrg;
  readonly caller: Caller;
  /** CRM user id of the caller. */
  readonly by: string;
  /** API version of the address: 2 to 8. */
  readonly version: number;
  readonly query: Readonly<Record<string, string>>;
  param(name: string): string;
  header(name: string): string | undefined;
  json(): Promise<unknown>;
  /** The module of the address; throws for an unknown one. */
  module(): CrmModule;
  /** Rows written, for the credits. */
  wrote(rows: number): void;
  /** Throws when none of the scopes is granted. */
  need(...scopes: string[]): void;
}

type Handler = (call: CrmCall) => Response | Promise<Response>;

export interface CrmRouterParts {
  readonly app: StandInApp;
  readonly org: CrmOrg;
  readonly grants: Grants;
  /** Absent: no limits. */
  readonly budget: CrmBudget | undefined;
}

/** Versions 2 to 8 are answered alike, where the facts know of no difference. */
const BASE = '/crm/:version{v[2-8]}';

export class CrmRouter {
  readonly #parts: CrmRouterParts;

  constructor(parts: CrmRouterParts) {
    this.#parts = parts;
  }

  on(method: string, path: string, handler: Handler): void {
    this.#parts.app.on(method, `${BASE}${path}`, async (c) => {
      try {
        return await this.#answer(c, handler);
      } catch (error) {
        if (error instanceof CrmRefusal) return error.response();
        throw error;
      }
    });
  }

  async #answer(c: Context, handler: Handler): Promise<Response> {
    const { grants, budget, org } = this.#parts;
    const caller = grants.caller(c.req.header('authorization'));
    if (caller === 'missing') throw crmRefusals.noToken();
    if (caller === 'invalid') throw crmRefusals.token();
    if (!isMember(caller.user, 'crm')) throw crmRefusals.permission();
    budget?.enter();
    try {
      const response = await handler(this.#call(c, caller));
      response.headers.set('X-ACCESSTOKEN-RESET', org.time(caller.expiresAt));
      for (const [name, value] of Object.entries(budget?.headers() ?? {})) {
        response.headers.set(name, value);
      }
      return response;
    } finally {
      budget?.leave();
    }
  }

  #call(c: Context, caller: Caller): CrmCall {
    const { org, budget } = this.#parts;
    return {
      org,
      caller,
      by: caller.user.crmUserId,
      version: Number((c.req.param('version') ?? 'v8').slice(1)),
      query: c.req.query(),
      param: (name) => c.req.param(name) ?? '',
      header: (name) => c.req.header(name),
      json: async () => {
        try {
          return await c.req.json();
        } catch {
          throw crmRefusals.body();
        }
      },
      module: () => {
        const module = crmModuleOf(c.req.param('module') ?? '');
        if (module === undefined) throw crmRefusals.module();
        return module;
      },
      wrote: (rows) => budget?.addRows(rows),
      need: (...scopes) => {
        const wanted = scopes.map((scope) => `ZohoCRM.${scope}`);
        if (!isGranted(caller.scopes, wanted)) throw crmRefusals.scope();
      },
    };
  }
}

/** Empty results have no body at all. */
export function noContent(): Response {
  return new Response(null, { status: 204 });
}
