// What setting a company up and examining it needs of the other sides: lists to choose from, tests, and what we may create.
import type { GatewayEnvironment } from '../domain/gateway-environment.ts';
import type { MerchantId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';

/** Where an environment of the gateway is, and how requests are signed there. */
export interface GatewayPlace {
  readonly url: string;
  readonly host: string;
  readonly authentication: 'jwt' | 'http-signature';
}

/** What proves a merchant id: a shared secret, or the key of a certificate. */
export interface MerchantKey {
  /** Of a certificate, its serial number. */
  readonly keyId: string;
  /** Base64; empty with a certificate. */
  readonly secret: string;
  /** PKCS#8 PEM. */
  readonly privateKey?: string;
}

/** A product of the gateway and the events that it announces. */
export interface GatewayProduct {
  readonly id: string;
  readonly events: readonly string[];
}

/** A webhook subscription as the gateway has it. */
export interface Subscription {
  readonly id: string;
  readonly url: string;
  /** The gateway's word: ACTIVE, INACTIVE, SUSPENDED, PENDING_REVIEW, BLOCKED or one that we don't know. */
  readonly status: string;
  readonly events: readonly string[];
}

/** A key that the gateway signs its webhooks with. */
export interface SigningKey {
  readonly keyId: string;
  /** Base64. */
  readonly key: string;
  /** Epoch ms; absent when the gateway does not say. */
  readonly expiresAt?: number;
}

/** The gateway's answer to a request that proves nothing but the key. */
export interface KeyProof {
  /** Its clock less ours, in ms; absent when the answer had no date. */
  readonly clockAheadMs?: number;
}

/** One merchant id in one environment of the gateway. */
export interface GatewaySetup {
  /** `gateway-credentials` when it does not take the key. */
  prove(): Promise<Result<KeyProof>>;
  /** What this merchant id may subscribe to. */
  products(): Promise<Result<readonly GatewayProduct[]>>;
  subscriptions(): Promise<Result<readonly Subscription[]>>;
  createSigningKey(): Promise<Result<SigningKey>>;
  subscribe(url: string, products: readonly GatewayProduct[]): Promise<Result<Subscription>>;
  activate(subscriptionId: string): Promise<Result<void>>;
  unsubscribe(subscriptionId: string): Promise<Result<void>>;
  /**
   * An authorization of a few cents on the gateway's public test card, and its reversal. The sandbox only: the
   * caller has made sure of it.
   */
  tryMovement(
    reference: string,
    currency: string,
    amountMinor: number,
  ): Promise<Result<TestMovement>>;
}

/** How the test went: the authorization's status and the reversal's. */
export interface TestMovement {
  readonly authorization: string;
  /** Absent when nothing was authorized. */
  readonly reversal?: string;
}

export type SetupProduct = 'books' | 'crm' | 'desk';

/** An organization that the connected user is in. */
export interface OrganizationChoice {
  readonly id: string;
  readonly name: string;
  /** IANA time zone; Books only. */
  readonly timeZone?: string;
  /** As the product writes it, e.g. `de`; Books only. */
  readonly language?: string;
  /** The plan's name, where the product tells. */
  readonly plan?: string;
  /** False when the organization is closed. */
  readonly isActive?: boolean;
}

/** An account of the books. */
export interface BooksAccount {
  readonly id: string;
  readonly name: string;
  /** Books' own word: bank, expense, other_expense, ... */
  readonly type: string;
  readonly isActive: boolean;
  /** ISO 4217; bank accounts only. */
  readonly currency?: string;
}

/** A custom field of a module of Books, Inventory or Desk. */
export interface ProductField {
  readonly apiName: string;
  readonly isActive: boolean;
  /** "No duplicates"; absent when the product doesn't say. */
  readonly isUnique?: boolean;
}

/** Modules of Books and Inventory that we write unique keys into. */
export type FieldModule =
  | 'contacts'
  | 'invoices'
  | 'salesorders'
  | 'customerpayments'
  | 'creditnotes';

export interface NewAccount {
  readonly name: string;
  readonly description: string;
  /** `bank` with its currency, or an expense account of the base currency. */
  readonly kind: 'bank' | 'expense' | 'other_expense';
  readonly currency: string;
}

/** The books of one organization. */
export interface BooksSetup {
  bankAccounts(): Promise<Result<readonly BooksAccount[]>>;
  expenseAccounts(): Promise<Result<readonly BooksAccount[]>>;
  createAccount(account: NewAccount): Promise<Result<BooksAccount>>;
  fields(module: FieldModule): Promise<Result<readonly ProductField[]>>;
}

/** The company's connection to Zoho. */
export interface ZohoSetup {
  organizations(product: SetupProduct): Promise<Result<readonly OrganizationChoice[]>>;
  books(organizationId: string): BooksSetup;
  /** Of tickets, in one portal of Desk. */
  ticketFields(orgId: string): Promise<Result<readonly ProductField[]>>;
}

/** The addresses and what proves us at Zoho. */
export interface ZohoAccess {
  readonly accountsUrl: string;
  readonly apiUrl: string;
  readonly deskUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  /** As the settings have them; our own careful figures when absent. */
  readonly callsPerMinute?: number | undefined;
  readonly limits?: ZohoPlanLimits | undefined;
}

/** Calls (CRM: credits) in any 24 hours, and calls at once. */
interface PlanLimits {
  readonly perDay?: number | undefined;
  readonly atOnce?: number | undefined;
}

interface ZohoPlanLimits {
  readonly finance?: PlanLimits | undefined;
  readonly crm?: PlanLimits | undefined;
  readonly desk?: PlanLimits | undefined;
}

/** A webhook of the shop. */
export interface ShopWebhook {
  readonly id: string;
  readonly url: string;
  readonly topic: string;
  readonly isActive: boolean;
}

/** The shop while it is examined. */
export interface ShopSetup {
  webhooks(): Promise<Result<readonly ShopWebhook[]>>;
  activate(webhookId: string): Promise<Result<void>>;
}

interface ShopAccess {
  readonly url: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
}

/** Opens the other sides for setting up. */
export interface Setups {
  place(environment: GatewayEnvironment): GatewayPlace;
  gateway(place: GatewayPlace, merchant: MerchantId, key: MerchantKey): GatewaySetup;
  zoho(installation: string, access: ZohoAccess): ZohoSetup;
  shop(access: ShopAccess): ShopSetup;
  /** The key in a P12 file. `key-file-unreadable` when the file or its password is wrong. */
  readKeyFile(file: Uint8Array, password: string): Result<MerchantKey>;
  /** Absent where nobody has said under which address we are reached. */
  readonly ownPages?: OwnPages;
}

/** Our own pages as any browser gets them. */
export interface OwnPages {
  /** Base address of the api function. */
  readonly publicUrl: string;
  /** Origins that the card page lets in beside its own. */
  readonly fieldOrigins: readonly string[];
  /** `headers` with names in lower case; `integrity`: the SRI hash (SHA-384) of the body. */
  read(url: string): Promise<
    Result<{
      readonly body: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly integrity: string;
    }>
  >;
}
