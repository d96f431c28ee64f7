// Everything outside of the back end, by host: who answers what, who refuses, who is blocked.
import type { Coverage } from '../coverage.ts';
import type { WireFault } from '../fate.ts';
import type { Scheduler } from '../scheduler.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { AccountsModel } from './accounts.ts';
import { AskedMovements } from './asked-movements.ts';
import { BooksModel } from './books.ts';
import { fail } from './books-answers.ts';
import { answerAsBooks } from './books-api.ts';
import { CallLimit } from './call-limit.ts';
import { CrmModel } from './crm.ts';
import { type Announce, GatewayModel } from './gateway.ts';
import { answerAsGateway } from './gateway-api.ts';
import { Issuers } from './issuers.ts';
import { hosts, type OutsideReply, type OutsideRequest, textOf } from './route.ts';
import { ShopModel } from './shop.ts';

const HOUR_MS = 3_600_000;
const REVOKE_EACH_MS = 3 * 60_000;

export class Outside {
  readonly gateway: GatewayModel;
  readonly asked: AskedMovements;
  readonly issuers: Issuers;
  readonly books: BooksModel;
  readonly crm: CrmModel;
  readonly shop = new ShopModel();
  readonly accounts: AccountsModel;
  readonly #coverage: Coverage;
  readonly #moved: (mti: string) => void;
  readonly #scheduler: Scheduler;
  readonly #random: SeededRandom;
  readonly #hasOrderField: boolean;
  readonly #callLimit: CallLimit;
  #isAllowed = true;
  #blockedUntil = 0;
  #silentUntil = 0;
  #revocableFrom = 0;

  constructor(options: {
    readonly scheduler: Scheduler;
    readonly random: SeededRandom;
    readonly announce: Announce;
    readonly coverage: Coverage;
    /** Calls to the books in any minute. */
    readonly callsPerMinute: number;
    readonly violation: (what: string) => void;
    /** Told of the MTI of each movement of ours that has just been done. */
    readonly moved: (mti: string) => void;
  }) {
    const { scheduler, random, announce, violation } = options;
    this.#scheduler = scheduler;
    this.#random = random;
    this.#coverage = options.coverage;
    this.#moved = options.moved;
    this.gateway = new GatewayModel(scheduler, random, announce);
    this.issuers = new Issuers(random, violation);
    this.asked = new AskedMovements(this.gateway, this.issuers, scheduler, random, violation);
    this.books = new BooksModel(violation);
    this.crm = new CrmModel(scheduler, random);
    this.accounts = new AccountsModel(scheduler);
    this.#callLimit = new CallLimit(scheduler, options.callsPerMinute, violation);
    this.#hasOrderField = random.chance(0.5);
  }

  /** Money that the gateway is asked to move. */
  isMovement({ host, path }: OutsideRequest): boolean {
    return host === hosts.gateway && path[0] === 'pts';
  }

  /** Tokens stop working; not twice within minutes, or nobody could tell it from a connection that was ended. */
  revokeTokens(): void {
    if (this.#scheduler.nowMs < this.#revocableFrom) return;
    this.#revocableFrom = this.#scheduler.nowMs + REVOKE_EACH_MS;
    this.accounts.revoke();
  }

  /** The gateway takes movements and tells nothing about them. */
  silenceInquiries(forMs: number): void {
    this.#silentUntil = this.#scheduler.nowMs + forMs;
  }

  /** Whether our connection may write into the books; a role that was taken from it says no. */
  allowBooks(isAllowed: boolean): void {
    this.#isAllowed = isAllowed;
  }

  /** The books take nothing for an hour. */
  blockForAnHour(): void {
    this.#blockedUntil = this.#scheduler.nowMs + HOUR_MS;
  }

  /** Told of every request as it is sent. */
  count({ host, path }: OutsideRequest): void {
    if (host === hosts.zoho && path[0] !== 'crm') this.#callLimit.count();
  }

  answer(request: OutsideRequest): OutsideReply {
    const reply = this.#answer(request);
    const { host, method, path } = request;
    const names = path.filter((segment) => /^[a-z-]+$/i.test(segment)).join(' ');
    this.#coverage.count(`call ${host} ${method} ${names} ${reply.status}`);
    if (this.isMovement(request) && doneWords.has(textOf(reply.body, 'status'))) {
      this.#moved(textOf(request.json, 'clientReferenceInformation', 'transactionId'));
    }
    return reply;
  }

  #answer(request: OutsideRequest): OutsideReply {
    switch (request.host) {
      case hosts.gateway:
        if (request.path[0] === 'tss' && this.#scheduler.nowMs < this.#silentUntil) return silent;
        return answerAsGateway(this.gateway, this.asked, this.issuers, this.#scheduler, request);
      case hosts.shop:
        return this.shop.answer(request);
      case hosts.accounts:
        return this.accounts.answer(request);
      case hosts.zoho: {
        const isCrm = request.path[0] === 'crm';
        if (!this.accounts.accepts(request))
          return isCrm ? crmTokenRefused : fail(401, 14, 'token');
        if (isCrm) return this.crm.answer(request);
        const leftMs = this.#blockedUntil - this.#scheduler.nowMs;
        if (leftMs > 0) return blocked(leftMs);
        if (!this.#isAllowed && request.method !== 'GET') return fail(401, 57, 'Not authorized.');
        return answerAsBooks(this.books, this.#hasOrderField, request);
      }
      default:
        throw new Error(`nobody lives at ${request.host}`);
    }
  }

  /** A limit was reached: the request is turned away at the door. */
  refuseBusy(request: OutsideRequest, fault: WireFault | undefined): OutsideReply | undefined {
    if (fault !== 'busy') return undefined;
    if (request.host !== hosts.zoho)
      return { status: 429, headers: { 'retry-after': '2' }, body: {} };
    if (request.path[0] === 'crm') {
      return { status: 429, body: { code: 'TOO_MANY_REQUESTS', message: 'Slow down.' } };
    }
    return this.#random.chance(0.5) ? fail(429, 1070, 'Too many in process.') : blocked(30_000);
  }

  /**
   * What stands between us and them answers in their place: a page, or the gateway's error with the id of the
   * transaction, which may be one that it lost.
   */
  badGateway(request: OutsideRequest, reply?: OutsideReply): OutsideReply {
    const lost = request.host === hosts.gateway ? '7999000000000000000001' : '';
    const id = textOf(reply?.body, 'id') || (reply === undefined ? lost : '');
    if (id === '' || this.#random.chance(0.5)) return { status: 502, body: '<html>502</html>' };
    return { status: 502, body: { id, status: 'SERVER_ERROR', reason: 'SERVER_TIMEOUT' } };
  }
}

const doneWords: ReadonlySet<string> = new Set(['PENDING', 'REVERSED', 'VOIDED', 'AUTHORIZED']);

const silent: OutsideReply = { status: 503, body: '<html>503</html>' };

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
