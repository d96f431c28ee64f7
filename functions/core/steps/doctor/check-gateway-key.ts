// Does the gateway take the key of each merchant id, and in this environment?
import { environmentOf } from '../../domain/gateway-environment.ts';
import type { MerchantId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { ok } from '../../domain/result.ts';
import type { OpenMerchant } from '../connect/setup-ports.ts';
import { type Check, type Fault, isFault, type Patient } from './check.ts';

export const checkGatewayKey: Check = {
  name: 'gateway-key',
  appliesTo: ({ merchants }) => merchants.length > 0,
  async examine(patient) {
    const faults: Fault[] = [];
    for (const merchant of patient.merchants) {
      const proof = await patient.proofOf(merchant);
      if (proof.ok) continue;
      if (!isFault(proof.problem)) return proof;
      const named = (await elsewhere(patient, merchant)) ?? proof.problem;
      faults.push({ subject: merchant.record.merchantId, problem: named });
    }
    return ok(faults);
  },
};

/** The same key is good in the other environment: that is the fault. */
async function elsewhere(
  { ports, record }: Patient,
  { record: { merchantId, secrets } }: OpenMerchant,
): Promise<Problem | undefined> {
  const asked = environmentOf(record.settings.gateway?.host ?? '');
  if (asked === undefined) return undefined;
  const other = asked === 'live' ? 'sandbox' : 'live';
  const { webhookKeys: _, ...key } = secrets;
  const there = ports.setups.gateway(ports.setups.place(other), merchantId as MerchantId, key);
  if (!(await there.prove()).ok) return undefined;
  const facts = { merchant: merchantId, other, asked };
  return problem('gateway-environment-wrong', 'fix-setup', facts);
}
