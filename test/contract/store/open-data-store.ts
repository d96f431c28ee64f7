// Our store over the genuine SDK, pointed at a Catalyst stand-in of its own.
import type { Store } from '../../../functions/core/ports/store.ts';
import type { CatalystApp } from '../../../functions/core/store/catalyst-sdk.ts';
import { createDataStore } from '../../../functions/core/store/data-store.ts';
import type { CatalystStandIn } from '../../sandbox/catalyst/start-catalyst.ts';
import { type Sandbox, startSandbox } from '../catalyst/sandbox.ts';

export interface OpenStore {
  readonly sandbox: Sandbox;
  readonly catalyst: CatalystStandIn;
  readonly app: CatalystApp;
  readonly store: Store;
  /** The round trips since the last time, as `operation Table`. */
  takeCalls(): string[];
}

/** Once per test file: the SDK reads its origin when it is loaded. */
export async function openDataStore(): Promise<OpenStore> {
  const sandbox = await startSandbox();
  const { catalyst } = sandbox;
  process.env.X_ZOHO_CATALYST_CONSOLE_URL = catalyst.url;
  const { initializeCatalyst } = await import('../../../functions/core/store/catalyst-sdk.ts');
  const app = initializeCatalyst({ catalystHeaders: credentialHeaders(catalyst) });
  const calls: string[] = [];
  const store = createDataStore(app, {
    onCall: (operation, table) => calls.push(`${operation} ${table}`),
    timeoutMs: 1_000,
  });
  return { sandbox, catalyst, app, store, takeCalls: () => calls.splice(0) };
}

/** What the gateway puts on every request. */
function credentialHeaders({ projectId, projectKey, token }: CatalystStandIn): object {
  return {
    'x-zc-projectid': projectId,
    'x-zc-project-key': projectKey,
    'x-zc-environment': 'Production',
    'x-zc-admin-cred-type': 'token',
    'x-zc-admin-cred-token': token,
    'x-zc-user-cred-type': 'token',
    'x-zc-user-cred-token': token,
    'x-zc-user-type': 'user',
  };
}
