// A card was declined for money that we asked for: the flows that begin with that start, once for each decline.
import type { InstallationId } from '../../domain/ids.ts';
import type { ChargeData } from '../../flows/subject-data.ts';
import { type Charge, wayOf } from '../../work/charges.ts';
import { announceChange, type ChangePorts } from '../announce-change.ts';
import { declinesOf } from './decline-charge.ts';

/**
 * Of a saved card each decline, of a link only its end: until then the customer may try another card. Announcing it again
 * starts nothing twice.
 */
export function announceDecline(ports: ChangePorts, charge: Charge): Promise<void> {
  const installation = charge.installation as InstallationId;
  const subject = `charge|${charge.charge_key}`;
  const decline = declinesOf(charge).length;
  const given = {
    charge: {
      id: charge.charge_key.slice(charge.charge_key.indexOf('|') + 1),
      by: wayOf(charge),
      decline,
    } satisfies ChargeData,
  };
  return announceChange(ports, installation, {
    on: ['charge.declined'],
    subject,
    at: String(decline),
    lane: `${installation}|${subject}`,
    input: { given },
    data: given,
  });
}
