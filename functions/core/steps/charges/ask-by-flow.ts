// A flow asks the customer of an invoice for what is open, by a mailed link.
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import { type Charge, findCharge } from '../../work/charges.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { hashed } from '../../work/links.ts';
import { auditCharge, OURSELVES } from './audit-charge.ts';
import { chargeRow, mailLink } from './charge-request.ts';
import { stepKey, wantWhatIsOpen } from './flow-request.ts';

export interface FlowRequest {
  readonly invoiceId: string;
  readonly reason: string;
  /** The same at each try of the same step of a run. */
  readonly effectKey: string;
  /** What the customer must know before they are asked. */
  readonly preface?: string;
}

/**
 * Only a link's hash is kept, so a later try of the step can't tell the first link again: it gives the same request a new one, and the
 * first is good for nothing. What the customer has begun to pay meanwhile is left alone.
 */
export async function askByFlow(
  ports: WorkPorts,
  company: Company,
  { invoiceId, reason, effectKey, preface }: FlowRequest,
): Promise<Result<Charge>> {
  if (company.publicUrl === undefined) return refused(problem('pages-unreachable', 'fix-setup'));
  const key = stepKey(company, effectKey);
  const secret = Buffer.from(ports.random.bytes(32)).toString('base64url');
  const asked = await makeRequest(ports, company, { invoiceId, reason, key }, hashed(secret));
  if (!asked.ok) return asked;
  const charge = asked.value;
  if (charge.state !== 'asked' || (charge.tries ?? 0) > 0) return ok(charge);
  const link = `${company.publicUrl}/pay#${secret}`;
  const mailed = await mailLink(company, charge, link, preface);
  if (!mailed.ok) return mailed;
  await auditCharge(ports, OURSELVES, charge, 'charge.asked');
  return ok(charge);
}

async function makeRequest(
  ports: WorkPorts,
  company: Company,
  { invoiceId, reason, key }: Omit<FlowRequest, 'effectKey' | 'preface'> & { readonly key: string },
  linkHash: string,
): Promise<Result<Charge>> {
  const known = await findCharge(ports.store, key);
  if (known !== undefined) return newLink(ports, known, linkHash);
  const wanted = await wantWhatIsOpen(company, key, invoiceId, reason);
  if (!wanted.ok) return wanted;
  const { request, asked, customer } = wanted.value;
  const row = chargeRow(ports, company, OURSELVES, request, asked, customer, undefined);
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
