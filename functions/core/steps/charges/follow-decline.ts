// After a card was declined or given up: flows are told of it, the customer of a followed saved card too, and that is tried again in time.
import { type ChargeState, mayBegin } from '../../domain/charge.ts';
import { causeForCustomer } from '../../domain/decline.ts';
import { money } from '../../domain/money.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import type { Log } from '../../ports/platform.ts';
import { cardWords } from '../../texts/card-words.ts';
import { customerWords } from '../../texts/customer-words.ts';
import { type Charge, customerOf, problemOfCharge, settleCharge } from '../../work/charges.ts';
import { NEVER_MS } from '../../work/lease.ts';
import type { ChangePorts } from '../announce-change.ts';
import { announceDecline, announceGivenUp } from './announce-decline.ts';
import { askByFlow } from './ask-by-flow.ts';
import { auditCharge, type ChargeActor, OURSELVES } from './audit-charge.ts';
import { chargeSavedCard } from './charge-saved-card.ts';
import { declinesOf } from './decline-charge.ts';
import { giveUpCharge, isGivenUp } from './give-up-charge.ts';
import { closesLink } from './invoice-room.ts';
import { cardOf } from './keep-card.ts';

/** Mails that can't be sent now are tried this often; the next try of the card waits no longer for them. */
const TELL_TRIES = 4;
const TELL_AGAIN_MS = 5 * 60_000;
const LOOK_AGAIN_MS = 3_600_000;

export interface FollowPorts extends ChangePorts {
  readonly log: Log;
}

/** Works on a charge whose time has come: one with a decline to tell, or a followed one that was cut off before its first try. */
export async function followDecline(
  ports: FollowPorts,
  company: Company,
  charge: Charge,
): Promise<Charge> {
  const isUntold = isGivenUp(charge) || (charge.told ?? 0) < declinesOf(charge).length;
  if (isUntold) return tell(ports, company, charge);
  if (!mayBegin(charge.state)) return settleCharge(ports, charge, charge.state as ChargeState);
  // Two who told it at once may have left another time behind.
  const due_at = charge.next_at ?? 0;
  return charge.state === 'retrying' && ports.clock.now() < due_at
    ? settleCharge(ports, charge, 'retrying', { due_at })
    : tryAgain(ports, company, charge);
}

async function tell(ports: FollowPorts, company: Company, charge: Charge): Promise<Charge> {
  // What staff have ended is in the audit with them.
  const isOurs = isGivenUp(charge) && problemOfCharge(charge)?.code !== 'tries-ended';
  if (isOurs) await auditCharge(ports, OURSELVES, charge);
  const announce = isGivenUp(charge) ? announceGivenUp : announceDecline;
  await announce(ports, charge);
  // Whoever charges a card or sends a link without more takes care of the customer.
  const told = charge.retries === 1 ? await mailCustomer(ports, company, charge) : ok(undefined);
  const inquiries = (charge.inquiries ?? 0) + 1;
  const state = charge.state as ChargeState;
  if (!told.ok && mayPass(told.problem) && inquiries < TELL_TRIES) {
    const due_at = ports.clock.now() + TELL_AGAIN_MS;
    return settleCharge(ports, charge, state, { inquiries, due_at });
  }
  if (!told.ok) {
    ports.log.warn('a customer was not told of a decline', {
      event: charge.charge_key,
      code: told.problem.code,
    });
  }
  return settleCharge(ports, charge, state, {
    told: declinesOf(charge).length,
    inquiries: 0,
    due_at: state === 'retrying' ? (charge.next_at ?? NEVER_MS) : NEVER_MS,
  });
}

function mayPass({ remedy }: Problem): boolean {
  return remedy === 'retry' || remedy === 'wait';
}

/** While the card is tried again: when. Afterwards: a link, to pay with another card; nothing where staff or a payment have ended it. */
async function mailCustomer(
  ports: ChangePorts,
  company: Company,
  charge: Charge,
): Promise<Result<unknown>> {
  const { email = '', language } = customerOf(charge) ?? {};
  if (email === '' || charge.state === 'cancelled') return ok(undefined);
  const words = await customerWords(language);
  const amount = words.money(money(charge.amount_minor, charge.currency));
  const which = cardWords(cardOf(charge), words);
  const why = words.causes[causeForCustomer(declinesOf(charge).at(-1)?.reason)];
  const reference = charge.reference ?? '';
  const first = isGivenUp(charge)
    ? words.notTriedAgain(amount, which, reference)
    : words.notCharged(amount, which, reference, why);
  const isOver = charge.state !== 'retrying';
  if (isOver && company.publicUrl !== undefined && charge.books_invoice_id) {
    return askByFlow(ports, company, {
      invoiceId: charge.books_invoice_id,
      reason: charge.reason ?? '',
      effectKey: `${charge.charge_key}|declined`,
      preface: first,
    });
  }
  const next = isOver
    ? words.otherCard
    : words.triedAgain(words.day(charge.next_at ?? 0, company.timeZone));
  return company.notices.sendMail(email, {
    subject: words.unpaidSubject(company.name, reference),
    text: `${first}\n\n${next}\n\n${words.neverAsked}`,
  });
}

async function tryAgain(ports: ChangePorts, company: Company, charge: Charge): Promise<Charge> {
  const card = await ports.store.find(
    'Cards',
    'card_key',
    `${charge.installation}|${charge.merchant_id}|${charge.payment_instrument_id}`,
  );
  if (card?.state !== 'active') {
    return giveUpCharge(ports, charge, 'failed', problem('saved-card-removed', 'fix-input'));
  }
  if (charge.state === 'asked') await auditCharge(ports, whoAsked(charge), charge);
  const tried = await chargeSavedCard(ports, company, OURSELVES, charge);
  return tried.kind === 'refused' ? noRoom(ports, tried.charge, tried.problem) : tried.charge;
}

/** Who was cut off before it was in the audit chain. */
function whoAsked({ actor_id: userId = '', actor_name: name = '' }: Charge): ChargeActor {
  return { userId, name };
}

/** An invoice that was paid otherwise or deleted needs no further try; one that is being paid is looked at again. */
function noRoom(ports: ChangePorts, charge: Charge, found: Problem): Promise<Charge> {
  if (closesLink(found)) return giveUpCharge(ports, charge, 'cancelled', found);
  const due_at = ports.clock.now() + LOOK_AGAIN_MS;
  return settleCharge(ports, charge, charge.state as ChargeState, { due_at });
}
