// A small world around the steps: a store in memory, a clock that tests move, a fake company, the worker's loop.
import { ok } from '../../../functions/core/domain/result.ts';
import type { FlowLibrary } from '../../../functions/core/flows/library.ts';
import type { Log, Random } from '../../../functions/core/ports/platform.ts';
import { type Store, StoreFailure } from '../../../functions/core/ports/store.ts';
import { drainWork } from '../../../functions/core/steps/drain-work.ts';
import { createMemoryStore, type Interceptor } from '../../../functions/core/store/memory-store.ts';
import { putInInbox } from '../../../functions/core/work/inbox.ts';
import { createFakeCompany } from './fake-company.ts';
import {
  INSTALLATION,
  MERCHANT,
  order,
  type TransactionSeed,
  transaction,
} from './fake-transactions.ts';
import { mappingLibrary } from './mapping-library.ts';

export const START_MS = 1_795_000_000_000;

/** Repeatable randomness (mulberry32). */
export function seededRandom(seed: number): Random & { fraction(): number } {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    fraction,
    bytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(fraction() * 256)),
  };
}

export function createWorld(
  options: {
    seed?: number;
    intercept?: Interceptor;
    step?: (name: string) => Promise<void>;
    store?: Store;
    flows?: Partial<FlowLibrary>;
  } = {},
) {
  let now = START_MS;
  const fake = createFakeCompany(options.step);
  const warnings: string[] = [];
  const log: Log = {
    info: () => {},
    warn: (message, fields) => warnings.push(`${message} ${fields?.code ?? ''}`),
    error: (message, fields) => warnings.push(`${message} ${fields?.code ?? ''}`),
  };
  const { map: _, ...flows } = options.flows ?? {};
  const companies = { open: async () => ok(fake.company), list: async () => [INSTALLATION] };
  const ports = {
    store: options.store ?? createMemoryStore(options.intercept),
    clock: { now: () => now },
    random: seededRandom(options.seed ?? 1),
    log,
    companies,
    flows: { ...mappingLibrary(companies), ...flows },
    witness: { watch: async <T>(work: () => Promise<T>) => ({ value: await work() }) },
  };
  return {
    ...fake,
    ports,
    warnings,
    advance: (ms: number) => {
      now += ms;
    },
    /** Something happens at the gateway, and (unless `quiet`) is announced. */
    async happens(seed: TransactionSeed, announced = true): Promise<void> {
      fake.transactions.set(seed.id, transaction(seed));
      if (announced) await this.announce(seed.id);
    },
    async announce(id: string, type = 'payments.payments.accept', salt = ''): Promise<void> {
      await putInInbox(ports, {
        installation: INSTALLATION,
        source: 'cybersource',
        type,
        subject: id,
        merchantId: MERCHANT,
        sameness: [type, id, salt],
        body: '{}',
      });
    },
    places(id: string, totalMinor: number, email?: string): void {
      fake.orders.set(id, order(id, totalMinor, email));
    },
    work: () => drainWork(ports, now + 3_600_000),
    /** Lets retries, leases and inquiries come due until all is quiet. */
    async heal(): Promise<void> {
      for (let round = 0; round < 100; round += 1) {
        await drainWork(ports, now + 3_600_000).catch((error: unknown) => {
          // As on the platform: a worker that the store let down is over, and the next one comes.
          if (!(error instanceof StoreFailure)) throw error;
        });
        now += round < 20 ? 60_000 : 15 * 60_000;
      }
    },
  };
}

export type World = ReturnType<typeof createWorld>;
