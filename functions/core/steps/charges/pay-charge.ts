// The customer pays on the card page: what the fields handed over is checked, the try is on disk, then it is sent.
import type { PayRequest, PayView } from '../../contract/charges.ts';
import type { Customer } from '../../domain/customer.ts';
import type { IntentId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import { beginCharge } from '../../work/begin-charge.ts';
import type { Charge } from '../../work/charges.ts';
import type { ChangePorts } from '../announce-change.ts';
import { auditCharge, THE_CUSTOMER } from './audit-charge.ts';
import { confirmPayer } from './confirm-payer.ts';
import { closeLink, closesLink, roomOf } from './invoice-room.ts';
import { judgeCardSave } from './judge-charge.ts';
import { cardColumn } from './keep-card.ts';
import { purchaseIn, sendCharge } from './send-charge.ts';
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
  const { id: tokenId, card } = entered.value;
  const customer = customerFrom(request);
  const address = ipAddress === undefined ? {} : { ipAddress };
  const pressed = { charge, request, tokenId, customer, ...address };
  const confirmed = await confirmPayer(ports, company, pressed);
  if (!confirmed.ok) return confirmed;
  if (confirmed.value.kind === 'failed') return view(confirmed.value.charge);
  if (confirmed.value.kind === 'challenge') {
    const { url, token } = confirmed.value;
    const shown = viewForCustomer(opened.value, ports.clock.now());
    return ok({ ...shown, challenge: { url, token } });
  }
  const { proof } = confirmed.value;
  const room = roomOf(ports.store, company, charge);
  const begun = await beginCharge(ports, charge, tryId, room.judge);
  if (begun.kind === 'refused') return full(ports, begun.charge, begun.problem);
  if (begun.kind !== 'begun') return view(begun.charge);
  const keepsCard = await mayKeep(ports, company, charge, request);
  const about = {
    card: cardColumn(card),
    keeps_card: keepsCard ? 1 : 0,
    confirmation: '',
    liability: proof?.liability ?? '',
  };
  const mine = { ...begun.charge, ...about };
  await ports.store.update('Charges', mine.ROWID, about);
  await auditCharge(ports, THE_CUSTOMER, mine, 'charge.sent');
  const sent = await sendCharge(ports, company, mine, {
    source: { kind: 'entered', transientToken: request.transientToken },
    customer,
    keepsCard,
    ...purchaseIn(room.invoice()),
    ...address,
    ...(proof === undefined ? {} : { proof }),
  });
  await auditCharge(ports, THE_CUSTOMER, sent);
  return view(sent);
}

/** What is paid otherwise closes the link; what somebody else is paying right now may be tried again. */
async function full(ports: LinkPorts, charge: Charge, found: Problem): Promise<Result<PayView>> {
  if (closesLink(found)) await closeLink(ports, charge, found);
  return refused(found);
}

/** So many cards of one customer in a day are enough; the payment itself goes on without being kept. */
async function mayKeep(
  ports: LinkPorts,
  company: Company,
  charge: Charge,
  request: PayRequest,
): Promise<boolean> {
  if (charge.purpose === 'save-card') return true;
  if (!request.keepsCard || !charge.books_customer_id) return request.keepsCard;
  const { books_customer_id: customerId, charge_key } = charge;
  return (await judgeCardSave(ports, company, customerId, charge_key)) === undefined;
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
