// Tables of work: events, runs, documents, approvals, links, alarms and the audit chain.
import {
  amountMinor,
  code,
  count,
  id,
  installation,
  instant,
  key,
  label,
  leased,
  type TableSchema,
  text,
} from './columns.ts';

export const workTables = {
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
