// What every stand-in is: a strict HTTP server on 127.0.0.1 with fault switches and data on disk.
import { createServer, type Server } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { SandboxClock } from './clock.ts';
import type { Faults } from './faults.ts';

export type StandInApp = Hono<{ Bindings: HttpBindings }>;

/** What a stand-in is given. */
export interface StandInOptions {
  readonly clock: SandboxClock;
  /** Folder for its file-backed data; `:memory:` keeps nothing. */
  readonly dataDir: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** A running stand-in. */
export interface StandIn {
  readonly name: string;
  /** `http://127.0.0.1:<port>` without a trailing slash. */
  readonly url: string;
  readonly faults: Faults;
  close(): Promise<void>;
}

export function createApp(): StandInApp {
  return new Hono<{ Bindings: HttpBindings }>();
}

/** Listens on 127.0.0.1; closing ends open sockets too, so that hanging requests do not hold it up. */
export async function listen(
  app: StandInApp,
  port: number,
): Promise<{ url: string; close(): Promise<void>; server: Server }> {
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
