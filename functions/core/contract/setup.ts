// The settings page and the api: what is set up so far, and what each step is handed.
import * as z from 'zod/mini';
import { type CardFee, FEE_BASIS_POINTS_MAX } from '../domain/fee.ts';
import { gatewayEnvironments } from '../domain/gateway-environment.ts';
import { type Language, languages } from '../domain/language.ts';
import { AMOUNT_MINOR_MAX } from '../domain/money.ts';
import { type Processor, processors } from '../domain/processor.ts';
import { roles } from '../domain/role.ts';
import { channelList } from './connection.ts';
import type { ProblemView } from './panel.ts';

const safeId = z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,60}$/));
const short = z.string().check(z.minLength(1), z.maxLength(200));
const currency = z.string().check(z.regex(/^[A-Z]{3}$/));
/** The revision that the person has seen: somebody else's save since then is not overwritten. */
const revision = z.string().check(z.maxLength(40));

/** POST /setup/sign-in; the answer names where the browser goes, in a window of its own. */
export const signInRequest = z.object({
  products: z.array(z.enum(['books', 'crm', 'desk'])).check(z.maxLength(3)),
});
export interface SignInReply {
  readonly signIn: { readonly url: string };
}

export const organizationsRequest = z.object({
  revision,
  booksOrganizationId: safeId,
  /** Absent: the product is not used. */
  crmOrgId: z.optional(safeId),
  deskOrgId: z.optional(safeId),
});
export type OrganizationsRequest = z.infer<typeof organizationsRequest>;

const sharedSecret = z.object({
  kind: z.literal('shared-secret'),
  keyId: short,
  /** Base64, as the Business Center shows it. */
  secret: z.string().check(z.regex(/^[A-Za-z0-9+/]{20,200}={0,2}$/)),
});
const keyFile = z.object({
  kind: z.literal('certificate'),
  /** The P12 file in base64; they weigh three to five kilobytes. */
  file: z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/), z.maxLength(40_000)),
  password: z.string().check(z.maxLength(200)),
});

export const merchantRequest = z.object({
  merchantId: safeId,
  environment: z.enum(gatewayEnvironments),
  /** Of a merchant id that is there already, the key that it has stays when absent. */
  key: z.optional(z.discriminatedUnion('kind', [sharedSecret, keyFile])),
  currencies: z.array(currency).check(z.minLength(1), z.maxLength(30)),
  /** Who settles its cards, for the limits of refunds; what was said before stays when absent, `unknown` forgets it. */
  processor: z.optional(z.enum([...processors, 'unknown'])),
});
export type MerchantRequest = z.infer<typeof merchantRequest>;

/** For steps about one merchant id: its webhook, its test. */
export const merchantStepRequest = z.object({ merchantId: safeId });

/** `create` makes the account that was proposed; `id` takes an existing one. */
const choice = z.union([z.object({ id: safeId }), z.object({ create: z.literal(true) })]);
/** What the contract takes of each capture, kept with the payment; zero twice: fees come with the settlement. */
const cardFee = z.object({
  basisPoints: z.number().check(z.int(), z.minimum(0), z.maximum(FEE_BASIS_POINTS_MAX)),
  fixedMinor: z.number().check(z.int(), z.minimum(0), z.maximum(AMOUNT_MINOR_MAX)),
});
export const accountsRequest = z.object({
  revision,
  clearing: z
    .array(
      z.object({ merchantId: safeId, currency, account: choice, cardFee: z.optional(cardFee) }),
    )
    .check(z.maxLength(100)),
  fee: z.optional(choice),
  dispute: z.optional(choice),
});
export type AccountsRequest = z.infer<typeof accountsRequest>;
export type AccountChoice = z.infer<typeof choice>;

/** A channel whose address is left out keeps the one that it has. */
export const channelsRequest = z.object({
  revision,
  channels: channelList,
  /** Names of channels that stay as they are. */
  kept: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(16)),
  mailSender: z.optional(z.email()),
});
export type ChannelsRequest = z.infer<typeof channelsRequest>;

/** When payers confirm with their bank before their card is charged on the card page (3-D Secure). */
export const cardPageRequest = z.object({
  revision,
  confirmsPayers: z.enum(['off', 'asked', 'always']),
});
export type CardPageRequest = z.infer<typeof cardPageRequest>;

/** What we write in Zoho and to staff is in it. */
export const languageRequest = z.object({
  revision,
  language: z.enum(['as-books', ...languages]),
});
export type LanguageRequest = z.infer<typeof languageRequest>;

