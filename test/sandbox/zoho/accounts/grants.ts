// OAuth grants: codes, refresh tokens and access tokens with Zoho's life times and limits.
import { randomBytes } from 'node:crypto';
import type { Collection } from '../../document-store.ts';
import type { ZohoCompany } from '../company.ts';
import type { ZohoUser } from '../users.ts';

const MINUTE_MS = 60_000;
const CODE_LIFE_MS = 2 * MINUTE_MS;
export const ACCESS_LIFE_S = 3600;
const CREATED_PER_WINDOW = 10;
const WINDOW_MS = 10 * MINUTE_MS;
const ACTIVE_PER_REFRESH_TOKEN = 10;
const REFRESH_TOKENS_PER_USER = 20;
const CODES_PER_WINDOW = 10;

interface Code {
  readonly code: string;
  readonly email: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly offline: boolean;
  readonly expiresAt: number;
}

interface Consent {
  readonly scopes: readonly string[];
  /** When codes were made, newest last; only the current window is kept. */
  readonly codesAt: readonly number[];
}

interface RefreshToken {
  readonly token: string;
  readonly email: string;
  readonly scopes: readonly string[];
  /** When access tokens were made from it, newest last; only the current window is kept. */
  readonly madeAt: readonly number[];
}

interface AccessToken {
  readonly token: string;
  readonly email: string;
  readonly scopes: readonly string[];
  readonly refreshToken: string;
  readonly expiresAt: number;
}

/** Who calls and what they may do. */
export interface Caller {
  readonly user: ZohoUser;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
}

export type Minted =
  | {
      readonly ok: true;
      readonly accessToken: string;
      readonly refreshToken?: string;
      readonly scopes: readonly string[];
    }
  | { readonly ok: false; readonly error: 'invalid_code' | 'too_many_requests' };

function newToken(): string {
  return `1000.${randomBytes(16).toString('hex')}.${randomBytes(16).toString('hex')}`;
}

/** The grants of one company's users to the one registered client; kept over a restart. */
export class Grants {
  readonly #company: ZohoCompany;
  readonly #codes: Collection<Code>;
  readonly #consents: Collection<Consent>;
  readonly #refreshTokens: Collection<RefreshToken>;
  readonly #accessTokens: Collection<AccessToken>;

  constructor(company: ZohoCompany) {
    this.#company = company;
    this.#codes = company.store.collection('oauth-code');
    this.#consents = company.store.collection('oauth-consent');
    this.#refreshTokens = company.store.collection('oauth-refresh-token');
    this.#accessTokens = company.store.collection('oauth-access-token');
  }

  /** True when the person has allowed all of it before: then nobody is asked again. */
  hasConsent(email: string, scopes: readonly string[]): boolean {
    const { scopes: allowed } = this.#consentOf(email);
    return scopes.every((scope) => allowed.includes(scope));
  }

  keepConsent(email: string, scopes: readonly string[]): void {
    const before = this.#consentOf(email);
    this.#consents.put(email, { ...before, scopes: [...new Set([...before.scopes, ...scopes])] });
  }

  /** A code for the redirect: single use, two minutes; undefined beyond ten in ten minutes. */
  issueCode(grant: Pick<Code, 'email' | 'scopes' | 'redirectUri' | 'offline'>): string | undefined {
    const now = this.#now();
    const consent = this.#consentOf(grant.email);
    const codesAt = consent.codesAt.filter((at) => at > now - WINDOW_MS);
    if (codesAt.length >= CODES_PER_WINDOW) return undefined;
    this.#consents.put(grant.email, { ...consent, codesAt: [...codesAt, now] });
    const code = newToken();
    this.#codes.put(code, { ...grant, code, expiresAt: now + CODE_LIFE_MS });
    return code;
  }

