// What the authorization server is made of.
import type { SignedTokens, ZohoSignIn } from '../ports/people.ts';
import type { MembershipPorts } from '../steps/identity/check-membership.ts';
import type { ConnectZohoPorts } from '../steps/identity/connect-zoho.ts';
import type { SessionPorts } from '../steps/identity/sessions.ts';

/** The one client: Zoho's connection for our custom service. */
export interface OAuthClient {
  readonly clientId: string;
  /** The first is given out, a second is still believed while it is changed. */
  readonly clientSecrets: readonly [string, ...string[]];
  /** Compared letter for letter. */
  readonly redirectUris: readonly string[];
}

export interface OAuthPorts extends SessionPorts, MembershipPorts, ConnectZohoPorts {
  readonly signedTokens: SignedTokens;
  readonly zoho: ZohoSignIn;
  readonly client: OAuthClient;
  /** The address of the api function, without a slash at its end; https, or this machine. */
  readonly publicUrl: string;
}
