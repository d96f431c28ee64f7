// Bugs on purpose, put between the product and its ports: a simulation that finds none of them proves nothing.
import { createHash } from 'node:crypto';
import type { Transport } from '../../functions/core/ports/platform.ts';
import type { Store } from '../../functions/core/ports/store.ts';
import { unpackBody } from '../../functions/core/work/packed-text.ts';

export const plantedBugs = [
  /** Whoever asked for a lease believes that they have it. */
  'no-read-back-after-claim',
  /** A refund without an answer counts as one that was never sent. */
  'timeout-means-failed',
  /** Deliveries are told apart by their trace id, which is a new one at every try. */
  'dedupe-on-trace-id',
] as const;
export type PlantedBug = (typeof plantedBugs)[number];

export function plantInStore(bug: PlantedBug | undefined, store: Store): Store {
  if (bug === 'no-read-back-after-claim') return withoutReadBack(store);
  if (bug === 'dedupe-on-trace-id') return dedupedOnTraceId(store);
  return store;
}

export function plantInTransport(bug: PlantedBug | undefined, transport: Transport): Transport {
  if (bug !== 'timeout-means-failed') return transport;
  return {
    send: async (request) => {
      const outcome = await transport.send(request);
      const isLostRefund = outcome.kind === 'no-answer' && request.url.endsWith('/refunds');
      return isLostRefund ? { ...outcome, neverSent: true } : outcome;
    },
  };
}

/** After a claim the row is read with the token that was asked for, whoever's token it has. */
function withoutReadBack(store: Store): Store {
  const claimed = new Map<string, object>();
  return {
    ...store,
    updateWhere: async (table, patch, where) => {
      const done = await store.updateWhere(table, patch, where);
      const isClaim = 'lease_token' in patch || 'send_token' in patch;
      const key = where[0]?.[2];
      if (isClaim && done !== 'duplicate' && typeof key === 'string') claimed.set(key, patch);
      return done;
    },
    find: async (table, column, value) => {
      const row = await store.find(table, column, value);
      const patch = claimed.get(value);
      claimed.delete(value);
      return row === undefined || patch === undefined ? row : { ...row, ...patch };
    },
  };
}

function dedupedOnTraceId(store: Store): Store {
  const insert: Store['insert'] = (table, row) => {
    if (table !== 'Inbox' || !('source' in row) || row.source !== 'cybersource') {
      return store.insert(table, row);
    }
    const { transactionTraceId } = JSON.parse(unpackBody({ ...row, ROWID: '' } as never)) as {
      transactionTraceId: string;
    };
    const key = `trace|${createHash('sha256').update(transactionTraceId).digest('hex')}`;
    return store.insert(table, { ...row, event_key: key });
  };
  return { ...store, insert };
}
