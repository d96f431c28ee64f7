// What the routes of one accounts server share.
import type { Faults } from '../../faults.ts';
import type { People } from '../people.ts';
import type { DataCentre } from '../users.ts';
import type { Grants } from './grants.ts';
import type { Sessions } from './sessions.ts';

/** The one application registered in the sandbox's API console, for all data centres with the same credentials. */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where codes may be sent; any address on this machine when absent. */
  readonly redirectUris?: readonly string[];
}

/** The accounts server of another data centre, which knows who has an account there. */
export interface OtherDataCentre {
  readonly location: DataCentre;
  readonly accountsUrl: string;
  has(email: string): boolean;
}

export interface AccountsParts {
  readonly grants: Grants;
  readonly sessions: Sessions;
  readonly people: People;
  readonly client: OAuthClient;
  readonly faults: Faults;
  readonly location: DataCentre;
  /** This server's own address, known once it listens. */
  accountsUrl(): string;
  /** What the token reply names as `api_domain`. */
  apiUrl(): string;
  others(): readonly OtherDataCentre[];
}

/** Beyond a limit of the OAuth endpoints; its words come in the user's language in reality. */
export const TOO_MANY = {
  error_description:
    'You have made too many requests continuously. Please try again after some time.',
  error: 'Access Denied',
  status: 'failure',
} as const;
