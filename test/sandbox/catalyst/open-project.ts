// Opens the project's data and puts its services together.
import { DocumentStore } from '../document-store.ts';
import { Alarms } from './alarms.ts';
import type { Services } from './api/context.ts';
import { Bulk, type BulkJob } from './bulk.ts';
import { Cache, type CacheEntry } from './cache.ts';
import { Catalog } from './catalog.ts';
import { Counts } from './counts.ts';
import { type Cron, Crons } from './crons.ts';
import { FunctionRunner } from './functions/function-runner.ts';
import { FunctionRegistry } from './functions/registry.ts';
import { type Job, Jobs } from './jobs.ts';
import { type Mail, Outbox } from './mail.ts';
import type { CatalystOptions } from './options.ts';
import { Project } from './project.ts';
import { RowStore } from './row-store.ts';
import { Rows } from './rows.ts';
import { ZcqlEngine } from './zcql/execute.ts';

const JOB_LIMIT_MS = 900_000;
const MAX_CONCURRENT_JOBS = 10;
const POOL_IDS_FROM = 41_265_000_000_007_001n;

/** Where the servers listen: filled in once they do. */
export interface Addresses {
  api: string;
  functionsBase: string;
}

interface OpenProject {
  readonly services: Services;
  readonly runner: FunctionRunner;
  /** Stops timers and closes the files. */
  close(): void;
}

export function openProject(options: CatalystOptions, addresses: Addresses): OpenProject {
  const { clock, dataDir } = options;
  const documents = new DocumentStore(dataDir, 'catalyst');
  const alarms = new Alarms(clock);
  const project = new Project({
    timeZone: 'America/Los_Angeles',
    environment: 'Production',
    ...options,
    documents,
  });
  const catalog = new Catalog();
  const store = new RowStore(dataDir, catalog);
  const rows = new Rows(store, project, catalog);
  const files = documents.collection<{ readonly text: string }>('file');
  const ids = documents.collection<{ id: string }>('function');
  const registry = new FunctionRegistry(options.functionsDir, ids, project);
  const apiUrl = () => addresses.api;
  const jobLimitMs = options.limits?.jobMs ?? JOB_LIMIT_MS;
  const runner = new FunctionRunner({ ...options, registry, project, apiUrl, jobLimitMs });
  const jobs = new Jobs({
    jobs: documents.collection<Job>('job'),
    pools: jobPools(options.jobPools),
    runner,
    project,
    clock,
    alarms,
    maxConcurrent: options.maxConcurrentJobs ?? MAX_CONCURRENT_JOBS,
  });
  const services: Services = {
    project,
    catalog,
    store,
    rows,
    zcql: new ZcqlEngine(catalog, store, rows),
    cache: new Cache(documents.collection<CacheEntry>('cache'), clock, project),
    outbox: new Outbox(documents.collection<Mail>('mail'), clock, project),
    bulk: new Bulk({
      jobs: documents.collection<BulkJob>('bulk'),
      files,
      catalog,
      store,
      rows,
      project,
      apiUrl,
    }),
    files,
    jobs,
    crons: new Crons({
      crons: documents.collection<Cron>('cron'),
      jobs,
      registry,
      project,
      clock,
      alarms,
    }),
    registry,
    counts: new Counts(),
    connections: options.connections ?? {},
    functionsBase: () => addresses.functionsBase,
  };
  return {
    services,
    runner,
    close: () => {
      alarms.close();
      store.close();
      documents.close();
    },
  };
}

function jobPools(pools: CatalystOptions['jobPools'] = [{ name: 'tallybridge', memoryMb: 1024 }]) {
  return pools.map((pool, index) => ({ id: String(POOL_IDS_FROM + BigInt(index)), ...pool }));
}