export const roleMapRequest = z.object({
  revision,
  roles: z.record(z.string().check(z.maxLength(80)), z.enum(roles)),
});

export const hooksRequest = z.object({
  revision,
  /** Where our hooks function is reached from outside. */
  hooksUrl: z.url({ protocol: /^https?$/ }).check(z.maxLength(200)),
});

export type SetupStep =
  | 'sign-in'
  | 'organizations'
  | 'merchants'
  | 'webhooks'
  | 'accounts'
  | 'fields'
  | 'test'
  | 'doors';

/** `waiting`: somebody else is at it (a review); `later`: another step comes first; `skipped`: not for this company. */
export type StepState = 'done' | 'open' | 'waiting' | 'trouble' | 'later' | 'skipped';

interface NamedAccount {
  readonly id: string;
  readonly name: string;
}

export interface MerchantView {
  readonly merchantId: string;
  readonly environment?: 'sandbox' | 'live';
  readonly keyKind: 'shared-secret' | 'certificate';
  readonly keyId: string;
  readonly currencies: readonly string[];
  readonly processor?: Processor;
  readonly clearing: Readonly<Record<string, NamedAccount>>;
  /** By contract, per currency. */
  readonly fees?: Readonly<Record<string, CardFee>>;
  readonly webhook?: {
    /** The gateway's word. */
    readonly status: string;
    readonly checkedAt: number;
    readonly keyExpiresAt?: number;
  };
  readonly tested?: { readonly at: number; readonly outcome: string };
}

/** GET /setup. */
export interface SetupView {
  readonly now: number;
  readonly installation: string;
  readonly name: string;
  readonly state: string;
  readonly revision: string;
  readonly steps: readonly { readonly id: SetupStep; readonly state: StepState }[];
  readonly signedIn: boolean;
  readonly dataCentre?: string;
  readonly organizations: Readonly<Partial<Record<'books' | 'crm' | 'desk', NamedAccount>>>;
  readonly merchants: readonly MerchantView[];
  readonly accounts: { readonly fee?: NamedAccount; readonly dispute?: NamedAccount };
  readonly fields?: { readonly checkedAt: number; readonly missing: readonly string[] };
  readonly doors: {
    readonly hooksUrl?: string;
    readonly hasFinanceSecret: boolean;
    readonly financePath: string;
    readonly shopPath: string;
    readonly gatewayPath: string;
  };
  readonly channels: readonly { readonly name: string; readonly kind: string }[];
  readonly mailSender?: string;
  readonly confirmsPayers: 'off' | 'asked' | 'always';
  readonly language: LanguageRequest['language'];
  /** Absent when it is none of ours, or nobody has chosen the organization since we look. */
  readonly booksLanguage?: Language;
  readonly roleMap: Readonly<Record<string, string>>;
}

/** GET /setup/organizations: what there is to choose from; a product that did not answer says why. */
export interface OrganizationsReply {
  readonly products: Readonly<
    Record<
      'books' | 'crm' | 'desk',
      {
        readonly choices: readonly { readonly id: string; readonly name: string }[];
        readonly problem?: ProblemView;
      }
    >
  >;
}

/** An account that is proposed: an existing one, or the name of the one that would be made. */
export interface AccountProposal {
  readonly found?: NamedAccount;
  readonly wouldCreate: string;
  readonly choices: readonly NamedAccount[];
}

/** GET /setup/accounts. */
export interface AccountsReply {
  readonly clearing: readonly (AccountProposal & {
    readonly merchantId: string;
    readonly currency: string;
  })[];
  readonly fee: AccountProposal;
  readonly dispute: AccountProposal;
}

/** One custom field that we need. */
export interface FieldView {
  readonly product: 'books' | 'desk';
  readonly apiName: string;
  readonly label: string;
  /** The module in Zoho's own words. */
  readonly module: string;
  readonly state: 'there' | 'missing' | 'inactive' | 'not-unique';
}

/** GET /setup/fields. */
export interface FieldsReply {
  readonly checkedAt: number;
  readonly fields: readonly FieldView[];
}

/** POST /setup/test: the outcome in a code that the page has words for. */
export interface TestReply {
  readonly test: {
    readonly outcome: TestOutcome;
    /** The gateway's words, for support. */
    readonly detail: string;
  };
}
export type TestOutcome = 'passed' | 'not-authorized' | 'not-reversed';

/** POST /setup/doors/secret: shown this one time. */
export interface SecretReply {
  readonly door: { readonly secret: string; readonly path: string };
}