  redeemCode(code: string, redirectUri: string): Minted {
    const found = this.#codes.get(code);
    if (found === undefined) return { ok: false, error: 'invalid_code' };
    this.#codes.delete(code);
    if (found.expiresAt <= this.#now() || found.redirectUri !== redirectUri) {
      return { ok: false, error: 'invalid_code' };
    }
    const refreshToken = found.offline ? this.issueRefreshToken(found.email, found.scopes) : '';
    const accessToken = this.#mint(found.email, found.scopes, refreshToken);
    return found.offline
      ? { ok: true, accessToken, refreshToken, scopes: found.scopes }
      : { ok: true, accessToken, scopes: found.scopes };
  }

  /** The 21st refresh token of a user silently removes the first. */
  issueRefreshToken(email: string, scopes: readonly string[]): string {
    const mine = this.#refreshTokens.list().filter((one) => one.email === email);
    for (const old of mine.slice(0, Math.max(0, mine.length - REFRESH_TOKENS_PER_USER + 1))) {
      this.revoke(old.token);
    }
    const token = newToken();
    this.#refreshTokens.put(token, { token, email, scopes, madeAt: [] });
    return token;
  }

  /** At most ten access tokens in ten minutes, then none for the rest of the window. */
  refresh(refreshToken: string): Minted {
    const found = this.#refreshTokens.get(refreshToken);
    if (found === undefined) return { ok: false, error: 'invalid_code' };
    const now = this.#now();
    const madeAt = found.madeAt.filter((at) => at > now - WINDOW_MS);
    if (madeAt.length >= CREATED_PER_WINDOW) return { ok: false, error: 'too_many_requests' };
    this.#refreshTokens.put(refreshToken, { ...found, madeAt: [...madeAt, now] });
    const accessToken = this.#mint(found.email, found.scopes, refreshToken);
    return { ok: true, accessToken, scopes: found.scopes };
  }

  /** An access token without a refresh token behind it, as a signed-in host holds one. */
  issueAccessToken(email: string, scopes: readonly string[]): string {
    return this.#mint(email, scopes, '');
  }

  /** Ends a refresh token with all its access tokens, or one access token; false when unknown. */
  revoke(token: string): boolean {
    for (const one of this.#accessTokens.list()) {
      if (one.refreshToken === token) this.#accessTokens.delete(one.token);
    }
    const ended = this.#refreshTokens.delete(token);
    return this.#accessTokens.delete(token) || ended;
  }

  /** The caller of `Zoho-oauthtoken <token>` (or `Bearer`): missing, unknown or expired otherwise. */
  caller(authorization: string | undefined): Caller | 'missing' | 'invalid' {
    const token = /^(?:zoho-oauthtoken|bearer)\s+(\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return 'missing';
    const found = this.#accessTokens.get(token);
    if (found === undefined || found.expiresAt <= this.#now()) return 'invalid';
    const user = this.#company.people.byEmail(found.email);
    if (user === undefined) return 'invalid';
    return { user, scopes: found.scopes, expiresAt: found.expiresAt };
  }

  #mint(email: string, scopes: readonly string[], refreshToken: string): string {
    const now = this.#now();
    const siblings: AccessToken[] = [];
    for (const one of this.#accessTokens.list()) {
      if (one.expiresAt <= now) this.#accessTokens.delete(one.token);
      else if (refreshToken !== '' && one.refreshToken === refreshToken) siblings.push(one);
    }
    for (const old of siblings.slice(
      0,
      Math.max(0, siblings.length - ACTIVE_PER_REFRESH_TOKEN + 1),
    )) {
      this.#accessTokens.delete(old.token);
    }
    const token = newToken();
    const expiresAt = now + ACCESS_LIFE_S * 1000;
    this.#accessTokens.put(token, { token, email, scopes, refreshToken, expiresAt });
    return token;
  }

  #consentOf(email: string): Consent {
    return this.#consents.get(email) ?? { scopes: [], codesAt: [] };
  }

  #now(): number {
    return this.#company.clock.now();
  }
}
