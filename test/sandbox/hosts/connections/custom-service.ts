// What a developer enters in Zoho for a service of their own, before anybody can authorize a connection to it.
import type { Product } from '../proxy-envelopes.ts';

/** A custom service with OAuth 2.0, grant type authorization code. */
export interface CustomService {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** May have a query of its own, as Zoho asks for `access_type=offline` in it. */
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly revokeUrl: string;
  readonly scope: string;
  /** The header that carries the access token. */
  readonly header: string;
}

/** Where the service sends its codes: on the host `deluge.zoho.com` or the one of another data centre. */
export const CALLBACK_PATH = '/delugeauth/callback';

/** Every product has a connection of its own; Desk allows letters and digits only. */
export const connectionNames: Readonly<Record<Product, string>> = {
  books: 'tallybridge_api',
  inventory: 'tallybridge_api',
  crm: 'tallybridge_api',
  desk: 'tallybridgeapi',
};
