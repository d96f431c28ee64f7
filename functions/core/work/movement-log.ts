// The movement log: every movement of a payment's money takes the next place in one order that all agree on.
import type { InstallationId, PaymentKey } from '../domain/ids.ts';
import type { MovementEntry, MovementKind, MovementState } from '../domain/movement.ts';
import { mayBecome } from '../domain/movement.ts';
import type { Problem } from '../domain/problem.ts';
import type { Clock, Random } from '../ports/platform.ts';
import type { Patch, Store } from '../ports/store.ts';
import type { NewRow, Row } from '../store/schema.ts';
import { randomToken } from './lease.ts';
import { fromSafeText, toSafeText } from './safe-text.ts';

export interface LogPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
}

export type Movement = Row<'Movements'>;

/** Data Store reads at most 300 rows: a fuller log is refused rather than read in part. */
const LOG_LENGTH_MAX = 299;
const PLACE_TRIES = 300;
const CHANGE_TRIES = 20;

export function movementKey(installation: InstallationId, intent: string): string {
  return `${installation}|${intent}`;
}

/** The log of one payment in the order in which its movements took their places. */
export async function readLog(store: Store, payment: PaymentKey): Promise<Movement[]> {
  const rows = await store.select('Movements', { where: [['payment_key', '=', payment]] });
  return rows.sort((a, b) => placeOf(a) - placeOf(b));
}

/** Its number in the payment's log; the first one is 1. */
export function placeOf(movement: Movement): number {
  return Number(movement.slot.slice(movement.slot.lastIndexOf('#') + 1));
}

export function entryOf(movement: Movement): MovementEntry {
  return {
    kind: movement.kind as MovementKind,
    state: movement.state as MovementState,
    amountMinor: movement.amount_minor,
  };
}

export type Placed<E> =
  | { readonly kind: 'placed'; readonly movement: Movement; readonly log: readonly Movement[] }
  | { readonly kind: 'known'; readonly movement: Movement; readonly log: readonly Movement[] }
  | { readonly kind: 'refused'; readonly problem: E };

/**
 * Puts a movement into the log, or finds it there. `judge` sees the whole log up to the place that the movement
 * would take; the place is a unique key, so two writers can't both have judged the same log and both be let in:
 * the second reads again and judges again. This is why more can never go out than came in.
 * @param believed the log as the caller has reason to believe it is; a place that is taken proves it wrong.
 */
export async function placeMovement<E>(
  ports: LogPorts,
  row: Omit<NewRow<'Movements'>, 'slot'>,
  judge: (
    log: readonly Movement[],
  ) => { readonly refuse: E } | { readonly patch: Patch<'Movements'> },
  believed?: readonly Movement[],
): Promise<Placed<E>> {
  for (let attempt = 0; attempt < PLACE_TRIES; attempt += 1) {
    const log =
      attempt === 0 && believed !== undefined
        ? believed
        : await readLog(ports.store, row.payment_key as PaymentKey);
    const known = log.find((movement) => movement.movement_key === row.movement_key);
    if (known !== undefined) return { kind: 'known', movement: known, log };
    if (log.length >= LOG_LENGTH_MAX) throw new Error('the movement log of a payment is full');
    const verdict = judge(log);
    if ('refuse' in verdict) return { kind: 'refused', problem: verdict.refuse };
    const last = log.at(-1);
    const next = last === undefined ? 1 : placeOf(last) + 1;
    const inserted = await ports.store.insert('Movements', {
      ...row,
      ...verdict.patch,
      slot: `${row.payment_key}#${next}`,
    });
    if (inserted.kind === 'inserted') return { kind: 'placed', movement: inserted.row, log };
  }
  throw new Error('no place in the movement log after many tries');
}

/**
 * Takes the right to send a movement (again): one caller per state and due time gets it, read back by token.
 * @returns the movement as it is now, when the right is ours.
 */
export async function takeSendRight(
  ports: LogPorts,
  movement: Movement,
  patch: { readonly state: MovementState; readonly due_at: number; readonly sent_at?: number },
): Promise<Movement | undefined> {
  const token = randomToken(ports.random);
  await ports.store.updateWhere('Movements', { ...patch, send_token: token }, [
    ['movement_key', '=', movement.movement_key],
    ['state', '=', movement.state],
    ['due_at', '=', movement.due_at ?? 0],
  ]);
  const now = await ports.store.find('Movements', 'movement_key', movement.movement_key);
  return now?.send_token === token ? now : undefined;
}

/**
 * Records what became of a movement, in one conditional statement over the state that was read. A change that the states
 * don't allow is left out (the row already knows better); the answer is the row as it is then.
 */
export async function settleMovement(
  ports: LogPorts,
  movement: Movement,
  state: MovementState,
  patch: Patch<'Movements'> = {},
): Promise<Movement> {
  const safe = safeColumns(patch);
  if (movement.state === state && isNoted(movement, safe)) return movement;
  const over = state === 'succeeded' || state === 'declined' || state === 'failed';
  const change: Patch<'Movements'> = {
    ...safe,
    state,
    ...(over ? { due_at: 0, resolved_at: ports.clock.now() } : {}),
  };
  for (let attempt = 0; attempt < CHANGE_TRIES; attempt += 1) {
    const key = movement.movement_key;
    const latest = (await ports.store.find('Movements', 'movement_key', key)) ?? movement;
    const current = latest.state as MovementState;
    if (current !== state && !mayBecome(current, state)) return latest;
    const changed = await ports.store.updateWhere('Movements', change, [
      ['movement_key', '=', key],
      ['state', '=', current],
    ]);
    if (changed === 'updated') return { ...latest, ...change };
  }
  throw new Error('a movement changed under us at every try');
}

/** Other people's text, fit for a conditional statement. */
function safeColumns(patch: Patch<'Movements'>): Patch<'Movements'> {
  const { problem, gateway_status, ...rest } = patch;
  return {
    ...rest,
    ...(problem === undefined ? {} : { problem: toSafeText(problem) }),
    ...(gateway_status === undefined ? {} : { gateway_status: toSafeText(gateway_status) }),
  };
}

/** Why a movement stands as it does, if there is a reason. */
export function problemOfMovement({ problem }: Movement): Problem | undefined {
  return problem ? (JSON.parse(fromSafeText(problem)) as Problem) : undefined;
}

function isNoted(movement: Movement, patch: Patch<'Movements'>): boolean {
  const columns = Object.entries(patch) as [keyof Movement, unknown][];
  return columns.every(([column, value]) => (movement[column] ?? '') === value);
}
