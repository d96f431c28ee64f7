// How rows of the audit chain hang together: their numbers, what is hashed, and where a chain is broken.
import { createHash } from 'node:crypto';
import type { InstallationId } from '../domain/ids.ts';
import type { Row } from '../store/schema.ts';

/** A place in the chain: as good as all rows up to it, for whoever has noted it elsewhere. */
export interface AuditHead {
  readonly number: number;
  readonly hash: string;
}

export type AuditRow = Row<'Audit'>;
/** What a row's hash is of. */
export type HashedColumns = Required<Omit<AuditRow, 'ROWID' | 'hash'>>;

const NUMBER_MAX = 999_999_999_999;

/** @param number from 1 on; the largest that there can be when absent. */
export function auditKey(installation: InstallationId, number = NUMBER_MAX): string {
  return `${installation}|${String(number).padStart(12, '0')}`;
}

export function auditNumber(row: Pick<AuditRow, 'audit_key'>): number {
  return Number(row.audit_key.split('|').at(-1));
}

/** The row as the verifier sees it: absent columns are empty texts, in the order in which they are hashed. */
export function hashedColumns(row: AuditRow | HashedColumns): HashedColumns {
  return {
    audit_key: row.audit_key,
    once_key: row.once_key,
    installation: row.installation ?? '',
    at: row.at,
    actor_id: row.actor_id ?? '',
    actor_name: row.actor_name ?? '',
    action: row.action,
    subject: row.subject ?? '',
    detail: row.detail ?? '',
    previous_hash: row.previous_hash ?? '',
  };
}

/** SHA-256 in hex of the columns as one line of JSON: this order, no blanks (`functions/verify-audit.mjs` says it in full). */
export function hashOf(row: AuditRow | HashedColumns): string {
  return createHash('sha256')
    .update(JSON.stringify(hashedColumns(row)))
    .digest('hex');
}

/** The first row that is not what the chain says, and what happened to it. */
export interface ChainFault {
  readonly number: number;
  readonly kind: 'changed' | 'missing' | 'not-linked';
}

/**
 * Follows the chain through rows in their order.
 * @param before the place that the first row must follow.
 */
export function followChain(
  rows: readonly AuditRow[],
  before: AuditHead,
): { readonly head: AuditHead; readonly fault?: ChainFault } {
  let head = before;
  for (const row of rows) {
    const number = head.number + 1;
    if (auditNumber(row) !== number) return { head, fault: { number, kind: 'missing' } };
    if (hashOf(row) !== row.hash) return { head, fault: { number, kind: 'changed' } };
    if ((row.previous_hash ?? '') !== head.hash) {
      return { head, fault: { number, kind: 'not-linked' } };
    }
    head = { number, hash: row.hash };
  }
  return { head };
}
