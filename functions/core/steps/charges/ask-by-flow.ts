// A flow asks the customer of an invoice for what is open, by a mailed link.
import type { ChargeRequest } from '../../contract/charges.ts';
import { intentId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import { appendAudit } from '../../work/audit.ts';
import { type Charge, findCharge } from '../../work/charges.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { hashed } from '../../work/links.ts';
import { chargeRow, judgeRequest, mailLink } from './charge-request.ts';

const ACTOR = { userId: 'tallybridge', name: 'Tallybridge' };

export interface FlowRequest {
  readonly invoiceId: string;
  readonly reason: string;
  /** The same at each try of the same step of a run. */
  readonly effectKey: string;
}

/**
 * Only a link's hash is kept, so a later try of the step can't tell the first link again: it gives the same request a new one, and the
 * first is good for nothing. What the customer has begun to pay meanwhile is left alone.
 */
export async function askByFlow(
  ports: WorkPorts,
  company: Company,
  { invoiceId, reason, effectKey }: FlowRequest,
): Promise<Result<Charge>> {
  if (company.publicUrl === undefined) return refused(problem('pages-unreachable', 'fix-setup'));
  // Made of the step itself, and still of the form that staff's requests have.
  const step = intentId(0, Buffer.from(hashed(effectKey), 'hex').subarray(0, 16));
  const key = `${company.installation}|${step}`;
  const secret = Buffer.from(ports.random.bytes(32)).toString('base64url');
  const asked = await makeRequest(ports, company, { invoiceId, reason, key }, hashed(secret));
  if (!asked.ok) return asked;
  const charge = asked.value;
  if (charge.state !== 'asked' || (charge.tries ?? 0) > 0) return ok(charge);
  const customer = JSON.parse(charge.bill_to ?? '{}');
  const link = `${company.publicUrl}/pay#${secret}`;
  const mailed = await mailLink(company, customer, charge, link);
  if (!mailed.ok) return mailed;
  await appendAudit(ports, {
    installation: company.installation,
    actorId: ACTOR.userId,
    actorName: ACTOR.name,
    action: 'charge.asked',
    subject: charge.charge_key,
    once: `charge.asked|${charge.charge_key}|0`,
    detail: { amountMinor: charge.amount_minor, currency: charge.currency, reason },
  });
  return ok(charge);
}

async function makeRequest(
  ports: WorkPorts,
  company: Company,
  { invoiceId, reason, key }: Omit<FlowRequest, 'effectKey'> & { readonly key: string },
  linkHash: string,
): Promise<Result<Charge>> {
  const known = await findCharge(ports.store, key);
  if (known !== undefined) return newLink(ports, known, linkHash);
  const invoice = await company.ledger.readInvoice(invoiceId);
  if (!invoice.ok) return invoice;
  const { minor: amountMinor, currency } = invoice.value.balance;
  const request: ChargeRequest = {
    intentId: key.slice(key.indexOf('|') + 1),
    purpose: 'sale',
    amountMinor,
    currency,
    invoiceId,
    reason,
  };
  const judged = await judgeRequest(company, request);
  if (!judged.ok) return judged;
  const customer = await company.cards.books.read(judged.value.customerId);
  if (!customer.ok) return customer;
  const row = chargeRow(ports, company, ACTOR, request, judged.value, customer.value, undefined);
  const inserted = await ports.store.insert('Charges', { ...row, link_hash: linkHash });
  if (inserted.kind === 'inserted') return ok(inserted.row);
  return refused(problem('store-unavailable', 'retry'));
}

async function newLink(
  { store }: WorkPorts,
  charge: Charge,
  linkHash: string,
): Promise<Result<Charge>> {
  if (charge.state !== 'asked' || (charge.tries ?? 0) > 0) return ok(charge);
  await store.update('Charges', charge.ROWID, { link_hash: linkHash });
  return ok({ ...charge, link_hash: linkHash });
}
