// Starts the Catalyst stand-in: the REST API, the functions' gateway, jobs and crons.
import { Faults } from '../faults.ts';
import { listen } from '../stand-in.ts';
import type { Services } from './api/context.ts';
import { restApi } from './api/rest-api.ts';
import { startGateway } from './functions/gateway.ts';
import { openProject } from './open-project.ts';
import type { CatalystOptions, CatalystStandIn } from './options.ts';

export type { CatalystOptions, CatalystStandIn } from './options.ts';

const IO_LIMIT_MS = 30_000;
const CONCURRENT_REQUESTS = 100;

/** Both ports on 127.0.0.1; each function starts at its first call. */
export async function startCatalyst(options: CatalystOptions): Promise<CatalystStandIn> {
  const addresses = { api: '', functionsBase: '' };
  const faults = new Faults();
  const { services, runner, close } = openProject(options, addresses);
  const api = await listen(restApi(services, faults), options.port);
  addresses.api = api.url;
  const gateway = await startGateway({
    runner,
    port: options.functionsPort,
    ioLimitMs: options.limits?.ioMs ?? IO_LIMIT_MS,
    concurrency: options.concurrency ?? CONCURRENT_REQUESTS,
  });
  addresses.functionsBase = `${gateway.url}/server`;
  services.jobs.resume();
  services.crons.resume();
  return {
    ...standInParts(services),
    name: 'catalyst',
    url: api.url,
    faults,
    functions: {
      base: addresses.functionsBase,
      restart: (name) => runner.restart(name),
      kill: (name, signal = 'SIGKILL', instance) => runner.kill(name, signal, instance),
      busy: () => runner.busy(),
    },
    close: async () => {
      services.jobs.close();
      await Promise.all([gateway.close(), runner.close()]);
      await api.close();
      close();
    },
  };
}

function standInParts(services: Services) {
  const { project, catalog, store, rows, outbox, jobs, crons, counts } = services;
  return {
    projectId: project.projectId,
    projectKey: project.projectKey,
    token: project.token,
    outbox,
    jobs,
    crons,
    tables: {
      overview: () =>
        catalog.tables.map((table) => ({ table: table.name, rows: store.count(table) })),
      newest: (name: string, count: number) => rows.newest(catalog.table(name), count),
    },
    onCall: (listener: (operation: string) => void) => counts.onAdd(listener),
    takeCounts: () => counts.take(),
  };
}
