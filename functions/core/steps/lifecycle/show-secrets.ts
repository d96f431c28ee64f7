// How far a change of the master key has come for one installation.
import type { SecretsReply } from '../../contract/lifecycle.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { RenewableSecrets } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import { refusedToConfigure } from '../connect/installation-record.ts';
import { countSealed } from './renew-secrets.ts';

export async function showSecrets(
  ports: { readonly store: Store; readonly secrets: RenewableSecrets },
  installation: InstallationId,
  actor: Actor,
): Promise<Result<SecretsReply>> {
  const mayNot = refusedToConfigure(actor);
  if (mayNot !== undefined) return mayNot;
  const { masterKeyId } = ports.secrets;
  return ok({ masterKeyId, ...(await countSealed(ports, installation)) });
}
