// The request limits of one Books and Inventory organization.
import type { SandboxClock } from '../../clock.ts';
import { InFlight, RollingWindow } from '../request-budget.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const BLOCK_S = 3600;

export interface FinanceLimits {
  readonly perMinute: number;
  /** Requests in a minute, refused ones included, after which the organization is blocked for an hour. */
  readonly blockAt: number;
  readonly perDay: number;
  readonly concurrent: number;
}

/** A paid plan's documented limits; the block was measured at about 1,100 in a rolling minute. */
export const documentedLimits: FinanceLimits = {
  perMinute: 100,
  blockAt: 1100,
  perDay: 10_000,
  concurrent: 10,
};

/**
 * One counter for both products: whether Zoho counts them apart is [unsure], and sharing is the
 * stricter reading.
 */
export class FinanceBudget {
  readonly #clock: SandboxClock;
  readonly #limits: FinanceLimits;
  readonly #minute = new RollingWindow(MINUTE_MS);
  readonly #attempts = new RollingWindow(MINUTE_MS);
  readonly #inFlight: InFlight;
  #day = '';
  #usedToday = 0;
  #blockedUntil = 0;

  constructor(clock: SandboxClock, limits: FinanceLimits = documentedLimits) {
    this.#clock = clock;
    this.#limits = limits;
    this.#inFlight = new InFlight(limits.concurrent);
  }

  /** Counts a request in, or the 429 to answer it with. */
  enter(): Response | undefined {
    const now = this.#clock.now();
    this.#attempts.add(now);
    if (this.#attempts.used(now) > this.#limits.blockAt) this.#blockedUntil = now + BLOCK_S * 1000;
    if (now < this.#blockedUntil) return blocked();
    if (this.#minute.used(now) >= this.#limits.perMinute) {
      return tooMany(44, BLOCKED_ORGANIZATION, Math.ceil(this.#minute.freeInMs(now) / 1000));
    }
    this.#turnDay(now);
    if (this.#usedToday >= this.#limits.perDay) {
      return tooMany(45, exceeded(this.#limits.perDay), secondsToMidnight(now));
    }
    if (!this.#inFlight.enter()) return tooMany(1070, IN_PROCESS);
    this.#minute.add(now);
    this.#usedToday += 1;
    return undefined;
  }

  leave(): void {
    this.#inFlight.leave();
  }

  /** The daily quota as Zoho's headers tell it. */
  headers(): Record<string, string> {
    const now = this.#clock.now();
    return {
      'X-Rate-Limit-Limit': String(this.#limits.perDay),
      'X-Rate-Limit-Remaining': String(Math.max(0, this.#limits.perDay - this.#usedToday)),
      'X-Rate-Limit-Reset': String(secondsToMidnight(now)),
    };
  }

  #turnDay(now: number): void {
    const day = new Date(now).toISOString().slice(0, 10);
    if (day !== this.#day) {
      this.#day = day;
      this.#usedToday = 0;
    }
  }
}

const BLOCKED_ORGANIZATION =
  'For security reasons your organization has been blocked for some time as it has exceeded the maximum number of requests per minute.';
const IN_PROCESS =
  'You have reached the maximum number of in process requests allowed. Please try again after some time.';

function exceeded(limit: number): string {
  return `Your organization has exceeded the maximum call rate limit of ${limit}.`;
}

/** The hour-long block, also what the `rate-limit` fault answers. */
export function blocked(): Response {
  const message =
    'For security reasons you have been blocked for some time as you have exceeded the maximum number of requests per minute.';
  return tooMany(43, message, BLOCK_S);
}

function tooMany(code: number, message: string, retryAfterS?: number): Response {
  const headers = retryAfterS === undefined ? {} : { 'Retry-After': String(retryAfterS) };
  return Response.json({ code, message }, { status: 429, headers });
}

function secondsToMidnight(nowMs: number): number {
  return Math.ceil((DAY_MS - (nowMs % DAY_MS)) / 1000);
}
