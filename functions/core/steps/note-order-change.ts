// What we change at the shop's orders beside the run that books their payment: kept, so that no flow takes it for news.
import type { InstallationId } from '../domain/ids.ts';
import type { Store } from '../ports/store.ts';
import type { WorkPorts } from '../work/lease.ts';
import { keepLink, moveLink, readLink } from '../work/links.ts';

/** Before the order is written: a crash in between leaves a time at which nothing was changed. */
export async function noteOrderChange(
  ports: WorkPorts,
  installation: InstallationId,
  orderId: string,
): Promise<void> {
  const now = { at: ports.clock.now() };
  const known = await readLink(ports.store, installation, 'order', orderId);
  if (known === undefined) await keepLink(ports, installation, 'order', orderId, now);
  else await moveLink(ports.store, installation, 'order', orderId, now);
}

/** Epoch ms; undefined for an order that we have not changed so. */
export async function noteOfOrderChange(
  store: Store,
  installation: InstallationId,
  orderId: string,
): Promise<number | undefined> {
  return (await readLink<{ at: number }>(store, installation, 'order', orderId))?.at;
}
