// What is done with a charge, in the audit chain: once for each try.
import type { InstallationId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/role.ts';
import { appendAudit } from '../../work/audit.ts';
import { type Charge, problemOfCharge } from '../../work/charges.ts';
import type { WorkPorts } from '../../work/lease.ts';

export type ChargeActor = Pick<Actor, 'userId' | 'name'>;

/** What flows and plans do. */
export const OURSELVES: ChargeActor = { userId: 'tallybridge', name: 'Tallybridge' };
export const THE_CUSTOMER: ChargeActor = { userId: 'customer', name: 'Customer' };

/** @param action e.g. `charge.asked`, or `charge.` and the state that it has come to. */
export function auditCharge(
  ports: WorkPorts,
  { userId, name }: ChargeActor,
  charge: Charge,
  action: string = actionOf(charge),
): Promise<void> {
  const found = problemOfCharge(charge);
  return appendAudit(ports, {
    installation: charge.installation as InstallationId,
    actorId: userId,
    actorName: name,
    action,
    subject: charge.charge_key,
    once: `${action}|${charge.charge_key}|${charge.tries ?? 0}`,
    detail: {
      amountMinor: charge.amount_minor,
      currency: charge.currency,
      purpose: charge.purpose,
      reason: charge.reason ?? '',
      gatewayId: charge.gateway_id ?? '',
      ...(found === undefined ? {} : { problem: found.code }),
    },
  });
}

/** A link that is open again after a try was not asked for anew: that try came to nothing. */
function actionOf({ state, tries = 0 }: Charge): string {
  return state === 'asked' && tries > 0 ? 'charge.declined' : `charge.${state}`;
}
