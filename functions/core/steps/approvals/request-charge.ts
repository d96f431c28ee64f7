// A person asks others to approve the charge of a saved card that the policy holds back; its row is there and waits.
import type { ChargeRequest } from '../../contract/charges.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Actor } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import type { Charge } from '../../work/charges.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { mailOf } from './known-mail.ts';
import { putRequest, whyColumn } from './put-request.ts';

interface HeldCharge extends Pick<ChargeRequest, 'intentId' | 'askedAt'> {
  readonly by: 'approver' | 'admin';
  readonly why: readonly Problem[];
}

export async function requestCharge(
  ports: WorkPorts,
  company: Company,
  actor: Actor,
  charge: Charge,
  { intentId, askedAt, by, why }: HeldCharge,
): Promise<void> {
  const [policy, mail] = await Promise.all([
    readPolicy(ports.store, company.installation),
    mailOf(ports.store, company.installation, actor.userId),
  ]);
  await putRequest(ports, company, {
    request: {
      chargeKey: charge.charge_key,
      intentId,
      amountMinor: charge.amount_minor,
      currency: charge.currency,
      reason: charge.reason ?? '',
    },
    actor,
    by,
    why: whyColumn(why),
    tell: [...policy.tell],
    expiresAt: charge.expires_at ?? ports.clock.now(),
    ...(mail === undefined ? {} : { mail }),
    ...(askedAt === undefined ? {} : { askedAt }),
  });
}
