// What we take back at the other sides when a company leaves.
import type { InstallationId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';

/** Each may be asked for again: what is gone already counts as taken back. What was never connected does, too. */
export interface Departure {
  /** Deletes the gateway's subscriptions, of all merchant ids, that send to this installation. */
  removeGatewayWebhooks(): Promise<Result<void>>;
  /** Deletes the shop's webhooks that send to this installation. */
  removeShopWebhooks(): Promise<Result<void>>;
  /** Closes the CRM's channel. */
  closeContactWatch(): Promise<Result<void>>;
  /** Makes the refresh token worthless at Zoho. */
  revokeZohoAccess(): Promise<Result<void>>;
}

/** Undefined when the installation is not there or its secrets are forgotten. */
export type OpenDeparture = (installation: InstallationId) => Promise<Departure | undefined>;
