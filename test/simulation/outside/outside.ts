// Everything outside of the back end, by host: who answers what, who refuses, who is blocked.
import type { HttpRequest } from '../../../functions/core/ports/platform.ts';
import type { WireFault } from '../fate.ts';
import type { Scheduler } from '../scheduler.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { AccountsModel } from './accounts.ts';
import { BooksModel } from './books.ts';
import { answerAsBooks, fail } from './books-api.ts';
import { CallLimit } from './call-limit.ts';
import { CrmModel } from './crm.ts';
import { type Announce, GatewayModel } from './gateway.ts';
import { answerAsGateway } from './gateway-api.ts';
import { type OutsideReply, readRequest, textOf } from './route.ts';
import { ShopModel } from './shop.ts';

export const hosts = {
  gateway: 'gateway.test',
  accounts: 'accounts.test',
  zoho: 'zohoapis.test',
  desk: 'desk.test',
  shop: 'shop.test',
} as const;

const HOUR_MS = 3_600_000;
const REVOKE_EACH_MS = 3 * 60_000;

export class Outside {
  readonly gateway: GatewayModel;
  readonly books: BooksModel;
  readonly crm: CrmModel;
  readonly shop = new ShopModel();
  readonly #accounts: AccountsModel;
  readonly #scheduler: Scheduler;
  readonly #random: SeededRandom;
  readonly #hasOrderField: boolean;
  readonly #callLimit: CallLimit;
  #blockedUntil = 0;
  #revocableFrom = 0;

  constructor(options: {
    readonly scheduler: Scheduler;
    readonly random: SeededRandom;
    readonly announce: Announce;
    /** Calls to the books in any minute. */
    readonly callsPerMinute: number;
    readonly violation: (what: string) => void;
  }) {
    const { scheduler, random, announce, violation } = options;
    this.#scheduler = scheduler;
    this.#random = random;
    this.gateway = new GatewayModel(scheduler, random, announce, violation);
    this.books = new BooksModel(violation);
    this.crm = new CrmModel(scheduler, random);
    this.#accounts = new AccountsModel(scheduler);
    this.#callLimit = new CallLimit(scheduler, options.callsPerMinute, violation);
    this.#hasOrderField = random.chance(0.5);
  }

  isGateway(request: HttpRequest): boolean {
    return new URL(request.url).hostname === hosts.gateway;
  }

  /** A refund that the gateway is asked for. */
  isRefund(request: HttpRequest): boolean {
    return this.isGateway(request) && request.url.endsWith('/refunds');
  }

  /** Tokens stop working; not twice within minutes, or nobody could tell it from a connection that was ended. */
  revokeTokens(): void {
    if (this.#scheduler.nowMs < this.#revocableFrom) return;
    this.#revocableFrom = this.#scheduler.nowMs + REVOKE_EACH_MS;
    this.#accounts.revoke();
  }

  /** The books take nothing for an hour. */
  blockForAnHour(): void {
    this.#blockedUntil = this.#scheduler.nowMs + HOUR_MS;
  }

  /** Told of every request as it is sent. */
  count(sent: HttpRequest): void {
    const { hostname, pathname } = new URL(sent.url);
    if (hostname === hosts.zoho && !pathname.startsWith('/crm/')) this.#callLimit.count();
  }

  answer(sent: HttpRequest): OutsideReply {
    const { host, request } = readRequest(sent);
    switch (host) {
      case hosts.gateway:
        return answerAsGateway(this.gateway, this.#scheduler, request);
      case hosts.shop:
        return this.shop.answer(request);
      case hosts.accounts:
        return this.#accounts.answer(request);
      case hosts.zoho: {
        const isCrm = request.path[0] === 'crm';
        if (!this.#accounts.accepts(request))
          return isCrm ? crmTokenRefused : fail(401, 14, 'token');
        if (isCrm) return this.crm.answer(request);
        const leftMs = this.#blockedUntil - this.#scheduler.nowMs;
        if (leftMs > 0) return blocked(leftMs);
        return answerAsBooks(this.books, this.#hasOrderField, request);
      }
      default:
        throw new Error(`nobody lives at ${host}`);
    }
  }

  /** A limit was reached: the request is turned away at the door. */
  refuseBusy(sent: HttpRequest, fault: WireFault | undefined): OutsideReply | undefined {
    if (fault !== 'busy') return undefined;
    const { host, request } = readRequest(sent);
    if (host !== hosts.zoho) return { status: 429, headers: { 'retry-after': '2' }, body: {} };
    if (request.path[0] === 'crm') {
      return { status: 429, body: { code: 'TOO_MANY_REQUESTS', message: 'Slow down.' } };
    }
    return this.#random.chance(0.5) ? fail(429, 1070, 'Too many in process.') : blocked(30_000);
  }

  /**
   * What stands between us and them answers in their place: a page, or the gateway's error with the id of the
   * transaction, which may be one that it lost.
   */
  badGateway(sent: HttpRequest | undefined, reply: OutsideReply | undefined): OutsideReply {
    const lost = sent !== undefined && this.isGateway(sent) ? '7999000000000000000001' : '';
    const id = textOf(reply?.body, 'id') || lost;
    if (id === '' || this.#random.chance(0.5)) return { status: 502, body: '<html>502</html>' };
    return { status: 502, body: { id, status: 'SERVER_ERROR', reason: 'SERVER_TIMEOUT' } };
  }
}

const crmTokenRefused: OutsideReply = {
  status: 401,
  body: { code: 'INVALID_TOKEN', message: 'invalid oauth token', status: 'error' },
};

function blocked(forMs: number): OutsideReply {
  const seconds = String(Math.ceil(forMs / 1000));
  return {
    ...fail(429, 43, 'You have been blocked for some time.'),
    headers: { 'retry-after': seconds },
  };
}
