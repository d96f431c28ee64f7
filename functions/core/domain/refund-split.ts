// Over which captures a refund goes: one when one has room, several with a shown split otherwise.

/** A certain capture and what of it has not been given back, in minor units of the payment's currency. */
export interface CaptureRoom {
  readonly id: string;
  readonly capturedMinor: number;
  /** Captured less what is refunded, voided or may yet be. */
  readonly roomMinor: number;
}

export interface RefundPart {
  readonly captureId: string;
  readonly amountMinor: number;
}

/**
 * The untouched capture of just this amount (most refunds are of one delivery), else the smallest room that holds all of it,
 * else as few captures as possible, the largest first. Each part becomes a refund of its own at the gateway, as a refund
 * there is always of one capture.
 * @returns the parts in the order in which they are sent; undefined when there is not enough room or nothing to refund.
 */
export function splitRefund(
  captures: readonly CaptureRoom[],
  amountMinor: number,
): readonly RefundPart[] | undefined {
  if (amountMinor <= 0) return undefined;
  const rooms = captures.filter((one) => one.roomMinor > 0);
  const whole = rooms.find(
    (one) => one.capturedMinor === amountMinor && one.roomMinor === amountMinor,
  );
  const single = whole ?? smallest(rooms.filter((one) => one.roomMinor >= amountMinor));
  if (single !== undefined) return [{ captureId: single.id, amountMinor }];
  const parts: RefundPart[] = [];
  let leftMinor = amountMinor;
  for (const one of [...rooms].sort((a, b) => b.roomMinor - a.roomMinor)) {
    if (leftMinor === 0) break;
    const takenMinor = Math.min(one.roomMinor, leftMinor);
    parts.push({ captureId: one.id, amountMinor: takenMinor });
    leftMinor -= takenMinor;
  }
  return leftMinor === 0 ? parts : undefined;
}

function smallest(rooms: readonly CaptureRoom[]): CaptureRoom | undefined {
  return rooms.reduce<CaptureRoom | undefined>(
    (least, one) => (least === undefined || one.roomMinor < least.roomMinor ? one : least),
    undefined,
  );
}
