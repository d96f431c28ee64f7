// The accounts server: access tokens for the one refresh token, ten in ten minutes and no more.
import type { Scheduler } from '../scheduler.ts';
import type { OutsideReply, OutsideRequest } from './route.ts';

const WINDOW_MS = 10 * 60_000;
const TOKENS_MAX = 10;
const LIFE_S = 3_600;

export class AccountsModel {
  readonly #scheduler: Scheduler;
  readonly #valid = new Map<string, number>();
  readonly #givenAt: number[] = [];
  #connection = 1;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  /** The one refresh token that is taken. */
  get refreshToken(): string {
    return `refresh-token-${this.#connection}`;
  }

  /** Whoever gave the consent is removed: only a new one helps. */
  endConnection(): void {
    this.#connection += 1;
    this.revoke();
  }

  answer({ text }: OutsideRequest): OutsideReply {
    const form = new URLSearchParams(text);
    if (form.get('refresh_token') !== this.refreshToken) {
      return { status: 200, body: { error: 'invalid_code' } };
    }
    const now = this.#scheduler.nowMs;
    const recent = this.#givenAt.filter((at) => at > now - WINDOW_MS);
    if (recent.length >= TOKENS_MAX) return { status: 400, body: { error: 'Access Denied' } };
    this.#givenAt.push(now);
    const token = `token-${this.#givenAt.length}`;
    this.#valid.set(token, now + LIFE_S * 1000);
    return { status: 200, body: { access_token: token, expires_in: LIFE_S } };
  }

  /** Every token given so far stops working. */
  revoke(): void {
    this.#valid.clear();
  }

  accepts({ headers }: OutsideRequest): boolean {
    const token = (headers.authorization ?? '').replace('Zoho-oauthtoken ', '');
    return (this.#valid.get(token) ?? 0) > this.#scheduler.nowMs;
  }
}
