// The customer pays on the card page: what the fields handed over is checked, the try is on disk, then it is sent.
import type { PayRequest, PayView } from '../../contract/charges.ts';
import type { Customer } from '../../domain/customer.ts';
import type { IntentId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { appendAudit } from '../../work/audit.ts';
import { beginCharge, type Charge } from '../../work/charges.ts';
import type { ChangePorts } from '../announce-change.ts';
import { cardColumn } from './keep-card.ts';
import { sendCharge } from './send-charge.ts';
import { type LinkPorts, openLink, viewForCustomer } from './show-charge.ts';

/** @param ipAddress of the customer, for the gateway's fraud rules. */
export async function payCharge(
  ports: ChangePorts & LinkPorts,
  request: PayRequest,
  ipAddress?: string,
): Promise<Result<PayView>> {
  const opened = await openLink(ports, request.secret);
  if (!opened.ok) return opened;
  const { charge, company } = opened.value;
  const view = (now: Charge) => ok(viewForCustomer({ charge: now, company }, ports.clock.now()));
  const tryId = request.tryId as IntentId;
  // The same press of the button again: it only learns how it stands.
  if (charge.intent_id === tryId && charge.state !== 'asked') return view(charge);
  const state = viewForCustomer(opened.value, ports.clock.now()).state;
  if (state !== 'open') return refused(problem('link-used', 'none'));
  const entered = await company.cardPayments.readEntered(
    request.transientToken,
    charge.token_key ?? '',
  );
  if (!entered.ok) return entered;
  const begun = await beginCharge(ports, charge, tryId);
  if (begun.kind !== 'begun') return view(begun.charge);
  const keepsCard = request.keepsCard || charge.purpose === 'save-card';
  const about = { card: cardColumn(entered.value.card), keeps_card: keepsCard ? 1 : 0 };
  const mine = { ...begun.charge, ...about };
  await ports.store.update('Charges', mine.ROWID, about);
  await audit(ports, mine, 'charge.sent');
  const sent = await sendCharge(ports, company, mine, {
    source: { kind: 'entered', transientToken: request.transientToken },
    customer: customerFrom(request),
    keepsCard,
    ...(ipAddress === undefined ? {} : { ipAddress }),
  });
  await audit(ports, sent, `charge.${sent.state}`);
  return view(sent);
}

function customerFrom({ firstName, lastName, email, address }: PayRequest): Customer {
  const { line2, region, ...rest } = address;
  return {
    email,
    firstName,
    lastName,
    billing: {
      ...rest,
      ...(line2 === undefined ? {} : { line2 }),
      ...(region === undefined ? {} : { region }),
    },
  };
}

function audit(ports: ChangePorts, charge: Charge, action: string): Promise<void> {
  return appendAudit(ports, {
    installation: charge.installation as Parameters<typeof appendAudit>[1]['installation'],
    actorId: 'customer',
    actorName: 'Customer',
    action,
    subject: charge.charge_key,
    once: `${action}|${charge.charge_key}|${charge.tries ?? 0}`,
    detail: {
      amountMinor: charge.amount_minor,
      currency: charge.currency,
      gatewayId: charge.gateway_id ?? '',
    },
  });
}
