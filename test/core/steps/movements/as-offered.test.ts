// What the panel does not offer the server refuses, for the same reason: each row of the offers' table, asked of the steps.
import { describe, expect, it } from 'vitest';
import type { MovementRequest } from '../../../../functions/core/contract/panel.ts';
import { intentId, type PaymentKey } from '../../../../functions/core/domain/ids.ts';
import {
  type MovementAction,
  type OfferFacts,
  offerMovements,
} from '../../../../functions/core/domain/movement-offers.ts';
import type { Actor } from '../../../../functions/core/domain/role.ts';
import { moveMoney } from '../../../../functions/core/steps/movements/move-money.ts';
import { refundPayment } from '../../../../functions/core/steps/refund-payment.ts';
import { placeMovement } from '../../../../functions/core/work/movement-log.ts';
import { base, NOW, offerRows } from '../../domain/offer-rows.ts';
import { INSTALLATION, MERCHANT } from '../fake-transactions.ts';
import { createWorld } from '../world.ts';

const KEY = `${INSTALLATION}|${MERCHANT}|p1` as PaymentKey;
const OVER = { capture: 'capture-over-limit', refund: 'refund-over-limit' } as const;

/** A world in which a payment stands as the facts say. */
async function standing(facts: OfferFacts) {
  const world = createWorld();
  const { processor } = facts;
  const merchants = world.company.merchants.map((one) =>
    processor === undefined ? one : { ...one, processor },
  );
  const ports = { ...world.ports, clock: { now: () => NOW } };
  await ports.store.insert('Payments', {
    payment_key: KEY,
    installation: INSTALLATION,
    merchant_id: MERCHANT,
    gateway_id: 'p1',
    version: '1',
    state: facts.state,
    currency: 'USD',
    authorized_minor: facts.authorizedMinor,
    submitted_at: facts.submittedAt,
  });
  for (const one of facts.movements) {
    const row = {
      movement_key: `${INSTALLATION}|${one.id}`,
      installation: INSTALLATION,
      payment_key: KEY,
      kind: one.kind,
      state: one.state,
      amount_minor: one.amountMinor,
      currency: 'USD',
      origin: 'gateway',
      created_at: one.at,
      ...(one.gatewayId === undefined ? {} : { gateway_id: one.gatewayId }),
      ...(one.targetId === undefined ? {} : { target_gateway_id: one.targetId }),
    };
    await placeMovement<never>(ports, row, () => ({ patch: {} }));
  }
  return { ...world, ports, company: { ...world.company, merchants } };
}

type Wanted = Pick<MovementRequest, 'amountMinor'> & { readonly targetId?: string | undefined };

/** Asks the step: `sent`, or the code of its refusal. */
async function asked(facts: OfferFacts, action: MovementAction, wanted: Wanted): Promise<string> {
  const world = await standing(facts);
  const actor: Actor = { userId: 'u1', name: 'Person', role: facts.mayMove ? 'admin' : 'viewer' };
  // What the policy says about amounts is judged beside this.
  const approver: Actor = { userId: 'u2', name: 'Other', role: 'admin' };
  const { amountMinor, targetId } = wanted;
  const request = {
    intentId: intentId(NOW, new Uint8Array(16)),
    paymentKey: KEY,
    amountMinor,
    currency: 'USD',
    reason: 'Asked for',
  };
  const answer =
    action === 'refund'
      ? await refundPayment(world.ports, world.company, actor, request, approver)
      : await moveMoney(world.ports, world.company, actor, {
          ...request,
          action,
          ...(targetId === undefined ? {} : { targetId }),
        });
  const sent = world.calls.some((call) => ['capture', 'refund', 'void', 'reversal'].includes(call));
  expect(answer.ok).toBe(sent);
  return answer.ok ? 'sent' : answer.problem.code;
}

/** What the step has to say by the offer, to what it is asked. */
function cases(facts: OfferFacts): [MovementAction, Wanted, string][] {
  return offerMovements(facts, NOW).flatMap((offer): [MovementAction, Wanted, string][] => {
    const { action } = offer;
    if (!offer.isPossible) {
      const code = offer.why === 'not-your-role' ? 'not-allowed' : `cannot-${offer.why}`;
      return [[action, { amountMinor: 1, targetId: 'sale' }, code]];
    }
    const [target] = offer.targets;
    const amountMinor = target?.amountMinor ?? offer.maxMinor;
    const targetId = target?.gatewayId;
    const over = action === 'capture' || action === 'refund' ? OVER[action] : undefined;
    return [
      [action, { amountMinor, targetId }, 'sent'],
      [action, { amountMinor: amountMinor + 1, targetId }, over ?? 'movement-target-gone'],
    ];
  });
}

describe('the server answers as it was offered', () => {
  it.each(offerRows)('%s', async (_, given) => {
    const facts = { ...base, ...given };
    const wanted = cases(facts);
    const answers = await Promise.all(wanted.map(([action, wish]) => asked(facts, action, wish)));
    expect(answers).toEqual(wanted.map(([, , code]) => code));
  });
});
