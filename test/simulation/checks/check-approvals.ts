// Policies: nothing above a limit has gone out without somebody else's yes, and every yes has come to something.
import type { Row } from '../../../functions/core/store/schema.ts';
import { STRICT_MINOR } from '../company-policy.ts';
import { decisionOf } from '../decisions.ts';
import type { HealedWorld } from './healed-world.ts';
import { intentOf } from './watch.ts';

/** A request that was under way when the policy changed, by a clock that is off. */
const GRACE_MS = 60_000;

function isBeyondAlone({ actor_role: role, amount_minor: minor }: Row<'Movements'>): boolean {
  return role === 'agent' && minor > STRICT_MINOR;
}

export function checkApprovals(
  world: HealedWorld,
  approvals: readonly Row<'Approvals'>[],
  strictFrom: number,
): void {
  for (const movement of world.movements) {
    if (movement.origin !== 'panel') continue;
    const isStrict = (movement.created_at ?? 0) > strictFrom + GRACE_MS;
    if (movement.kind !== 'refund') {
      if (isStrict && isBeyondAlone(movement)) {
        world.violation(`${movement.movement_key} is above what its actor may move`);
      }
      continue;
    }
    const { movement_key: key, approved_by: by = '', actor_role: role } = movement;
    if (by !== '' && by === movement.actor_id) world.violation(`${key} was approved by its actor`);
    const isBeyond =
      isStrict &&
      role === 'agent' &&
      (movement.decided_minor ?? movement.amount_minor) > STRICT_MINOR;
    if (isBeyond && by === '') world.violation(`${key} is above the limit and was not approved`);
    const intent = decisionOf(intentOf(movement));
    const asked = approvals.find((one) => one.intent_id === intent);
    if (by !== '' && asked?.state !== 'approved') {
      world.violation(`${key} says that it was approved, its request is ${asked?.state}`);
    }
  }
  for (const approval of approvals) {
    const { approval_key: key, intent_id: intent, state } = approval;
    if (state === 'open') world.violation(`request ${key} is still open`);
    const charge = world.charges.find((one) => one.charge_key.endsWith(`|${intent}`));
    const moved = world.movements.filter((one) => decisionOf(intentOf(one)) === intent);
    const isMoved = moved.length > 0 || (charge?.tries ?? 0) > 0;
    const movedMinor = moved.reduce((sum, one) => sum + one.amount_minor, 0);
    if (movedMinor > (approval.amount_minor ?? 0)) {
      world.violation(`request ${key} was about ${approval.amount_minor}, moved: ${movedMinor}`);
    }
    if (state === 'approved' && !isMoved && !approval.problem) {
      world.violation(`request ${key} was approved and came to nothing`);
    }
    if (state !== 'approved' && isMoved) world.violation(`request ${key} was ${state}, and moved`);
  }
}
