// Who people are: the users of a company's Zoho products, somebody who has just signed in with Zoho, and what we sign.
import type { Result } from '../domain/result.ts';

/** A product with users of its own; Inventory shares those of Books. */
export const peopleProducts = ['books', 'crm', 'desk'] as const;
export type PeopleProduct = (typeof peopleProducts)[number];

/** A user of one product of one organization. */
export interface Member {
  /** The user's id in this product; empty where the product does not tell the user's own. */
  readonly userId: string;
  readonly name: string;
  readonly mail: string;
  /** The name of the role there, in lower case. */
  readonly role: string;
  /** May do everything in this product. */
  readonly isAdmin: boolean;
  readonly isActive: boolean;
}

/** The users of a company, read with the company's own connection. */
export interface People {
  list(product: PeopleProduct): Promise<Result<readonly Member[]>>;
}

/** Where the organizations of one Zoho data centre are reached. */
export interface DataCentre {
  readonly accountsUrl: string;
  readonly apiUrl: string;
  readonly deskUrl: string;
}

/** A Zoho account, the same in all products. */
export interface ZohoAccount {
  readonly zohoUserId: string;
  readonly name: string;
  readonly mail: string;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
}

/** Somebody who has signed in with Zoho: what we may know with the person's own token, until we forget it. */
export interface ZohoVisit {
  readonly dataCentre: DataCentre;
  readonly scopes: readonly string[];
  /** Only where offline access was asked for. */
  readonly refreshToken?: string;
  account(): Promise<Result<ZohoAccount>>;
  /** The organizations that the person is in; none where the person does not use the product. */
  organizations(product: PeopleProduct): Promise<Result<readonly Organization[]>>;
  /** The person in one organization; undefined for nobody there. */
  membership(product: PeopleProduct, organization: string): Promise<Result<Member | undefined>>;
}

/** What Zoho's accounts server sent back with the browser. */
export interface ZohoReply {
  readonly code: string;
  /** `accounts-server` and `location` of the reply, as they came: not to be believed. */
  readonly accountsServer?: string;
  readonly location?: string;
}

export interface ZohoSignIn {
  authorizeUrl(request: {
    readonly scopes: readonly string[];
    readonly state: string;
    /** For a token that outlives the visit; the person is asked even when they have agreed before. */
    readonly offline: boolean;
  }): string;
  /** Refused with `zoho-data-centre-unknown` for a server that is not Zoho's: it gets no code. */
  redeem(reply: ZohoReply): Promise<Result<ZohoVisit>>;
}

/** What a signed text is for; it is good for nothing else. */
export type TokenAudience = 'staff' | 'deployer' | 'zoho-sign-in' | 'zoho-connect' | 'consent';

type Verified =
  | { readonly ok: true; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly expired: boolean };

/** Texts that we sign and believe when they come back. */
export interface SignedTokens {
  sign(audience: TokenAudience, claims: object, lifeMs: number): Promise<string>;
  verify(audience: TokenAudience, token: string): Promise<Verified>;
}
