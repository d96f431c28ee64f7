// Charge rows: found, and changed over the state that was read.
import { type ChargeShare, type ChargeState, mayBegin, mayChargeBecome } from '../domain/charge.ts';
import type { Customer } from '../domain/customer.ts';
import type { Problem } from '../domain/problem.ts';
import type { Condition, Patch, Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { NEVER_MS, type WorkPorts } from './lease.ts';
import { fromSafeText, toSafeText } from './safe-text.ts';

export type Charge = Row<'Charges'>;

const CHANGE_TRIES = 20;
/** How often a held charge is looked at: people decide in their own time. */
const REVIEW_EACH_MS = 15 * 60_000;

/** One store read. */
const SEVERAL_MAX = 300;

/** How it is collected: what has no link is a saved card's. */
export function wayOf({
  charge_key,
  link_hash,
}: Pick<Charge, 'charge_key' | 'link_hash'>): 'link' | 'saved-card' {
  return link_hash === charge_key ? 'saved-card' : 'link';
}

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

/** The customer that was asked, as the books knew them then. */
export function customerOf({ bill_to }: Charge): Customer | undefined {
  return bill_to ? (JSON.parse(bill_to) as Customer) : undefined;
}

/** What it takes of which invoices, in the order in which they are paid; none where it is for none. */
export function sharesOf(charge: Charge): readonly ChargeShare[] {
  const { books_invoice_id: id, invoices, reference = '', amount_minor: amountMinor } = charge;
  if (invoices) return JSON.parse(invoices) as readonly ChargeShare[];
  return id && amountMinor > 0 ? [{ id, number: reference, amountMinor }] : [];
}

/** What it takes of this one. */
export function shareOf(charge: Charge, invoiceId: string): number {
  return sharesOf(charge).find(({ id }) => id === invoiceId)?.amountMinor ?? 0;
}

/** Requests of these customers, or of the whole company, that are for several invoices each. */
export function selectForSeveral(
  store: Store,
  installation: string,
  where: readonly Condition<'Charges'>[],
): Promise<readonly Charge[]> {
  return store.select('Charges', {
    where: [['installation', '=', installation], ['invoice_count', '>=', 2], ...where],
    orderBy: ['created_at', 'desc'],
    limit: SEVERAL_MAX,
  });
}

export function referenceOf(charge: Charge): string {
  return fromSafeText(charge.charge_reference ?? '');
}

/** Records what became of a charge; a change that its states don't allow is left out, as the row knows better already. */
export async function settleCharge(
  ports: WorkPorts,
  charge: Charge,
  state: ChargeState,
  more: Patch<'Charges'> = {},
): Promise<Charge> {
  const isOver = !mayBegin(state) && !['sent', 'unknown', 'in-review'].includes(state);
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
