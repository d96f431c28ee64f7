// One installing company with everything that is connected for it.
import type { InstallationId, MerchantId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';
import type { ChangeFeeds, ContactWatch } from './changes.ts';
import type { CardProduct, CustomerCards, Customers } from './customers.ts';
import type { Gateway } from './gateway.ts';
import type { Ledger, SalesOrders } from './ledger.ts';
import type { Notices } from './notices.ts';
import type { ExchangeRates } from './rates.ts';
import type { Shop } from './shop.ts';
import type { Tickets } from './tickets.ts';

interface ConnectedMerchant {
  readonly merchantId: MerchantId;
  readonly currencies: readonly string[];
  /** The ledger account that holds the money in flight, per currency. */
  readonly clearingAccounts: Readonly<Record<string, string>>;
}

export interface Company {
  readonly installation: InstallationId;
  readonly name: string;
  /** The Books organization that staff tokens are issued for. */
  readonly organization: string;
  /** IANA time zone: the days of the books. */
  readonly timeZone: string;
  readonly merchants: readonly ConnectedMerchant[];
  readonly gateway: Gateway;
  readonly ledger: Ledger;
  readonly salesOrders: SalesOrders;
  readonly customers: Customers;
  /** What each product knows of a customer, to be kept in step. */
  readonly cards: Readonly<Record<CardProduct, CustomerCards>>;
  readonly tickets: Tickets;
  readonly notices: Notices;
  readonly rates: ExchangeRates;
  /** What people change in Zoho. */
  readonly changes: ChangeFeeds;
  /** Absent when nobody has said where our hooks are reached from outside. */
  readonly contactWatch?: ContactWatch;
  /** Absent when no shop is connected. */
  readonly shop?: Shop;
}

export interface Companies {
  /** `not-connected` when the installation doesn't exist or is not active. */
  open(installation: InstallationId): Promise<Result<Company>>;
  /** Ids of all active installations. */
  list(): Promise<readonly InstallationId[]>;
}
