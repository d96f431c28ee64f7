// A person has a movement's truth looked up at once; who it was and what it has changed is in the chain.
import type { RecheckRequest } from '../../contract/panel.ts';
import type { PaymentKey } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import { auditBy } from '../../work/audit.ts';
import type { Movement } from '../../work/movement-log.ts';
import { type ResolvePorts, recheckMovement } from '../resolve-unknown.ts';

export async function recheckByPerson(
  ports: ResolvePorts,
  { installation }: Company,
  actor: Actor,
  { paymentKey, intentId }: RecheckRequest,
): Promise<Result<Movement>> {
  if (!mayDo(actor.role, 'recheck')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const key = `${installation}|${intentId}`;
  const seen = await ports.store.find('Movements', 'movement_key', key);
  const movement = await recheckMovement(ports, installation, paymentKey as PaymentKey, intentId);
  if (movement === undefined) {
    return refused(problem('not-found', 'fix-input', { what: 'The movement' }));
  }
  await auditBy(ports, actor, {
    installation,
    action: 'movement.rechecked',
    subject: key,
    detail: { payment: paymentKey, state: { before: seen?.state ?? '', after: movement.state } },
  });
  return ok(movement);
}
