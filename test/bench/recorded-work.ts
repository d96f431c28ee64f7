// Records what one thing that happens costs: every call that it causes, until all is quiet again.
import { setTimeout as delay } from 'node:timers/promises';
import type { BenchCompany } from './bench-company.ts';
import { isIdleLook, storeCalls } from './store-calls.ts';
import { type Recording, recordCalls, type WireCall } from './wire-counts.ts';

const TIMEOUT_MS = 30_000;
/** Longer than any pause between two calls of a function. */
const QUIET_MS = 150;

/** What one thing cost, by where its calls arrived. */
export interface Work {
  readonly calls: readonly WireCall[];
  /** From the start to the last call that did something. */
  readonly elapsedMs: number;
  /** Of this process, where the stand-ins are: hardly longer when the machine is busy with something else. */
  readonly standInCpuMs: number;
  readonly jobs: number;
}

/** @throws when it is not over after half a minute. */
export async function recordWork(
  company: BenchCompany,
  start: () => Promise<unknown>,
): Promise<Work> {
  const { catalyst } = company;
  catalyst.takeCounts();
  const recording = record(company);
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  await start();
  await untilQuiet(company, recording);
  const { user, system } = process.cpuUsage(cpuBefore);
  const calls = recording.stop();
  const counts = catalyst.takeCounts();
  checkAgainst(counts, calls);
  const idle = new Set(idleCalls(calls));
  const endedAt = calls.findLast((call) => !idle.has(call))?.endedAt ?? startedAt;
  return {
    calls,
    elapsedMs: endedAt - startedAt,
    standInCpuMs: (user + system) / 1_000,
    jobs: counts['job.submit'] ?? 0,
  };
}

/** Resolves when no job runs and nobody has called for a moment. */
async function untilQuiet({ catalyst }: BenchCompany, recording: Recording): Promise<void> {
  const end = performance.now() + TIMEOUT_MS;
  let seen = -1;
  for (;;) {
    const running = catalyst.jobs.list().some(({ status }) => /PENDING|RUNNING/.test(status));
    if (!running && recording.calls.length === seen) return;
    if (performance.now() > end) throw new Error('the functions did not come to rest');
    seen = recording.calls.length;
    await delay(QUIET_MS);
  }
}

/** Reads along at every side of the company. */
function record({ catalyst, cybersource, shop, zoho }: BenchCompany): Recording {
  return recordCalls({
    store: catalyst.url,
    accounts: zoho.accounts.url,
    zoho: zoho.api.url,
    gateway: cybersource.url,
    shop: shop.url,
  });
}

function idleCalls(calls: readonly WireCall[]): WireCall[] {
  return calls.filter((call) => storeCalls([call]).some(isIdleLook));
}

/** @throws when the stand-in has counted other store calls than came by: then one of the two is wrong. */
function checkAgainst(counted: Readonly<Record<string, number>>, calls: readonly WireCall[]): void {
  const inStandIn = Object.entries(counted)
    .filter(([operation]) => /^(row|zcql)\./.test(operation))
    .reduce((sum, [, count]) => sum + count, 0);
  const onTheWire = storeCalls(calls).length;
  if (inStandIn !== onTheWire) {
    throw new Error(`the stand-in counted ${inStandIn} store calls, ${onTheWire} came by`);
  }
}

/** Calls of one Zoho product, e.g. `books`. */
export function productCalls({ calls }: Work, product: string): number {
  return calls.filter(({ service, path }) => service === 'zoho' && path.startsWith(`/${product}/`))
    .length;
}

export function serviceCalls({ calls }: Work, service: string): number {
  return calls.filter((call) => call.service === service).length;
}
