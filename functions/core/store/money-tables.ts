// Tables of money: payments and their movements, charges and saved cards.
import {
  amountMinor,
  code,
  count,
  id,
  installation,
  instant,
  key,
  label,
  type TableSchema,
  text,
} from './columns.ts';

export const moneyTables = {
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
    /** Of a refund by lines of the invoice: which and how much of each, as JSON. */
    lines: text,
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
    /** SHA-256 of the link's secret; the charge's own key where a saved card is charged. */
    link_hash: key,
    /** The place of the last try among those of its invoice; the charge's own key before that, and where there is no invoice. */
    place: key,
    installation: { ...installation, indexed: true },
    merchant_id: { ...id, mandatory: true },
    state: { ...code, mandatory: true, indexed: true },
    /** `sale`, `authorization` or `save-card`. */
    purpose: { ...code, mandatory: true },
    amount_minor: { ...amountMinor, mandatory: true },
    currency: { type: 'varchar', length: 3, mandatory: true },
    reference: label,
    /** What the gateway knows the last try by. */
    charge_reference: { ...label, indexed: true },
    intent_id: id,
    /** Whoever's token stands here sends the last try. */
    send_token: code,
    tries: count,
    books_customer_id: { ...id, indexed: true },
    books_invoice_id: { ...id, indexed: true },
    /** Where it is for several invoices: how many, and what it takes of which (JSON); `books_invoice_id` is empty then. */
    invoice_count: count,
    invoices: text,
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
    /** 1: a saved card that was declined is tried again where that is allowed, and the customer is told. */
    retries: count,
    /** Reasons and times of the declines, the oldest first; how many of them the customer was told of. */
    declines: text,
    told: count,
    /** When the next try is, while one is planned. */
    next_at: instant,
    /** 1: the bank has asked that the customer confirm. */
    wants_confirmation: count,
    /** What the cardholder's bank is asked on the card page, while it is; see steps/charges/confirm-payer.ts. */
    confirmation: text,
    /** Who bears the loss of a fraudulent charge after a confirmation: `bank` or `company`. */
    liability: code,
    actor_id: id,
    actor_name: label,
    /** Who let it through, where it was beyond the other's limit. */
    approved_by: id,
    approver_name: label,
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
} as const satisfies Record<string, TableSchema>;
