// Our own records against the gateway: everything has come to its end, the ends are true, the audit chain is whole.
import { createHash } from 'node:crypto';
import type { StoredRow, World } from './world.ts';

/** What is wrong, in words; nothing when all is at rest and right. */
export function compareStore(world: World): string[] {
  return [
    ...compareEvents(world),
    ...compareRuns(world),
    ...comparePayments(world),
    ...compareMovements(world),
    ...compareAudit(world),
  ];
}

/** Done, or at rest with a cause that names itself. */
function compareEvents({ store }: World): string[] {
  return store.Inbox.filter((event) => !isDone(event)).map(
    (event) => `event ${event.event_type} of ${event.subject} is ${event.state}: ${event.problem}`,
  );
}

/** A run may wait for the capture of an authorization, and for nothing else. */
function compareRuns({ store }: World): string[] {
  const isAuthorized = (run: StoredRow) => {
    const { paymentKey } = JSON.parse(run.input ?? '{}') as { paymentKey?: string };
    const payment = store.Payments.find((one) => one.payment_key === paymentKey);
    return payment?.state === 'authorized';
  };
  return store.Runs.filter(
    (run) => !isDone(run) && !(run.state === 'waiting' && isAuthorized(run)),
  ).map((run) => `run ${run.run_key} is ${run.state}: ${run.problem}`);
}

/** What stopped for good is told with its cause, so that nobody has to guess. */
function isDone({ state }: StoredRow): boolean {
  return state === 'done';
}

/** Each payment of the gateway is known once, in the state it has there. */
function comparePayments({ gateway, store }: World): string[] {
  return gateway
    .filter(({ kind }) => kind === 'payment')
    .flatMap((payment) => {
      const rows = store.Payments.filter((row) => row.gateway_id === payment.id);
      const expected = expectedStates(payment);
      const state = rows[0]?.state ?? 'not known';
      if (rows.length === 1 && expected.includes(state)) return [];
      return [
        `payment ${payment.id} is ${state} in ${rows.length} rows, not ${expected.join(' or ')}`,
      ];
    });
}

function expectedStates(payment: World['gateway'][number]): readonly string[] {
  if (payment.capturedMinor > 0) return ['captured', 'settled', 'disputed'];
  if (payment.voided) return ['voided'];
  if (payment.status === 'AUTHORIZED') return ['authorized'];
  return ['declined', 'reversed'];
}

/** Our log says of each movement what the gateway says, and every refund of the gateway is in it. */
function compareMovements({ gateway, store, installation }: World): string[] {
  const wrong = store.Movements.flatMap((movement) => {
    if (movement.kind === 'dispute') return [];
    const intent = (movement.movement_key ?? '').slice(installation.length + 1);
    const row =
      movement.origin === 'panel'
        ? gateway.find(({ mti }) => mti === intent)
        : gateway.find(({ id }) => id === movement.gateway_id);
    const expected = expectedOutcome(row);
    const isRight =
      expected.includes(movement.state ?? '') &&
      (row === undefined || Number(movement.amount_minor) === row.amountMinor);
    return isRight
      ? []
      : [`${movement.kind} ${intent} is ${movement.state}, at the gateway ${row?.status}`];
  });
  const refunds = gateway.filter(({ kind, status }) => kind === 'refund' && status !== 'DECLINED');
  const missing = refunds.filter(
    ({ id }) => store.Movements.filter((one) => one.gateway_id === id).length !== 1,
  );
  return [...wrong, ...missing.map(({ id }) => `refund ${id} is not in our log once`)];
}

function expectedOutcome(row: World['gateway'][number] | undefined): readonly string[] {
  if (row === undefined) return ['failed'];
  if (row.status === 'DECLINED') return ['declined', 'failed'];
  return row.voided && row.kind !== 'payment' ? ['voided'] : ['succeeded'];
}

/** No number is missing, each entry has the hash of the one before, and every sent refund is named once. */
function compareAudit({ store, installation }: World): string[] {
  const wrong: string[] = [];
  const chain = store.Audit.toSorted((a, b) =>
    String(a.audit_key).localeCompare(String(b.audit_key)),
  );
  let previous = '';
  chain.forEach((entry, index) => {
    const key = `${installation}|${String(index + 1).padStart(12, '0')}`;
    if (entry.audit_key !== key) wrong.push(`the audit chain has ${entry.audit_key} at ${key}`);
    if ((entry.previous_hash ?? '') !== previous) wrong.push(`the audit chain breaks at ${key}`);
    if (entry.hash !== hashOf(entry)) wrong.push(`audit entry ${key} was changed`);
    previous = entry.hash ?? '';
  });
  for (const movement of store.Movements.filter(({ origin }) => origin === 'panel')) {
    const asked = chain.filter(
      ({ action, subject }) => action === 'refund.requested' && subject === movement.movement_key,
    );
    const isSent = Number(movement.sent_at ?? 0) > 0;
    if (asked.length > 1 || (isSent && asked.length === 0)) {
      wrong.push(`refund ${movement.movement_key} has ${asked.length} audit entries`);
    }
  }
  return wrong;
}

/** The digest of an entry as written: all columns but the digest, in their order. */
function hashOf(entry: StoredRow): string {
  const row = {
    audit_key: entry.audit_key,
    once_key: entry.once_key,
    installation: entry.installation,
    at: Number(entry.at),
    actor_id: entry.actor_id,
    actor_name: entry.actor_name,
    action: entry.action,
    subject: entry.subject,
    detail: entry.detail,
    previous_hash: entry.previous_hash ?? '',
  };
  return createHash('sha256').update(JSON.stringify(row)).digest('hex');
}
