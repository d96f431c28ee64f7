// A flow charges the customer's saved card with what is open of an invoice, and follows it up when the bank says no for now.
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import { type Charge, findCharge, settleCharge } from '../../work/charges.ts';
import type { ChangePorts } from '../announce-change.ts';
import type { FlowRequest } from './ask-by-flow.ts';
import { auditCharge, OURSELVES } from './audit-charge.ts';
import { chargeRow } from './charge-request.ts';
import { chargeSavedCard } from './charge-saved-card.ts';
import { cardsOf } from './customer-cards.ts';
import { stepKey, wantWhatIsOpen } from './flow-request.ts';
import { closesLink } from './invoice-room.ts';
import { keep } from './keep-problem.ts';

/**
 * The default card, else the newest. A later try of the same step finds the same charge, and begins it only if nothing was sent yet.
 * `no-saved-card` when the customer has none.
 */
export async function chargeByFlow(
  ports: ChangePorts,
  company: Company,
  wanted: Omit<FlowRequest, 'preface'>,
): Promise<Result<Charge>> {
  const made = await makeCharge(ports, company, wanted);
  if (!made.ok || made.value.state !== 'asked') return made;
  const tried = await chargeSavedCard(ports, company, OURSELVES, made.value);
  if (tried.kind !== 'refused') return ok(tried.charge);
  // Somebody pays it right now: the step looks again. What is paid needs no charge.
  if (!closesLink(tried.problem)) return refused(tried.problem);
  const over = { problem: keep(tried.problem) };
  return ok(await settleCharge(ports, tried.charge, 'cancelled', over));
}

async function makeCharge(
  ports: ChangePorts,
  company: Company,
  { invoiceId, reason, effectKey }: Omit<FlowRequest, 'preface'>,
): Promise<Result<Charge>> {
  const key = stepKey(company, effectKey);
  const known = await findCharge(ports.store, key);
  if (known !== undefined) return ok(known);
  const wanted = await wantWhatIsOpen(company, key, invoiceId, reason);
  if (!wanted.ok) return wanted;
  const { request, asked, customer } = wanted.value;
  const [card] = await cardsOf(ports.store, company.installation, asked.customerId);
  if (card === undefined) return refused(problem('no-saved-card', 'fix-input'));
  const followed = { ...request, retries: true };
  const row = chargeRow(ports, company, OURSELVES, followed, asked, customer, card);
  const inserted = await ports.store.insert('Charges', { ...row, link_hash: key });
  if (inserted.kind === 'duplicate') {
    const other = await findCharge(ports.store, key);
    return other === undefined ? refused(problem('store-unavailable', 'retry')) : ok(other);
  }
  await auditCharge(ports, OURSELVES, inserted.row, 'charge.asked');
  return ok(inserted.row);
}
