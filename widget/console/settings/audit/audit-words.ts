// An entry of the audit in words: who did what, and what it changed from what to what.
import type { AuditRowView } from '../../../../functions/core/contract/audit.ts';
import type { AuditMessages } from './en-audit.ts';

/** `A. Person refunded`; an action that this version doesn't know keeps its code. */
export function entryWords({ actor, action }: AuditRowView, words: AuditMessages): string {
  return words.row(actor.name || actor.id || words.system, words.actions[action] ?? action);
}

/** A line for each field of the detail; those that changed with before and after. */
export function detailLines({ detail }: AuditRowView, words: AuditMessages): readonly string[] {
  return Object.entries(detail).map(([field, value]) => {
    if (isChange(value)) {
      return words.change(field, shown(value.before, words), shown(value.after, words));
    }
    return words.value(field, shown(value, words));
  });
}

interface Change {
  readonly before: unknown;
  readonly after: unknown;
}

function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'before' in value && 'after' in value;
}

function shown(value: unknown, words: AuditMessages): string {
  if (value === '' || value === null || value === undefined) return words.empty;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
