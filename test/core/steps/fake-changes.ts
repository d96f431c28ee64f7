// What people change at a Zoho that lives in memory, and how often it was asked for that.
import { problem } from '../../../functions/core/domain/problem.ts';
import { ok, refused } from '../../../functions/core/domain/result.ts';
import {
  type ChangeFeed,
  type ChangeFeeds,
  type RecordChange,
  type WatchedRecord,
  watchedRecords,
} from '../../../functions/core/ports/changes.ts';

export function createFakeChanges(calls: string[]) {
  const changed = new Map<WatchedRecord, Map<string, RecordChange>>();
  const of = (record: WatchedRecord) => changed.get(record) ?? new Map<string, RecordChange>();
  const feed = (record: WatchedRecord): ChangeFeed => ({
    async read(id) {
      calls.push(`read change of ${record}`);
      const found = of(record).get(id);
      return found === undefined ? refused(problem('not-found', 'none', { what: id })) : ok(found);
    },
    async changedSince(sinceMs) {
      calls.push(`look for changed ${record}`);
      return ok([...of(record).values()].filter(({ changedAt }) => changedAt >= sinceMs));
    },
  });
  const feeds = Object.fromEntries(watchedRecords.map((one) => [one, feed(one)])) as ChangeFeeds;
  return {
    feeds,
    /** Somebody changes a record. */
    change(
      record: WatchedRecord,
      change: Partial<RecordChange> & { id: string; changedAt: number },
    ) {
      const made = { createdAt: change.changedAt, madeByUs: false, changedByUs: false, ...change };
      changed.set(record, new Map([...of(record), [change.id, made]]));
    },
  };
}
