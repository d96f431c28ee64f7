// One store per process: Catalyst hands credentials to each call, and the latest ones serve all that is under way.
import type { Mailer } from '../ports/notices.ts';
import type { Store } from '../ports/store.ts';
import { createMailer } from '../store/catalyst-mail.ts';
import { type CatalystApp, type CatalystCall, initializeCatalyst } from '../store/catalyst-sdk.ts';
import { createDataStore } from '../store/data-store.ts';

export interface FunctionStore {
  readonly store: Store;
  readonly mailer: Mailer;
  /** Takes on the credentials of a call; the first thing that an entry does. */
  attach(call: CatalystCall): CatalystApp;
}

export function createFunctionStore(): FunctionStore {
  let latest: { readonly app: CatalystApp; readonly store: Store } | undefined;
  const attached = () => {
    if (latest === undefined) throw new Error('the store was used outside a call');
    return latest;
  };
  const now = () => attached().store;
  return {
    store: {
      insert: (...args) => now().insert(...args),
      find: (...args) => now().find(...args),
      select: (...args) => now().select(...args),
      update: (...args) => now().update(...args),
      updateWhere: (...args) => now().updateWhere(...args),
      delete: (...args) => now().delete(...args),
      deleteAll: (...args) => now().deleteAll(...args),
    },
    mailer: { send: (mail) => createMailer(attached().app).send(mail) },
    attach: (call) => {
      const app = initializeCatalyst(call);
      latest = { app, store: createDataStore(app) };
      return app;
    },
  };
}
