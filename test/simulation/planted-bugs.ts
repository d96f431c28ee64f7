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
  /** What is sent again goes out under another intent. */
  'second-intent-on-retry',
  /** A void that has gone through leaves no entry in the log. */
  'void-forgets-its-entry',
  /** Whoever decides on a request believes to have been the first. */
  'approval-not-claimed',
  /** A bank's no for good sounds like one for now. */
  'declines-sound-alike',
  /** What an instance has once read of an invoice holds for ever. */
  'invoice-read-once',
  /** Whatever the customer does on the bank's page, the bank confirms it. */
  'any-confirmation-counts',
  /** A payment that is written into the books again takes its fee once more. */
  'fee-twice-on-retry',
] as const;
export type PlantedBug = (typeof plantedBugs)[number];

export function plantInStore(bug: PlantedBug | undefined, store: Store): Store {
  if (bug === 'no-read-back-after-claim') return withoutReadBack(store);
  if (bug === 'dedupe-on-trace-id') return dedupedOnTraceId(store);
  if (bug === 'void-forgets-its-entry') return withoutVoids(store);
  if (bug === 'approval-not-claimed') return withoutClaims(store);
  return store;
}

/** @param sent the intents that this world's instances have sent so far. */
export function plantInTransport(
  bug: PlantedBug | undefined,
  transport: Transport,
  sent: Set<string>,
): Transport {
  if (bug === 'second-intent-on-retry') return withSecondIntents(transport, sent);
  if (bug === 'declines-sound-alike') return withAnswers(transport, soundAlike);
  if (bug === 'any-confirmation-counts') return withAnswers(transport, confirmAnyway);
  if (bug === 'fee-twice-on-retry') return withFeesTwice(transport, sent);
  if (bug === 'invoice-read-once') return withOldInvoices(transport);
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

function withSecondIntents(transport: Transport, sent: Set<string>): Transport {
  return {
    send: (request) => {
      const intent = /"transactionId":"([^"]+)"/.exec(request.body ?? '')?.[1];
      if (intent === undefined) return transport.send(request);
      if (!sent.has(intent)) {
        sent.add(intent);
        return transport.send(request);
      }
      const body = request.body?.replaceAll(intent, `${intent.slice(0, -1)}_`) ?? '';
      return transport.send({ ...request, body });
    },
  };
}

/** Who looks for an earlier try's payment first is trying again. @param sent also what was looked for. */
function withFeesTwice(transport: Transport, sent: Set<string>): Transport {
  return {
    send: (request) => {
      const { pathname, searchParams } = new URL(request.url);
      if (!pathname.endsWith('/customerpayments')) return transport.send(request);
      const [, reference = ''] = /"reference_number":"(\d+)"/.exec(request.body ?? '') ?? [];
      if (request.method === 'GET') sent.add(`again ${searchParams.get('reference_number')}`);
      if (!sent.has(`again ${reference}`)) return transport.send(request);
      const twice = (_: string, fee: string) => `"bank_charges":${2 * Number(fee)}`;
      const body = (request.body ?? '').replace(/"bank_charges":([0-9.]+)/, twice);
      return transport.send({ ...request, body });
    },
  };
}

type ChangeBody = (url: string, body: string) => string;

function withAnswers(transport: Transport, change: ChangeBody): Transport {
  return {
    send: async (request) => {
      const outcome = await transport.send(request);
      if (outcome.kind !== 'answered') return outcome;
      return { ...outcome, body: change(request.url, outcome.body) };
    },
  };
}

const soundAlike: ChangeBody = (_, body) =>
  body.replace(/STOLEN_LOST_CARD|EXPIRED_CARD/, 'INSUFFICIENT_FUND');

const confirmAnyway: ChangeBody = (url, body) =>
  url.endsWith('/authentication-results')
    ? body.replace(
        /"AUTHENTICATION_FAILED","consumerAuthenticationInformation":\{\}/,
        '"AUTHENTICATION_SUCCESSFUL","consumerAuthenticationInformation":{"cavv":"none"}',
      )
    : body;

function withOldInvoices(transport: Transport): Transport {
  const read = new Map<string, Awaited<ReturnType<Transport['send']>>>();
  return {
    send: async (request) => {
      const isRead = request.method === 'GET' && /\/invoices\/\d+\?/.test(request.url);
      const known = isRead ? read.get(request.url) : undefined;
      if (known !== undefined) return known;
      const outcome = await transport.send(request);
      if (isRead && outcome.kind === 'answered') read.set(request.url, outcome);
      return outcome;
    },
  };
}

function withoutVoids(store: Store): Store {
  return {
    ...store,
    updateWhere: async (table, patch, where) => {
      const done = await store.updateWhere(table, patch, where);
      const key = where[0]?.[2];
      const isOver = table === 'Movements' && 'state' in patch && patch.state === 'succeeded';
      if (!isOver || typeof key !== 'string') return done;
      const row = await store.find('Movements', 'movement_key', key);
      if (row?.kind === 'void') await store.delete('Movements', row.ROWID);
      return done;
    },
  };
}

function withoutClaims(store: Store): Store {
  const insert: Store['insert'] = async (table, row) => {
    const inserted = await store.insert(table, row);
    const isDecision = table === 'Tasks' && 'action' in row && row.action === 'approval';
    if (inserted.kind === 'inserted' || !isDecision) return inserted;
    return { kind: 'inserted', row: { ...row, ROWID: '' } as never };
  };
  return { ...store, insert };
}
