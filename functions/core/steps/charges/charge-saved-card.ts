// One try of a charge at the saved card that its row names: begun where the invoice has room, sent, written down.
import { type IntentId, intentId } from '../../domain/ids.ts';
import type { Company } from '../../ports/company.ts';
import { type Begun, beginCharge } from '../../work/begin-charge.ts';
import type { Charge } from '../../work/charges.ts';
import type { ChangePorts } from '../announce-change.ts';
import { auditCharge, type ChargeActor } from './audit-charge.ts';
import { roomOf } from './invoice-room.ts';
import { purchaseIn, sendCharge } from './send-charge.ts';

export type CardTried =
  | { readonly kind: 'sent'; readonly charge: Charge }
  | Exclude<Begun, { readonly kind: 'begun' }>;

/** @param intent of the try; a new one when absent. */
export async function chargeSavedCard(
  ports: ChangePorts,
  company: Company,
  actor: ChargeActor,
  charge: Charge,
  intent: IntentId = intentId(ports.clock.now(), ports.random.bytes(16)),
): Promise<CardTried> {
  const room = roomOf(ports.store, company, charge);
  const begun = await beginCharge(ports, charge, intent, room.judge);
  if (begun.kind !== 'begun') return begun;
  const sent = await sendCharge(ports, company, begun.charge, {
    source: {
      kind: 'saved',
      customerId: charge.vault_customer_id ?? '',
      paymentInstrumentId: charge.payment_instrument_id ?? '',
    },
    keepsCard: false,
    ...purchaseIn(room.invoice()),
  });
  await auditCharge(ports, actor, sent);
  return { kind: 'sent', charge: sent };
}
