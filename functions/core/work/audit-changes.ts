// What a change of settings was, for the audit chain: the fields that differ, with before and after; of a secret only that it did.
import type { AuditChange } from './audit.ts';

/** Nested further than any setting. */
const DEPTH_MAX = 6;
const SHOWN_LENGTH = 300;

/** Fields by their path (`gateway.host`); empty when nothing differs. */
export function settingsChanges(before: unknown, after: unknown): Record<string, AuditChange> {
  const [old, now] = [flatten(before), flatten(after)];
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter(
    (path) => old.get(path) !== now.get(path),
  );
  return Object.fromEntries(
    changed
      .sort()
      .map((path) => [path, { before: shown(old.get(path)), after: shown(now.get(path)) }]),
  );
}

function shown(text = ''): string {
  return text.length <= SHOWN_LENGTH ? text : `${text.slice(0, SHOWN_LENGTH)}…`;
}

/** As {@link settingsChanges}; the values are secrets and are told by a word. */
export function secretChanges(before: unknown, after: unknown): Record<string, string> {
  const [old, now] = [flatten(before), flatten(after)];
  return Object.fromEntries(
    Object.keys(settingsChanges(before, after)).map((path) => {
      if (!old.has(path)) return [path, 'added'];
      return [path, now.has(path) ? 'changed' : 'removed'];
    }),
  );
}

function flatten(value: unknown, path = '', into = new Map<string, string>(), depth = 0) {
  const isDeep = typeof value === 'object' && value !== null && depth < DEPTH_MAX;
  if (isDeep) {
    for (const [name, inner] of Object.entries(value)) {
      flatten(inner, path === '' ? name : `${path}.${name}`, into, depth + 1);
    }
  } else if (value !== undefined && value !== null) {
    into.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return into;
}
