// A plain no to a try: what the charge waits for next, and that it is to be told.
import { CHARGE_TRIES_MAX, stateAfterDecline } from '../../domain/charge.ts';
import { adviseAfterDecline, type Decline, nextChargeAt } from '../../domain/decline.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Patch } from '../../ports/store.ts';
import { type Charge, settleCharge, wayOf } from '../../work/charges.ts';
import { NEVER_MS, type WorkPorts } from '../../work/lease.ts';
import { fromSafeText, toSafeText } from '../../work/safe-text.ts';
import { giveUpCharge } from './give-up-charge.ts';
import { keep } from './keep-problem.ts';

/** When a try that nobody has judged (no way to the gateway) is made again, by how often the charge was tried: for a day. */
const NOT_JUDGED_MS: readonly number[] = [1, 3, 6, 12].map((hours) => hours * 3_600_000);

/** On a link the customer may try another card; a saved card is tried again at the time that the reason allows, if that was asked for. */
export function declineCharge(
  ports: WorkPorts,
  charge: Charge,
  reason: string | undefined,
  more: Patch<'Charges'>,
): Promise<Charge> {
  const now = ports.clock.now();
  const known = declinesOf(charge);
  const declines = [...known, { ...(reason === undefined ? {} : { reason }), at: now }];
  const kept = { ...more, declines: toSafeText(JSON.stringify(declines)) };
  if (wayOf(charge) === 'link') {
    const wants = adviseAfterDecline(reason) === 'confirm' ? { wants_confirmation: 1 } : {};
    const state = stateAfterDecline(charge.tries ?? 0, reason);
    const toTell = state === 'declined' ? { due_at: now, inquiries: 0 } : {};
    return settleCharge(ports, charge, state, { ...kept, ...wants, ...toTell });
  }
  // Tries that nobody has judged count as well: no further one could begin.
  const isFollowed = charge.retries === 1 && (charge.tries ?? 0) < CHARGE_TRIES_MAX;
  const nextAt = isFollowed ? nextChargeAt(declines) : undefined;
  return settleCharge(ports, charge, nextAt === undefined ? 'declined' : 'retrying', {
    ...kept,
    next_at: nextAt ?? NEVER_MS,
    // It is told first.
    due_at: now,
    inquiries: 0,
  });
}

/** A try that certainly moved nothing and was not judged either: the link is open again, a followed saved card is tried again. */
export function reopenCharge(ports: WorkPorts, charge: Charge, why: Problem): Promise<Charge> {
  const more = { problem: keep(why) };
  if (wayOf(charge) === 'link') return settleCharge(ports, charge, 'asked', more);
  if (charge.retries !== 1) return settleCharge(ports, charge, 'failed', more);
  const afterMs = NOT_JUDGED_MS[(charge.tries ?? 1) - 1];
  if (afterMs === undefined) return giveUpCharge(ports, charge, 'failed', why);
  const nextAt = ports.clock.now() + afterMs;
  return settleCharge(ports, charge, 'retrying', { ...more, next_at: nextAt, due_at: nextAt });
}

/** The declines of a charge, the oldest first. */
export function declinesOf({ declines }: Charge): readonly Decline[] {
  return JSON.parse(fromSafeText(declines ?? '') || '[]') as Decline[];
}
