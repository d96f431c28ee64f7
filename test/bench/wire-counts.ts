// Reads along what reaches the stand-ins of this process over HTTP, by port; they themselves know nothing of it.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface WireCall {
  /** As the listener was named. */
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** The answer's body. */
  readonly answer: string;
  /** When it was answered, as performance.now() has it. */
  readonly endedAt: number;
}

export interface Recording {
  /** The calls so far in the order of their answers. */
  readonly calls: readonly WireCall[];
  stop(): readonly WireCall[];
}

const REQUEST_START = 'http.server.request.start';

/**
 * Listens until `stop`, which gives the calls.
 * @param services base address by name; other servers of the process are left out.
 */
export function recordCalls(services: Readonly<Record<string, string>>): Recording {
  const names = new Map(
    Object.entries(services).map(([name, url]) => [Number(new URL(url).port), name]),
  );
  const calls: WireCall[] = [];
  const listener = (message: unknown) => {
    const { request, response } = message as Exchange;
    const service = names.get(request.socket.localPort ?? 0);
    if (service === undefined) return;
    const body = tapRequest(request);
    tapResponse(response, (answer) => {
      const { method = '', url: path = '' } = request;
      calls.push({ service, method, path, body: body(), answer, endedAt: performance.now() });
    });
  };
  subscribe(REQUEST_START, listener);
  return {
    calls,
    stop: () => {
      unsubscribe(REQUEST_START, listener);
      return calls;
    },
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** The body goes through `push` before anybody has begun to read it. */
function tapRequest(request: IncomingMessage): () => string {
  const chunks: Buffer[] = [];
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null) => {
    if (chunk !== null) chunks.push(chunk);
    return push(chunk);
  };
  return () => Buffer.concat(chunks).toString('utf8');
}

function tapResponse(response: ServerResponse, done: (answer: string) => void): void {
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const { write, end } = response;
  response.write = ((...args: Parameters<typeof write>) => {
    keep(args[0]);
    return write.apply(response, args);
  }) as typeof write;
  response.end = ((...args: Parameters<typeof end>) => {
    keep(args[0]);
    done(Buffer.concat(chunks).toString('utf8'));
    return end.apply(response, args);
  }) as typeof end;
}
