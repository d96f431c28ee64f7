// The audit chain: each row carries the hash of the one before, so that a change or gap shows.
import { createHash } from 'node:crypto';
import type { InstallationId } from '../domain/ids.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';

export interface AuditEntry {
  readonly installation: InstallationId;
  readonly actorId: string;
  readonly actorName: string;
  readonly action: string;
  readonly subject: string;
  /** Amounts, reason, before and after; never secrets or card data. */
  readonly detail: Readonly<Record<string, string | number>>;
  /** The same entry again is no second one: safe characters. */
  readonly once?: string;
}

const CHAIN_TRIES = 100;
const NUMBER_MAX = 999_999_999_999;

function auditKey(installation: InstallationId, number: number): string {
  return `${installation}|${String(number).padStart(12, '0')}`;
}

/** Appends to the installation's chain. The number in the key is unique, so the chain can't fork. */
export async function appendAudit(
  ports: { readonly store: Store; readonly clock: Clock },
  entry: AuditEntry,
): Promise<void> {
  for (let attempt = 0; attempt < CHAIN_TRIES; attempt += 1) {
    const [last] = await ports.store.select('Audit', {
      // A range of the key's own index, which finds the last entry however many there are.
      where: [
        ['audit_key', '>=', auditKey(entry.installation, 1)],
        ['audit_key', '<=', auditKey(entry.installation, NUMBER_MAX)],
      ],
      orderBy: ['audit_key', 'desc'],
      limit: 1,
    });
    const number = last === undefined ? 1 : Number(last.audit_key.split('|').at(-1)) + 1;
    const key = auditKey(entry.installation, number);
    const onceKey = entry.once ?? key;
    const row = {
      audit_key: key,
      once_key: onceKey,
      installation: entry.installation,
      at: ports.clock.now(),
      actor_id: entry.actorId.slice(0, 64).replace(/[^\x20-\x7e]/g, '?'),
      actor_name: entry.actorName.slice(0, 255),
      action: entry.action,
      subject: entry.subject.slice(0, 255),
      detail: JSON.stringify(entry.detail),
      previous_hash: last?.hash ?? '',
    };
    const hash = createHash('sha256').update(JSON.stringify(row)).digest('hex');
    const inserted = await ports.store.insert('Audit', { ...row, hash });
    if (inserted.kind === 'inserted') return;
    // Entered before, or our own write got through although its answer was lost.
    const there = await ports.store.find('Audit', 'once_key', onceKey);
    if (there !== undefined && (entry.once !== undefined || there.hash === hash)) return;
  }
  throw new Error('the audit chain grew under us at every try');
}
