// Policies: nothing above a limit has gone out without somebody else's yes, and every yes has come to something.
import type { Row } from '../../../functions/core/store/schema.ts';
import { STRICT_MINOR } from '../company-policy.ts';
import type { HealedWorld } from './healed-world.ts';

export function checkApprovals(
  world: HealedWorld,
  approvals: readonly Row<'Approvals'>[],
  isStrict: boolean,
): void {
  for (const movement of world.movements) {
    if (movement.origin !== 'panel' || movement.kind !== 'refund') continue;
    const { movement_key: key, approved_by: by = '', actor_role: role } = movement;
    if (by !== '' && by === movement.actor_id) world.violation(`${key} was approved by its actor`);
    const isBeyond = isStrict && role === 'agent' && movement.amount_minor > STRICT_MINOR;
    if (isBeyond && by === '') world.violation(`${key} is above the limit and was not approved`);
    const intent = key.slice(key.indexOf('|') + 1);
    const asked = approvals.find((one) => one.intent_id === intent);
    if (by !== '' && asked?.state !== 'approved') {
      world.violation(`${key} says that it was approved, its request is ${asked?.state}`);
    }
  }
  for (const approval of approvals) {
    const { approval_key: key, intent_id: intent, state } = approval;
    if (state === 'open') world.violation(`request ${key} is still open`);
    const isMoved = world.movements.some((one) => one.movement_key.endsWith(`|${intent}`));
    if (state === 'approved' && !isMoved && !approval.problem) {
      world.violation(`request ${key} was approved and came to nothing`);
    }
    if (state !== 'approved' && isMoved) world.violation(`request ${key} was ${state}, and moved`);
  }
}
