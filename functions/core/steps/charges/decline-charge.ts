// A plain no to a try: what the charge waits for next, and that it is to be told.
import { stateAfterDecline } from '../../domain/charge.ts';
import { adviseAfterDecline, type Decline, nextChargeAt } from '../../domain/decline.ts';
import type { Patch } from '../../ports/store.ts';
import { type Charge, settleCharge, wayOf } from '../../work/charges.ts';
import { NEVER_MS, type WorkPorts } from '../../work/lease.ts';
import { fromSafeText, toSafeText } from '../../work/safe-text.ts';

/** A try that nobody has judged (no way to the gateway) is made again after this. */
const NOT_JUDGED_MS = 3_600_000;

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
  const isFollowed = charge.retries === 1;
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
export function reopenCharge(
  ports: WorkPorts,
  charge: Charge,
  more: Patch<'Charges'>,
): Promise<Charge> {
  if (wayOf(charge) === 'link') return settleCharge(ports, charge, 'asked', more);
  if (charge.retries !== 1) return settleCharge(ports, charge, 'failed', more);
  const nextAt = ports.clock.now() + NOT_JUDGED_MS;
  return settleCharge(ports, charge, 'retrying', { ...more, next_at: nextAt, due_at: nextAt });
}

/** The declines of a charge, the oldest first. */
export function declinesOf({ declines }: Charge): readonly Decline[] {
  return JSON.parse(fromSafeText(declines ?? '') || '[]') as Decline[];
}
