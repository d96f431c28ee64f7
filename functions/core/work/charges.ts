// Charge rows: one try at a time, each try's intent on disk before it is sent, each change over the state that was read.
import {
  CHARGE_TRIES_MAX,
  type ChargeState,
  chargeReference,
  mayChargeBecome,
} from '../domain/charge.ts';
import type { IntentId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { Patch, Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { NEVER_MS, type WorkPorts } from './lease.ts';
import { fromSafeText, toSafeText } from './safe-text.ts';

export type Charge = Row<'Charges'>;

/** A sent charge without an answer is asked about once the function that sent it must be over. */
const ASK_AFTER_MS = 60_000;
const CHANGE_TRIES = 20;
/** How often a held charge is looked at: people decide in their own time. */
const REVIEW_EACH_MS = 15 * 60_000;

export async function findCharge(store: Store, key: string): Promise<Charge | undefined> {
  return store.find('Charges', 'charge_key', key);
}

/** The charge of a link's secret, given the secret's hash. */
export function findChargeByLink(store: Store, linkHash: string): Promise<Charge | undefined> {
  return store.find('Charges', 'link_hash', linkHash);
}

/** The charge whose last try the gateway knows by this reference. */
export async function findChargeByReference(
  store: Store,
  installation: string,
  reference: string,
): Promise<Charge | undefined> {
  const [row] = await store.select('Charges', {
    where: [
      ['installation', '=', installation],
      ['charge_reference', '=', toSafeText(reference)],
    ],
    limit: 1,
  });
  return row;
}

export function referenceOf(charge: Charge): string {
  return fromSafeText(charge.charge_reference ?? '');
}

export type Begun =
  /** The try is ours: send it. */
  | { readonly kind: 'begun'; readonly charge: Charge }
  /** This very try was made before: it stands as it stands. */
  | { readonly kind: 'known'; readonly charge: Charge }
  /** Somebody else was quicker, or it is over. */
  | { readonly kind: 'not-open'; readonly charge: Charge };

/**
 * Begins a try: from `asked` to `sent` in one statement, so that of two pages that pay at once one gets through. The same intent again
 * begins nothing twice.
 */
export async function beginCharge(
  ports: WorkPorts,
  charge: Charge,
  intent: IntentId,
): Promise<Begun> {
  if (charge.intent_id === intent && charge.state !== 'asked') return { kind: 'known', charge };
  const tries = (charge.tries ?? 0) + 1;
  if (charge.state !== 'asked' || tries > CHARGE_TRIES_MAX || charge.intent_id === intent) {
    return { kind: 'not-open', charge };
  }
  const now = ports.clock.now();
  const patch = {
    state: 'sent',
    intent_id: intent,
    charge_reference: toSafeText(chargeReference(charge.reference ?? '', intent)),
    tries,
    inquiries: 0,
    sent_at: now,
    due_at: now + ASK_AFTER_MS,
    gateway_id: '',
    problem: '',
  };
  await ports.store.updateWhere('Charges', patch, [
    ['charge_key', '=', charge.charge_key],
    ['state', '=', 'asked'],
    ['tries', '=', tries - 1],
  ]);
  // The answer of a conditional change is a hint: money goes out on what was read back only.
  const now2 = (await findCharge(ports.store, charge.charge_key)) ?? charge;
  const isOurs = now2.intent_id === intent && now2.state === 'sent';
  return { kind: isOurs ? 'begun' : 'not-open', charge: now2 };
}

/** Records what became of a charge; a change that its states don't allow is left out, as the row knows better already. */
export async function settleCharge(
  ports: WorkPorts,
  charge: Charge,
  state: ChargeState,
  more: Patch<'Charges'> = {},
): Promise<Charge> {
  const isOver = !['asked', 'sent', 'unknown', 'in-review'].includes(state);
  const now = ports.clock.now();
  const change: Patch<'Charges'> = {
    ...(isOver ? { due_at: NEVER_MS, resolved_at: now } : {}),
    ...(state === 'asked' ? { due_at: charge.expires_at ?? NEVER_MS } : {}),
    ...(state === 'in-review' ? { due_at: now + REVIEW_EACH_MS } : {}),
    ...more,
    ...(more.problem === undefined ? {} : { problem: toSafeText(more.problem) }),
    state,
  };
  for (let attempt = 0; attempt < CHANGE_TRIES; attempt += 1) {
    const latest = (await findCharge(ports.store, charge.charge_key)) ?? charge;
    const current = latest.state as ChargeState;
    // Another try has begun since: what is known of this one is no news of that one.
    if (latest.intent_id !== charge.intent_id) return latest;
    if (current !== state && !mayChargeBecome(current, state)) return latest;
    const changed = await ports.store.updateWhere('Charges', change, [
      ['charge_key', '=', charge.charge_key],
      ['state', '=', current],
      ['tries', '=', latest.tries ?? 0],
    ]);
    if (changed === 'updated') return { ...latest, ...change };
  }
  throw new Error('a charge changed under us at every try');
}

/** Why a charge stands as it does, if there is a reason. */
export function problemOfCharge({ problem }: Charge): Problem | undefined {
  const text = fromSafeText(problem ?? '');
  return text === '' ? undefined : (JSON.parse(text) as Problem);
}
