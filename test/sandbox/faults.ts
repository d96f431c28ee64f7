// Fault switches: what each stand-in can be told to do wrong, and the middleware that does it.
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';

export const faultModes = [
  'cut-before', // the connection ends before anything was done
  'cut-after', // the work was done, then the connection ends without an answer
  'hang', // nothing is done and nothing is ever answered
  'hang-after', // the work was done and nothing is ever answered
  'rate-limit', // 429 in the stand-in's own words
  'bad-gateway', // an HTML 502
  'bad-json', // a 200 whose body is not JSON
  'slow', // five seconds late
] as const;
export type FaultMode = (typeof faultModes)[number];

/** One armed fault: which requests it hits and how many times. */
export interface Fault {
  readonly mode: FaultMode;
  /** Upper-case method; any when absent. */
  readonly method?: string;
  /** Part of the path with query; any when absent. */
  readonly path?: string;
  /** How many more requests it hits. */
  times: number;
}

const SLOW_MS = 5_000;

/** The switches of one stand-in. */
export class Faults {
  readonly armed: Fault[] = [];
  /** Extra switches of one stand-in (webhooks doubled, dropped, ...): name -> how many more times. */
  readonly switches = new Map<string, number>();

  arm(fault: Omit<Fault, 'times'> & { times?: number }): void {
    this.armed.push({ ...fault, times: fault.times ?? 1 });
  }

  clear(): void {
    this.armed.length = 0;
    this.switches.clear();
  }

  /** Takes one hit of the first armed fault that fits, if any. */
  take(method: string, path: string): FaultMode | undefined {
    const index = this.armed.findIndex(
      (fault) =>
        fault.times > 0 &&
        (fault.method === undefined || fault.method === method) &&
        (fault.path === undefined || path.includes(fault.path)),
    );
    const fault = this.armed[index];
    if (fault === undefined) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.armed.splice(index, 1);
    return fault.mode;
  }

  /** Takes one use of a named switch. */
  takeSwitch(name: string): boolean {
    const left = this.switches.get(name) ?? 0;
    if (left <= 0) return false;
    this.switches.set(name, left - 1);
    return true;
  }
}

export interface FaultAnswers {
  /** The body and headers of this vendor's 429. */
  rateLimit(): Response;
}

/** Middleware that applies the armed faults; put it first. */
export function applyFaults(
  faults: Faults,
  answers: FaultAnswers,
): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    const url = new URL(c.req.url);
    const mode = faults.take(c.req.method, url.pathname + url.search);
    switch (mode) {
      case undefined:
        return next();
      case 'cut-before':
        c.env.incoming.socket.destroy();
        return never();
      case 'hang':
        return never();
      case 'rate-limit':
        return answers.rateLimit();
      case 'bad-gateway':
        return c.html('<html><body><h1>502 Bad Gateway</h1></body></html>', 502);
      case 'cut-after':
        await next();
        c.env.incoming.socket.destroy();
        return never();
      case 'hang-after':
        await next();
        return never();
      case 'bad-json':
        await next();
        // Hono leaves out a response that is returned after next(): the one made there has to go first.
        c.res = undefined;
        c.res = c.body('{"truncated": ', 200, { 'content-type': 'application/json' });
        return;
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
        return next();
    }
  };
}

function never(): Promise<never> {
  return new Promise(() => {});
}
