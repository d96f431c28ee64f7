// One store per process: Catalyst hands credentials to each call, and the latest ones serve all that is under way.
import type { Store } from '../ports/store.ts';
import { type CatalystApp, type CatalystCall, initializeCatalyst } from '../store/catalyst-sdk.ts';
import { createDataStore } from '../store/data-store.ts';

export interface FunctionStore {
  readonly store: Store;
  /** Takes on the credentials of a call; the first thing that an entry does. */
  attach(call: CatalystCall): CatalystApp;
}

export function createFunctionStore(): FunctionStore {
  let latest: Store | undefined;
  const now = (): Store => {
    if (latest === undefined) throw new Error('the store was used outside a call');
    return latest;
  };
  return {
    store: {
      insert: (...args) => now().insert(...args),
      find: (...args) => now().find(...args),
      select: (...args) => now().select(...args),
      update: (...args) => now().update(...args),
      updateWhere: (...args) => now().updateWhere(...args),
      delete: (...args) => now().delete(...args),
    },
    attach: (call) => {
      const app = initializeCatalyst(call);
      latest = createDataStore(app);
      return app;
    },
  };
}
