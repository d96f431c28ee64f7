// Joins the hooks function: as little as it takes to verify, store and acknowledge.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { createSecrets } from '../connectors/system/sealed-secrets.ts';
import { jsonLog, systemClock } from '../connectors/system/system-ports.ts';
import { createDeskKeys } from '../http/desk-keys.ts';
import { routePath } from '../http/function-path.ts';
import { answerHook } from '../http/hooks-routes.ts';
import type { Waker } from '../ports/platform.ts';
import { createDoorKeyReader } from '../steps/read-door-keys.ts';
import { createWaker } from '../store/catalyst-sdk.ts';
import { guardLog, guardRows } from './card-guards.ts';
import { environmentText, masterKeys } from './environment.ts';
import { createFunctionStore } from './function-store.ts';
import { headersOf, readBody, sendText } from './node-request.ts';
import { systemOutwardTransport } from './outward-transport.ts';

const BODY_BYTES_MAX = 1024 * 1024;
/** Events of one burst share a wake-up. */
const BURST_MS = 200;

export function composeHooks() {
  const { store: bareStore, attach } = createFunctionStore();
  const [store, log] = [guardRows(bareStore), guardLog(jsonLog)];
  const master = masterKeys();
  const secrets = createSecrets(master.current, master.previous);
  const ports = { store, secrets, clock: systemClock, log };
  const deskKeys = createDeskKeys({ ...ports, transport: systemOutwardTransport() });
  const deskExtensionSecret = environmentText('TALLYBRIDGE_DESK_SECRET');
  const hooks = {
    ...ports,
    doorKeys: createDoorKeyReader(ports),
    deskKeys,
    ...(deskExtensionSecret === undefined ? {} : { deskExtensionSecret }),
  };
  const wakeOnce = createSharedWake();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const app = attach(request);
    const rawBody = await readBody(request, BODY_BYTES_MAX);
    if (rawBody === undefined) return sendText(response, 413, 'too large');
    const [path = '/', query = ''] = routePath(request.url ?? '/').split('?', 2);
    const { status, text, stored } = await answerHook(hooks, {
      method: request.method ?? 'GET',
      path,
      query,
      headers: headersOf(request),
      rawBody,
    });
    sendText(response, status, text);
    // After the answer, so that the sender doesn't wait for it. Should the platform freeze us here, the minute
    // timer wakes the worker instead.
    if (stored) await wakeOnce(createWaker(app, 'event', log));
  };
}

/** One wake-up at a time; what comes meanwhile shares the next one. */
function createSharedWake(): (waker: Waker) => Promise<void> {
  let waking: Promise<void> | undefined;
  let again = false;
  const wakeWhileWanted = async (waker: Waker) => {
    while (again) {
      again = false;
      await waker.wake();
      if (again) await pause(BURST_MS);
    }
  };
  return (waker) => {
    again = true;
    waking ??= wakeWhileWanted(waker).finally(() => {
      waking = undefined;
    });
    return waking;
  };
}
