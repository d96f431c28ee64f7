// The policy that holds for an installation: what it has published, else what the product ships.
import { policySchema } from '../../contract/policy.ts';
import type { InstallationId } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy.ts';
import { POLICY_ID, shippedPolicy } from '../../domain/shipped-policy.ts';
import type { Store } from '../../ports/store.ts';
import { latestDocument } from '../../work/documents.ts';

/** One store read: who tightens a limit can rely on it from the next movement on. Throws when it can't be read. */
export async function readPolicy(store: Store, installation: InstallationId): Promise<Policy> {
  const own = await latestDocument(store, { installation, kind: 'policy', id: POLICY_ID });
  return own === undefined ? shippedPolicy : policySchema.parse(own.body);
}
