// The one description of every Data Store table; typed rows, sandbox tables and the project template come from it.

/** Data Store column types that we use. Limits: Var Char 255, Text 10,000, BigInt 19 digits (Catalyst docs "Columns"). */
type ColumnType = 'varchar' | 'text' | 'encrypted text' | 'bigint' | 'int';

export interface ColumnSchema {
  readonly type: ColumnType;
  /** Characters (varchar, text) or digits (bigint, int). */
  readonly length: number;
  readonly unique?: true;
  readonly mandatory?: true;
  /** Looked up by: has a search index, so that its cost does not grow with the rows. */
  readonly indexed?: true;
}

export type TableSchema = Readonly<Record<string, ColumnSchema>>;

/** A unique key: built by us from safe characters only, as ZCQL has no parameters. */
const key = { type: 'varchar', length: 255, unique: true, mandatory: true } as const;
const installation = { type: 'varchar', length: 40, mandatory: true } as const;
const id = { type: 'varchar', length: 64 } as const;
const code = { type: 'varchar', length: 40 } as const;
const label = { type: 'varchar', length: 255 } as const;
const text = { type: 'text', length: 10_000 } as const;
const sealed = { type: 'encrypted text', length: 10_000 } as const;
/** Epoch milliseconds: DateTime columns may keep the writer's offset and compare wrongly. */
const instant = { type: 'bigint', length: 19 } as const;
const amountMinor = { type: 'bigint', length: 19 } as const;
const count = { type: 'int', length: 10 } as const;
const credits = { type: 'bigint', length: 19 } as const;

/** Who works on a row right now, until when, and when it is due next. */
const leased = {
  state: { ...code, mandatory: true, indexed: true },
  due_at: { ...instant, indexed: true },
  attempts: count,
  lease_token: code,
  lease_until: instant,
  problem: text,
  /** The last request and answer before the problem, redacted. */
  exchange: text,
} as const;

