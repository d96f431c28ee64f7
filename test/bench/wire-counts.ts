// Counts what reaches the stand-ins of this process over HTTP, by port; they themselves know nothing of it.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

export interface WireCall {
  /** As the listener was named. */
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

const REQUEST_START = 'http.server.request.start';

/**
 * Listens until `stop`, which answers the calls in the order of their completion.
 * @param services base address by name; other servers of the process are left out.
 */
export function recordCalls(services: Readonly<Record<string, string>>): {
  stop(): WireCall[];
} {
  const names = new Map(
    Object.entries(services).map(([name, url]) => [Number(new URL(url).port), name]),
  );
  const calls: WireCall[] = [];
  const listener = (message: unknown) => {
    const { request } = message as { readonly request: IncomingMessage };
    const service = names.get(request.socket.localPort ?? 0);
    if (service !== undefined) tap(request, (body) => calls.push(callOf(service, request, body)));
  };
  subscribe(REQUEST_START, listener);
  return {
    stop: () => {
      unsubscribe(REQUEST_START, listener);
      return calls;
    },
  };
}

function callOf(service: string, request: IncomingMessage, body: string): WireCall {
  return { service, method: request.method ?? '', path: request.url ?? '', body };
}

/** Reads along: the body goes through `push` before anybody has begun to read it. */
function tap(request: IncomingMessage, done: (body: string) => void): void {
  const chunks: Buffer[] = [];
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null) => {
    if (chunk === null) done(Buffer.concat(chunks).toString('utf8'));
    else chunks.push(chunk);
    return push(chunk);
  };
}
