// The audit chain: each row carries the hash of the one before, so that a change or gap shows.
import { createHash } from 'node:crypto';
import { maskCardData } from '../domain/card-data.ts';
import type { InstallationId } from '../domain/ids.ts';
import type { Actor } from '../domain/role.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import {
  type AuditHead,
  auditKey,
  auditNumber,
  type HashedColumns,
  hashOf,
} from './audit-chain.ts';

/** What was there and what is there now, as texts. */
export interface AuditChange {
  readonly before: string;
  readonly after: string;
}

export interface AuditEntry {
  readonly installation: InstallationId;
  readonly actorId: string;
  readonly actorName: string;
  readonly action: string;
  readonly subject: string;
  /** Amounts, reason, before and after; never secrets. Card data in what people have typed is blotted out. */
  readonly detail: Readonly<Record<string, string | number | AuditChange>>;
  /** The same entry again is no second one: safe characters. */
  readonly once?: string;
}

interface AuditPorts {
  readonly store: Store;
  readonly clock: Clock;
}

const CHAIN_TRIES = 100;
/** What others may have added since we looked; more than act at once. */
const LOOKED_BACK = 100;
/** A chain that was erased meanwhile must not be carried on. */
const HEAD_KEPT_MS = 60_000;
const LABEL_LENGTH = 255;
const DETAIL_LENGTH = 9_000;
const DETAIL_KEPT = 4_000;

/** The ends of chains as this process left them: who writes again soon needs no look. Wrong ones are told by the unique key. */
const keptHeads = new WeakMap<Store, Map<InstallationId, AuditHead & { readonly at: number }>>();

/**
 * Appends to the installation's chain: one round trip when this process was the last to write, two otherwise, and two more for
 * each time that somebody else was quicker. The number in the key is unique, so the chain can't fork.
 */
export async function appendAudit(ports: AuditPorts, entry: AuditEntry): Promise<void> {
  const { installation } = entry;
  const heads = keptHeads.get(ports.store) ?? new Map();
  keptHeads.set(ports.store, heads);
  const kept = heads.get(installation);
  const now = ports.clock.now();
  const isFresh = kept !== undefined && Math.abs(now - kept.at) < HEAD_KEPT_MS;
  let head: AuditHead = isFresh ? kept : await readAuditHead(ports.store, installation);
  for (let attempt = 0; attempt < CHAIN_TRIES; attempt += 1) {
    const columns = columnsAfter(head, entry, ports.clock.now());
    const row = { ...columns, hash: hashOf(columns) };
    // Whatever an insert that fails has done: nothing is known of the end until it is read again.
    heads.delete(installation);
    const inserted = await ports.store.insert('Audit', row);
    const end = { number: head.number + 1, hash: row.hash };
    if (inserted.kind === 'inserted') {
      heads.set(installation, { ...end, at: now });
      return;
    }
    const since = await readAudit(ports.store, installation, { from: end.number });
    // Our own write got through although its answer was lost, or it was entered before.
    if (since.some((one) => one.hash === row.hash || one.once_key === entry.once)) return;
    const last = since.at(-1);
    if (last === undefined) {
      // The number is free, so the entry's own key is what was taken.
      if (entry.once !== undefined) return;
      continue;
    }
    head = { number: auditNumber(last), hash: last.hash };
  }
  throw new Error('the audit chain grew under us at every try');
}

/** Appends what a person did, in their name. */
export function auditBy(
  ports: AuditPorts,
  { userId, name }: Actor,
  entry: Omit<AuditEntry, 'actorId' | 'actorName'>,
): Promise<void> {
  return appendAudit(ports, { ...entry, actorId: userId, actorName: name });
}

/** The end of the chain; number 0 and no hash before the first row. */
export async function readAuditHead(
  store: Store,
  installation: InstallationId,
): Promise<AuditHead> {
  const [last] = await store.select('Audit', {
    // A range of the key's own index, which finds the last entry however many there are.
    where: keyRange(installation, 1),
    orderBy: ['audit_key', 'desc'],
    limit: 1,
  });
  return last === undefined
    ? { number: 0, hash: '' }
    : { number: auditNumber(last), hash: last.hash };
}

/** Rows in their order from a number on. @param limit at most 300. */
export function readAudit(
  store: Store,
  installation: InstallationId,
  { from, through, limit = LOOKED_BACK }: { from: number; through?: number; limit?: number },
) {
  return store.select('Audit', {
    where: keyRange(installation, from, through),
    orderBy: ['audit_key', 'asc'],
    limit,
  });
}

/** The conditions for the rows of a chain with these numbers. */
export function keyRange(installation: InstallationId, from: number, through?: number) {
  return [
    ['audit_key', '>=', auditKey(installation, from)],
    ['audit_key', '<=', auditKey(installation, through)],
  ] as const;
}

/** Everything as it will be read again, as the hash is of that. */
function columnsAfter(head: AuditHead, entry: AuditEntry, at: number): HashedColumns {
  const key = auditKey(entry.installation, head.number + 1);
  return {
    audit_key: key,
    once_key: entry.once ?? key,
    installation: entry.installation,
    at,
    actor_id: entry.actorId.slice(0, 64).replace(/[^\x20-\x7e]|\\/g, '?'),
    actor_name: label(entry.actorName),
    action: entry.action,
    subject: label(entry.subject),
    detail: detailText(entry.detail),
    previous_hash: head.hash,
  };
}

/** Cut to what a column holds with its escapes for characters beyond the first plane. */
function label(text: string): string {
  let room = LABEL_LENGTH;
  let kept = '';
  for (const character of maskCardData(text)) {
    room -= /[\ud800-\udfff\\]/.test(character) ? 10 : 1;
    if (room < 0) break;
    kept += character;
  }
  return kept;
}

function detailText(detail: AuditEntry['detail']): string {
  const text = withoutSurrogates(maskCardData(JSON.stringify(detail)));
  if (text.length <= DETAIL_LENGTH) return text;
  const digest = createHash('sha256').update(text).digest('hex');
  return JSON.stringify({ begins: text.slice(0, DETAIL_KEPT), sha256: digest });
}

/** JSON's own escapes, so that the column needs none. */
function withoutSurrogates(json: string): string {
  return json.replace(/[\ud800-\udfff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
}
