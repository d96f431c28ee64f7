// A record has changed at Zoho: its last change is re-read, and the flows that begin with such a change start.
import type { InstallationId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { TriggerName } from '../flows/triggers.ts';
import { type RecordChange, type WatchedRecord, watchedRecords } from '../ports/changes.ts';
import type { Companies } from '../ports/company.ts';
import type { Row } from '../store/schema.ts';
import { announceChange, type ChangePorts } from './announce-change.ts';
import { triggersOf, watchedTriggers } from './zoho-triggers.ts';

export interface ZohoChangePorts extends ChangePorts {
  readonly companies: Companies;
}

/** Zoho still writes to a record while it is being made: so soon after, a change is a part of that. */
const MAKING_MS = 2_000;
/** A change so soon after the record was made may be all that was announced of it. */
const NEWS_MS = 3_600_000;

/** What an event of the inbox is about; undefined when it is of another kind. */
export function watchedRecordOf(event: Row<'Inbox'>): WatchedRecord | undefined {
  return watchedRecords.find(
    (record) => record === event.event_type && watchedTriggers[record].source === event.source,
  );
}

/**
 * Costs nothing where no flow begins with it, one call otherwise. Whoever announces the same change again, a webhook or a
 * poll, starts nothing twice: a run is told by the record's own time of change.
 */
export async function announceZohoChange(
  ports: ZohoChangePorts,
  installation: InstallationId,
  record: WatchedRecord,
  id: string,
): Promise<Problem | undefined> {
  if (!(await isWaitedFor(ports, installation, record))) return undefined;
  const opened = await ports.companies.open(installation);
  if (!opened.ok) return opened.problem;
  const read = await opened.value.changes[record].read(id);
  // Deleted, or merged into another: there is nothing to do for it any more.
  if (!read.ok) return read.problem.code === 'not-found' ? undefined : read.problem;
  if (read.value === undefined) return undefined;
  for (const news of newsOf(record, read.value)) {
    await announce(ports, installation, record, id, news);
  }
  return undefined;
}

/** Whether any flow begins with a change of such a record. */
async function isWaitedFor(
  ports: ChangePorts,
  installation: InstallationId,
  record: WatchedRecord,
): Promise<boolean> {
  for (const trigger of triggersOf(record)) {
    if ((await ports.flows.startedBy(installation, trigger)).length > 0) return true;
  }
  return false;
}

interface News {
  readonly on: TriggerName;
  /** Epoch ms. */
  readonly at: number;
  readonly byTallybridge: boolean;
}

/**
 * What is new about a record. That we have made it is told by our key in it; that a change is ours by the user whose
 * consent we act with, so what that person does by hand counts as ours too.
 */
function newsOf(record: WatchedRecord, change: RecordChange): readonly News[] {
  const { made, changed } = watchedTriggers[record];
  const { createdAt, changedAt, madeByUs, changedByUs } = change;
  if (made === undefined) return [{ on: changed, at: changedAt, byTallybridge: changedByUs }];
  const age = changedAt - createdAt;
  const news: News[] = [];
  if (age <= NEWS_MS) news.push({ on: made, at: createdAt, byTallybridge: madeByUs });
  if (age > MAKING_MS) news.push({ on: changed, at: changedAt, byTallybridge: changedByUs });
  return news;
}

function announce(
  ports: ZohoChangePorts,
  installation: InstallationId,
  record: WatchedRecord,
  id: string,
  { on, at, byTallybridge }: News,
): Promise<void> {
  const given = { [watchedTriggers[record].given]: { id } };
  const subject = `zoho|${record}|${id}`;
  return announceChange(ports, installation, {
    on: [on],
    subject,
    at: String(at),
    lane: `${installation}|${subject}`,
    input: { given },
    data: { ...given, change: { byTallybridge } },
  });
}
