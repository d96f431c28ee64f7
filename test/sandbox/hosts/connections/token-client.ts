// Zoho's side of OAuth 2.0 towards a custom service: codes and refresh tokens become access tokens.
import * as z from 'zod/mini';
import type { SandboxClock } from '../../clock.ts';
import type { CustomService } from './custom-service.ts';

export interface HeldToken {
  readonly accessToken: string;
  /** Absent when the service gave none: then the person authorizes again when it has expired. */
  readonly refreshToken?: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

export type TokenAnswer =
  | { readonly ok: true; readonly token: HeldToken }
  /** `error` of RFC 6749, 5.2, or `unreachable` when there was no answer that tells. */
  | { readonly ok: false; readonly error: string };

const tokenShape = z.object({
  access_token: z.string().check(z.minLength(1)),
  token_type: z.string().check(z.regex(/^bearer$/i)),
  expires_in: z.number().check(z.positive()),
  refresh_token: z.optional(z.string()),
});
const errorShape = z.object({ error: z.string() });

const TIMEOUT_MS = 10_000;

export class TokenClient {
  readonly #service: CustomService;
  readonly #clock: SandboxClock;

  constructor(service: CustomService, clock: SandboxClock) {
    this.#service = service;
    this.#clock = clock;
  }

  redeem(code: string, redirectUri: string): Promise<TokenAnswer> {
    return this.#ask({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
  }

  async refresh(refreshToken: string): Promise<TokenAnswer> {
    const answer = await this.#ask({ grant_type: 'refresh_token', refresh_token: refreshToken });
    // A service that does not rotate leaves the old one in force.
    return answer.ok ? { ok: true, token: { refreshToken, ...answer.token } } : answer;
  }

  async revoke(token: string): Promise<void> {
    await this.#post(this.#service.revokeUrl, { token }).catch(() => undefined);
  }

  async #ask(grant: Readonly<Record<string, string>>): Promise<TokenAnswer> {
    const sentAt = this.#clock.now();
    const answer = await this.#post(this.#service.tokenUrl, grant).catch(() => undefined);
    const body: unknown = await answer?.json().catch(() => undefined);
    const given = tokenShape.safeParse(body);
    if (answer?.status === 200 && given.success) {
      const { access_token, expires_in, refresh_token } = given.data;
      const token = { accessToken: access_token, expiresAt: sentAt + expires_in * 1000 };
      return {
        ok: true,
        token: refresh_token === undefined ? token : { ...token, refreshToken: refresh_token },
      };
    }
    const refused = errorShape.safeParse(body);
    // Too many requests pass by themselves: the authorization is still there.
    const isRefusal =
      answer !== undefined && answer.status < 500 && answer.status !== 429 && refused.success;
    return { ok: false, error: isRefusal ? refused.data.error : 'unreachable' };
  }

  /** The client's credentials go in the body: Catalyst's gateway would eat an Authorization header. */
  #post(url: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    const { clientId, clientSecret } = this.#service;
    return fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
      },
      body: new URLSearchParams({
        ...fields,
        client_id: clientId,
        client_secret: clientSecret,
      }).toString(),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }
}