export const schema = {
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
  /** Everything that was announced to us, as it came. */
  Inbox: {
    event_key: key,
    installation,
    source: { ...code, mandatory: true },
    event_type: { type: 'varchar', length: 100, mandatory: true },
    subject: label,
    merchant_id: id,
    body: text,
    body_2: text,
    body_3: text,
    received_at: instant,
    finished_at: { ...instant, indexed: true },
    ...leased,
  },
  /** One authorization or sale and what is known of it. */
  Payments: {
    payment_key: key,
    installation,
    merchant_id: { ...id, mandatory: true },
    gateway_id: { ...id, mandatory: true },
    reference: label,
    state: { ...code, mandatory: true, indexed: true },
    gateway_status: label,
    currency: { type: 'varchar', length: 3, mandatory: true },
    authorized_minor: amountMinor,
    card_brand: code,
    card_last_four: { type: 'varchar', length: 4, indexed: true },
    card_expiry: { type: 'varchar', length: 7 },
    customer_key: { type: 'varchar', length: 80, indexed: true },
    fraud_score: count,
    detail: text,
    /** The state that the payment's run has seen last, `over` once it has ended. */
    run_state: code,
    /** The state that all other flows have been told of; with `-` before it, they have not been told of the change from it. */
    told_state: code,
    order_id: id,
    order_number: { ...label, indexed: true },
    books_customer_id: { ...id, indexed: true },
    books_invoice_id: { ...id, indexed: true },
    books_invoice_number: { ...label, indexed: true },
    books_payment_id: id,
    crm_contact_id: { ...id, indexed: true },
    crm_account_id: { ...id, indexed: true },
    submitted_at: instant,
    refreshed_at: { ...instant, indexed: true },
    /** When the payer was erased: names that the gateway tells again are not kept. */
    erased_at: instant,
    /** When it is to be read again although nobody announced a change; never for what is final. */
    reread_at: { ...instant, indexed: true },
    version: { ...code, mandatory: true },
  },
  /** Each movement of a payment's money in the order in which it took its place; `slot` makes that order one. */
  Movements: {
    movement_key: key,
    slot: key,
    installation,
    payment_key: { ...label, mandatory: true, indexed: true },
    kind: { ...code, mandatory: true },
    state: { ...code, mandatory: true, indexed: true },
    amount_minor: { ...amountMinor, mandatory: true },
    /** Of a part of a refund over several captures: the whole that was decided. */
    decided_minor: amountMinor,
    currency: { type: 'varchar', length: 3, mandatory: true },
    target_gateway_id: id,
    gateway_id: { ...id, indexed: true },
    gateway_status: label,
    origin: code,
    actor_id: id,
    actor_name: label,
    actor_role: code,
    /** The second person, where a policy wanted one. */
    approved_by: id,
    approved_name: label,
    reason: label,
    problem: text,
    inquiries: count,
    /** Who may send it: written with the state `sent`, read back before the call. */
    send_token: code,
    due_at: instant,
    created_at: { ...instant, indexed: true },
    sent_at: instant,
    resolved_at: instant,
  },
  /** What people move on a day without approval; `slot` makes each person's day one order. */
  DayClaims: {
    slot: key,
    movement_key: key,
    installation,
    /** `installation|day|currency|person`. */
    day_key: { ...label, mandatory: true, indexed: true },
    amount_minor: { ...amountMinor, mandatory: true },
    claimed_at: { ...instant, mandatory: true, indexed: true },
  },
  /** Money that we ask for: by a link to the card page, or of a saved card. The intent of each try is here before it is sent. */
  Charges: {
    charge_key: key,
    /** SHA-256 of the link's secret; the charge's own key where there is no link. */
    link_hash: key,
    installation: { ...installation, indexed: true },
    merchant_id: { ...id, mandatory: true },
    /** `link` or `saved-card`. */
    by: { ...code, mandatory: true },
    state: { ...code, mandatory: true, indexed: true },
    /** `sale`, `authorization` or `save-card`. */
    purpose: { ...code, mandatory: true },
    amount_minor: { ...amountMinor, mandatory: true },
    currency: { type: 'varchar', length: 3, mandatory: true },
    reference: label,
    /** What the gateway knows the last try by. */
    charge_reference: { ...label, indexed: true },
    intent_id: id,
    tries: count,
    books_customer_id: { ...id, indexed: true },
    books_invoice_id: { ...id, indexed: true },
    crm_contact_id: { ...id, indexed: true },
    /** Name and address of the invoice, and the invoice's tax. */
    bill_to: text,
    vault_customer_id: id,
    payment_instrument_id: id,
    /** The public key of the card fields that were opened last. */
    token_key: text,
    page_loads: count,
    /** 1: the customer agreed to have the card of the last try kept. */
    keeps_card: count,
    gateway_id: { ...id, indexed: true },
    card: label,
    problem: text,
    inquiries: count,
    actor_id: id,
    actor_name: label,
    reason: label,
    due_at: { ...instant, indexed: true },
    created_at: instant,
    sent_at: instant,
    resolved_at: instant,
    expires_at: instant,
  },
  /** Cards that customers agreed to have kept: tokens of the gateway's vault, brand and last four digits. */
  Cards: {
    /** `installation|merchant id|payment instrument`. */
    card_key: key,
    installation: { ...installation, indexed: true },
    merchant_id: { ...id, mandatory: true },
    vault_customer_id: { ...id, mandatory: true, indexed: true },
    payment_instrument_id: { ...id, mandatory: true },
    instrument_identifier_id: { ...id, indexed: true },
    state: { ...code, mandatory: true },
    brand: code,
    last_four: { type: 'varchar', length: 4 },
    expiry: { type: 'varchar', length: 7 },
    nickname: label,
    is_default: count,
    books_customer_id: { ...id, indexed: true },
    crm_contact_id: { ...id, indexed: true },
    created_at: instant,
    updated_at: instant,
  },
  /** One run of a flow document. */
  Runs: {
    run_key: key,
    installation,
    flow: { ...code, mandatory: true },
    flow_version: count,
    lane: { ...label, mandatory: true, indexed: true },
    /** The lane's name while the run is worked on, its own key otherwise: unique, so a lane has one worker. */
    lane_lock: key,
    input: text,
    outcome: text,
    created_at: instant,
    finished_at: { ...instant, indexed: true },
    ...leased,
  },
  /** The kept result of each finished place of a run, with what would undo it. */
  Tasks: {
    task_key: key,
    run_key: { ...label, mandatory: true, indexed: true },
    installation,
    node: { ...id, mandatory: true },
    action: code,
    result: text,
    inverse: text,
    created_at: instant,
  },
  /** Flows, mappings and tables that an installation has made its own: a draft, and every version that was published. */
  Documents: {
    /** `installation|kind|id|version`, `draft` for the version of a draft. */
    document_key: key,
    installation: { ...installation, indexed: true },
    kind: { ...code, mandatory: true },
    document_id: { ...code, mandatory: true },
    /** Told by people's editors: who saves over somebody else's newer draft is refused. */
    revision: code,
    version: count,
    /** `draft`, `published` (the latest: new runs start with it), `off` (the latest, and switched off), `replaced`. */
    state: { ...code, mandatory: true, indexed: true },
    title: label,
    body: text,
    body_2: text,
    body_3: text,
    author_id: id,
    author_name: label,
    note: label,
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
    read_at: instant,
    /** Why the last reading brought nothing; empty when it worked. */
    problem: text,
  },
  /** What people of a role are asked to decide by a run that waits for it. */
  Approvals: {
    approval_key: key,
    installation: { ...installation, indexed: true },
    run_key: { ...label, mandatory: true },
    place: { ...id, mandatory: true },
    state: { ...code, mandatory: true, indexed: true },
    role: { ...code, mandatory: true },
    ask: text,
    /** `refund` for money that a policy holds back; empty for what a flow asks. */
    kind: code,
    /** What is wanted: of which payment, how much. */
    payment_key: { ...label, indexed: true },
    intent_id: id,
    amount_minor: amountMinor,
    currency: { type: 'varchar', length: 3 },
    /** The rules that hold it back, as problems. */
    why: text,
    /** What kept it from being done although it was approved. */
    problem: text,
    /** Who wanted it: the same person may not decide. */
    requested_by: id,
    requested_name: label,
    requested_mail: label,
    decided_by: id,
    decided_name: label,
    reason: text,
    created_at: instant,
    expires_at: instant,
    decided_at: { ...instant, indexed: true },
  },
  /** What we know of the other side's ids: customer by e-mail, item by SKU. */
  Links: {
    link_key: key,
    installation,
    kind: { ...code, mandatory: true },
    target: text,
    created_at: instant,
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
  /** What an administrator must know, until it is over. */
  Alarms: {
    alarm_key: key,
    installation: { ...installation, indexed: true },
    state: { ...code, mandatory: true },
    problem: text,
    subject: label,
    raised_at: instant,
    cleared_at: { ...instant, indexed: true },
  },
  /** How far each poll has read. */
  Cursors: {
    cursor_key: key,
    installation: { ...installation, indexed: true },
    position: instant,
    updated_at: instant,
  },
  /** Every money action with who and why; each row carries the hash of the one before. */
  Audit: {
    audit_key: key,
    /** What may be entered once only; the entry's own key otherwise. */
    once_key: key,
    installation,
    at: { ...instant, mandatory: true },
    actor_id: id,
    actor_name: label,
    action: { ...code, mandatory: true },
    subject: label,
    detail: text,
    previous_hash: { type: 'varchar', length: 64 },
    hash: { type: 'varchar', length: 64, mandatory: true },
  },
} as const satisfies Record<string, TableSchema>;

type Schema = typeof schema;
export type TableName = keyof Schema;

type ColumnValue<C extends ColumnSchema> = C['type'] extends 'bigint' | 'int' ? number : string;

/** A row to insert: mandatory columns required, the others optional. Never null: leave it out. */
export type NewRow<T extends TableName> = {
  -readonly [C in keyof Schema[T] as Schema[T][C] extends { mandatory: true }
    ? C
    : never]: ColumnValue<Schema[T][C] extends ColumnSchema ? Schema[T][C] : never>;
} & {
  -readonly [C in keyof Schema[T] as Schema[T][C] extends { mandatory: true }
    ? never
    : C]?: ColumnValue<Schema[T][C] extends ColumnSchema ? Schema[T][C] : never>;
};

/** A row as read: ROWID is a string (beyond 2^53), numbers are numbers, empty columns are absent. */
export type Row<T extends TableName> = NewRow<T> & { readonly ROWID: string };

/** The unique columns of a table. */
export type UniqueColumn<T extends TableName> = {
  [C in keyof Schema[T]]: Schema[T][C] extends { unique: true } ? C : never;
}[keyof Schema[T]] &
  string;

export type Column<T extends TableName> = keyof NewRow<T> & string;
