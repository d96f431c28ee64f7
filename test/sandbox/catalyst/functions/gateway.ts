// The functions' front door: /server/<function>/<path>, passed on byte by byte with the platform's headers.
import {
  Agent,
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { CatalystError, failureBody, tooManyRequests } from '../envelope.ts';
import type { FunctionRunner } from './function-runner.ts';
import type { FunctionSpec } from './registry.ts';

/** Ends at the gateway: hop-by-hop headers, the caller's Authorization and any x-zc header it made up. */
const NOT_PASSED_ON =
  /^(?:authorization|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|x-zc-.*)$/i;

interface GatewayOptions {
  readonly runner: FunctionRunner;
  readonly port: number;
  /** Longest time of an HTTP function. */
  readonly ioLimitMs: number;
  /** Requests in progress per project; there is no queue. */
  readonly concurrency: number;
}

export interface Gateway {
  /** `http://127.0.0.1:<port>` without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** A function may drop a connection and live on: its end is not waited for any longer. */
const ENDING_MS = 100;

const noFunction = new CatalystError(404, 'INVALID_URL', 'No such function exists');
const tooLong = new CatalystError(504, 'EXECUTION_TIME_EXCEEDED', 'The function took too long');
const crashed = new CatalystError(500, 'INTERNAL_SERVER_ERROR', 'The function did not answer');

/** Listens on 127.0.0.1. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const agent = new Agent({ keepAlive: true });
  let inProgress = 0;
  const server = createServer((incoming, outgoing) => {
    const target = targetOf(options.runner, incoming.url ?? '/');
    if (target === undefined) return refuse(outgoing, noFunction);
    if (inProgress >= options.concurrency) return refuse(outgoing, tooManyRequests('FUNCTIONS'));
    inProgress += 1;
    void passOn(options, agent, target, incoming, outgoing).finally(() => {
      inProgress -= 1;
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => close(server, agent) };
}

interface Target {
  readonly spec: FunctionSpec;
  /** The URL that the handler sees: without `/server/<function>`, with `/execute` when it was there. */
  readonly url: string;
}

function targetOf(runner: FunctionRunner, url: string): Target | undefined {
  const match = /^\/server\/([^/?]+)(.*)$/.exec(url);
  const spec = match?.[1] === undefined ? undefined : runner.registry.find(match[1]);
  if (spec?.type !== 'advancedio') return undefined;
  const rest = match?.[2] ?? '';
  return { spec, url: rest.startsWith('/') ? rest : `/${rest}` };
}

/** Resolves when the function is done with the request or was ended, whether or not the caller still waits. */
async function passOn(
  options: GatewayOptions,
  agent: Agent,
  target: Target,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const process = options.runner.process(target.spec);
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    process.kill('SIGKILL');
    limit.reject(tooLong);
  }, options.ioLimitMs);
  const answered = process.port().then((port) => {
    const headers = [...kept(incoming), ...Object.entries(options.runner.credentials()).flat()];
    const { method } = incoming;
    const path = target.url;
    const inner = request({ host: '127.0.0.1', port, path, method, headers, agent });
    return exchange(inner, incoming, outgoing);
  });
  try {
    await process.serving(Promise.race([answered, limit.promise]));
  } catch (error) {
    // The caller's next request must not meet a process that is just ending.
    await Promise.race([process.exited(), delay(ENDING_MS)]);
    refuse(outgoing, error === tooLong ? tooLong : crashed);
  } finally {
    clearTimeout(timer);
  }
}

function exchange(
  inner: ClientRequest,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  return new Promise((resolve, reject) => {
    inner.once('response', (response) => {
      outgoing.writeHead(response.statusCode ?? 500, response.statusMessage, kept(response));
      response.pipe(outgoing);
      response.once('error', reject);
      inner.once('close', () => {
        if (response.complete) resolve();
        else reject(new Error('the answer was cut off'));
      });
      // A caller that has gone does not stop the function.
      outgoing.once('close', () => response.resume());
    });
    inner.once('error', reject);
    incoming.pipe(inner);
    incoming.once('error', () => inner.destroy());
  });
}

/** Names and values in turn, in their order and case. */
function kept({ rawHeaders }: IncomingMessage): string[] {
  const headers: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name, value] = rawHeaders.slice(index, index + 2);
    if (name === undefined || value === undefined || NOT_PASSED_ON.test(name)) continue;
    headers.push(name, value);
  }
  return headers;
}

/** An answer that has begun can only be cut off; one that is complete stays. */
function refuse(outgoing: ServerResponse, { status, errorCode, message }: CatalystError): void {
  if (outgoing.writableEnded) return;
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(status, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify(failureBody(errorCode, message)));
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function close(server: Server, agent: Agent): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  agent.destroy();
}
