// The ports that api, worker and timer have in common.
import { createSecrets } from '../connectors/system/sealed-secrets.ts';
import { jsonLog, systemClock, systemRandom } from '../connectors/system/system-ports.ts';
import { guardTransport } from '../connectors/transport/guarded-transport.ts';
import { createWitness } from '../connectors/transport/witness.ts';
import type { Priority } from '../work/call-budget.ts';
import { guardLog, guardMailer, guardRows } from './card-guards.ts';
import { createCompanies } from './companies.ts';
import { environmentSwitch, environmentText, gatewayUrls, masterKeys } from './environment.ts';
import { createFunctionStore } from './function-store.ts';
import { systemPublicTransport } from './notices.ts';
import { systemOutwardTransport } from './outward-transport.ts';

/** @param priority who the entry's calls are for. */
export function createSharedPorts(priority: Priority) {
  const { store: bareStore, mailer: bareMailer, attach } = createFunctionStore();
  const [store, mailer, log] = [guardRows(bareStore), guardMailer(bareMailer), guardLog(jsonLog)];
  const master = masterKeys();
  const secrets = createSecrets(master.current, master.previous);
  const base = { store, secrets, clock: systemClock, random: systemRandom, log };
  const testTransport = systemOutwardTransport();
  const { transport, witness } = createWitness(guardTransport(testTransport));
  const publicTransport = guardTransport(
    systemPublicTransport(environmentSwitch('TALLYBRIDGE_LOCAL_CHANNELS')),
  );
  const publicUrl = environmentText('TALLYBRIDGE_PUBLIC_URL')?.replace(/\/+$/, '');
  const sides = { priority, transport, mailer, publicTransport, publicUrl };
  const companies = createCompanies({ ...base, ...sides });
  /** Loaded when somebody sets up or the doctor comes. */
  const openSetups = async () => {
    const { createSetups } = await import('./setups.ts');
    const urls = gatewayUrls();
    const outward = { priority, transport, testTransport, gatewayUrls: urls, publicUrl };
    return createSetups({ ...base, ...outward });
  };
  return { attach, transport, ports: { ...base, companies, witness, openSetups } };
}
