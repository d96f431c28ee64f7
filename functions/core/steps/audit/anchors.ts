// Places of the audit chain that were noted: whoever rewrites the chain must find and rewrite these too, and what lies outside.
import type { AuditPlace } from '../../contract/audit.ts';
import type { InstallationId } from '../../domain/ids.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';

/** By the nightly check, or by an export. */
type AnchorKind = 'checked' | 'exported';

export interface Anchor extends AuditPlace {
  /** Epoch ms. */
  readonly at: number;
}

function anchorKey(installation: InstallationId, kind: AnchorKind): string {
  return `${installation}|audit|${kind}`;
}

export async function readAnchor(
  store: Store,
  installation: InstallationId,
  kind: AnchorKind,
): Promise<Anchor | undefined> {
  const row = await store.find('Links', 'link_key', anchorKey(installation, kind));
  return row?.target === undefined ? undefined : (JSON.parse(row.target) as Anchor);
}

export async function noteAnchor(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
  kind: AnchorKind,
  { number, hash }: AuditPlace,
): Promise<void> {
  const key = anchorKey(installation, kind);
  const at = clock.now();
  const target = JSON.stringify({ number, hash, at });
  const row = { link_key: key, installation, kind: 'audit-anchor', target, created_at: at };
  const inserted = await store.insert('Links', row);
  if (inserted.kind === 'inserted') return;
  const known = await store.find('Links', 'link_key', key);
  if (known !== undefined) await store.update('Links', known.ROWID, { target, created_at: at });
}
