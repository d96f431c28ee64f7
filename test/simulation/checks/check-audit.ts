// The audit chain is whole, and names every movement that was sent, once, with who has asked for it.
import { createHash } from 'node:crypto';
import type { HealedWorld } from './healed-world.ts';

export function checkAudit({ audit, movements, installation, violation }: HealedWorld): void {
  let previous = '';
  audit.forEach((entry, index) => {
    const key = `${installation}|${String(index + 1).padStart(12, '0')}`;
    if (entry.audit_key !== key) violation(`the audit chain has ${entry.audit_key} at ${key}`);
    if ((entry.previous_hash ?? '') !== previous) {
      violation(`the audit chain is broken at ${entry.audit_key}`);
    }
    if (entry.hash !== hashOf(entry)) violation(`audit entry ${entry.audit_key} was changed`);
    previous = entry.hash;
  });
  const requested = audit.filter((entry) => entry.action.endsWith('.requested'));
  for (const movement of movements) {
    if (movement.origin !== 'panel') continue;
    const action = `${movement.kind}.requested`;
    const entries = requested.filter(
      (entry) => entry.subject === movement.movement_key && entry.action === action,
    );
    if (entries.some((entry) => entry.actor_id !== movement.actor_id)) {
      violation(`${movement.movement_key} was asked for by ${movement.actor_id}, not as audited`);
    }
    const wasSent = movement.sent_at !== undefined;
    // A request that was never sent may have ended before its entry, or after it.
    if (entries.length > 1 || (wasSent && entries.length === 0)) {
      violation(
        `${movement.kind} ${movement.movement_key} was ${wasSent ? '' : 'not '}sent and has ${entries.length} audit entries`,
      );
    }
  }
}

/** The digest of an entry as it was written: all columns but the digest itself, in their order. */
function hashOf(entry: HealedWorld['audit'][number]): string {
  const row = {
    audit_key: entry.audit_key,
    once_key: entry.once_key,
    installation: entry.installation,
    at: entry.at,
    actor_id: entry.actor_id,
    actor_name: entry.actor_name,
    action: entry.action,
    subject: entry.subject,
    detail: entry.detail,
    previous_hash: entry.previous_hash ?? '',
  };
  return createHash('sha256').update(JSON.stringify(row)).digest('hex');
}
