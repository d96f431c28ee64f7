// Begins a try of a charge: its intent on disk, one try at a time, and never so that an invoice is collected twice.
import { CHARGE_TRIES_MAX, chargeReference, mayBegin } from '../domain/charge.ts';
import type { IntentId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { Store } from '../ports/store.ts';
import {
  type Charge,
  findCharge,
  selectForSeveral,
  settleCharge,
  shareOf,
  sharesOf,
  wayOf,
} from './charges.ts';
import { randomToken, type WorkPorts } from './lease.ts';
import { toSafeText } from './safe-text.ts';

/** A sent charge without an answer is asked about once the function that sent it must be over. */
const ASK_AFTER_MS = 60_000;
const BEGIN_TRIES = 20;
/** One store read. */
const CHARGES_MAX = 300;

export type Begun =
  /** The try is ours: send it. */
  | { readonly kind: 'begun'; readonly charge: Charge }
  /** This very try was made before: it stands as it stands. */
  | { readonly kind: 'known'; readonly charge: Charge }
  /** Somebody else was quicker, or it is over. */
  | { readonly kind: 'not-open'; readonly charge: Charge }
  /** The invoice has no room for it. */
  | { readonly kind: 'refused'; readonly charge: Charge; readonly problem: Problem };

/** What speaks against taking the amount, given the other charges of the same invoices; undefined when nothing does. */
export type JudgeRoom = (others: readonly Charge[]) => Promise<Problem | undefined>;

/** The other charges of the same invoices, whatever became of them. */
export async function otherChargesOf(store: Store, charge: Charge): Promise<readonly Charge[]> {
  return (await chargesOfInvoices(store, charge)).filter((one) => !isSame(one, charge));
}

/**
 * To `sent` in one statement, so that of two pages that pay at once one gets through; the same intent again begins nothing twice. Tries at
 * one invoice take the next of its places, a unique one: two who have judged the same state of things can't both take it. A charge over
 * several takes a place of the first; with those that meet it at another only, one at least sees the other when it reads back.
 */
export async function beginCharge(
  ports: WorkPorts,
  charge: Charge,
  intent: IntentId,
  judge: JudgeRoom,
): Promise<Begun> {
  if (charge.intent_id === intent && charge.state !== 'asked') return { kind: 'known', charge };
  const tries = (charge.tries ?? 0) + 1;
  if (!mayBegin(charge.state) || tries > CHARGE_TRIES_MAX || charge.intent_id === intent) {
    return { kind: 'not-open', charge };
  }
  const token = randomToken(ports.random);
  for (let attempt = 0; attempt < BEGIN_TRIES; attempt += 1) {
    const before = isOfInvoice(charge) ? await chargesOfInvoices(ports.store, charge) : [];
    const others = before.filter((one) => !isSame(one, charge));
    const found = isOfInvoice(charge) ? await judge(others) : undefined;
    if (found !== undefined) return { kind: 'refused', charge, problem: found };
    const changed = await ports.store.updateWhere(
      'Charges',
      { ...trialOf(ports, charge, intent, token), tries, place: nextPlace(charge, before) },
      [
        ['charge_key', '=', charge.charge_key],
        ['state', '=', charge.state],
        ['tries', '=', tries - 1],
      ],
    );
    if (changed !== 'duplicate') return readBack(ports, charge, token, others, judge);
  }
  throw new Error('no place among the tries at an invoice after many tries');
}

function trialOf({ clock }: WorkPorts, charge: Charge, intent: IntentId, token: string) {
  const now = clock.now();
  return {
    state: 'sent',
    intent_id: intent,
    send_token: token,
    charge_reference: toSafeText(chargeReference(charge.reference ?? '', intent)),
    inquiries: 0,
    sent_at: now,
    due_at: now + ASK_AFTER_MS,
    gateway_id: '',
    problem: '',
  };
}

/** The answer of a conditional change is a hint: money goes out on what was read back only. */
async function readBack(
  ports: WorkPorts,
  charge: Charge,
  token: string,
  others: readonly Charge[],
  judge: JudgeRoom,
): Promise<Begun> {
  const rows = await chargesOfInvoices(ports.store, charge);
  const now = rows.find((one) => isSame(one, charge)) ?? charge;
  // The same press of the button may have come twice at once: only one of them has its token there.
  if (now.send_token !== token || now.state !== 'sent') return { kind: 'not-open', charge: now };
  const since = rows.filter((one) => !isSame(one, charge));
  if (triesOf(since) === triesOf(others)) return { kind: 'begun', charge: now };
  // Somebody took a place while we were judging, and has left it again.
  const found = await judge(since);
  if (found === undefined) return { kind: 'begun', charge: now };
  const back = wayOf(charge) === 'link' ? 'asked' : 'failed';
  const settled = await settleCharge(ports, now, back, { problem: JSON.stringify(found) });
  return { kind: 'refused', charge: settled, problem: found };
}

async function chargesOfInvoices(store: Store, charge: Charge): Promise<readonly Charge[]> {
  if (!isOfInvoice(charge)) {
    const row = await findCharge(store, charge.charge_key);
    return row === undefined ? [] : [row];
  }
  const { installation, books_customer_id: customerId = '' } = charge;
  const ids = sharesOf(charge).map(({ id }) => id);
  const [ofOne, ofSeveral] = await Promise.all([
    store.select('Charges', {
      where: [
        ['installation', '=', installation],
        ['books_invoice_id', 'in', ids],
      ],
      limit: CHARGES_MAX,
    }),
    selectForSeveral(store, installation, [['books_customer_id', '=', customerId]]),
  ]);
  return [...ofOne, ...ofSeveral.filter((one) => ids.some((id) => shareOf(one, id) > 0))];
}

function isOfInvoice(charge: Charge): boolean {
  return sharesOf(charge).length > 0;
}

function isSame(one: Charge, other: Charge): boolean {
  return one.charge_key === other.charge_key;
}

function triesOf(charges: readonly Charge[]): number {
  return charges.reduce((sum, { tries = 0 }) => sum + tries, 0);
}

function nextPlace(charge: Charge, rows: readonly Charge[]): string {
  const [first] = sharesOf(charge);
  if (first === undefined) return charge.charge_key;
  const start = `${charge.installation}|${first.id}#`;
  const taken = rows.flatMap(({ place }) =>
    place.startsWith(start) ? [Number(place.slice(start.length))] : [],
  );
  return `${start}${Math.max(0, ...taken) + 1}`;
}
