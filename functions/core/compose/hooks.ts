// Joins the hooks function: as little as it takes to verify, store and acknowledge.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createSecrets } from '../connectors/system/sealed-secrets.ts';
import { jsonLog, systemClock } from '../connectors/system/system-ports.ts';
import { routePath } from '../http/function-path.ts';
import { hooksRoutes } from '../http/hooks-routes.ts';
import { createDoorKeyReader } from '../steps/read-door-keys.ts';
import { createWaker } from '../store/catalyst-sdk.ts';
import { environmentVariable } from './environment.ts';
import { createFunctionStore } from './function-store.ts';

export function composeHooks() {
  const { store, attach } = createFunctionStore();
  const secrets = createSecrets(environmentVariable('TALLYBRIDGE_MASTER_KEY'));
  const base = { store, secrets, clock: systemClock, log: jsonLog };
  const routes = hooksRoutes({ ...base, doorKeys: createDoorKeyReader(base) });
  let waking: Promise<void> | undefined;
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const waker = createWaker(attach(request), 'inbox', jsonLog);
    let wanted = false;
    const env = {
      waker: {
        wake: async () => {
          wanted = true;
        },
      },
    };
    request.url = routePath(request.url ?? '/');
    await getRequestListener((fetched) => routes.fetch(fetched, env))(request, response);
    // After the answer, so that the sender doesn't wait for it; events of one burst share a wake-up. Should the
    // platform freeze us here, the minute timer wakes the worker instead.
    if (!wanted) return;
    while (waking !== undefined) await waking;
    waking = waker.wake().finally(() => {
      waking = undefined;
    });
    await waking;
  };
}
