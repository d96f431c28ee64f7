// Links: what we learned of the other sides' ids, so that a known customer or item costs no call.
import { createHash } from 'node:crypto';
import type { InstallationId } from '../domain/ids.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';

export type LinkKind = 'customer' | 'item' | 'token' | 'ticket' | 'profile' | 'order';

/** A key part that may hold any text: hashed, as keys are safe characters only. */
export function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function linkKey(installation: InstallationId, kind: LinkKind, name: string): string {
  return `${installation}|${kind}|${hashed(name)}`;
}

export async function readLink<T>(
  store: Store,
  installation: InstallationId,
  kind: LinkKind,
  name: string,
): Promise<T | undefined> {
  const row = await store.find('Links', 'link_key', linkKey(installation, kind, name));
  return row?.target === undefined ? undefined : (JSON.parse(row.target) as T);
}

/** Keeps a link; the first one stays. */
export async function keepLink(
  ports: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
  kind: LinkKind,
  name: string,
  target: object,
): Promise<void> {
  await ports.store.insert('Links', {
    link_key: linkKey(installation, kind, name),
    installation,
    kind,
    target: JSON.stringify(target),
    created_at: ports.clock.now(),
  });
}

/** Points a link that is there somewhere else. */
export async function moveLink(
  store: Store,
  installation: InstallationId,
  kind: LinkKind,
  name: string,
  target: object,
): Promise<void> {
  const row = await store.find('Links', 'link_key', linkKey(installation, kind, name));
  if (row !== undefined) await store.update('Links', row.ROWID, { target: JSON.stringify(target) });
}

/** Forgets a link whose target is gone: the next one to look finds it or makes it anew. */
export async function dropLink(
  store: Store,
  installation: InstallationId,
  kind: LinkKind,
  name: string,
): Promise<void> {
  const row = await store.find('Links', 'link_key', linkKey(installation, kind, name));
  if (row !== undefined) await store.delete('Links', row.ROWID);
}
