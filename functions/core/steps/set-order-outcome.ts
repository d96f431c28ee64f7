// Tells the shop where the order's payment stands.
import type { OrderOutcome } from '../domain/order.ts';
import { ok } from '../domain/result.ts';
import { type ScopedAction, textInput } from './action-input.ts';

const outcomes: readonly OrderOutcome[] = ['processing', 'on-hold', 'failed'];

export const setOrderOutcome: ScopedAction = async (scope, input) => {
  const wanted = textInput(input, 'outcome');
  const outcome = outcomes.find((one) => one === wanted);
  if (outcome === undefined) throw new TypeError(`no order outcome ${wanted}`);
  const { shop } = scope.company;
  if (shop === undefined) return ok({ output: { status: 'no-shop' } });
  const set = await shop.setOrderOutcome(
    textInput(input, 'orderId'),
    outcome,
    textInput(input, 'gatewayId'),
  );
  return set.ok ? ok({ output: { status: set.value.status } }) : set;
};
