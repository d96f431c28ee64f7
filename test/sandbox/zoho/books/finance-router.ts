// Every Books and Inventory call: token, limits, organization, scope, then the ledger, then the envelope.
import type { Context } from 'hono';
import type { StandInApp } from '../../stand-in.ts';
import type { Caller, Grants } from '../accounts/grants.ts';
import { isGranted } from '../accounts/scopes.ts';
import { isMember } from '../people.ts';
import type { ZohoUser } from '../users.ts';
import type { Json } from './blank.ts';
import { readBody } from './body.ts';
import type { BooksOrg } from './books-org.ts';
import { BooksRefusal, refusals } from './envelope.ts';
import type { FinanceBudget } from './finance-budget.ts';
import type { FinanceProduct } from './sales-order-view.ts';

/** What a route gets to see of a request. */
export interface FinanceCall {
  readonly org: BooksOrg;
  readonly product: FinanceProduct;
  readonly caller: ZohoUser;
  /** Books user id of the caller. */
  readonly by: string;
  readonly query: Readonly<Record<string, string>>;
  param(name: string): string;
  header(name: string): string | undefined;
  body(): Promise<unknown>;
}

export interface FinanceAnswer {
  readonly message?: string;
  readonly body?: Json;
  /** 201 with a Location, as every create answers. */
  readonly created?: { readonly resource: string; readonly id: string };
}

type Handler = (call: FinanceCall) => FinanceAnswer | Promise<FinanceAnswer>;
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface FinanceRouterParts {
  readonly app: StandInApp;
  readonly base: string;
  readonly product: FinanceProduct;
  readonly org: BooksOrg;
  readonly grants: Grants;
  /** Absent: no limits. */
  readonly budget: FinanceBudget | undefined;
  /** Some data centres do not send the quota headers at all. */
  readonly quotaHeaders: boolean;
}

const services = { books: 'ZohoBooks', inventory: 'ZohoInventory' } as const;

/** Registers routes of one product; the operation of a scope follows from the method. */
export class FinanceRouter {
  readonly product: FinanceProduct;
  readonly #parts: FinanceRouterParts;

  constructor(parts: FinanceRouterParts) {
    this.product = parts.product;
    this.#parts = parts;
  }

  get(path: string, group: string, handler: Handler): void {
    this.#on('GET', path, `${group}.READ`, handler);
  }

  post(path: string, group: string, handler: Handler): void {
    this.#on('POST', path, `${group}.CREATE`, handler);
  }

  put(path: string, group: string, handler: Handler): void {
    this.#on('PUT', path, `${group}.UPDATE`, handler);
  }

  delete(path: string, group: string, handler: Handler): void {
    this.#on('DELETE', path, `${group}.DELETE`, handler);
  }

  #on(method: Method, path: string, scope: string, handler: Handler): void {
    const { app, base } = this.#parts;
    app.on(method, `${base}${path}`, async (c) => {
      try {
        return await this.#answer(c, path, scope, handler);
      } catch (error) {
        if (!(error instanceof BooksRefusal)) throw error;
        return this.#refuse(error);
      }
    });
  }

  async #answer(c: Context, path: string, scope: string, handler: Handler): Promise<Response> {
    const { grants, budget, org, product } = this.#parts;
    const caller = grants.caller(c.req.header('authorization'));
    if (typeof caller === 'string') throw refusals.token();
    const full = budget?.enter();
    if (full !== undefined) return full;
    try {
      requireOrganization(c, path, org, caller.user);
      requirePermission(caller, `${services[product]}.${scope}`);
      const answer = await handler({
        org,
        product,
        caller: caller.user,
        by: caller.user.booksUserId,
        query: c.req.query(),
        param: (name) => c.req.param(name) ?? '',
        header: (name) => c.req.header(name),
        body: () => readBody(c),
      });
      return this.#send(answer);
    } finally {
      budget?.leave();
    }
  }

  #send(answer: FinanceAnswer): Response {
    const { created } = answer;
    const location = created && { Location: `/api/v3/${created.resource}/${created.id}` };
    return Response.json(
      { code: 0, message: answer.message ?? 'success', ...answer.body },
      { status: created === undefined ? 200 : 201, headers: { ...this.#quota(), ...location } },
    );
  }

  #refuse({ code, message, status }: BooksRefusal): Response {
    return Response.json({ code, message }, { status, headers: this.#quota() });
  }

  #quota(): Record<string, string> {
    const { budget, quotaHeaders } = this.#parts;
    return quotaHeaders && budget !== undefined ? budget.headers() : {};
  }
}

/** Every call but the list of organizations names its organization. */
function requireOrganization(c: Context, path: string, org: BooksOrg, user: ZohoUser): void {
  if (path === '/organizations') return;
  const { booksOrganizationId } = org.company.organization;
  if (c.req.query('organization_id') !== booksOrganizationId) throw refusals.organization();
  if (!isMember(user, 'books')) throw refusals.notAUser(booksOrganizationId);
}

/** A token does what its scopes and its person's role both allow. */
function requirePermission({ user, scopes }: Caller, needed: string): void {
  if (!isGranted(scopes, [needed])) throw refusals.scope();
  if (user.booksRole === 'Viewer' && !needed.endsWith('.READ')) throw refusals.scope();
}
