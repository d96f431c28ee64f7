// What the staff door knows of people's grants: each is read once a minute at most.
import type { Clock } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import { type Grant, grantKey } from './identity-ports.ts';

const KEPT_MS = 60_000;
/** A refusal is not believed for that long: the person may have signed in again meanwhile. */
const REFUSAL_KEPT_MS = 5_000;
const GRANTS_KEPT = 1_000;

/** The grant when it lets in who holds a token that was issued at `issuedAt` (epoch ms). */
export type ReadGrant = (
  installation: string,
  zohoUserId: string,
  issuedAt: number,
) => Promise<Grant | undefined>;

/** Throws `StoreFailure` when the store does not answer. */
export function createGrantReader(ports: {
  readonly store: Store;
  readonly clock: Clock;
}): ReadGrant {
  const kept = new Map<string, { readonly at: number; readonly grant: Grant | undefined }>();
  const read = async (key: string) => {
    const grant = await ports.store.find('Grants', 'grant_key', key);
    if (kept.size >= GRANTS_KEPT) kept.clear();
    kept.set(key, { at: ports.clock.now(), grant });
    return grant;
  };
  return async (installation, zohoUserId, issuedAt) => {
    const key = grantKey(installation, zohoUserId);
    const known = kept.get(key);
    const age = known === undefined ? Number.POSITIVE_INFINITY : ports.clock.now() - known.at;
    const lets = (grant: Grant | undefined) =>
      grant?.state === 'active' && issuedAt >= (grant.valid_from ?? 0) ? grant : undefined;
    const seen = age < KEPT_MS ? lets(known?.grant) : undefined;
    if (seen !== undefined || age < REFUSAL_KEPT_MS) return seen;
    return lets(await read(key));
  };
}
