// Tables of who is connected: installations, merchant ids, people, tokens, call budgets, and how far polls have read.
import {
  code,
  count,
  credits,
  id,
  installation,
  instant,
  key,
  label,
  sealed,
  type TableSchema,
  text,
} from './columns.ts';

export const companyTables = {
  /** One company's connection: its Zoho organizations, its shop, its choices. */
  Installations: {
    installation_key: key,
    name: label,
    state: { ...code, mandatory: true, indexed: true },
    /** Where its organizations live (host of the accounts server) and which they are: people are matched by them. */
    zoho_host: label,
    books_organization: { ...id, indexed: true },
    crm_organization: { ...id, indexed: true },
    desk_organization: { ...id, indexed: true },
    /** Of the settings as they were saved last: who saves over somebody else's is refused. */
    revision: code,
    /** How its leaving stands, or that it was announced; see steps/lifecycle/leaving-plan.ts. */
    leaving: text,
    /** Up to which version its rows were brought, and how far the next one is; see work/upgrade.ts. */
    data_version: count,
    upgrade: text,
    settings: text,
    secrets: sealed,
    /** When the fields of its records were asked for first: until then none are kept. */
    fields_at: instant,
    created_at: instant,
    updated_at: instant,
  },
  /** One Cybersource merchant id of an installation, with its keys. */
  Merchants: {
    merchant_key: key,
    installation: { ...installation, indexed: true },
    merchant_id: { ...id, mandatory: true },
    settings: text,
    secrets: sealed,
    created_at: instant,
    updated_at: instant,
  },
  /** The fields that one kind of record has at a connected product, as they were read last. */
  Catalogs: {
    /** `installation|product|object`. */
    catalog_key: key,
    installation: { ...installation, indexed: true },
    product: { ...code, mandatory: true },
    object: { ...code, mandatory: true },
    body: text,
    body_2: text,
    body_3: text,
    /** When `body` was read; empty as long as no reading has worked. */
    read_at: { ...instant, indexed: true },
    /** Why the last reading brought nothing; empty when it worked. */
    problem: text,
  },
  /** Who may use an installation, and in which role: one row for each person. */
  Grants: {
    /** `installation|Zoho user id`. */
    grant_key: key,
    installation: { ...installation, indexed: true },
    zoho_user_id: { ...id, mandatory: true },
    name: label,
    mail: label,
    role: { ...code, mandatory: true },
    /** `zoho`: follows the role there; `admin`: set by a person. */
    role_from: { ...code, mandatory: true },
    zoho_role: label,
    /** Where the membership was seen, and the person's id there. */
    product: { ...code, mandatory: true },
    product_user_id: id,
    /** `active`, `removed` (no longer a user in Zoho) or `revoked` (by an admin). */
    state: { ...code, mandatory: true, indexed: true },
    /** Access tokens issued before are refused. */
    valid_from: instant,
    checked_at: instant,
    created_at: instant,
    updated_at: instant,
  },
  /** What one authorization of a person led to: a code, then a line of refresh tokens of which the last is good. */
  Sessions: {
    session_key: key,
    installation: { ...installation, indexed: true },
    grant_key: { ...label, mandatory: true, indexed: true },
    /** `code` until the code is redeemed, then `open`, at last `closed`. */
    state: { ...code, mandatory: true },
    client_id: label,
    redirect_uri: label,
    /** Of PKCE, S256. */
    challenge: id,
    code_hash: { type: 'varchar', length: 64 },
    /** Of the refresh token that is good now. */
    secret_hash: { type: 'varchar', length: 64 },
    /** Who has redeemed the code: read back, so that it is one only. */
    claim: code,
    created_at: instant,
    rotated_at: { ...instant, indexed: true },
    expires_at: { ...instant, indexed: true },
  },
  /** OAuth access tokens shared by all function instances, sealed. */
  Tokens: {
    token_key: key,
    installation,
    value: sealed,
    expires_at: instant,
    lease_token: code,
    lease_until: instant,
  },
  /** Calls that all function instances have taken of a budget that they share; see work/budget-state.ts. */
  Budgets: {
    budget_key: key,
    installation,
    /** Calls of the last minute and of the last day by time. */
    minute_calls: label,
    day_calls: label,
    /** Who may have how many calls under way, and until when. */
    places: label,
    /** What the other side said is left of its day: how many, of how many, when, and until when it stands. */
    told_left: credits,
    told_limit: credits,
    told_at: instant,
    told_until: instant,
    blocked_until: instant,
    /** `low` while the alarm about few calls left is open. */
    warning: code,
    version: { ...code, mandatory: true },
  },
  /** How far each poll has read. */
  Cursors: {
    cursor_key: key,
    installation: { ...installation, indexed: true },
    position: instant,
    updated_at: instant,
  },
} as const satisfies Record<string, TableSchema>;
