// What the Zoho connectors need of OAuth: an access token, and a way to say that Zoho no longer takes it.
import type { Result } from '../../domain/result.ts';

export interface AccessToken {
  readonly token: string;
  /** The API address that Zoho named with the token, e.g. `https://www.zohoapis.eu`. */
  readonly apiUrl?: string;
}

export interface AccessTokens {
  /** A token that is good for minutes at least; `zoho-sign-in-needed`, `zoho-busy` or `zoho-unavailable` otherwise. */
  accessToken(): Promise<Result<AccessToken>>;
  /** Says that Zoho refused this token: the next `accessToken()` gives another one. */
  invalidate(token: string): void;
}
