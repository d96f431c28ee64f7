// What a profile at the gateway was when we wrote or read it last: an announcement of that is no news.
import type { InstallationId, MerchantId } from '../../domain/ids.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import type { VaultProfile } from '../../ports/vault-profiles.ts';
import { hashed, keepLink, moveLink, readLink } from '../../work/links.ts';

interface Mark {
  readonly digest: string;
}

/** Whether the profile is as it was marked last. */
export async function isMarked(
  store: Store,
  installation: InstallationId,
  merchant: MerchantId,
  profile: VaultProfile,
): Promise<boolean> {
  const name = nameOf(merchant, profile);
  const mark = await readLink<Mark>(store, installation, 'profile', name);
  return mark?.digest === digestOf(profile);
}

/** Before a write: who crashes in between writes again, and until then the announced state is another one. */
export async function markProfile(
  ports: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
  merchant: MerchantId,
  profile: VaultProfile,
): Promise<void> {
  const name = nameOf(merchant, profile);
  const mark: Mark = { digest: digestOf(profile) };
  await moveLink(ports.store, installation, 'profile', name, mark);
  await keepLink(ports, installation, 'profile', name, mark);
}

function nameOf(merchant: MerchantId, { customerId }: VaultProfile): string {
  return `${merchant}|${customerId}`;
}

function digestOf({ email, reference, cards }: VaultProfile): string {
  const payers = cards
    .map(({ paymentInstrumentId, payer }) => [paymentInstrumentId, inOrder(payer)])
    .sort();
  return hashed(JSON.stringify([email, reference, payers]));
}

/** The same whatever the order in which an object's parts were put together. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([name, part]) => [name, inOrder(part)])
    .sort();
}
