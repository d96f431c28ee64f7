// The timer's safety net for webhooks of Zoho that get lost: what has changed lately is announced once more.
import type { InstallationId } from '../domain/ids.ts';
import type { FlowDocument } from '../flows/document.ts';
import { type WatchedRecord, watchedRecords } from '../ports/changes.ts';
import type { Companies, Company } from '../ports/company.ts';
import type { Clock, Log } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { type Cursor, type Cursors, isDue, moveCursor, readCursors } from '../work/cursors.ts';
import { putInInbox } from '../work/inbox.ts';
import { flowsOn } from './published-flows.ts';
import { triggersOf, watchedTriggers } from './zoho-triggers.ts';

export interface ChangePollPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly companies: Companies;
}

const EACH_MS = 5 * 60_000;
/** The timer's minutes are not exact. */
const SLACK_MS = 30_000;
/** How far Zoho's lists may lag behind, and its clock behind ours. */
const LAG_MS = 10 * 60_000;
/** Longer ago nobody waited for changes, or we were down: older ones are no news. */
const LOOK_BACK_MAX_MS = 24 * 3_600_000;

const nameOf = (record: WatchedRecord) => `changes|${record}`;

/**
 * Every five minutes for each kind of record that a published flow waits for, and for no other. It begins with what
 * changes from now on; the cursor stays where a list could not be read.
 * @param known the installation's cursors, where the caller has read them already.
 */
export async function pollZohoChanges(
  ports: ChangePollPorts,
  installation: InstallationId,
  flows: readonly FlowDocument[],
  known?: Cursors,
): Promise<void> {
  const wanted = watchedRecords.filter((record) => flowsOn(flows, triggersOf(record)).length > 0);
  if (wanted.length === 0) return;
  const now = ports.clock.now();
  const cursors = known ?? (await readCursors(ports.store, installation, wanted.map(nameOf)));
  const due = wanted.filter((record) =>
    isDue(cursors.get(nameOf(record)), EACH_MS - SLACK_MS, now),
  );
  if (due.length === 0) return;
  const company = await ports.companies.open(installation);
  if (!company.ok) return;
  for (const record of due) {
    await pollRecords(ports, company.value, record, cursors.get(nameOf(record)));
  }
}

async function pollRecords(
  ports: ChangePollPorts,
  company: Company,
  record: WatchedRecord,
  cursor: Cursor | undefined,
): Promise<void> {
  const { installation } = company;
  const now = ports.clock.now();
  const move = (position: number) =>
    moveCursor(ports, installation, nameOf(record), cursor, position);
  if (cursor === undefined) {
    await move(now);
    return;
  }
  const position = cursor.position ?? now;
  const since = Math.max(position, now - LOOK_BACK_MAX_MS) - LAG_MS;
  const read = await company.changes[record].changedSince(since);
  if (!read.ok) {
    ports.log.warn('poll failed', { operation: `changes ${record}`, code: read.problem.code });
    await move(position);
    return;
  }
  for (const { id, changedAt } of read.value) {
    await putInInbox(ports, {
      installation,
      source: watchedTriggers[record].source,
      type: record,
      subject: id,
      sameness: [record, id, String(changedAt)],
      body: '',
    });
  }
  await move(Math.max(position, now));
}
