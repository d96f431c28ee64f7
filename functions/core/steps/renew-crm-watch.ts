// Keeps the CRM's channel open while a flow waits for changed contacts: the CRM closes it after a week.

import type { InstallationId } from '../domain/ids.ts';
import type { FlowDocument } from '../flows/document.ts';
import { type Cursors, isDue, moveCursor, readCursors } from '../work/cursors.ts';
import type { ChangePollPorts } from './poll-zoho-changes.ts';
import { flowsOn } from './published-flows.ts';

const DAY_MS = 24 * 3_600_000;
/** A week is the most; an hour less, as clocks differ. */
const LIFE_MS = 7 * DAY_MS - 3_600_000;
/** A day's tries fail and there is still time. */
const RENEW_BEFORE_MS = 4 * DAY_MS;
const RETRY_MS = 15 * 60_000;

/** Before the channel's name, in the name of the cursor that says until when it is open. */
export const CRM_WATCH_CURSOR = 'crm-watch|';

/**
 * One call in three days, none while no published flow begins with a changed contact: then the channel closes by
 * itself. Until it can be opened the poll finds the same changes.
 * @param known the installation's cursors, where the caller has read them already.
 */
export async function renewCrmWatch(
  ports: ChangePollPorts,
  installation: InstallationId,
  flows: readonly FlowDocument[],
  known?: Cursors,
): Promise<void> {
  if (flowsOn(flows, ['contact.updated']).length === 0) return;
  const now = ports.clock.now();
  const company = await ports.companies.open(installation);
  if (!company.ok || company.value.contactWatch === undefined) return;
  const watch = company.value.contactWatch;
  const name = `${CRM_WATCH_CURSOR}${watch.key}`;
  const cursors = known ?? (await readCursors(ports.store, installation, [name]));
  const cursor = cursors.get(name);
  const expiresAt = cursor?.position ?? 0;
  if (expiresAt - now > RENEW_BEFORE_MS || !isDue(cursor, RETRY_MS, now)) return;
  const renewed = await watch.renew(now + LIFE_MS);
  if (!renewed.ok) {
    ports.log.warn('the channel of the CRM could not be opened', { code: renewed.problem.code });
  }
  await moveCursor(ports, installation, name, cursor, renewed.ok ? now + LIFE_MS : expiresAt);
}
