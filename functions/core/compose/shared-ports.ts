// The ports that api, worker and timer have in common.
import { createSecrets } from '../connectors/system/sealed-secrets.ts';
import { jsonLog, systemClock, systemRandom } from '../connectors/system/system-ports.ts';
import { createFetchTransport } from '../connectors/transport/fetch-transport.ts';
import { createWitness } from '../connectors/transport/witness.ts';
import type { Priority } from '../work/call-budget.ts';
import { createCompanies } from './companies.ts';
import { environmentSwitch, environmentVariable } from './environment.ts';
import { createFunctionStore } from './function-store.ts';
import { systemPublicTransport } from './notices.ts';

/** @param priority who the entry's calls are for. */
export function createSharedPorts(priority: Priority) {
  const { store, mailer, attach } = createFunctionStore();
  const secrets = createSecrets(environmentVariable('TALLYBRIDGE_MASTER_KEY'));
  const base = { store, secrets, clock: systemClock, random: systemRandom, log: jsonLog };
  const { transport, witness } = createWitness(createFetchTransport());
  const publicTransport = systemPublicTransport(environmentSwitch('TALLYBRIDGE_LOCAL_CHANNELS'));
  const companies = createCompanies({ ...base, priority, transport, mailer, publicTransport });
  return { attach, ports: { ...base, companies, witness } };
}
