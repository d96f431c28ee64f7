// One installing company with everything that is connected for it.
import type { CardFee } from '../domain/fee.ts';
import type { InstallationId, MerchantId } from '../domain/ids.ts';
import type { Language } from '../domain/language.ts';
import type { Processor } from '../domain/processor.ts';
import type { Result } from '../domain/result.ts';
import type { CardPayments, CardVault } from './card-payments.ts';
import type { CardTokens } from './card-tokens.ts';
import type { ChangeFeeds, ContactWatch } from './changes.ts';
import type { CardProduct, CustomerCards, Customers } from './customers.ts';
import type { FieldSources } from './fields.ts';
import type { Gateway } from './gateway.ts';
import type { Ledger, SalesOrders } from './ledger.ts';
import type { Notices } from './notices.ts';
import type { People } from './people.ts';
import type { ExchangeRates } from './rates.ts';
import type { Shop } from './shop.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { Tickets } from './tickets.ts';
import type { VaultProfiles } from './vault-profiles.ts';

interface ConnectedMerchant {
  readonly merchantId: MerchantId;
  readonly currencies: readonly string[];
  /** The ledger account that holds the money in flight, per currency. */
  readonly clearingAccounts: Readonly<Record<string, string>>;
  /** What the company calls them, where it chose them from a list. */
  readonly clearingNames?: Readonly<Record<string, string>>;
  /** Who settles its cards; absent where nobody has said. */
  readonly processor?: Processor;
  /** What the contract says of fees, per currency; absent where they come with the settlement. */
  readonly fees?: Readonly<Record<string, CardFee>>;
}

export interface Company {
  readonly installation: InstallationId;
  readonly name: string;
  /** The Books organization that staff tokens are issued for. */
  readonly organization: string;
  /** Where people open a record of theirs: followed by e.g. `invoices/<id>`. Absent where nobody knows. */
  readonly booksPages?: string;
  /** IANA time zone: the days of the books. */
  readonly timeZone: string;
  /** What we write in Zoho and to staff is in it. */
  readonly language: Language;
  readonly merchants: readonly ConnectedMerchant[];
  /** Where fees are booked; absent where none is chosen. */
  readonly feeAccount?: { readonly id: string; readonly name: string };
  readonly gateway: Gateway;
  /** Stored cards at the gateway, as they are now. */
  readonly tokens: CardTokens;
  readonly cardPayments: CardPayments;
  /** Base address of the card page; absent where nobody has said under which address we are reached. */
  readonly publicUrl?: string;
  /** When payers confirm with their bank before a card is charged on the page: when the bank asks for it, or always; never when absent. */
  readonly confirmsPayers?: 'asked' | 'always';
  readonly vault: CardVault;
  /** Who pays, beside each card in the vault. */
  readonly profiles: VaultProfiles;
  /** Recurring charges at the gateway. */
  readonly subscriptions: Subscriptions;
  readonly ledger: Ledger;
  readonly salesOrders: SalesOrders;
  readonly customers: Customers;
  /** What each product knows of a customer, to be kept in step. */
  readonly cards: Readonly<Record<CardProduct, CustomerCards>>;
  readonly tickets: Tickets;
  readonly notices: Notices;
  readonly rates: ExchangeRates;
  /** The users of its Zoho products. */
  readonly people: People;
  /** What people change in Zoho. */
  readonly changes: ChangeFeeds;
  /** Which fields the records of the connected products have. */
  readonly fields: FieldSources;
  /** Fields that they have told are kept. */
  readonly hasKeptFields?: true;
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
