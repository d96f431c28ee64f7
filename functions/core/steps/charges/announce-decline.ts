// A card was declined for money that we asked for, or is not tried again after all: the flows that begin with that start, once.
import type { InstallationId } from '../../domain/ids.ts';
import type { ChargeData } from '../../flows/subject-data.ts';
import type { TriggerName } from '../../flows/triggers.ts';
import { type Charge, wayOf } from '../../work/charges.ts';
import { announceChange, type ChangePorts } from '../announce-change.ts';
import { declinesOf } from './decline-charge.ts';

/**
 * Of a saved card each decline, of a link only its end: until then the customer may try another card. Announcing it again
 * starts nothing twice.
 */
export function announceDecline(ports: ChangePorts, charge: Charge): Promise<void> {
  return announce(ports, charge, 'charge.declined', String(declinesOf(charge).length));
}

/** What was to be tried again and is not: once. */
export function announceGivenUp(ports: ChangePorts, charge: Charge): Promise<void> {
  return announce(ports, charge, 'charge.given-up', 'given-up');
}

function announce(
  ports: ChangePorts,
  charge: Charge,
  trigger: TriggerName,
  at: string,
): Promise<void> {
  const installation = charge.installation as InstallationId;
  const subject = `charge|${charge.charge_key}`;
  const given = {
    charge: {
      id: charge.charge_key.slice(charge.charge_key.indexOf('|') + 1),
      by: wayOf(charge),
      decline: declinesOf(charge).length,
    } satisfies ChargeData,
  };
  return announceChange(ports, installation, {
    on: [trigger],
    subject,
    at,
    lane: `${installation}|${subject}`,
    input: { given },
    data: given,
  });
}
